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
import { ExpiringMessages } from "./expiring-messages.ts";
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
  /** Sends a message to every supervisor; the same key is sent once. */
  readonly tellSupervisors: (message: { readonly key: string; readonly reply: Reply }) => Promise<void>;
}

/**
 * Sends that run at the same time: a crash may repeat each of them. After half a second without an answer from the
 * messenger, a send doesn't keep others waiting any more.
 */
const seats = new Seats(8, 500);

/** Sends parts of the outbox and stores the result. */
export class Sender {
  readonly #options: SenderOptions;
  /** Parts that were sent and couldn't be marked as sent, as on a full disk: so that they aren't sent at every try. */
  readonly #unrecorded = new Map<number, SendOutcome>();

  /** Our messages that stay for a time only. */
  readonly expiring: ExpiringMessages;

  constructor(options: SenderOptions) {
    this.#options = options;
    const { channels, store, tellSupervisors } = options;
    this.expiring = new ExpiringMessages({ memory: store.memory, channels, tellSupervisors });
  }

  /** A reply in the messenger's form. Its slot belongs to the last part, which has the buttons. */
  partsOf(
    { about, slot, topic, deleteAfter, asks: _, ...reply }: Reply,
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
        ...(deleteAfter !== undefined && { deleteAfter }),
        ...(slot !== undefined && i === parts.length - 1 && { slot }),
      },
    }));
  }

  /** Shows that we are looking for an answer, where the messenger has a sign for it. */
  showSearching({ channel: name, chat, thread }: Inbound): void {
    const channel = this.#options.channels.get(name);
    const to = {
      chat: this.#options.store.memory.movedTo() ?? chat,
      ...(thread !== undefined && { thread }),
    };
    const shown = channel?.showSearching?.(to);
    if (shown !== undefined) this.#options.inBackground(shown);
  }

  /** A danger was reported in this chat: the part that waits before its answer is sent at once. */
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
      // If the process dies before the write, the part is sent again: see docs/crash-points.md.
      crashPoint("after_send");
      this.#unrecorded.set(part.seq, outcome);
      if (outcome.movedTo !== undefined) this.#move(part.chat, outcome.movedTo, Date.now());
      this.expiring.sent(part, outcome.messageIds ?? [], Date.now());
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

  /** Shows an operator that a message waits for them. The message itself is on disk first. */
  async noteParked(parked: OpenParked): Promise<void> {
    const { sync, ledger, id } = this.#options;
    await sync();
    crashPoint("before_parked_row");
    await ledger.park(id, parked);
    crashPoint("parked_row");
  }

  /** A message no longer waits for an operator. */
  noteResolved(message: string): void {
    const { sync, ledger, id, inBackground } = this.#options;
    inBackground(sync().then(() => ledger.resolve(id, message, Date.now())));
  }

  /** Handlers see on the card that a message about a report wasn't delivered, until it is. */
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

  /** Where a part goes: it replaces the message in its slot, or goes into its report's topic. */
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

  /** The group became a supergroup: its messages come under the new id and still belong to this chat. */
  #move(from: string, to: string, now: number): void {
    const { store, ledger, inBackground } = this.#options;
    store.memory.setMoved(to);
    inBackground(ledger.noteMoved(from, to, now));
  }
}
