import { DurableObject } from "cloudflare:workers";
import { createAssistant } from "../assistant/features.ts";
import { createAnnounce } from "../assistant/wiring/announce.ts";
import { createOperations } from "../assistant/wiring/create-operations.ts";
import { createReporting } from "../assistant/wiring/create-reporting.ts";
import { createServices } from "../assistant/wiring/create-services.ts";
import { createChannels } from "../channels/channels.ts";
import { chartPng } from "../channels/charts/png.ts";
import { configOf } from "../config.ts";
import type { Bindings } from "../env.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { localDay } from "../language/dates.ts";
import { chatFinder, idOf } from "../ledger/chat-finder.ts";
import { Ledger } from "../ledger/ledger.ts";
import { OperationsState } from "../ledger/operations-state.ts";
import type { Chat, Delivery, ParkedState, WaitingCounts } from "../messaging/chats.ts";
import type { ChatCounts } from "../messaging/counts.ts";
import type { Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import { PROMPT_TEXTS } from "../model/prompt-texts.ts";
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
import { DutyWatch } from "./duty-watch.ts";
import { hasRows } from "./hand-over.ts";
import { ParkedMessages } from "./parked-messages.ts";
import {
  LONGEST_DELAY,
  MARK_AGAIN,
  RESUME_AFTER,
  RETRY_PATIENCE,
  WAIT_IN_PLACE,
  WAKE_PATIENCE,
} from "./retry-schedule.ts";
import { Sender } from "./sender.ts";
import { SendingLanes } from "./sending-lanes.ts";
import type { HandedOver, Numbers } from "./stored-rows.ts";
import { giveWay, TurnTaker } from "./turn-taker.ts";
import { UnwrittenDanger } from "./unwritten-danger.ts";

/** What a turn and sending need. */
interface Parts {
  readonly reporting: ReportingServices | undefined;
  readonly sender: Sender;
  readonly lanes: SendingLanes;
  readonly turns: TurnTaker;
}

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
  #made: Parts | undefined;
  /** Null where this isn't the duty group's chat, undefined where nobody looked yet. */
  #watch: DutyWatch | null | undefined;
  #working: Promise<void> | null = null;
  /** Resolves when something new is to be done. */
  #news = Promise.withResolvers<void>();

  constructor(state: DurableObjectState, env: Bindings) {
    super(state, env);
    migrateChat(state.storage);
    this.#ring = configOf(env).reports?.keyRing;
    this.#store = new ConversationStore(state.storage.sql, new ChatSeal(this.#ring, this.#id));
    this.#mark = new ActivityMark(this.#store);
    this.#alarm = new ChatAlarm(state.storage);
    this.#parked = new ParkedMessages(state.storage.sql, this.#store);
    this.#ledger = new Ledger(env.LEDGER);
    const { storage } = state;
    this.#changeOver = new ChangeOver({ env, ring: this.#ring, id: this.#id, store: this.#store, storage });
  }

  /** Made for the first turn: storing a message doesn't need it. */
  #make(): Parts {
    const { ctx, env } = this;
    const config = configOf(env);
    const reporting = createReporting(env, config);
    const made = createServices(env, config, PROMPT_TEXTS);
    const services = {
      ...made,
      operations: createOperations(env, made.officials.audit),
      announce: createAnnounce(chatFinder(env, this.#ring), made.officials),
      ...(reporting && { reporting }),
    };
    const common = {
      store: this.#store,
      ledger: this.#ledger,
      id: this.#id,
      inBackground: (work: Promise<unknown>) => ctx.waitUntil(work),
    };
    const channels = createChannels(
      env.ZALO_TOKENS,
      config,
      chartPng,
      async (key) => reporting?.media.read(key) ?? null,
    );
    const sender = new Sender({
      ...common,
      channels,
      ...(reporting && { reporting }),
      sync: () => ctx.storage.sync(),
      tellSupervisors: (message) => this.#tellSupervisors(message),
    });
    const assistant = createAssistant(services);
    const unwritten = new UnwrittenDanger(() => channels);
    const turns = new TurnTaker({ ...common, sender, assistant, unwritten, storage: ctx.storage });
    const lanes = new SendingLanes(this.#store.outbox, sender);
    this.#made = { reporting, sender, lanes, turns };
    return this.#made;
  }

  /** True where this is the duty group's chat. */
  async #isDuty(): Promise<boolean> {
    const { telegram, reports } = configOf(this.env);
    const chat = telegram?.dutyChatId;
    if (chat === undefined || reports === undefined) return false;
    return (await idOf(this.env, this.#ring, { channel: "telegram", chat })).equals(this.ctx.id);
  }

  /** Looks after what waits in the duty group's chat; absent in every other one. */
  async #findWatch(): Promise<void> {
    if (this.#watch !== undefined) return;
    this.#watch = (await this.#isDuty())
      ? new DutyWatch({
          store: this.#store,
          state: new OperationsState(this.env.LEDGER),
          tellSupervisors: (message) => this.#tellSupervisors(message),
        })
      : null;
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

  get #parts(): Parts {
    return this.#made ?? this.#make();
  }

  /**
   * Stores the message, then returns; the answer follows later. Throws only where the write failed, so that the webhook
   * can answer 5xx and the platform sends it again.
   */
  async accept(inbound: Inbound): Promise<"journaled" | "duplicate"> {
    const now = Date.now();
    crashPoint("before_journal");
    this.#claim();
    if (!this.#store.journal(inbound, now)) return "duplicate";
    this.#alarm.wakeBy(now + RESUME_AFTER);
    await crashPointOnDisk("journaled", () => this.ctx.storage.sync());
    if (this.#working !== null) this.ctx.waitUntil(this.#parts.turns.note(inbound));
    this.#tellNews();
    this.ctx.waitUntil(this.#workThenMark());
    return "journaled";
  }

  /** Stores a message from another chat that is to be sent here, then returns; sending follows later. */
  async deliver({ key, channel, chat, replies }: Delivery): Promise<void> {
    const now = Date.now();
    const parts = replies
      .flatMap((reply) => this.#parts.sender.partsOf(reply, channel, { chat }))
      .map((part) => ({ ...part, marks: { ...part.marks, delivery: key } }));
    const asks = replies.find((reply) => reply.asks === true)?.about;
    this.#claim();
    const isNew = this.ctx.storage.transactionSync(() => {
      const fresh = this.#store.deliver(key, parts, now);
      if (fresh && asks !== undefined) this.#store.memory.setAsked({ code: asks, at: now });
      return fresh;
    });
    if (!isNew) return;
    this.#alarm.wakeBy(now + RESUME_AFTER);
    await crashPointOnDisk("delivery_written", () => this.ctx.storage.sync());
    // A turn under way may last; what came from elsewhere doesn't wait for it.
    if (this.#working !== null) this.#parts.lanes.start();
    this.#tellNews();
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
    const isDuty = await this.#isDuty();
    // A hanging messenger must not hold up the other chats of the sweep.
    await Promise.race([this.#work(), scheduler.wait(WAKE_PATIENCE)]);
    if (isDuty) this.#parts.sender.tellAllSetAside(Date.now());
    await this.#tellActive(this.#mark.isDue());
    this.#parked.expire(Date.now());
    return { ...this.#store.counts(), ...(await this.messageCounts()), settled: this.#mark.settle() };
  }

  /** The present state of this chat's messages. Waits for nothing. */
  async messageCounts(): Promise<ChatCounts> {
    if (this.#changeOver.isDue()) return NOTHING;
    return chatCountsOf(this.ctx.storage.sql, Date.now(), await this.#isDuty());
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
    const isBusy = this.#working !== null;
    if (!this.#parked.retry(name, now)) return this.#parked.stateOf(name);
    this.#alarm.wakeBy(now + RESUME_AFTER);
    this.#tellNews();
    this.ctx.waitUntil(this.#workThenMark());
    if (!isBusy) await Promise.race([this.#work(), scheduler.wait(RETRY_PATIENCE)]);
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
    await this.#work();
    await this.#tellActive(this.#mark.isDue());
  }

  /** Does the stored work, then tells the book. */
  async #workThenMark(): Promise<void> {
    await this.#work();
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

  /** Never throws and never runs twice at once: a second caller waits for the first run, which also does its work. */
  async #work(): Promise<void> {
    this.#working ??= this.#drain().finally(() => {
      this.#working = null;
      this.#armForTheRest();
    });
    await this.#working;
  }

  async #drain(): Promise<void> {
    let hasTaken = false;
    for (;;) {
      this.#takeUpAfterPause();
      // A chat with nothing to do needs none of the parts.
      if (this.#made === undefined && this.#nextTime() === null) return;
      const { lanes } = this.#parts;
      lanes.start();
      lanes.throwFailure();
      await this.#findWatch();
      this.ctx.waitUntil(this.#watch?.look(Date.now()) ?? Promise.resolve());
      const now = Date.now();
      // A finished answer is sent before the next message is taken, unless the messenger keeps it waiting.
      const promptUntil = lanes.promptUntil(now);
      const message = promptUntil === null ? this.#store.nextMessage(now) : null;
      if (message !== null) {
        // Other chats' messages come in between two turns of this one.
        if (hasTaken) await giveWay();
        hasTaken = true;
        await this.#parts.turns.take(message);
        continue;
      }
      if (await this.#parts.sender.expiring.removeNext(now)) continue;
      const { inFlight, landed } = lanes;
      const due = this.#nextTime(inFlight) ?? Number.POSITIVE_INFINITY;
      const pause = Math.max(0, (promptUntil ?? due) - now);
      if (inFlight.size === 0 && pause > WAIT_IN_PLACE) return;
      await this.#pauseFor(Math.min(pause, LONGEST_DELAY), landed);
    }
  }

  /** Ends early where something new is to be done. */
  async #pauseFor(ms: number, landed: Promise<void>): Promise<void> {
    const over = new AbortController();
    const pause = scheduler.wait(ms, { signal: over.signal }).catch(() => {});
    await Promise.race([landed, this.#news.promise, pause]);
    over.abort();
  }

  #tellNews(): void {
    const news = this.#news;
    this.#news = Promise.withResolvers();
    news.resolve();
  }

  /** The end of a pause becomes a message, stored like any other. */
  #takeUpAfterPause(): void {
    const pause = this.#store.memory.pause();
    if (pause === null || pause.at > Date.now()) return;
    this.ctx.storage.transactionSync(() => {
      this.#store.journal(pause.inbound, Date.now());
      this.#store.memory.setPause(null);
    });
  }

  async #tellSupervisors({ key, reply }: { readonly key: string; readonly reply: Reply }): Promise<void> {
    await this.#parts.reporting?.tellSupervisors(key, reply);
  }

  /** When there is something to do next, or to look after; null where all is done. */
  #nextTime(inFlight?: ReadonlySet<number>): number | null {
    const due = this.#store.nextDue(inFlight);
    const look = this.#watch?.dueAt() ?? null;
    return due === null || look === null ? (due ?? look) : Math.min(due, look);
  }

  #armForTheRest(): void {
    const due = this.#nextTime();
    if (due !== null) this.#alarm.wakeBy(Math.max(due, Date.now() + WAIT_IN_PLACE));
    else if (this.#mark.isDue()) this.#alarm.wakeBy(Date.now() + MARK_AGAIN);
    else this.#alarm.letSleep();
  }
}
