import { createAssistant } from "../assistant/features.ts";
import { createAnnounce } from "../assistant/wiring/announce.ts";
import { createOperations } from "../assistant/wiring/create-operations.ts";
import { createReporting } from "../assistant/wiring/create-reporting.ts";
import { createServices } from "../assistant/wiring/create-services.ts";
import { createChannels } from "../channels/channels.ts";
import { chartPng } from "../channels/charts/png.ts";
import { configOf, dutyGroupsOf } from "../config.ts";
import type { Bindings } from "../env.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import { chatFinder, idOf } from "../ledger/chat-finder.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { OperationsState } from "../ledger/operations-state.ts";
import type { Reply } from "../messaging/reply.ts";
import { PROMPT_TEXTS } from "../model/prompt-texts.ts";
import type { KeyRing } from "../platform/crypto/key-ring.ts";
import type { ConversationStore } from "./chat-store.ts";
import { DutyWatch } from "./duty-watch.ts";
import { GroupPace } from "./group-pace.ts";
import { reportPage } from "./report-page.ts";
import { LONGEST_DELAY, WAIT_IN_PLACE } from "./retry-schedule.ts";
import { Sender } from "./sender.ts";
import { SendingLanes } from "./sending-lanes.ts";
import { giveWay, TurnTaker } from "./turn-taker.ts";
import { UnwrittenDanger } from "./unwritten-danger.ts";

export interface ChatWorkOptions {
  readonly state: DurableObjectState;
  readonly env: Bindings;
  readonly ring: KeyRing | undefined;
  readonly store: ConversationStore;
  readonly ledger: Ledger;
  /** Nothing can be done now: the alarm is to be set for what is left. */
  readonly onRest: () => void;
}

/** What a turn and sending need. */
interface Parts {
  readonly reporting: ReportingServices | undefined;
  readonly sender: Sender;
  readonly lanes: SendingLanes;
  readonly turns: TurnTaker;
}

/**
 * What one chat does with what it stores: it takes the turn of one message after the other, sends what they leave in the
 * outbox, and ends when nothing can be done now.
 */
export class ChatWork {
  readonly #options: ChatWorkOptions;
  #made: Parts | undefined;
  /** Null where this isn't the duty group's chat, undefined where nobody looked yet. */
  #watch: DutyWatch | null | undefined;
  #running: Promise<void> | null = null;
  /** Resolves when something new is to be done. */
  #news = Promise.withResolvers<void>();

  constructor(options: ChatWorkOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  get parts(): Parts {
    return this.#made ?? this.#make();
  }

  /** Made for the first turn: storing a message doesn't need it. */
  #make(): Parts {
    const { state, env, store, ring, ledger } = this.#options;
    const config = configOf(env);
    const reporting = createReporting(env, config);
    const made = createServices(env, config, PROMPT_TEXTS);
    const services = {
      ...made,
      operations: createOperations(env, made.officials.audit),
      announce: createAnnounce(chatFinder(env, ring), made.officials),
      ...(reporting && {
        reporting,
        figureFiles: { keep: reporting.media.keepMade.bind(reporting.media), report: reportPage },
      }),
    };
    const common = {
      store,
      ledger,
      id: state.id.toString(),
      inBackground: (work: Promise<unknown>) => state.waitUntil(work),
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
      sync: () => state.storage.sync(),
      tellSupervisors: (message) => this.#tellSupervisors(message),
    });
    const assistant = createAssistant(services);
    const unwritten = new UnwrittenDanger(() => channels);
    const turns = new TurnTaker({ ...common, sender, assistant, unwritten, storage: state.storage });
    const lanes = new SendingLanes(store.outbox, sender);
    this.#made = { reporting, sender, lanes, turns };
    return this.#made;
  }

  /** Never throws and never runs twice at once: a second caller waits for the first run, which also does its work. */
  async run(): Promise<void> {
    this.#running ??= this.#drain().finally(() => {
      this.#running = null;
      this.#options.onRest();
    });
    await this.#running;
  }

  async #drain(): Promise<void> {
    const { state, store } = this.#options;
    let hasTaken = false;
    for (;;) {
      this.#takeUpAfterPause();
      // A chat with nothing to do needs none of the parts.
      if (this.#made === undefined && this.nextDue() === null) return;
      const { lanes } = this.parts;
      lanes.start();
      lanes.throwFailure();
      await this.#findWatch();
      state.waitUntil(this.#watch?.look(Date.now()) ?? Promise.resolve());
      const now = Date.now();
      // A finished answer is sent before the next message is taken, unless the messenger keeps it waiting.
      const promptUntil = lanes.promptUntil(now);
      const message = promptUntil === null ? store.nextMessage(now) : null;
      if (message !== null) {
        // Other chats' messages come in between two turns of this one.
        if (hasTaken) await giveWay();
        hasTaken = true;
        await this.parts.turns.take(message);
        continue;
      }
      if (await this.parts.sender.expiring.removeNext(now)) continue;
      const { inFlight, landed } = lanes;
      const due = this.nextDue(inFlight) ?? Number.POSITIVE_INFINITY;
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

  /** A run that pauses looks again. */
  tellNews(): void {
    const news = this.#news;
    this.#news = Promise.withResolvers();
    news.resolve();
  }

  /** The end of a pause becomes a message, stored like any other. */
  #takeUpAfterPause(): void {
    const { state, store } = this.#options;
    const pause = store.memory.pause();
    if (pause === null || pause.at > Date.now()) return;
    state.storage.transactionSync(() => {
      store.journal(pause.inbound, Date.now());
      store.memory.setPause(null);
    });
  }

  /** When there is something to do next, or to look after; null where all is done. */
  nextDue(inFlight?: ReadonlySet<number>): number | null {
    const due = this.#options.store.nextDue(inFlight);
    const look = this.#watch?.dueAt() ?? null;
    return due === null || look === null ? (due ?? look) : Math.min(due, look);
  }

  /** True where this is a duty group's chat. */
  async isDuty(): Promise<boolean> {
    const { state, env, ring } = this.#options;
    const config = configOf(env);
    if (config.reports === undefined) return false;
    for (const chat of dutyGroupsOf(config))
      if ((await idOf(env, ring, { channel: "telegram", chat })).equals(state.id)) return true;
    return false;
  }

  /** Looks after what waits in the duty group's chat, and after how much is said there; absent in every other one. */
  async #findWatch(): Promise<void> {
    if (this.#watch !== undefined) return;
    const { store, env } = this.#options;
    if (!(await this.isDuty())) {
      this.#watch = null;
      return;
    }
    if (store.outbox.pace === null) store.outbox.keepPace(new GroupPace(store.memory.number("refusedAt")));
    this.#watch = new DutyWatch({
      store,
      state: new OperationsState(env.LEDGER),
      tellSupervisors: (message) => this.#tellSupervisors(message),
    });
  }

  async #tellSupervisors({ key, reply }: { readonly key: string; readonly reply: Reply }): Promise<void> {
    await this.parts.reporting?.tellSupervisors(key, reply);
  }
}
