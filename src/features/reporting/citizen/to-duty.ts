import type { Asked } from "../../../language/privacy/own/own-details.ts";
import type { RelayOutcome, ReopenOutcome, ReportBook, Submission, Submitted } from "../book/report-book.ts";
import type { Reporter } from "../case.ts";
import type { Draft } from "../dialogue/draft.ts";
import { type Choices, type Finding, screen } from "../dialogue/screen.ts";
import { screenDraft } from "../dialogue/screen-draft.ts";
import type { LostMedia, ReportMedia } from "../report.ts";

/**
 * The one gate between a citizen's words and the handlers. Whoever writes something of a citizen into the book goes
 * through here; `to-duty.test.ts` looks for other ways.
 */

interface Passed<T> {
  readonly outcome: T;
  readonly findings: readonly Finding[];
}

/** A finished report. What is hidden isn't stored with the case. */
export async function reportToDuty(
  book: Pick<ReportBook, "submit">,
  draft: Draft,
  submission: Omit<Submission, "content" | "category">,
): Promise<Passed<Submitted>> {
  const { content, findings } = screenDraft(draft);
  const outcome = await book.submit({ ...submission, category: draft.category, content });
  return { outcome, findings };
}

/** A citizen's words on a report, as they were typed, and what may be done with what points to them. */
export interface Words {
  readonly text: string;
  readonly asked: ReadonlySet<Asked>;
  readonly danger: boolean;
  readonly choices?: Choices;
  /** Our own words before them. */
  readonly lead?: string;
}

/** The words as handlers may see them. */
export function screenWords({ text, asked, danger, choices = {} }: Words): {
  readonly text: string;
  readonly findings: readonly Finding[];
} {
  const { texts, findings } = screen([{ text }], { asked, danger, choices });
  return { text: texts[0] ?? "", findings };
}

/** An answer, an addition or files to a report that was sent. */
export async function wordsToDuty(
  book: Pick<ReportBook, "relayToDuty">,
  words: Words,
  message: {
    readonly code: string;
    readonly reporter: Reporter;
    readonly media: readonly ReportMedia[];
    readonly lost?: readonly LostMedia[];
    readonly at: number;
    readonly key: string;
  },
): Promise<Passed<RelayOutcome>> {
  const { text, findings } = screenWords(words);
  return { outcome: await book.relayToDuty({ ...message, text: `${words.lead ?? ""}${text}` }), findings };
}

/** The case isn't solved, says the reporter by a tap: no words go with it. */
export const reopenToDuty = (
  book: Pick<ReportBook, "reopen">,
  message: { readonly code: string; readonly reporter: Reporter; readonly at: number; readonly key: string },
): Promise<ReopenOutcome> => book.reopen({ ...message, text: "" });
