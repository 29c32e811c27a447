import { XLSX_TYPE, xlsx } from "../../../platform/xlsx.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { handlingReport } from "./handling.ts";
import { HANDLING, handlingReply, handlingSheets } from "./handling-wording.ts";
import { periodsBefore, readPeriod } from "./period.ts";

const AS_FILE = /\s*\b(?:xlsx|excel)$/iu;

/**
 * "/baocaothang", "/baocaothang 10/2026", "/baocaothang 2026 xlsx": how reports were handled, as words or as a file. Whoever
 * may handle reports may ask.
 */
export async function handlingFigures(
  { book, media }: ReportingServices,
  { inbound, now }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const period = readPeriod(argument.replace(AS_FILE, ""), now);
  if (period === null) return { replies: [HANDLING.unclear(periodsBefore(now))] };
  const figures = await book.figures(period.from, period.to);
  if (figures.length === 0) return { replies: [HANDLING.nothing(period)] };
  const report = handlingReport(figures);
  if (!AS_FILE.test(argument)) return { replies: [handlingReply(report, period)] };
  const file = await media.keepMade(inbound, xlsx(handlingSheets(report, period)), XLSX_TYPE, now);
  if (file === null) return { replies: [HANDLING.noRoom] };
  return {
    replies: [{ ...HANDLING.file(period), attachments: [{ ...file, name: HANDLING.fileName(period) }] }],
  };
}
