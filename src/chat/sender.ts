import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { localDay } from "../language/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Channel, Destination, SendOutcome } from "../messaging/channel.ts";
import type { OpenParked } from "../messaging/counts.ts";
import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import { crashPoint, crashPointOnDisk } from "../platform/crash-points.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import type { ConversationStore, OutgoingPart, PendingPart } from "./chat-store.ts";
import { groupDownNotice, isGroupDown, TRY_GROUP_AGAIN } from "./duty-group-down.ts";
import { Seats } from "./fairness.ts";
import { backoff, GIVE_UP_AFTER, RESUME_AFTER } from "./retry-schedule.ts";
import type { PartMarks } from "./stored-shapes.ts";

export interface SenderOptions {
  readonly store: ConversationStore;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly ledger: Ledger;
  readonly reporting?: ReportingServices;
  /** The conversation's own id, for the operator's book. */
  readonly id: string;
  /** Resolves when what was written is on disk. */
  readonly sync: () => Promise<void>;
  readonly inBackground: (work: Promise<unknown>) => void;
  /** Says something to every supervisor, once by its key. */
  readonly tellSupervisors: (message: { readonly key: string; readonly reply: Reply }) => Promise<void>;
}

/**
 * Sends under way at the same time: each is one that a death may double. One that the messenger hasn't answered in half a
 * second no longer keeps others waiting.
 */
const seats = new Seats(8, 500);

/** Takes parts from the outbox to the messenger and writes down what became of them. */
export class Sender {
  readonly #options: SenderOptions;
  /** Parts that went out and couldn't be struck off, as on a full disk: they don't go out at every try. */
  readonly #unrecorded = new Map<number, SendOutcome>();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** A reply in the messenger's form. Its slot is the last part, which has the buttons. */
  partsOf(
    { about, slot, topic, asks: _, ...reply }: Reply,
    channel: ChannelName,
    to: { readonly chat: string; readonly replyTo?: string },
  ): OutgoingPart[] {
    const parts = this.#options.channels.get(channel)?.render(reply, to) ?? [];
    return parts.map(({ body }, i) => ({
      channel,
      chat: to.chat,
      body,
      marks: {
        ...(about !== undefined && { about }),
        ...(topic !== undefined && { topic }),
        ...(slot !== undefined && i === parts.length - 1 && { slot }),
      },
    }));
  }

  /** Shows that an answer is being looked for, where the messenger has a sign for it. */
  showSearching({ channel: name, chat, thread }: Inbound): void {
    const channel = this.#options.channels.get(name);
    const to = {
      chat: this.#options.store.memory.movedTo() ?? chat,
      ...(thread !== undefined && { thread }),
    };
    const shown = channel?.showSearching?.(to);
    if (shown !== undefined) this.#options.inBackground(shown);
  }

