import type { KnowledgeThread } from "../features/answering/knowledge-thread.ts";
import type { AskedInVain, CurationSession } from "../features/curation/curation-session.ts";
import type { FigureThread } from "../features/figures/figure-thread.ts";
import type { Pace } from "../features/rate-limit.ts";
import type { Kept } from "../features/reporting/citizen/sealed-draft.ts";
import type { DutySession } from "../features/reporting/duty/duty-session.ts";

/** What is remembered between two messages of one chat. Small, and never the words of a report. */
export interface Session {
  /** Payloads of the buttons last shown, so that "1" can be typed for the first. */
  readonly choices?: readonly string[];
  /** The figure last asked for, so that "còn phường?" is understood. */
  readonly figures?: FigureThread;
  /** The document last cited, so that "hiệu lực khi nào?" is understood. */
  readonly knowledge?: KnowledgeThread;
  /** How many questions of this chat went to the language model on a day. */
  readonly modelCalls?: { readonly day: string; readonly n: number };
  /** What an official has in hand of approved answers, and what this chat asked in vain today. */
  readonly curation?: CurationSession;
  readonly unanswered?: AskedInVain;
  readonly greeted?: boolean;
  /** A report under way, sealed. */
  readonly report?: Kept;
  /** Words told without a command, sealed: one tap makes a report of them. */
  readonly told?: Kept;
  /** The last word to the handlers of a report, the album it belonged to, and when the citizen turned away from it. */
  readonly talkedAt?: number;
  readonly talkAlbum?: string;
  readonly talkClosed?: number;
  readonly duty?: DutySession;
  /** Wrong report codes asked for lately. */
  readonly lookupMisses?: { readonly since: number; readonly n: number };
  /** Until when a file is taken for figures, in milliseconds since the epoch. */
  readonly awaitsFigures?: number;
  /** How fast this chat writes: see `pace.ts`. */
  readonly pace?: Pace;
  /** A human operator has the word until then, in milliseconds since the epoch. */
  readonly quietUntil?: number;
  /** When to come back to this chat unasked, as after a report left half told. */
  readonly pauseAt?: number;
}
