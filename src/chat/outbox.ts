import type { ChannelName } from "../messaging/inbound.ts";
import { toHour } from "../platform/time.ts";
import { unsentOf } from "./chat-counts.ts";
import type { ChatMemory } from "./chat-memory.ts";
import type { ChatSeal } from "./chat-seal.ts";
import { GroupPace } from "./group-pace.ts";
import { countPartsFrom, lastPartOf } from "./renew-tables.ts";
import { isHurried, nextStart, type Place, placeOf, startable, type WaitingPart } from "./send-order.ts";
import type { HandedOver, Numbers, OutgoingPart, PartState, PendingPart } from "./stored-rows.ts";
import { type PartMarks, parseMarks, parsePart } from "./stored-shapes.ts";

type MarkedPart = OutgoingPart & { readonly marks: PartMarks };

type PartRow = {
  seq: number;
  channel: ChannelName;
  chat: string;
  body: string;
  marks: string | null;
  attempts: number;
  created_at: number;
  parked_at: number | null;
  rank: number;
  queue: string;
};

const PART = "seq, channel, chat, body, marks, attempts, created_at, parked_at, rank, queue";

/** Why a part was set aside that couldn't be opened. */
const UNREADABLE_PART = "unreadable_part";

/** What a messenger says that takes no more messages for now. */
const RATE_LIMITED = "rate_limited";

const NONE: ReadonlySet<number> = new Set();

const sealPlace = (seq: number): string => `outbox/${seq}`;

const asPending = (
  { seq, attempts, rank, queue, created_at: createdAt, parked_at: parkedAt }: PartRow,
  part: MarkedPart,
): PendingPart => ({ ...part, seq, attempts, rank, queue, createdAt, wasParked: parkedAt !== null });

/**
 * The parts of one chat's replies that are still to be sent. Synchronous, like the store: writes without an `await`
 * between them are committed together.
 */
export class Outbox {
  readonly #sql: SqlStorage;
  readonly #seal: ChatSeal;
  readonly #memory: ChatMemory;
  /** The parts that were tried in this process: what they say may be on its way. */
  readonly #begun = new Set<number>();
  /** Undefined before anybody asked. */
  #pace: GroupPace | null | undefined;

  constructor(sql: SqlStorage, seal: ChatSeal, memory: ChatMemory) {
    this.#sql = sql;
    this.#seal = seal;
    this.#memory = memory;
  }

  /** This is a duty group's chat: while it is flooded it is spoken to in measure, and a card that changed again before it went goes once. */
  keepPace(pace: GroupPace): void {
    this.#pace = pace;
  }

  /** Null where this isn't known to be a duty group's chat. One that was flooded a moment ago is, in a new process too. */
  get pace(): GroupPace | null {
    if (this.#pace !== undefined) return this.#pace;
    const before = this.#memory.pace();
    this.#pace = before === null ? null : new GroupPace(this.#memory.number("refusedAt"), before);
    return this.#pace;
  }

  /**
   * Puts new parts at the end of their queues.
   * @param message the number of the message that they answer; null where they come from elsewhere
   */
  add(parts: readonly OutgoingPart[], now: number, message: number | null): void {
    const silentUntil = this.#memory.number("silentUntil");
    for (const part of parts) {
      const place = this.#placeOf(part, message);
      if (this.#isRenewed(part, place)) continue;
      this.#insert(part, {
        ...place,
        state: "pending",
        attempts: 0,
        nextAt: isHurried(place) ? now : Math.max(now, silentUntil),
        reason: null,
        createdAt: now,
        message,
        parkedAt: null,
        dividedFrom: null,
      });
    }
  }

  /**
   * Takes the parts that the same chat had under an older name, sealed here.
   * @param grown by how much the numbers of messages and parts grow
   */
  takeOver({ parts, lastPart }: Pick<HandedOver, "parts" | "lastPart">, grown: Numbers): void {
    for (const { seq, part, row } of parts) {
      const message = row.message === null ? null : row.message + grown.messages;
      const dividedFrom = row.dividedFrom === null ? null : row.dividedFrom + grown.parts;
      const place = this.#placeOf(part, message);
      this.#insert(part, { ...row, ...place, message, dividedFrom }, seq + grown.parts);
    }
    countPartsFrom(this.#sql, lastPart + grown.parts);
  }

  /** In a duty group what waits to be shown in a slot is renewed in its place, so that a flood of changes isn't one of parts. */
  #isRenewed({ channel, chat, body, marks = {} }: OutgoingPart, { queue, rank }: Place): boolean {
    if (this.pace === null || marks.slot === undefined) return false;
    const [last] = this.#sql
      .exec<PartRow>(
        `SELECT ${PART} FROM outbox WHERE state = 'pending' AND queue = ? AND parked_at IS NULL ORDER BY seq DESC LIMIT 1`,
        queue,
      )
      .toArray();
    if (last === undefined || rank < last.rank || this.#begun.has(last.seq)) return false;
    if (this.#open(last)?.marks.slot !== marks.slot) return false;
    const { isOn } = this.#seal;
    this.#sql.exec(
      "UPDATE outbox SET channel = ?, chat = ?, body = ?, marks = ? WHERE seq = ?",
      channel,
      isOn ? "" : chat,
      isOn ? this.#seal.seal(JSON.stringify({ chat, body, marks }), sealPlace(last.seq)) : body,
      isOn || Object.keys(marks).length === 0 ? null : JSON.stringify(marks),
      last.seq,
    );
    return true;
  }

  #placeOf(part: OutgoingPart, message: number | null): Place {
    const { marks = {} } = part;
    const queueOf = (code: string) => this.#seal.name(code, "queue");
    return placeOf(
      { ...part, marks },
      message,
      queueOf,
      !this.#isNewIn(marks.slot) && marks.files === undefined,
    );
  }

