import { fold } from "../../../../language/fold.ts";
import { type CodeReading, readReportCode, withoutReportCodes } from "../../../../language/report-code.ts";
import { type Reply, text } from "../../../../messaging/reply.ts";
import type { TurnContext } from "../../../../turn/feature.ts";
import type { OfficialActor } from "../../case.ts";
import { categoryName } from "../../category-names.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { INSTEAD } from "./desk-wording.ts";

/** So many of one's own cases are offered where a command names none, of so many. */
const OFFERED = 5;
const LOOKED_AT = 50;
/** The longest payload of a button, in bytes. */
const LONGEST = 60;

/**
 * The case that a command names and its other words, in any order: who is in a hurry types "/hẹn 2 tiếng TB-…".
 * @example readNamedCase("2 tiếng TB-7K2M-9QP4") // rest: "2 tiếng"
 */
export function readNamedCase(argument: string): { readonly reading: CodeReading; readonly rest: string } {
  const [first = "", ...others] = argument.split(/\s+/u);
  const atFirst = readReportCode(first, { bare: true });
  if (atFirst.kind === "code") return { reading: atFirst, rest: others.join(" ") };
  if (atFirst.kind === "typo" && /^tb/iu.test(first)) return { reading: atFirst, rest: "" };
  const rest = withoutReportCodes(argument).replace(/\s+/gu, " ").trim();
  const isInside = rest !== argument.replace(/\s+/gu, " ").trim();
  return isInside ? { reading: readReportCode(argument), rest } : { reading: { kind: "none" }, rest };
}

/** No case is named: those that the handler has, a tap each, the one of the last act first. What a group doesn't see isn't among them. */
export async function which(
  { book, routes }: ReportingServices,
  { inbound, now }: TurnContext,
  { id }: OfficialActor,
  name: string,
  argument: string,
): Promise<Reply> {
  const communes = (await routes?.communesOf(inbound.chat)) ?? undefined;
  const { cases } = await book.find({
    group: "all",
    open: true,
    owner: { id },
    ...(communes !== undefined && { communes }),
    now,
    limit: LOOKED_AT,
  });
  const latest = cases.toSorted((a, b) => b.lastEventAt - a.lastEventAt).slice(0, OFFERED);
  const buttons = latest.map(({ code, category }) => ({
    label: `${code} · ${categoryName(category)}`,
    payload: `/${name} ${code} ${fold(argument)}`.trim(),
  }));
  return {
    blocks: [text(INSTEAD.which(name))],
    buttons: buttons.filter(({ payload }) => payload.length <= LONGEST),
  };
}
