import { DurableObject } from "cloudflare:workers";
import { configOf } from "../config.ts";
import type { Bindings } from "../env.ts";
import { localDay } from "../language/dates.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { Chat, Delivery, ParkedState, WaitingCounts } from "../messaging/chats.ts";
import type { ChatCounts } from "../messaging/counts.ts";
import type { Inbound } from "../messaging/inbound.ts";
import { crashPoint, crashPointOnDisk } from "../platform/crash-points.ts";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import { AppError } from "../platform/errors.ts";
import { ActivityMark } from "./activity-mark.ts";
import { ChangeOver } from "./change-over.ts";
import { ChatAlarm } from "./chat-alarm.ts";
import { chatCountsOf } from "./chat-counts.ts";
import { migrateChat } from "./chat-migrations.ts";
import { ChatSeal } from "./chat-seal.ts";
import { ConversationStore } from "./chat-store.ts";
import { ChatWork } from "./chat-work.ts";
import { hasRows } from "./hand-over.ts";
import { ParkedMessages } from "./parked-messages.ts";
import { MARK_AGAIN, RESUME_AFTER, RETRY_PATIENCE, WAIT_IN_PLACE, WAKE_PATIENCE } from "./retry-schedule.ts";
import type { HandedOver, Numbers } from "./stored-rows.ts";

/** What the sweep hears of an object whose rows have moved. */
const NOTHING: WaitingCounts & ChatCounts & { readonly settled: null } = {
  waiting: 0,
  outgoing: 0,
  parked: 0,
  days: [],
  open: [],
  stuck: { n: 0, since: null },
  unsent: { n: 0, since: null },
  isDuty: false,
  oldest: null,
  settled: null,
};

/**
 * One chat. Messages are stored and then taken strictly in order, one at a time. The session and the replies of a turn
 * are committed together; the outbox then sends the replies. docs/architecture.md says what happens when the process
 * dies at each step.
 */
export class Conversation extends DurableObject<Bindings> implements Chat {
  readonly #store: ConversationStore;
  readonly #mark: ActivityMark;
  readonly #parked: ParkedMessages;
  readonly #alarm: ChatAlarm;
  readonly #ledger: Ledger;
  readonly #ring: KeyRing | undefined;
  readonly #changeOver: ChangeOver;
  readonly #work: ChatWork;

