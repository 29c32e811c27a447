import type { Generator } from "../features/answering/generative/generator.ts";
import type { CurationServices } from "../features/curation/curation-services.ts";
import type { FigureUpdateServices } from "../features/figure-updates/figure-updates-feature.ts";
import type { FigureStore } from "../features/figures/figure-store.ts";
import type { Officials } from "../features/officials/directory.ts";
import type { OperationsServices } from "../features/operations/operations-services.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import type { KnowledgeIndex } from "../knowledge/knowledge-index.ts";
import type { Inbound } from "../messaging/inbound.ts";

/** What features may call on. Handed in, so that the Worker, the terminal and the tests use the same turn. */
export interface Services {
  readonly knowledge: KnowledgeIndex;
  readonly figures: FigureStore;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
  /** True where the sender may see internal documents and figures. */
  readonly isOfficial: (who: Pick<Inbound, "channel" | "sender">) => Promise<boolean>;
  /** Who is an official; absent where nobody can become one, as in the terminal. */
  readonly officials?: Officials;
  /** How long an operator's word silences the machine, in milliseconds; absent where no operator can speak. */
  readonly operatorQuietMs?: number;
  /** Sending figures by message; absent where nobody can. */
  readonly figureUpdates?: FigureUpdateServices;
  /** Approved answers and unanswered questions; absent where there is no book of them. */
  readonly curation?: CurationServices;
  /** The loss ledger, for supervisors; absent where no conversation keeps one, as in the terminal. */
  readonly operations?: OperationsServices;
  /** Reports; absent where they aren't taken. */
  readonly reporting?: ReportingServices;
  /** Answers in a language model's words, and what may be spent on one; absent where none is configured. */
  readonly model?: {
    readonly generator: Generator;
    /** How long a turn may wait for it in all, in milliseconds. */
    readonly timeoutMs: number;
    /** Questions a day that one chat may put to it. */
    readonly callsPerChat: number;
  };
  /** The bot's name on Telegram, for links to it. */
  readonly botUsername?: string;
}
