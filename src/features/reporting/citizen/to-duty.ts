import type { Asked } from "../../../language/privacy/own/own-details.ts";
import type {
  FactsOutcome,
  FactsRequest,
  RelayOutcome,
  ReopenOutcome,
  ReportBook,
  Submission,
  Submitted,
} from "../book/report-book.ts";
import type { Reporter } from "../case.ts";
import type { Draft } from "../dialogue/draft.ts";
import { type Choices, type Finding, screen } from "../dialogue/screen.ts";
import { screenDraft } from "../dialogue/screen-draft.ts";
import type { LostMedia, Place, ReportMedia } from "../report.ts";
import { saidAs } from "./said-as.ts";

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
  const as = saidAs(words.lead);
  const outcome = await book.relayToDuty({
    ...message,
    text: `${words.lead ?? ""}${text}`,
    ...(as !== undefined && { as }),
  });
  return { outcome, findings };
}

/**
 * Where it is, told after the case of a danger was sent: help must find it, so an address goes as told.
 * @param better the place to stand on the card, made of the one that stands there and of the told one
 */
export async function placeToDuty(
  book: Pick<ReportBook, "setFacts">,
  told: Place,
  better: (before: Place | undefined, told: Place) => Place,
  message: Omit<FactsRequest, "from">,
): Promise<FactsOutcome> {
  const { words, ...point } = told;
  const asked: ReadonlySet<Asked> = new Set();
  const text = words ?? "";
  const { findings } = screenWords({ text, asked, danger: true });
  const isPlace = ({ kind, words: found }: Finding) =>
    kind === "address" || (kind === "name" && found === text.trim());
  const choices = Object.fromEntries(findings.filter(isPlace).map(({ id }) => [id, "pass" as const]));
  const safe = screenWords({ text, asked, danger: true, choices }).text;
  const where = words === undefined ? point : { ...point, words: safe };
  return book.setFacts({ ...message, from: ({ where: before }) => ({ where: better(before, where) }) });
}

/** True where handlers may see words as they are: nothing in them may be the reporter's own. */
export const maySee = (text: string): boolean =>
  screenWords({ text, asked: new Set(), danger: false }).findings.length === 0;

/** Where and when it was, put right after the report was sent: only what handlers may see as it is. */
export const rightToDuty = (
  book: Pick<ReportBook, "setFacts">,
  right: ReturnType<FactsRequest["from"]>,
  message: Omit<FactsRequest, "from">,
): Promise<FactsOutcome> => book.setFacts({ ...message, from: () => right });

/** The case isn't solved, says the reporter by a tap: no words go with it. */
export const reopenToDuty = (
  book: Pick<ReportBook, "reopen">,
  message: { readonly code: string; readonly reporter: Reporter; readonly at: number; readonly key: string },
): Promise<ReopenOutcome> => book.reopen({ ...message, text: "" });
