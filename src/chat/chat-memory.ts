import type { Inbound } from "../messaging/inbound.ts";
import { DAY } from "../platform/time.ts";
import type { Asked } from "../turn/feature.ts";
import { PAUSE_AT, type Session } from "../turn/session.ts";
import type { ChatSeal } from "./chat-seal.ts";
import type { PaceState } from "./group-pace.ts";
import { KeyValues } from "./key-values.ts";
import { type Said, withSaid } from "./said-before.ts";
import type { Numbers, StoredNote } from "./stored-rows.ts";
import {
  type Expiry,
  type PartMarks,
  type Pause,
  parseAsked,
  parseExpiry,
  parseNumbers,
  parsePace,
  parsePause,
  parseSaid,
  parseSession,
} from "./stored-shapes.ts";

/** `sinceLastWord`: how many messages were sent since the person's last one. `silentUntil`: nothing is sent before. `lateTold`: when the supervisors last heard that duty parts wait. `refusedAt`: when a group's messenger last took no more. */
type Numbered = "finished" | "round" | "settled" | "silentUntil" | "lateTold" | "sinceLastWord" | "refusedAt";

/** What a chat stores from one turn to the next. A stored shape that this code doesn't know is dropped. */
export class ChatMemory {
  readonly #values: KeyValues;
  #isSealed = false;

  constructor(sql: SqlStorage, seal: ChatSeal) {
    this.#values = new KeyValues(sql, seal);
  }