  /** A danger was told in this chat: the part that waits before its answer goes out at once. */
  hurry(): void {
    seats.hurry(this.#options.id);
  }

  async send(part: PendingPart): Promise<void> {
    const { store, channels, sync } = this.#options;
    const channel = channels.get(part.channel);
    if (channel === undefined) return this.#setAside(part, { kind: "park", reason: "channel_off" });
    const to = await this.#destination(channel, part);
    const outcome = await seats.use(this.#options.id, part.marks.urgent === true, async () => {
      await crashPointOnDisk("before_send", sync);
      const outcome = this.#unrecorded.get(part.seq) ?? (await channel.send({ body: part.body }, to));
      if (outcome.kind !== "sent") return outcome;
      // A death between here and the disk sends the part again: see docs/crash-points.md.
      crashPoint("after_send");
      this.#unrecorded.set(part.seq, outcome);
      if (outcome.movedTo !== undefined) this.#move(part.chat, outcome.movedTo, Date.now());
      store.sent(part.seq, part.marks, outcome.messageIds);
      await sync();
      this.#unrecorded.delete(part.seq);
      crashPoint("recorded");
      return outcome;
    });
    const now = Date.now();
    if (outcome.kind === "sent") {
      if (part.wasParked) this.noteResolved(`out-${part.seq}`);
      if (part.attempts > 0 || now - part.createdAt > RESUME_AFTER) this.#tellBook(part, "reached");
      return;
    }
    logEvent("send_deferred", { channel: channel.name, kind: outcome.kind, reason: outcome.reason });
    this.#options.inBackground(
      this.#options.ledger.count(localDay(now), channel.name, `deferred.${outcome.reason}`),
    );
    const isDuty = part.chat === this.#options.reporting?.dutyChat;
    if (isDuty && isGroupDown(outcome)) {
      this.#options.inBackground(this.#options.tellSupervisors(groupDownNotice(outcome.reason, now)));
      store.retry(part.seq, now + TRY_GROUP_AGAIN, outcome.reason);
    } else if (outcome.kind === "retry" && (isDuty || now - part.createdAt < GIVE_UP_AFTER)) {
      const pause = backoff(part.attempts, outcome.afterMs, Math.random());
      store.retry(part.seq, now + pause, outcome.reason);
    } else {
      await this.#setAside(part, outcome);
    }
  }

  async #setAside(
    part: PendingPart,
    { kind, reason }: Exclude<SendOutcome, { kind: "sent" }>,
  ): Promise<void> {
    const at = Date.now();
    this.#options.store.setAside(part.seq, kind === "park" ? "parked" : "held", reason, at);
    await this.noteParked({ message: `out-${part.seq}`, channel: part.channel, reason, at });
    this.#tellBook(part, "undeliverable");
  }

  /** Shows an operator that a message waits for them. What it tells of is on disk first. */
  async noteParked(parked: OpenParked): Promise<void> {
    const { sync, ledger, id } = this.#options;
    await sync();
    crashPoint("before_parked_row");
    await ledger.park(id, parked);
    crashPoint("parked_row");
  }

  /** A message that waited for an operator went its way. */
  noteResolved(message: string): void {
    const { sync, ledger, id, inBackground } = this.#options;
    inBackground(sync().then(() => ledger.resolve(id, message, Date.now())));
  }

  /** A word about a report that couldn't go out is shown to the handlers until it does. */
  #tellBook({ marks: { delivery, about } }: PendingPart, what: "reached" | "undeliverable"): void {
    const { reporting, inBackground } = this.#options;
    if (delivery === undefined || about === undefined || reporting === undefined) return;
    const now = Date.now();
    const told =
      what === "reached"
        ? reporting.book.markReached(delivery, now)
        : reporting.book.markUndeliverable(about, delivery, now);
    inBackground(
      told.then(reporting.carry).catch((error: unknown) => {
        logEvent("delivery_not_noted", { code: errorCode(error) });
      }),
    );
  }

  /** Where a part goes: over the message in its slot, into its report's topic. */
  async #destination(channel: Channel, { chat: begun, marks }: PendingPart): Promise<Destination> {
    const { store } = this.#options;
    const edit = marks.slot === undefined ? undefined : store.memory.messageIn(marks.slot);
    const chat = store.memory.movedTo() ?? begun;
    const thread = marks.thread ?? (await this.#threadFor(channel, chat, marks));
    return { chat, ...(edit !== undefined && { edit }), ...(thread !== undefined && { thread }) };
  }

  async #threadFor(channel: Channel, chat: string, { about, topic }: PartMarks): Promise<string | undefined> {
    if (about === undefined || channel.openTopic === undefined) return undefined;
    const { store } = this.#options;
    const known = store.memory.threadOf(about);
    if (known !== undefined || topic === undefined) return known ?? undefined;
    const opened = await channel.openTopic(chat, topic);
    store.memory.keepThread(about, opened);
    return opened ?? undefined;
  }

  /** The group became a supergroup: what it writes from now on comes under the new id and still belongs here. */
  #move(from: string, to: string, now: number): void {
    const { store, ledger, inBackground } = this.#options;
    store.memory.setMoved(to);
    inBackground(ledger.noteMoved(from, to, now));
  }
}
