import { judge } from "../../knowledge/confidence.ts";
import type { Hit, KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import { fold, isUnmarked } from "../../language/fold.ts";
import { syllables } from "../../language/syllables.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { TurnContext } from "../../turn/feature.ts";
import type { FigureQuery } from "./figure-query.ts";
import { FIGURE_THREAD } from "./figure-thread.ts";
import { indicatorOf, STANDARD } from "./indicators.ts";
import type { FigureRequest, Refusal } from "./parse/figure-request.ts";
import { HOME } from "./places.ts";
import { ASSESSED, unitName } from "./units.ts";

interface Documents {
  readonly knowledge: Pick<KnowledgeIndex, "search">;
}

/** From this similarity on a document answers, unless the question names a time or follows a figure. */
const LISTED = 0.66;

/** Where no figure is stored: from this similarity on, a document answers better than a refusal. */
const LISTED_ENOUGH = 0.55;

/** So improbable is it that a figure is asked for at all: a document that answers goes before asking back or having none. */
export const HARDLY = 0.035;

/** True where a document lists a question that names no time: it answers before any figure. */
export async function isAskedOfDocuments(
  { knowledge }: Documents,
  { utterance, session }: TurnContext,
  request: FigureRequest,
): Promise<boolean> {
  if (FIGURE_THREAD.of(session) !== undefined) return false;
  if (request.kind === "summary" || (request.kind === "refuse" && NAMED_IN_VAIN.includes(request.reason)))
    return false;
  if (request.kind === "query" && (request.query.periods.length > 0 || computes(request.query))) return false;
  const [best] = await knowledge.search(utterance.clean, { audience: "public", limit: 1 });
  return best !== undefined && best.likeness >= LISTED && tellsOf(best, request);
}

/** Refusals because of something that was named: a document about something else is no answer. */
const NAMED_IN_VAIN: readonly Refusal[] = ["absurdYear", "awarder", "forecast", "unknownPlace"];

/** Operations that documents tell in words as they stand; the others are computed. */
const TOLD_IN_WORDS: readonly FigureQuery["operation"][] = ["figure", "total", "names", "source"];

/** True where the answer isn't what a source says, but worked out from it. */
export const computes = ({
  operation,
  choice,
  claims,
  suppose,
  supposeAll,
  together,
  unitTypes,
}: FigureQuery): boolean =>
  !TOLD_IN_WORDS.includes(operation) ||
  choice !== undefined ||
  suppose !== undefined ||
  supposeAll !== undefined ||
  claims.length > 0 ||
  (together && unitTypes.length > 1);

/** False for a document about another place than the question's, or without the thing of which there are no figures. */
function tellsOf({ passage }: Hit, request: FigureRequest): boolean {
  if (request.kind === "refuse" && request.reason === "notCounted")
    return speaksOf(passage.text, [request.what]);
  if (request.kind !== "query") return true;
  const { places, unitTypes } = request.query;
  const strangers = unitTypes.filter((unit) => !ASSESSED.includes(unit)).map(unitName);
  return (
    places.every(({ area }) => area === HOME.area || passage.text.includes(area)) &&
    speaksOf(passage.text, strangers)
  );
}

/** A list of names is not a figure, and who it was isn't either; "tên" may also mean something else. */
export const asksNames = (request: FigureRequest, { reading: { learned } }: TurnContext): boolean =>
  request.kind === "query" &&
  (request.query.operation === "names" ||
    // "Bộ trưởng tặng 25 giấy khen à" claims a number.
    (request.query.claims.length === 0 &&
      learned.aspects.some(({ is, p }) => is === "who" && p >= SURELY_WHO)));
const SURELY_WHO = 0.9;

/** True where a rule is the reason for having no figure: a document may explain it better, with its source. */
export const isRuleRefusal = (request: FigureRequest): boolean =>
  request.kind === "refuse" && (request.reason === "excluded" || request.reason === "notCounted");

/**
 * Where no figure is stored: a document answers if it speaks of the requested years and places. For a question without
 * a year it must list the question, else it may answer another one.
 */
export async function documentsKnow(
  { knowledge }: Documents,
  { utterance, session, reading: { learned } }: TurnContext,
  request: FigureRequest,
): Promise<boolean> {
  if (FIGURE_THREAD.of(session) !== undefined) return false;
  const [best] = await knowledge.search(utterance.clean, { audience: "public", limit: 1 });
  const verdict = judge(best);
  if (best === undefined || (verdict !== "answer" && verdict !== "probable")) return false;
  if (!tellsOf(best, request)) return false;
  if (verdict === "answer" && chanceOf(learned.acts, "figures") < HARDLY) return true;
  if (request.kind !== "query") return verdict === "answer" && best.likeness >= LISTED_ENOUGH;
  const { periods, places, indicators } = request.query;
  if (indicators.some((id) => indicatorOf(id).by !== undefined)) return false;
  const years = periods.flatMap(({ start, end }) => [start.slice(0, 4), end.slice(0, 4)]);
  const names = places.filter(({ area }) => area !== HOME.area).map(({ area }) => area);
  const told = best.passage.text.replace(/\d{1,2}\/\d{1,2}\/\d{4}/gu, " ");
  // "Năm 2022 bao nhiêu khu dân cư đạt chuẩn?" tells nothing of 2023, whenever the meeting was.
  const own: readonly string[] = best.passage.headings.at(-1)?.match(/\b20\d\d\b/gu) ?? [];
  if (own.length > 0 && !years.every((year) => own.includes(year))) return false;
  const counted = indicators.includes(STANDARD) || request.query.wants === "count";
  const isListed = (years.length > 0 && !counted) || (verdict === "answer" && best.likeness >= LISTED_ENOUGH);
  return (
    isListed &&
    [...years, ...names].every((wanted) => told.includes(wanted)) &&
    speaksOf(told, request.leftOut ?? [])
  );
}

/** True for a document that has the words which no figure answers: "biên giới" isn't any commune. */
function speaksOf(text: string, words: readonly string[]): boolean {
  const asTyped = (one: string, like: string) => {
    const written = one.toLowerCase();
    return ` ${syllables(isUnmarked(like) ? fold(written) : written).join(" ")} `;
  };
  return words.every((one) => asTyped(text, one).includes(asTyped(one, one)));
}
