import { readReportCode } from "../../../language/report-code.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { OfficialActor } from "../case.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { cardCopy, factsOf } from "./card.ts";
import { noteCaseAct } from "./case-log.ts";
import { caseList, historyReply } from "./cases.ts";
import { WORDING } from "./duty-wording.ts";

/** "/tin": the open cases; "/tin TB-…": the history and the present state of one, which the audit has. */
export async function lookUp(
  reporting: ReportingServices,
  context: TurnContext,
  { role }: OfficialActor,
  argument: string,
): Promise<FeatureResult> {
  const { book } = reporting;
  const { now } = context;
  const reading = readReportCode(argument, { bare: true });
  if (reading.kind === "none") return { replies: [caseList(await book.open(), now)] };
  if (reading.kind === "typo") return { replies: [WORDING.typo] };
  const report = await book.get(reading.code);
  if (report === null) return { replies: [WORDING.unknown(reading.code)] };
  await noteCaseAct(reporting, context, "case_read", report.code);
  const facts = await factsOf(book, report, now);
  const place = context.inbound.isPrivate ? ({ in: "private" } as const) : ({ in: "group", role } as const);
  return {
    replies: [historyReply(report.code, await book.history(report.code)), cardCopy(report, facts, place)],
  };
}
