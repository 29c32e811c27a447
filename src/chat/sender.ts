import type { ReportBook } from "../features/reporting/book/report-book.ts";
import { callSupervisors } from "../features/reporting/duty/alarm/call-supervisors.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { localDay } from "../language/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Channel, Deferral, Destination, SendOutcome } from "../messaging/channel.ts";
import type { OpenParked } from "../messaging/counts.ts";
import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import { crashPoint, crashPointOnDisk } from "../platform/crash-points.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import type { ConversationStore } from "./chat-store.ts";
import { groupDownNotice, isGroupDown, setAsideNotice, TRY_GROUP_AGAIN } from "./duty-group-down.ts";
import { ExpiringMessages } from "./expiring-messages.ts";
import { Seats } from "./fairness.ts";
import { BUDGETS, type Budget, backoff, isSpent, RESUME_AFTER } from "./retry-schedule.ts";
import { isFile, isHurried, RANKS } from "./send-order.ts";
import type { OutgoingPart, PendingPart } from "./stored-rows.ts";
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
    { about, slot, topic, urgent, summons, spare, deleteAfter, asks: _, ends: __, ...reply }: Reply,
    channel: ChannelName,
    to: { readonly chat: string; readonly replyTo?: string },
  ): OutgoingPart[] {
    const parts = this.#options.channels.get(channel)?.render(reply, to) ?? [];
    return parts.map(({ body, files }, i) => ({
      channel,
      chat: to.chat,
      body,
      marks: {
        ...(files !== undefined && { files }),
        ...(urgent === true && { first: true as const }),
        ...(summons === true && { summons }),
        ...(spare === true && { spare }),
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
    if (channel === undefined) return this.#deferred(part, { kind: "park", reason: "channel_off" });
    if (this.#isSpared(channel, part)) {
      store.outbox.setAside(part.seq, "held", "spared");
      return;
    }
    const to = await this.#destination(channel, part);
    const outcome = await seats.use(this.#options.id, isHurried(part), async () => {
      await crashPointOnDisk("before_send", sync);
      const outcome = this.#unrecorded.get(part.seq) ?? (await channel.send({ body: part.body }, to));
      if (outcome.kind !== "sent") return outcome;
      // If the process dies before the write, the part is sent again: see docs/crash-points.md.
      crashPoint("after_send");
      this.#unrecorded.set(part.seq, outcome);
      if (outcome.movedTo !== undefined) this.#move(part.chat, outcome.movedTo, Date.now());
      this.expiring.sent(part, outcome.messageIds ?? [], Date.now());
      store.outbox.sent(part.seq, part.marks, outcome.messageIds);
      if (channel.afterLastWord !== undefined)
        store.memory.setNumber("sinceLastWord", store.memory.number("sinceLastWord") + 1);
      await sync();
      this.#unrecorded.delete(part.seq);
      crashPoint("recorded");
      return outcome;
    });
    if (outcome.kind === "sent") return this.#sent(part, outcome.dropped);
    if (outcome.kind !== "divided") return this.#deferred(part, outcome);
    logEvent("send_divided", { channel: channel.name, reason: outcome.reason });
    this.#noLongerParked(part, Date.now());
    const { files: _, ...marks } = part.marks;
    store.outbox.divide(
      part,
      outcome.into.map(({ body, files }) => ({ body, marks: { ...marks, ...(files && { files }) } })),
    );
  }

  /** True where the few messages that are left are for what can't wait: this one goes with the person's next word. */
  #isSpared({ afterLastWord: free }: Channel, { marks }: PendingPart): boolean {
    if (marks.spare !== true || free === undefined) return false;
    return this.#options.store.memory.number("sinceLastWord") >= free.all - free.kept;
  }

  #sent(part: PendingPart, dropped?: string): void {
    const now = Date.now();
    if (dropped !== undefined) {
      const { ledger, inBackground } = this.#options;
      inBackground(ledger.count(localDay(now), part.channel, `dropped.${dropped}`));
    }
    this.#noLongerParked(part, now);
    if (this.#isDuty(part)) return;
    if (part.attempts > 0 || part.wasParked || now - part.createdAt > RESUME_AFTER)
      this.#tellBook(part, "reached");
  }

  /** The operator's book no longer has it, and the card no longer says that its files are missing. */
  #noLongerParked(part: PendingPart, now: number): void {
    if (!part.wasParked) return;
    this.noteResolved(nameOf(part));
    const { about, files } = part.marks;
    if (this.#isDuty(part) && about !== undefined && files !== undefined)
      this.#inBook((book) => book.filesPassedOn(about, nameOf(part), now));
  }

  /** Waits, tries again within its budget, or is set aside and told. */
  async #deferred(part: PendingPart, outcome: Deferral): Promise<void> {
    const { store, ledger, inBackground, tellSupervisors } = this.#options;
    const { kind, reason } = outcome;
    const now = Date.now();
    logEvent("send_deferred", { channel: part.channel, kind, reason });
    inBackground(ledger.count(localDay(now), part.channel, `deferred.${reason}`));
    if (this.#isDuty(part) && isGroupDown(outcome, isFile(part))) {
      inBackground(tellSupervisors(groupDownNotice(reason, now)));
      this.#callOthers(part);
      return store.outbox.wait(part.seq, now + TRY_GROUP_AGAIN, reason);
    }
    // Where the token is dead nobody can be told over this messenger: the log and the status page are left.
    if (reason.endsWith("bad_token")) logEvent("alarm", { name: "token_refused", kind: "alarm" });
    if (outcome.kind === "wait") return store.outbox.wait(part.seq, now + outcome.afterMs, reason);
    const budget = this.#budgetOf(part);
    if (outcome.kind !== "retry" || isSpent(budget, part, now)) return this.#setAside(part, outcome);
    store.outbox.retry(
      part.seq,
      now + backoff(part.attempts, outcome.afterMs, Math.random(), budget.longest),
      reason,
    );
  }

  #isDuty({ chat }: Pick<PendingPart, "chat">): boolean {
    const { reporting } = this.#options;
    return reporting?.routes?.isGroup(chat) ?? chat === reporting?.dutyChat;
  }

  #budgetOf(part: PendingPart): Budget {
    if (part.rank === RANKS.danger) return BUDGETS.danger;
    if (this.#isDuty(part)) return isFile(part) ? BUDGETS.dutyFile : BUDGETS.duty;
    return isFile(part) ? BUDGETS.file : BUDGETS.words;
  }

  async #setAside(part: PendingPart, { kind, reason }: Deferral): Promise<void> {
    const at = Date.now();
    const isDuty = this.#isDuty(part);
    // Held parts go out with the person's next message; in the group nobody's message is meant for them.
    const state = kind === "park" || isDuty ? "parked" : "held";
    if (!this.#options.store.outbox.setAside(part.seq, state, reason, at)) return;
    await this.noteParked({ message: nameOf(part), channel: part.channel, reason, at });
    if (isDuty) this.#tellSetAside(part, at);
    else this.#tellBook(part, "undeliverable");
    this.#callOthers(part);
  }

  /** An urgent case of which the group doesn't hear, or a person who is called for it: the supervisors are called at once. */
  #callOthers(part: PendingPart): void {
    const { reporting, inBackground } = this.#options;
    const { about, first, summons } = part.marks;
    const isUnheard = summons === true || (first === true && this.#isDuty(part));
    if (about === undefined || !isUnheard || reporting === undefined) return;
    inBackground(callSupervisors(reporting, about, Date.now()));
  }

  /** Tells once more what was set aside in the duty group, lest a crash kept it from being told. Each is told once. */
  tellAllSetAside(now: number): void {
    for (const part of this.#options.store.outbox.parkedParts()) this.#tellSetAside(part, now);
  }

  /** The card says which files are missing, and supervisors hear of it. */
  #tellSetAside({ seq, marks }: Pick<PendingPart, "seq" | "marks">, at: number): void {
    const { inBackground, tellSupervisors } = this.#options;
    const { about, files } = marks;
    if (about !== undefined && files !== undefined)
      this.#inBook((book) => book.noteFilesMissing(about, nameOf({ seq }), files, at));
    inBackground(tellSupervisors(setAsideNotice(about ?? "", files !== undefined)));
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
    if (delivery === undefined || about === undefined) return;
    const now = Date.now();
    this.#inBook((book) =>
      what === "reached" ? book.markReached(delivery, now) : book.markUndeliverable(about, delivery, now),
    );
  }

  /** Writes into the reports' book, then has its messages delivered. */
  #inBook(write: (book: ReportBook) => Promise<void>): void {
    const { reporting, inBackground } = this.#options;
    if (reporting === undefined) return;
    inBackground(
      write(reporting.book)
        .then(reporting.carry)
        .catch((error: unknown) => {
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

/** A part's name in the operator's book. */
const nameOf = ({ seq }: Pick<PendingPart, "seq">): string => `out-${seq}`;
