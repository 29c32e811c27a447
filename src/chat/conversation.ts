import { DurableObject } from "cloudflare:workers";
import { createAssistant } from "../assistant/assistant.ts";
import type { TakeTurn } from "../assistant/turn.ts";
import { createOperations } from "../assistant/wiring/create-operations.ts";
import { createReporting } from "../assistant/wiring/create-reporting.ts";
import { createServices } from "../assistant/wiring/create-services.ts";
import { createChannels } from "../channels/channels.ts";
import { chartPng } from "../channels/charts/png.ts";
import { configOf } from "../config.ts";
import type { Bindings } from "../env.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { localDay } from "../language/dates.ts";
import { Ledger } from "../ledger/ledger.ts";
import {
  type Chat,
  type Delivery,
  type ParkedState,
  tellOfficials,
  type WaitingCounts,
} from "../messaging/chats.ts";
import type { Tally } from "../messaging/counts.ts";
import type { ChannelName, Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import { PROMPT_TEXTS } from "../model/prompt-texts.ts";
import { crashPoint, crashPointOnDisk } from "../platform/crash-points.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import { isUrgent } from "../reading/urgent.ts";
import type { Session } from "../turn/session.ts";
import { tallyOf } from "./chat-counts.ts";
import { ConversationStore, type PendingMessage } from "./chat-store.ts";
import { COULD_NOT_READ } from "./chat-wording.ts";
import { Calm, noteArrival } from "./fairness/burst.ts";
import { atDesk } from "./fairness/seats.ts";
import { inTime } from "./in-time.ts";
import { ParkedMessages } from "./parked-messages.ts";
import { pauseOf } from "./pause.ts";
import {
  backoff,
  MARK_AGAIN,
  RESUME_AFTER,
  RETRY_PATIENCE,
  SEND_AFTER,
  TURN_ATTEMPTS,
  TURN_TIMEOUT,
  WAIT_IN_PLACE,
} from "./retry-schedule.ts";
import { Sender } from "./sender.ts";

/** What a chat needs from its first turn on. */
interface Made {
  readonly assistant: TakeTurn;
  readonly reporting: ReportingServices | undefined;
  readonly sender: Sender;
}

/**
 * One chat, from its first message on. Messages are journaled, taken strictly in order, one at a time; the turn's
 * session and replies commit together; sending follows from the outbox. See docs/architecture.md for what happens
 * when the process dies at each step.
 */
export class Conversation extends DurableObject<Bindings> implements Chat {
  readonly #store: ConversationStore;
  readonly #parked: ParkedMessages;
  readonly #ledger: Ledger;
  #made: Made | undefined;
  readonly #calm = new Calm();
  #working: Promise<void> | null = null;
  #alarmAt = 0;

  constructor(state: DurableObjectState, env: Bindings) {
    super(state, env);
    this.#store = new ConversationStore(state.storage.sql);
    this.#parked = new ParkedMessages(state.storage.sql, this.#store);
    this.#ledger = new Ledger(env.LEDGER);
  }

  /** Made for the first turn: the acknowledgement doesn't wait for it. */
  #make(): Made {
    const { ctx, env } = this;
    const config = configOf(env);
    const reporting = createReporting(env, config);
    const services = {
      ...createServices(env, config, PROMPT_TEXTS),
      operations: createOperations(env),
      ...(reporting && { reporting }),
    };
    const sender = new Sender({
      store: this.#store,
      channels: createChannels(
        env.ZALO_TOKENS,
        config,
        chartPng,
        async (key) => reporting?.media.read(key) ?? null,
      ),
      ledger: this.#ledger,
      ...(reporting && { reporting }),
      id: ctx.id.toString(),
      sync: () => ctx.storage.sync(),
      inBackground: (work) => ctx.waitUntil(work),
      tellSupervisors: (message) => this.#tellSupervisors(message),
    });
    this.#made = { assistant: createAssistant(services), reporting, sender };
    return this.#made;
  }

  get #assistant(): TakeTurn {
    return (this.#made ?? this.#make()).assistant;
  }

  get #sender(): Sender {
    return (this.#made ?? this.#make()).sender;
  }

  /**
   * Writes the message down, then returns; the answer follows on its own. Throws only where the write failed,
   * so that the webhook can say 5xx and the platform delivers again.
   */
  async accept(inbound: Inbound): Promise<"journaled" | "duplicate"> {
    const now = Date.now();
    noteArrival(now);
    crashPoint("before_journal");
    const isNew = this.#store.journal(inbound, now);
    if (isNew) {
      this.#wakeBy(now + RESUME_AFTER);
      await crashPointOnDisk("journaled", () => this.ctx.storage.sync());
      this.ctx.waitUntil(this.#afterJournal(now, inbound));
    }
    return isNew ? "journaled" : "duplicate";
  }

  /** Writes down what another chat wants said here, then returns; sending follows on its own. */
  async deliver({ key, channel, chat, replies }: Delivery): Promise<void> {
    const now = Date.now();
    const parts = replies
      .flatMap((reply) => this.#sender.partsOf(reply, channel, { chat }))
      .map((part) => ({ ...part, marks: { ...part.marks, delivery: key } }));
    const asks = replies.find((reply) => reply.asks === true)?.about;
    this.#store.makeWhole();
    const isNew = this.ctx.storage.transactionSync(() => {
      const fresh = this.#store.deliver(key, parts, now);
      if (fresh && asks !== undefined) this.#store.setAsked({ code: asks, at: now });
      return fresh;
    });
    if (!isNew) return;
    this.#wakeBy(now + RESUME_AFTER);
    await crashPointOnDisk("delivery_written", () => this.ctx.storage.sync());
    this.ctx.waitUntil(this.#afterJournal(now));
  }

  /** Goes on with whatever is unfinished, then counts. Called by the sweep. */
  async wake(): Promise<WaitingCounts & Tally & { readonly settled: number | null }> {
    await this.#work();
    await this.#mark(Date.now());
    this.#parked.expire(Date.now());
    return { ...this.#store.counts(), ...(await this.tally()), settled: this.#store.settle() };
  }

  /** What became of this chat's messages, as it stands now. Waits for nothing. */
  async tally(): Promise<Tally> {
    this.#store.makeWhole();
    return tallyOf(this.ctx.storage.sql, Date.now());
  }

  /**
   * Takes a parked message up again at a supervisor's word and waits a little for what becomes of it; where this chat
   * is at work already, as in the supervisor's own turn, it only joins the queue.
   * @param name as in the ledger: `in-7` for a message that couldn't be read, `out-7` for a reply
   */
  async retryParked(
    name: string,
  ): Promise<{ readonly state: ParkedState | "sent"; readonly reason?: string }> {
    const now = Date.now();
    const isBusy = this.#working !== null;
    this.#store.makeWhole();
    if (!this.#parked.retry(name, now)) return this.#parked.stateOf(name);
    this.#wakeBy(now + RESUME_AFTER);
    this.ctx.waitUntil(this.#afterJournal(now));
    if (!isBusy) await Promise.race([this.#work(), scheduler.wait(RETRY_PATIENCE)]);
    const after = this.#parked.stateOf(name);
    return after.state === "gone" ? { state: "sent" } : after;
  }

  /** Closes a parked message without an answer, at a supervisor's word; false where there is none. */
  async dismissParked(name: string): Promise<boolean> {
    this.#store.makeWhole();
    const isClosed = this.ctx.storage.transactionSync(() => this.#parked.dismiss(name));
    await this.ctx.storage.sync();
    await this.#ledger.resolve(this.ctx.id.toString(), name, Date.now());
    this.ctx.waitUntil(this.#mark(Date.now(), true));
    return isClosed;
  }

  override async alarm(): Promise<void> {
    this.#alarmAt = 0;
    await this.#work();
    await this.#mark(Date.now());
  }

  async #afterJournal(now: number, inbound?: Inbound): Promise<void> {
    // The acknowledgement leaves first, and those of a burst go before the thinking.
    if (inbound === undefined) await scheduler.wait(0);
    else if (!(await this.#calm.wait(now, () => isUrgent(inbound)))) return;
    await this.#work();
    await this.#mark(Date.now(), true);
  }

  /**
   * The operator's book has to know that this chat was active, or the ledger would miss its messages: a failure is
   * tried again, by the alarm.
   */
  async #mark(now: number, isActive = this.#store.isUnmarked()): Promise<void> {
    const day = localDay(now);
    if (!isActive || this.#store.isMarked(day)) return;
    await crashPointOnDisk("before_mark", () => this.ctx.storage.sync());
    const round = this.#store.round();
    const isTaken = await this.#ledger.markActive(day, this.ctx.id.toString(), round);
    crashPoint("marked");
    if (isTaken) this.#store.marked(day, round, now);
    this.#armForTheRest();
  }

  /** Never throws and never runs twice at once: a second caller waits for the first, which sees its work too. */
  async #work(): Promise<void> {
    this.#working ??= this.#drain().finally(() => {
      this.#working = null;
      this.#armForTheRest();
    });
    await this.#working;
  }

  async #drain(): Promise<void> {
    this.#store.makeWhole();
    for (;;) {
      this.#takeUpAfterPause();
      const message = this.#store.nextMessage(Date.now());
      if (message !== null) {
        await this.#take(message);
        continue;
      }
      const part = this.#store.nextPart(Date.now());
      if (part !== null) {
        await this.#sender.send(part);
        continue;
      }
      const pause = (this.#store.nextDue() ?? Number.POSITIVE_INFINITY) - Date.now();
      if (pause > WAIT_IN_PLACE) return;
      await scheduler.wait(Math.max(0, pause));
    }
  }

  /** A pause that is over becomes a message of its own, journaled like any other. */
  #takeUpAfterPause(): void {
    const pause = this.#store.pause();
    if (pause === null || pause.at > Date.now()) return;
    this.ctx.storage.transactionSync(() => {
      this.#store.journal(pause.inbound, Date.now());
      this.#store.setPause(null);
    });
  }

  async #take(message: PendingMessage): Promise<void> {
    crashPoint("before_turn");
    const { content } = message.inbound;
    if (content.kind !== "pause") this.#store.releaseHeld(message.receivedAt + SEND_AFTER);
    try {
      const { repliedTo } = message.inbound;
      const about = repliedTo === undefined ? undefined : this.#store.aboutOf(repliedTo);
      const asked = this.#store.asked();
      const turn = await atDesk(isUrgent(message.inbound), TURN_TIMEOUT, (leave) =>
        inTime(
          this.#assistant(message.inbound, this.#store.session(), {
            about,
            asked,
            searching: () => {
              leave();
              this.#sender.showSearching(message.inbound);
            },
            isOvertaken: () => this.#store.hasNewerThan(message.seq),
          }),
        ),
      );
      crashPoint("after_turn");
      this.#commit(message, turn.outcome, turn.replies, turn.session);
      await crashPointOnDisk("committed", () => this.ctx.storage.sync());
      for (const event of turn.events) this.ctx.waitUntil(this.#count(message.inbound.channel, event));
    } catch (error) {
      logEvent("turn_failed", { code: errorCode(error), attempts: message.attempts + 1 });
      if (message.attempts + 1 < TURN_ATTEMPTS) {
        this.#store.postpone(message.seq, Date.now() + backoff(message.attempts, undefined, Math.random()));
        return;
      }
      const at = this.#commit(message, "parked", [COULD_NOT_READ], this.#store.session());
      const { channel } = message.inbound;
      await this.#sender.noteParked({ message: `in-${message.seq}`, channel, reason: "turn_failed", at });
    }
  }

  #commit(
    { seq, inbound, receivedAt, wasParked }: PendingMessage,
    outcome: "answered" | "ignored" | "parked",
    replies: readonly Reply[],
    session: Session,
  ): number {
    const to = {
      chat: inbound.chat,
      ...(inbound.messageId !== undefined && !inbound.isPrivate && { replyTo: inbound.messageId }),
    };
    const common = {
      ...(inbound.thread !== undefined && { thread: inbound.thread }),
      ...(isUrgent(inbound) && { urgent: true as const }),
    };
    const parts = replies
      .flatMap((reply) => this.#sender.partsOf(reply, inbound.channel, to))
      .map((part) => ({ ...part, marks: { ...common, ...part.marks } }));
    const now = Date.now();
    this.ctx.storage.transactionSync(() => {
      this.#store.commit(seq, outcome, session, parts, now, receivedAt + SEND_AFTER);
      this.#store.setPause(pauseOf(inbound, session));
    });
    if (wasParked && outcome !== "parked") this.#sender.noteResolved(`in-${seq}`);
    return now;
  }

  async #count(channel: ChannelName, event: string): Promise<void> {
    await this.#ledger.count(localDay(Date.now()), channel, event);
  }

  async #tellSupervisors({ key, reply }: { readonly key: string; readonly reply: Reply }): Promise<void> {
    const { reporting } = this.#made ?? this.#make();
    const supervisors = (await reporting?.identity?.supervisors()) ?? [];
    await tellOfficials(this.env.CONVERSATION, supervisors, key, reply);
  }

  /** The alarm is the promise that work goes on after a crash. Armed once for a burst of messages. */
  #wakeBy(at: number): void {
    if (this.#alarmAt > Date.now() && this.#alarmAt <= at) return;
    this.#alarmAt = at;
    void this.ctx.storage.setAlarm(at);
  }

  /** Nothing is left to do: the alarm would wake a sleeping chat for nothing. */
  #letSleep(): void {
    if (this.#alarmAt <= Date.now()) return;
    this.#alarmAt = 0;
    void this.ctx.storage.deleteAlarm();
  }

  #armForTheRest(): void {
    const due = this.#store.nextDue();
    if (due !== null) this.#wakeBy(Math.max(due, Date.now() + WAIT_IN_PLACE));
    else if (this.#store.isUnmarked()) this.#wakeBy(Date.now() + MARK_AGAIN);
    else this.#letSleep();
  }
}