  /** A sealed part is bound to its number, so the number is known before it is written. */
  #insert(
    { channel, chat, body, marks = {} }: OutgoingPart,
    row: PartState,
    seq: number = lastPartOf(this.#sql) + 1,
  ): void {
    const { isOn } = this.#seal;
    this.#sql.exec(
      `INSERT INTO outbox
         (seq, channel, chat, body, marks, state, attempts, next_at, reason, created_at, message, parked_at,
          rank, queue, divided_from)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      seq,
      channel,
      isOn ? "" : chat,
      isOn ? this.#seal.seal(JSON.stringify({ chat, body, marks }), sealPlace(seq)) : body,
      isOn || Object.keys(marks).length === 0 ? null : JSON.stringify(marks),
      row.state,
      row.attempts,
      row.nextAt,
      row.reason,
      row.createdAt,
      row.message,
      row.parkedAt,
      row.rank,
      row.queue,
      row.dividedFrom,
    );
  }

  /** Null where it can't be opened: its key is missing, or it was changed. */
  #open({ seq, channel, chat, body, marks }: PartRow): MarkedPart | null {
    if (!this.#seal.isOn && chat !== "") return { channel, chat, body, marks: parseMarks(marks) ?? {} };
    const part = parsePart(this.#seal.tryOpen(body, sealPlace(seq)));
    return part === null ? null : { channel, ...part };
  }

  /**
   * The part to send now; null where none may be. One that can't be opened waits for an operator.
   * @param inFlight parts that are being sent at this moment
   */
  next(now: number, inFlight: ReadonlySet<number> = NONE): PendingPart | null {
    for (;;) {
      const [first] = startable(this.#waiting(now), inFlight, now);
      if (first === undefined) return null;
      const row = this.#sql.exec<PartRow>(`SELECT ${PART} FROM outbox WHERE seq = ?`, first.seq).one();
      const part = this.#open(row);
      if (part === null) this.setAside(first.seq, "parked", UNREADABLE_PART, now);
      else if (this.#isOvertaken(row, part)) this.#sql.exec("DELETE FROM outbox WHERE seq = ?", row.seq);
      else {
        this.#begun.add(row.seq);
        this.#noteSaid(part, now);
        return asPending(row, part);
      }
    }
  }

  /** Something is about to be said; while the group is flooded a new process must know. */
  #noteSaid({ marks: { slot } }: MarkedPart, now: number): void {
    this.pace?.note(now, slot !== undefined && this.#isNewIn(slot));
    this.#storePace(now);
  }

  #storePace(now: number): void {
    const state = this.pace?.state(now) ?? null;
    if (state !== null) this.#memory.setPace(state);
  }

  /** False where the chat has a message in this slot, which will only change. */
  #isNewIn(slot: string | undefined): boolean {
    return slot === undefined || this.#memory.messageIn(slot) === undefined;
  }

  /** True in a duty group where a later part of the same queue takes this one's place anyway. */
  #isOvertaken({ seq, queue, parked_at: parkedAt }: PartRow, { marks: { slot } }: MarkedPart): boolean {
    if (this.pace === null || slot === undefined || parkedAt !== null) return false;
    const later = this.#sql.exec<PartRow>(
      `SELECT ${PART} FROM outbox WHERE state = 'pending' AND queue = ? AND seq > ? ORDER BY seq DESC`,
      queue,
      seq,
    );
    return later.toArray().some((row) => this.#open(row)?.marks.slot === slot);
  }

  /**
   * When the next part may be sent, in milliseconds since the epoch; null where none waits.
   * @param inFlight parts that are being sent: they aren't due
   */
  nextDue(now: number, inFlight: ReadonlySet<number> = NONE): number | null {
    return nextStart(this.#waiting(now), inFlight, now);
  }

  /** All parts not sent yet, in the order of age. */
  #waiting(now: number): readonly WaitingPart[] {
    return this.#sql
      .exec<{ seq: number; rank: number; queue: string; next_at: number; is_answer: number }>(
        `SELECT seq, rank, queue, next_at, message IS NOT NULL AS is_answer FROM outbox WHERE state = 'pending'
         ORDER BY coalesce(divided_from, seq), seq`,
      )
      .toArray()
      .map(({ next_at: nextAt, is_answer, ...part }) => ({ ...part, isAnswer: is_answer === 1, nextAt }))
      .map((part) => ({ ...part, nextAt: Math.max(part.nextAt, this.pace?.freeAt(part, now) ?? 0) }));
  }

  /** How many parts wait to be sent, and since when the oldest does. */
  unsent(): { readonly n: number; readonly since: number | null } {
    return unsentOf(this.#sql);
  }

  /** How many parts wait to be sent, and how many are held or set aside. */
  counts(): { readonly outgoing: number; readonly parked: number } {
    return this.#sql
      .exec<{ outgoing: number; parked: number }>(
        `SELECT count(*) FILTER (WHERE state = 'pending') AS outgoing,
                count(*) FILTER (WHERE state IN ('held', 'parked')) AS parked FROM outbox`,
      )
      .one();
  }

  /** Parts that an operator must look at. */
  parkedParts(): readonly Pick<PendingPart, "seq" | "marks">[] {
    return this.waitingParts().filter(({ state }) => state === "parked");
  }

  /** Every part that waits, is held or set aside, and can be opened. */
  waitingParts(): readonly (PendingPart & Pick<PartState, "message" | "state">)[] {
    return this.#sql
      .exec<PartRow & { message: number | null; state: PartState["state"] }>(
        `SELECT ${PART}, message, state FROM outbox ORDER BY seq`,
      )
      .toArray()
      .flatMap(({ message, state, ...row }) => {
        const part = this.#open(row);
        return part === null ? [] : [{ ...asPending(row, part), message, state }];
      });
  }

  /** A person's message opens the window again: held replies are sent before the answer to it. */
  releaseHeld(now: number): void {
    this.#sql.exec(
      "UPDATE outbox SET state = 'pending', attempts = 0, next_at = ? WHERE state = 'held'",
      now,
    );
  }

  /**
   * The part was sent. If it was about a report, only that is stored; else nothing. Where the report was erased while the
   * part was on its way, the part is gone and nothing is stored.
   */
  sent(seq: number, marks: PartMarks = {}, messages: readonly string[] = []): void {
    this.#begun.delete(seq);
    const waited = this.#sql.exec("DELETE FROM outbox WHERE seq = ? RETURNING seq", seq).toArray();
    if (waited.length > 0) this.#memory.wasSent(marks, messages);
  }

  /** Postpones a failed part and counts the attempt. */
  retry(seq: number, at: number, reason: string): void {
    this.#sql.exec(
      "UPDATE outbox SET attempts = attempts + 1, next_at = ?, reason = ? WHERE seq = ?",
      at,
      reason,
      seq,
    );
  }

  /** Nothing is sent here before a time, apart from what is urgent and wasn't tried yet. It is nobody's try. */
  wait(seq: number, until: number, reason: string): void {
    this.#sql.exec(
      `UPDATE outbox SET next_at = max(next_at, ?), reason = iif(seq = ?, ?, reason)
       WHERE state = 'pending' AND (seq = ? OR rank > 1 OR reason IS NOT NULL)`,
      until,
      seq,
      reason,
      seq,
    );
    this.#memory.setNumber("silentUntil", until);
    if (reason !== RATE_LIMITED || this.pace === null) return;
    this.pace.refused(Date.now());
    this.#memory.setNumber("refusedAt", toHour(Date.now()));
    this.#storePace(Date.now());
  }

  /** Puts parts in the place of one, with what it belongs to; nothing where the part's report was erased meanwhile. */
  divide(part: PendingPart, into: readonly { readonly body: string; readonly marks: PartMarks }[]): void {
    const [whole] = this.#sql
      .exec<{ message: number | null; divided_from: number | null }>(
        "DELETE FROM outbox WHERE seq = ? RETURNING message, divided_from",
        part.seq,
      )
      .toArray();
    if (whole === undefined) return;
    const { message, divided_from: dividedFrom } = whole;
    const { rank, queue, createdAt } = part;
    for (const piece of into)
      this.#insert(
        { ...part, ...piece },
        {
          rank,
          queue,
          createdAt,
          message,
          state: "pending",
          attempts: 0,
          nextAt: this.#memory.number("silentUntil"),
          reason: null,
          parkedAt: null,
          dividedFrom: dividedFrom ?? part.seq,
        },
      );
  }

  /**
   * `held` is sent after the person's next message; `parked` waits for an operator.
   * @returns false where the part is gone, because its report was erased meanwhile
   */
  setAside(seq: number, state: "held" | "parked", reason: string, at = Date.now()): boolean {
    const found = this.#sql.exec(
      "UPDATE outbox SET state = ?, reason = ?, parked_at = ? WHERE seq = ? RETURNING seq",
      state,
      reason,
      at,
      seq,
    );
    return found.toArray().length > 0;
  }

  /** A part is never sent: the message that it answers counts as ignored. */
  drop(seq: number, message: number | null): void {
    this.#sql.exec("DELETE FROM outbox WHERE seq = ?", seq);
    this.#sql.exec("UPDATE inbox SET state = 'ignored' WHERE seq = ? AND state = 'answered'", message);
  }
}
