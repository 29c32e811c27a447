import { fold } from "../../../language/fold.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { findableWords } from "../book/find/case-words.ts";
import type { ReportStatus } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { isClosed } from "../workflow/workflow.ts";
import { ownReports, statusReply, type Told, withTold } from "./citizen-wording.ts";
import { lookUp, presentStatus } from "./follow-up.ts";
import { namedCase, type WhichCase } from "./which-case.ts";

/**
 * How far the reports of this chat are, with what became of them: the one that is named, the one whose words are said, the
 * one spoken of last, else all of them. Null where there is none.
 */
export async function ownStatus(
  reporting: ReportingServices,
  context: TurnContext,
  which: Exclude<WhichCase, { kind: "refused" }>,
): Promise<FeatureResult | null> {
  const { book } = reporting;
  const { inbound, now } = context;
  const own = await book.reportsOf(inbound);
  const named = namedCase(context);
  if (named !== undefined && !own.some(({ code }) => code === named))
    return lookUp(reporting, context, named);
  const code = named ?? (await saidIn(reporting, context, own)) ?? soleOf(own, which);
  const status =
    code === undefined || !own.some((one) => one.code === code) ? null : await presentStatus(book, code);
  if (status !== null) {
    const told = await toldOf(reporting, status.code);
    return { replies: [withTold(statusReply(status, now, told.note), told)] };
  }
  return own.length === 0 ? null : { replies: [ownReports(own)] };
}

/** Who has one open report means it; of several only the one spoken of, and that one was named before. */
function soleOf(own: readonly ReportStatus[], which: WhichCase): string | undefined {
  const open = own.filter(({ state }) => !isClosed(state));
  if (own.length === 1 || (open.length === 0 && which.kind === "own"))
    return which.kind === "own" ? which.code : own[0]?.code;
  return undefined;
}

/** "Cái vụ loa ấy": the only one of one's own reports that has a word of the question. */
async function saidIn(
  { book }: ReportingServices,
  { utterance }: TurnContext,
  own: readonly ReportStatus[],
): Promise<string | undefined> {
  if (own.length < 2) return undefined;
  const said = new Set(utterance.folded.filter((word) => findableWords(word).size > 0));
  const reports = await Promise.all(own.map(({ code }) => book.get(code)));
  const hits = reports.map((report) => {
    const words = findableWords(fold(report?.content.what ?? ""));
    return { code: report?.code, n: [...said].filter((word) => words.has(word)).length };
  });
  const [first, second] = hits.toSorted((a, b) => b.n - a.n);
  return first !== undefined && first.n > (second?.n ?? 0) ? first.code : undefined;
}

/** What the reporter sent since, and the result as they were told it; of a merged report that of the case it went into. */
async function toldOf({ book }: ReportingServices, code: string): Promise<Told> {
  const report = await book.get(code);
  const history = await book.history(code);
  const whole = report?.duplicateOf === undefined ? history : await book.history(report.duplicateOf);
  const said = history.filter(({ action }) => action === "told_duty");
  const last = whole.findLast(({ to }) => to !== undefined && to !== "duplicate");
  const note = last?.text;
  return {
    words: said.filter(({ text = "" }) => text !== "").length,
    media: said.flatMap(({ media = [] }) => media),
    isCorrected: said.some(({ as }) => as === "corrects"),
    ...(note !== undefined && { note }),
  };
}
