import { displayMoment } from "../../../language/dates.ts";
import type { CaseEvent } from "../case.ts";
import { short } from "./short.ts";

/** Of a correction, in UTF-16 units: the message itself is in the group. */
const SHOWN_WORDS = 120;
const SHOWN_CORRECTIONS = 2;

/** What the reporter said after the report, as its card shows it: a handler who looks only there must not miss it. */
export function saidLines(events: readonly CaseEvent[]): string[] {
  const said = events.filter(({ action }) => action === "told_duty");
  const last = (as: CaseEvent["as"]) => said.findLast((event) => event.as === as);
  const [withdrawn, settled, again] = [last("withdraws"), last("settled"), last("again")];
  // Asking for help again undoes both.
  const stands = (event: CaseEvent | undefined) =>
    event !== undefined && (again === undefined || said.indexOf(event) > said.indexOf(again));
  const satisfied = events.findLast(({ action }) => action === "satisfied" || action === "reopened");
  const corrected = said.filter(({ as }) => as === "corrects").slice(-SHOWN_CORRECTIONS);
  const added = said.filter(({ as }) => as === undefined);
  const latest = added.at(-1);
  return [
    ...(!stands(withdrawn) || withdrawn === undefined
      ? []
      : [`NGƯỜI BÁO XIN RÚT lúc ${displayMoment(withdrawn.at)}`]),
    ...(!stands(settled) || settled === undefined
      ? []
      : [`Người báo cho biết đã yên lúc ${displayMoment(settled.at)}`]),
    ...(again === undefined ? [] : [`NGƯỜI BÁO NHỜ GIÚP LẠI lúc ${displayMoment(again.at)}`]),
    ...corrected.map(({ at, text = "" }) => `Sửa lúc ${displayMoment(at)}: ${inOneLine(text)}`),
    ...(latest === undefined
      ? []
      : [`Người báo nhắn thêm ${added.length} lần, gần nhất lúc ${displayMoment(latest.at)}`]),
    ...(satisfied?.action === "satisfied"
      ? [`Người báo cho biết đã ổn lúc ${displayMoment(satisfied.at)}`]
      : []),
  ];
}

/** A citizen's words begin no line of their own: they could pass for ours. */
const inOneLine = (words: string): string => short(words.replace(/\s+/gu, " ").trim(), SHOWN_WORDS);