  constructor(state: DurableObjectState, env: Bindings) {
    super(state, env);
    migrateChat(state.storage);
    this.#ring = configOf(env).reports?.keyRing;
    this.#store = new ConversationStore(state.storage.sql, new ChatSeal(this.#ring, this.#id));
    this.#mark = new ActivityMark(this.#store);
    this.#alarm = new ChatAlarm(state.storage);
    this.#parked = new ParkedMessages(state.storage.sql, this.#store);
    this.#ledger = new Ledger(env.LEDGER);
    this.#work = new ChatWork({
      state,
      env,
      ring: this.#ring,
      store: this.#store,
      ledger: this.#ledger,
      onRest: () => this.#armForTheRest(),
    });
    const { storage } = state;
    this.#changeOver = new ChangeOver({ env, ring: this.#ring, id: this.#id, store: this.#store, storage });
  }

  get #id(): string {
    return this.ctx.id.toString();
  }

  /** True where the object's name can be guessed from an account: no keys are set. */
  get #isPlain(): boolean {
    return this.#ring === undefined && !this.#store.memory.isSealed();
  }

  /**
   * True where nothing is stored here, though the sweep or an alarm of a restored state knows the object: its rows were
   * erased again. Nothing may be written before the first message claims the chat.
   */
  get #isNew(): boolean {
    return this.#ring !== undefined && !hasRows(this.ctx.storage.sql);
  }

  /**
   * Stores the message, then returns; the answer follows later. Throws only where the write failed, so that the webhook
   * can answer 5xx and the platform sends it again.
   */
  async accept(inbound: Inbound): Promise<"journaled" | "duplicate"> {
    const now = Date.now();
    crashPoint("before_journal");
    this.#claim();
    const { isNew, due } = this.ctx.storage.transactionSync(() => this.#store.journal(inbound, now));
    if (!isNew) return "duplicate";
    this.#alarm.wakeBy(now + RESUME_AFTER);
    await crashPointOnDisk("journaled", () => this.ctx.storage.sync());
    if (due !== null && this.#work.isRunning) this.ctx.waitUntil(this.#work.parts.turns.note(due));
    this.#work.tellNews();
    this.ctx.waitUntil(this.#workThenMark());
    return "journaled";
  }

  /** Stores a message from another chat that is to be sent here, then returns; sending follows later. */
  async deliver({ key, channel, chat, replies }: Delivery): Promise<void> {
    const now = Date.now();
    const parts = replies
      .flatMap((reply) => this.#work.parts.sender.partsOf(reply, channel, { chat }))
      .map((part) => ({ ...part, marks: { ...part.marks, delivery: key } }));
    const asks = replies.find((reply) => reply.asks === true)?.about;
    const ends = replies.find((reply) => reply.ends === true)?.about;
    this.#claim();
    const isNew = this.ctx.storage.transactionSync(() => {
      const fresh = this.#store.deliver(key, parts, now);
      if (fresh && asks !== undefined) this.#store.memory.setAsked({ code: asks, at: now });
      if (fresh && ends !== undefined) this.#store.memory.setEnded({ code: ends, at: now });
      return fresh;
    });
    if (!isNew) return;
    this.#alarm.wakeBy(now + RESUME_AFTER);
    await crashPointOnDisk("delivery_written", () => this.ctx.storage.sync());
    // A turn under way may last; what came from elsewhere doesn't wait for it.
    if (this.#work.isRunning) this.#work.parts.lanes.start();
    this.#work.tellNews();
    this.ctx.waitUntil(this.#workThenMark());
  }

  /**
   * What is written here from now on is sealed.
   * @throws AppError where rows from before are still to move
   */
  #claim(): void {
    if (this.#ring === undefined) return;
    if (this.#changeOver.isDue()) throw new AppError("chat_not_moved", "the chat has another name now");
    this.#store.memory.setSealed();
  }

  async changeOver(): Promise<void> {
    await this.#changeOver.run();
  }

  /** Takes the rows of this chat from its object under an open name; once, however often they are given. */
  async takeOver(from: string, rows: HandedOver): Promise<Numbers> {
    const grown = this.ctx.storage.transactionSync(() => {
      this.#store.memory.setSealed();
      return this.#store.takeOver(from, rows);
    });
    this.#alarm.wakeBy(Date.now() + RESUME_AFTER);
    await this.ctx.storage.sync();
    return grown;
  }

  async forgetCase(code: string, how: { readonly empties: boolean } = { empties: false }): Promise<void> {
    this.#claim();
    this.ctx.storage.transactionSync(() => this.#store.forgetCase(code, how));
    await this.ctx.storage.sync();
  }

  /** Continues unfinished work, then counts. Called by the sweep. */
  async wake(): Promise<WaitingCounts & ChatCounts & { readonly settled: number | null }> {
    if (this.#changeOver.isDue()) {
      await this.#changeOver.run();
      return NOTHING;
    }
    if (this.#isNew) return NOTHING;
    const isDuty = await this.#work.isDuty();
    // A hanging messenger must not hold up the other chats of the sweep.
    await Promise.race([this.#work.run(), scheduler.wait(WAKE_PATIENCE)]);
    if (isDuty) this.#work.parts.sender.tellAllSetAside(Date.now());
    await this.#tellActive(this.#mark.isDue());
    this.#parked.expire(Date.now());
    return { ...this.#store.counts(), ...(await this.messageCounts()), settled: this.#mark.settle() };
  }

  /** The present state of this chat's messages. Waits for nothing. */
  async messageCounts(): Promise<ChatCounts> {
    if (this.#changeOver.isDue()) return NOTHING;
    return chatCountsOf(this.ctx.storage.sql, Date.now(), await this.#work.isDuty());
  }

  /**
   * Tries a parked message again for a supervisor and waits a little for the result. Where this chat is already
   * working, as in the supervisor's own turn, the message only joins the queue.
   * @param name as in the ledger: `in-7` for a message that couldn't be read, `out-7` for a reply
   */
  async retryParked(
    name: string,
  ): Promise<{ readonly state: ParkedState | "sent"; readonly reason?: string }> {
    this.#claim();
    const now = Date.now();
    const isBusy = this.#work.isRunning;
    if (!this.#parked.retry(name, now)) return this.#parked.stateOf(name);
    this.#alarm.wakeBy(now + RESUME_AFTER);
    this.#work.tellNews();
    this.ctx.waitUntil(this.#workThenMark());
    if (!isBusy) await Promise.race([this.#work.run(), scheduler.wait(RETRY_PATIENCE)]);
    const after = this.#parked.stateOf(name);
    return after.state === "gone" ? { state: "sent" } : after;
  }

  /** Closes a parked message without an answer, for a supervisor; false where there is none. */
  async dismissParked(name: string): Promise<boolean> {
    this.#claim();
    const isClosed = this.ctx.storage.transactionSync(() => this.#parked.dismiss(name));
    await this.ctx.storage.sync();
    await this.#ledger.resolve(this.#id, name, Date.now());
    this.ctx.waitUntil(this.#tellActive(true));
    return isClosed;
  }

  override async alarm(): Promise<void> {
    this.#alarm.wentOff();
    if (this.#changeOver.isDue()) return this.#changeOver.run();
    if (this.#isNew) return;
    await this.#work.run();
    await this.#tellActive(this.#mark.isDue());
  }

  /** Does the stored work, then tells the book. */
  async #workThenMark(): Promise<void> {
    await this.#work.run();
    await this.#tellActive(true);
  }

  /**
   * The operator's book has to know that this chat was active, or the ledger would miss its messages: a failure is
   * tried again, by the alarm.
   */
  async #tellActive(isActive: boolean): Promise<void> {
    const now = Date.now();
    const day = localDay(now);
    if (!isActive || this.#mark.isMarked(day)) return;
    await crashPointOnDisk("before_mark", () => this.ctx.storage.sync());
    const round = this.#mark.round();
    const isTaken = await this.#ledger.markActive(day, this.#id, round, { isPlain: this.#isPlain });
    crashPoint("marked");
    if (isTaken) this.#mark.marked(day, round, now);
    this.#armForTheRest();
  }

  #armForTheRest(): void {
    const due = this.#work.nextDue();
    if (due !== null) this.#alarm.wakeBy(Math.max(due, Date.now() + WAIT_IN_PLACE));
    else if (this.#mark.isDue()) this.#alarm.wakeBy(Date.now() + MARK_AGAIN);
    else this.#alarm.letSleep();
  }
}
