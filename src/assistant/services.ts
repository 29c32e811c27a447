import type { ModelService } from "../features/answering/generative/compose.ts";
import type { CurationServices } from "../features/curation/curation-services.ts";
import type { DocumentServices } from "../features/documents/documents-feature.ts";
import type { FigureFileServices } from "../features/figure-files/figure-files-feature.ts";
import type { FigureUpdateServices } from "../features/figure-updates/figure-update-services.ts";
import type { FigureStore } from "../features/figures/figure-store.ts";
import type { IsOfficial } from "../features/officials/audience.ts";
import type { Officials } from "../features/officials/directory.ts";
import type { OperationsServices } from "../features/operations/operations-services.ts";
import type { Deployment } from "../features/reporting/readers/readers-wording.ts";
import type { ReportingServices } from "../features/reporting/reporting-services.ts";
import type { AgedSection } from "../knowledge/aged-sections.ts";
import type { KnowledgeIndex } from "../knowledge/knowledge-index.ts";

/**
 * What an assistant can be built from. Only `createAssistant` sees all of it: each feature gets what it needs. Where a
 * service is absent, the features that need it are left out, as in the terminal.
 */
export interface Services {
  readonly knowledge: KnowledgeIndex;
  /** The sections of the knowledge that say how they age; absent = none. */
  readonly agedSections?: () => Promise<readonly AgedSection[]>;
  readonly figures: FigureStore;
  /** The present, in milliseconds since the epoch. */
  readonly now: () => number;
  readonly isOfficial: IsOfficial;
  /** How this deployment runs, for who asks who can read what they write; absent in the terminal. */
  readonly deployment?: Pick<Deployment, "isOwnServer" | "searchesElsewhere">;
  /** Who is an official; absent where nobody can become one. */
  readonly officials?: Officials;
  /** Carries what officials have to be told; absent where there are no chats to carry it to. */
  readonly announce?: () => Promise<void>;
  /** How long the bot is silent after a human operator wrote, in milliseconds; absent where no operator can write. */
  readonly operatorQuietMs?: number;
  /** Sending figures by message. */
  readonly figureUpdates?: Pick<FigureUpdateServices, "updates" | "seed" | "download">;
  /** Giving figures out as files; absent where there is nowhere to keep a file. */
  readonly figureFiles?: Pick<FigureFileServices, "keep" | "report">;
  /** Sending documents by message. */
  readonly documents?: Omit<DocumentServices, "officials">;
  /** Approved answers and unanswered questions. */
  readonly curation?: CurationServices;
  /** The loss ledger, for supervisors. */
  readonly operations?: OperationsServices;
  readonly reporting?: ReportingServices;
  readonly model?: ModelService;
  /** The bot's name on Telegram, for links to it. */
  readonly botUsername?: string;
}