  session(): Session {
    return parseSession(this.#values.read("meta", "session")) ?? {};
  }

  setSession(session: Session): void {
    this.#values.write("meta", "session", JSON.stringify(session));
  }

  /** The last question that a handler asked the person of this chat. */
  asked(): Asked | undefined {
    return parseAsked(this.#values.read("meta", "asked")) ?? undefined;
  }

  setAsked(asked: Asked): void {
    this.#values.write("meta", "asked", JSON.stringify(asked));
  }

  /** The last result that the person of this chat was told. */
  ended(): Asked | undefined {
    return parseAsked(this.#values.read("meta", "ended")) ?? undefined;
  }

  setEnded(ended: Asked): void {
    this.#values.write("meta", "ended", JSON.stringify(ended));
  }

  /** What the last messages said, as hashes. */
  said(): Said {
    return parseSaid(this.#values.read("meta", "said")) ?? [];
  }

  /** A message came. */
  noteSaid(inbound: Inbound): void {
    const before = this.said();
    const said = withSaid(before, inbound);
    if (said !== before) this.#values.write("meta", "said", JSON.stringify(said));
  }

  /** The person has spoken: whatever the messenger allows begins anew. */
  hasSpoken(): void {
    if (this.number("sinceLastWord") > 0) this.setNumber("sinceLastWord", 0);
  }

  /** Forgets what belongs to a report: which of our messages were about it, its card, its topic, what was asked. */
  forgetCase(code: string): void {
    this.#values.forgetCase(code);
    this.#values.forget("meta", "said");
    if (this.asked()?.code === code) this.#values.forget("meta", "asked");
    if (this.ended()?.code === code) this.#values.forget("meta", "ended");
  }

  /** Forgets whatever belongs to a report, but for these. */
  erase(open: readonly string[]): void {
    this.#values.forgetCasesBut(open);
    this.#values.forget("meta", "said");
    const isOpen = (of: Asked | undefined): boolean => of !== undefined && open.includes(of.code);
    if (!isOpen(this.asked())) this.#values.forget("meta", "asked");
    if (!isOpen(this.ended())) this.#values.forget("meta", "ended");
  }

  /** When the session asks to be woken, with what is needed to write without a message; null where it doesn't ask. */
  pause(): Pause | null {
    return parsePause(this.#values.read("meta", "pause"));
  }

  setPause(pause: Pause | null): void {
    const value = pause === null ? "" : JSON.stringify(pause);
    if ((this.#values.read("meta", "pause") ?? "") !== value) this.#values.write("meta", "pause", value);
  }

  /** The chat's present id where it has changed; else null. */
  movedTo(): string | null {
    return this.#values.read("meta", "moved_to");
  }

  /** The chat has a new id; our messages have new numbers there. */
  setMoved(newId: string): void {
    // Two sends may learn of it at the same time: what the first one noted stays.
    if (this.movedTo() === newId) return;
    this.#values.write("meta", "moved_to", newId);
    this.#values.forgetAll("slot", "about", "topic");
  }

  /** What is stored about our message once it was sent. */
  wasSent({ about, slot }: PartMarks, messages: readonly string[]): void {
    for (const message of messages) {
      if (about !== undefined) this.#values.write("about", message, about, about);
      if (slot !== undefined) this.#values.write("slot", slot, message, about);
    }
  }

  /** When our message is to be deleted; null where it is gone or given up. */
  setExpiry(message: string, expiry: Omit<Expiry, "message"> | null): void {
    if (expiry === null) this.#values.forget("expiry", message);
    else this.#values.write("expiry", message, JSON.stringify({ ...expiry, message }));
  }

  /** Our message that is to be deleted next. */
  nextExpiry(): Expiry | null {
    return this.#values
      .values("expiry")
      .flatMap((value) => parseExpiry(value) ?? [])
      .reduce<Expiry | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
  }

  /** The report that one of our messages was about. */
  aboutOf(message: string): string | undefined {
    return this.#values.read("about", message) ?? undefined;
  }

  /** Our message in a slot. */
  messageIn(slot: string): string | undefined {
    return this.#values.read("slot", slot) ?? undefined;
  }

  /** A report's topic; null where it has none, undefined where we haven't asked yet. */
  threadOf(code: string): string | null | undefined {
    const thread = this.#values.read("topic", code);
    return thread === null ? undefined : thread || null;
  }

  keepThread(code: string, thread: string | null): void {
    this.#values.write("topic", code, thread ?? "", code);
  }

  /** False where this delivery from another chat was taken before. Only its day is stored: a time would tell of a report. */
  isNewDelivery(key: string, now: number): boolean {
    return this.#values.add("delivery", key, now - (now % DAY));
  }

  forgetDeliveriesBefore(at: number): void {
    this.#values.forgetBefore("delivery", at);
  }

  /** One of the chat's counters or times; 0 where it has no value yet. */
  number(name: Numbered): number {
    return Number(this.#values.read("meta", name) ?? 0);
  }

  setNumber(name: Numbered, value: number): void {
    this.#values.write("meta", name, String(value));
  }

  /**
   * True where this chat's rows were written under keys, or could be: its object has a name that tells nothing. A chat
   * of an earlier release, or of a time without keys, isn't and moves.
   */
  isSealed(): boolean {
    this.#isSealed ||= this.#values.read("meta", "sealed") !== null;
    return this.#isSealed;
  }

  setSealed(): void {
    if (!this.isSealed()) this.#values.write("meta", "sealed", "1");
    this.#isSealed = true;
  }

  /** By how much the numbers grew when rows were taken from an older name; null where none were. */
  takenFrom(name: string): Numbers | null {
    return parseNumbers(this.#values.read("taken", name));
  }

  /** Takes the notes of an older name; what is stored here already is newer. */
  takeOver(name: string, notes: readonly StoredNote[], grown: Numbers): void {
    for (const { kind, key, value, at } of notes) {
      const isCounter = kind === "meta" && key === "finished" && grown.messages > 0;
      if (kind === "delivery") this.#values.add(kind, key, at - (at % DAY));
      else if (!isCounter && this.#values.read(kind, key) === null)
        this.#values.write(kind, key, value, caseOf(kind, key, value));
    }
    this.#values.write("taken", name, JSON.stringify(grown));
  }

  /** How much was said in a flooded group; null where it isn't one. */
  pace(): PaceState | null {
    return parsePace(this.#values.read("meta", "pace"));
  }

  setPace(state: PaceState): void {
    this.#values.write("meta", "pace", JSON.stringify(state));
  }

  /** The day and the round for which the operator's book lists this chat. */
  marked(): { readonly day: string; readonly round: string | null } {
    return { day: this.#values.read("meta", "day") ?? "", round: this.#values.read("meta", "marked") };
  }

  setMarked(day: string, round: number): void {
    this.#values.write("meta", "marked", String(round));
    if (this.#values.read("meta", "day") !== day) this.#values.write("meta", "day", day);
  }
}

const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** The report that a note is about, where it is about one. */
function caseOf(kind: StoredNote["kind"], key: string, value: string): string | undefined {
  if (kind === "about") return value;
  return kind === "slot" || kind === "topic" ? CODE.exec(key)?.[0] : undefined;
}

/** The pause that a session asks for. A time in the past counts as none: it would fire at once, for ever. */
export function pauseOf(inbound: Inbound, session: Session): Pause | null {
  const { channel, chat, sender, isPrivate } = inbound;
  const at = PAUSE_AT.of(session);
  if (at === undefined || (inbound.content.kind === "pause" && at <= inbound.at)) return null;
  const content = { kind: "pause" } as const;
  return { at, inbound: { key: `pause-${at}`, channel, chat, sender, isPrivate, at, content } };
}
