import { readReportCode } from "../../../language/report-code.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { names } from "../book/book-context.ts";
import { findableWords } from "../book/find/case-words.ts";
import type { OfficialActor } from "../case.ts";
import { categoriesNamed } from "../category-names.ts";
import { mayNameIn } from "../group/may-name.ts";
import { messageKey } from "../message-key.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { cardCopy, factsOf } from "./card.ts";
import { noteCaseAct } from "./case-log.ts";
import { historyReply } from "./cases.ts";
import { caseList, PAGE } from "./desk/case-list.ts";
import { LIST } from "./desk/desk-wording.ts";
import { findLoosely } from "./desk/find-loosely.ts";
import { type ListQuery, readListQuery } from "./desk/list-query.ts";
import { WORDING } from "./duty-wording.ts";

/** What is typed like this is meant as a code. */
const CODE_LIKE = /^\s*tb\W?[0-9a-z]{3,5}\W?[0-9a-z]{0,5}\s*$/iu;

/** "/tin": the open cases, or those that the words after it ask for; "/tin TB-…": the history and the present state of one, which the audit has. */
export async function lookUp(
  reporting: ReportingServices,
  context: TurnContext,
  handler: OfficialActor,
  argument: string,
): Promise<FeatureResult> {
  const { book } = reporting;
  const { now } = context;
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind === "typo" && CODE_LIKE.test(argument)) return { replies: [WORDING.typo] };
  if (reading.kind !== "code") return listCases(reporting, context, handler, readListQuery(argument));
  const report = await book.get(reading.code);
  if (report === null) return { replies: [WORDING.unknown(reading.code)] };
  await noteCaseAct(reporting, context, "case_read", report.code);
  const facts = await factsOf(book, report, now, mayNameIn(reporting, context.inbound.chat));
  const place = context.inbound.isPrivate
    ? ({ in: "private" } as const)
    : ({ in: "group", role: handler.role } as const);
  return {
    replies: [historyReply(report.code, await book.history(report.code)), cardCopy(report, facts, place)],
  };
}

/**
 * The cases of a query. In the group, where their cards stand, each with what it is remembered by. A search is in the audit by
 * its number of hits: its words may be about somebody.
 */
export async function listCases(
  { book, log, ring, routes }: ReportingServices,
  { inbound, now }: TurnContext,
  { id }: OfficialActor,
  query: ListQuery,
): Promise<FeatureResult> {
  const { whose, page, commune, ...wanted } = query;
  if (query.words !== undefined && findableWords(query.words).size === 0)
    return { replies: [LIST.tooCommon] };
  const owner = whose === "mine" ? { id } : whose;
  // In the group of some communes only theirs are listed.
  const theirs = inbound.isPrivate ? null : ((await routes?.communesOf(inbound.chat)) ?? null);
  const communes =
    commune === undefined ? (theirs ?? undefined) : [commune].filter((one) => theirs?.includes(one) ?? true);
  const found = await findLoosely(book, {
    ...wanted,
    ...(owner !== undefined && { owner }),
    ...(communes !== undefined && { communes }),
    ...(query.words !== undefined && { categories: categoriesNamed(query.words) }),
    now,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  });
  if (query.words !== undefined) {
    const key = `cases_searched:${await ring.lookupHash(names.act(messageKey(inbound)))}`;
    await log({ key, at: now, actor: id, action: "cases_searched", subject: String(found.total) });
  }
  const cases = inbound.isPrivate ? found.cases : await book.withGists(found.cases);
  return { replies: [caseList({ ...found, cases }, query, now)] };
}
