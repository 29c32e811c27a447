import { judge } from "../../knowledge/confidence.ts";
import type { Hit, KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import { readUtterance } from "../../language/utterance.ts";
import { type Reply, strong, text } from "../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import type { Officials } from "../officials/directory.ts";
import { answerFigures, type FigureAnswer } from "./answer-query.ts";
import { guardFigures } from "./digit-guard.ts";
import type { Fact } from "./fact.ts";
import { chartOf, hasChart } from "./figure-chart.ts";
import type { FigureQuery } from "./figure-query.ts";
import type { FigureStore } from "./figure-store.ts";
import { FIGURE_THREAD, type FigureThread } from "./figure-thread.ts";
import { WORDING } from "./figures-wording.ts";
import { STANDARD } from "./indicators.ts";
import { latestFact } from "./measure.ts";
import { readQuestion } from "./parse/figure-reading.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
import { understand } from "./parse/understand.ts";
import { HOME } from "./places.ts";
import { createProvenanceWriter } from "./provenance.ts";
import { clarifyReply } from "./refusals.ts";

/** Zalo takes no more. */
const MOST_BUTTONS = 5;

const COMMAND = /^\/(solieu|bieudo)(?:@\w+)?(?=\s|$)\s*/iu;

/** "vẽ biểu đồ tỷ lệ đạt 2022", "cho xem biểu đồ" say the same as the command. */
const CHART = /(?:vẽ|ve|xem|làm|lam|tạo|tao|lập|lap)?\s*(?:biểu đồ|bieu do|đồ thị)/giu;
const CHART_WORDS = /(?:^| )(?:ve|xem|lam|tao|lap|cho|gui) (?:[a-z]+ )?(?:bieu do|do thi)(?: |$)/u;
const wantsChart = (folded: readonly string[]) => CHART_WORDS.test(folded.join(" "));

/**
 * Figures: takes a message only where it asks for a quantity, share or comparison of a known indicator, or begins with
 * "/solieu" or "/bieudo". Every answer is checked by the digit guard and withheld where it fails.
 */
export function figures(services: FigureServices): Feature {
  return { name: "figures", take: (context) => take(services, context) };
}

export interface FigureServices {
  readonly store: FigureStore;
  readonly knowledge: Pick<KnowledgeIndex, "search">;
  readonly isOfficial: IsOfficial;
  /** Logs the use of internal figures; absent where nobody can become an official, as in the terminal. */
  readonly officials?: Pick<Officials, "noteUse"> | undefined;
}

async function take(services: FigureServices, context: TurnContext): Promise<FeatureResult | null> {
  const { utterance, session, now } = context;
  const before = FIGURE_THREAD.of(session);
  const typed = COMMAND.exec(utterance.clean)?.[1]?.toLowerCase();
  const drawn = typed === undefined && wantsChart(utterance.folded);
  const command = drawn ? "bieudo" : typed;
  const asked =
    command === undefined
      ? utterance
      : readUtterance(utterance.clean.replace(COMMAND, "").replace(CHART, " "));
  const understood = understand(readQuestion(asked, now), {
    now,
    forced: command !== undefined,
    thread: before,
  });
  const request = understood ?? (command === "bieudo" ? lastAsked(before) : null);
  if (request === null)
    return command === undefined ? null : { replies: [help(command, await factsFor(services, context))] };
  const [facts, forDocuments] = await Promise.all([
    factsFor(services, context),
    command === undefined && isAskedOfDocuments(services, context, request),
  ]);
  if (forDocuments) return null;
  const answer = answerFigures(request, facts, asked.clean);
  const refuses = answer.empty === true || asksNames(request) || isRuleRefusal(request);
  if (command === undefined && refuses && (await documentsKnow(services, context, request))) return null;
  const dress = command === "bieudo" ? withChart : withChartButton;
  const shown = request.kind === "query" ? dress(answer, facts) : answer;
  const verdict = guardFigures(shown.reply, shown.provenance);
  if (!verdict.ok) return { replies: [{ blocks: [strong(WORDING.withheld)] }], events: ["figure_withheld"] };
  await noteInternalUse(services, context, shown);
  return {
    replies: [shown.reply],
    ...(shown.query !== undefined && {
      session: FIGURE_THREAD.with(threadAfter(shown, shown.query, before, now)),
    }),
  };
}

/** Internal figures only where nobody else can read them. */
async function factsFor(
  { store, isOfficial }: FigureServices,
  context: TurnContext,
): Promise<readonly Fact[]> {
  return store.facts(await audienceOf(context, isOfficial));
}

/** From this similarity on a document answers, unless the question names a time or follows a figure. */
const LISTED = 0.66;

/** Where no figure is stored: from this similarity on, a document answers better than a refusal. */
const LISTED_ENOUGH = 0.55;

async function isAskedOfDocuments(
  { knowledge }: FigureServices,
  { utterance, session }: TurnContext,
  request: FigureRequest,
): Promise<boolean> {
  if (FIGURE_THREAD.of(session) !== undefined) return false;
  if (request.kind === "query" && (request.query.periods.length > 0 || request.query.operation === "series"))
    return false;
  const [best] = await knowledge.search(utterance.clean, { audience: "public", limit: 1 });
  return best !== undefined && best.likeness >= LISTED && tellsOf(best, request);
}

/** False for a document about another place than the question's. */
function tellsOf({ passage }: Hit, request: FigureRequest): boolean {
  const places = request.kind === "query" ? request.query.places : [];
  return places.every(({ area }) => area === HOME.area || passage.text.includes(area));
}

function threadAfter(
  { singled }: FigureAnswer,
  query: FigureQuery,
  before: FigureThread | undefined,
  at: number,
): FigureThread {
  const same = before !== undefined && before.query.indicators.join() === query.indicators.join();
  const earlier = same ? [...new Set([...(before.earlier ?? []), ...before.query.unitTypes])].slice(-10) : [];
  const single = singled === undefined ? {} : { singled };
  return {
    query,
    at,
    ...single,
    ...(same && { prior: before.query }),
    ...(earlier.length > 0 && { earlier }),
  };
}

/** A list of unit names is not a figure; "tên" may also mean something else. */
const asksNames = (request: FigureRequest): boolean =>
  request.kind === "query" && request.query.operation === "names";

/** True where a rule is the reason for having no figure: a document may explain it better, with its source. */
const isRuleRefusal = (request: FigureRequest): boolean =>
  request.kind === "refuse" && request.reason === "excluded";

/**
 * Where no figure is stored: a document answers if it speaks of the requested years and places. For a question without
 * a year it must list the question, else it may answer another one.
 */
async function documentsKnow(
  { knowledge }: FigureServices,
  { utterance, session }: TurnContext,
  request: FigureRequest,
): Promise<boolean> {
  if (FIGURE_THREAD.of(session) !== undefined) return false;
  const [best] = await knowledge.search(utterance.clean, { audience: "public", limit: 1 });
  const verdict = judge(best);
  if (best === undefined || (verdict !== "answer" && verdict !== "probable")) return false;
  if (request.kind !== "query") return verdict === "answer" && best.likeness >= LISTED_ENOUGH;
  const { periods, places } = request.query;
  const years = periods.flatMap(({ start, end }) => [start.slice(0, 4), end.slice(0, 4)]);
  const names = places.filter(({ area }) => area !== HOME.area).map(({ area }) => area);
  const told = best.passage.text.replace(/\d{1,2}\/\d{1,2}\/\d{4}/gu, " ");
  const counted = request.query.indicators.includes(STANDARD);
  const isListed = (years.length > 0 && !counted) || (verdict === "answer" && best.likeness >= LISTED_ENOUGH);
  return isListed && [...years, ...names].every((wanted) => told.includes(wanted));
}

/** Every use of internal figures is in the audit log before they are shown. */
async function noteInternalUse(
  { officials }: FigureServices,
  { inbound, now }: TurnContext,
  { provenance }: FigureAnswer,
): Promise<void> {
  const internal = provenance.facts.filter((fact) => fact.audience === "internal").map((fact) => fact.id);
  if (internal.length === 0) return;
  await officials?.noteUse(inbound.key, inbound.sender, internal.join(" "), now);
}

/** The answer to a command alone: what can be asked, with the latest figures. */
function help(command: string, facts: readonly Fact[]): Reply {
  if (command === "solieu") return clarifyReply(facts, createProvenanceWriter(""));
  const year = latestFact(facts, [STANDARD], HOME)?.end?.slice(0, 4) ?? "";
  return { blocks: [text(WORDING.chartHow(year))] };
}

/** "/bieudo" alone draws the last answer. */
function lastAsked(thread: FigureThread | undefined): FigureRequest | null {
  return thread === undefined ? null : { kind: "query", query: thread.query };
}

function withChart(answer: FigureAnswer, facts: readonly Fact[]): FigureAnswer {
  if (answer.query === undefined) return answer;
  const chart = chartOf(answer.query, facts);
  if (chart === undefined) {
    return { ...answer, reply: { ...answer.reply, blocks: [text(WORDING.noChart), ...answer.reply.blocks] } };
  }
  const inWords = answerFigures({ kind: "query", query: chart.query }, facts, "");
  return { ...inWords, reply: { ...inWords.reply, chart: chart.spec } };
}

/** An answer with two or more comparable rows offers its chart. */
function withChartButton(answer: FigureAnswer, facts: readonly Fact[]): FigureAnswer {
  if (answer.query === undefined || !hasChart(answer.query, facts)) return answer;
  const others = (answer.reply.buttons ?? []).slice(0, MOST_BUTTONS - 1);
  const buttons = [{ label: WORDING.chartButton, payload: "/bieudo" }, ...others];
  return { ...answer, reply: { ...answer.reply, buttons } };
}
