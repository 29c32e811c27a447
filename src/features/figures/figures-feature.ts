import type { KnowledgeIndex } from "../../knowledge/knowledge-index.ts";
import { fold } from "../../language/fold.ts";
import { readUtterance } from "../../language/utterance.ts";
import { MOST_BUTTONS, type Reply, strong, text } from "../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { audienceOf, type IsOfficial } from "../officials/audience.ts";
import type { Officials } from "../officials/directory.ts";
import { answerFigures, type FigureAnswer } from "./answer-query.ts";
import { CHART, wantsChart, wantsPie } from "./asks-chart.ts";
import { isOtherMatter, mayAskForFigures, namesQuantity } from "./asks-figures.ts";
import { guardFigures } from "./digit-guard.ts";
import { asksNames, computes, documentsKnow, isAskedOfDocuments, isRuleRefusal } from "./documents-first.ts";
import { withEachCommune } from "./each-commune.ts";
import type { Fact } from "./fact.ts";
import { DETAILS, withFileButtons } from "./figure-buttons.ts";
import { chartOf, hasChart } from "./figure-chart.ts";
import { type FigureQuery, type Place, periodsOf } from "./figure-query.ts";
import type { FigureStore } from "./figure-store.ts";
import { FIGURE_THREAD, type FigureThread, fresh, lastPeriod } from "./figure-thread.ts";
import { WORDING } from "./figures-wording.ts";
import { STANDARD } from "./indicators.ts";
import { communesWith, isOf, latestFact } from "./measure.ts";
import { dated, merged, runBack } from "./parse/asked-together.ts";
import { type Reading, readQuestion } from "./parse/figure-reading.ts";
import type { FigureRequest } from "./parse/figure-request.ts";
import { withHome } from "./parse/home-said.ts";
import { isLittle } from "./parse/named-spans.ts";
import { readSummary } from "./parse/summary.ts";
import { understand } from "./parse/understand.ts";
import { communeNotDistrict, HOME } from "./places.ts";
import { createProvenanceWriter } from "./provenance.ts";
import { clarifyReply } from "./refusals.ts";
import { bySource, namesDay, periodAsked } from "./source-days.ts";
import { whereThereIs } from "./where-there-is.ts";

const COMMAND = /^\/(solieu|bieudo)(?:@\w+)?(?=\s|$)\s*/iu;

/**
 * Figures: takes a message only where it asks for a quantity, share or comparison of a known indicator, or begins with
 * "/solieu" or "/bieudo". Every answer is checked by the digit guard and withheld where it fails.
 */
export function figures(services: FigureServices): Feature {
  return { name: "figures", take: (context) => take(services, context) };
}

/**
 * The same for what is surely asked of figures, before anything else is made of it: "tóm tắt năm 2022" is no essay, "TT?"
 * after a figure no thanks.
 */
export function figuresSurely(services: FigureServices): Feature {
  return {
    name: "figures",
    take: async (context) => {
      const isAsked =
        isSurelyAsked(context) || (asksPlainly(context) && (await services.isOfficial(context.inbound)));
      return isAsked ? await take(services, context) : null;
    },
  };
}

/** A summary, everything of a year, or a short follow-up of a figure in which every word is understood. */
function isSurelyAsked(context: TurnContext): boolean {
  const { utterance, session, now } = context;
  const thread = fresh(FIGURE_THREAD.of(session), now);
  const reading = withHome(readQuestion(utterance, now, lastPeriod(thread)), thread);
  const summary = readSummary(reading, thread);
  const { tags, unknown, words, periods, places } = reading;
  const isDated = periods.hits.length > 0;
  if (summary !== null) return thread !== undefined || !isOtherMatter(context, reading, summary);
  const all = understand(reading, { now, forced: false, thread });
  const strange = unknown.filter((word) => !isLittle(word)).length;
  // A number of a year is asked for, and all but a few words say which.
  const asksHowMany = tags.some(({ tag }) => tag === "cue:quantity") && MOSTLY * strange <= words.length;
  if (isDated && asksHowMany && all?.kind === "query" && all.query.indicators[0] !== STANDARD) return true;
  const request = strange === 0 ? all : null;
  if (request?.kind === "clarify" && (isDated || tags.some(({ tag }) => tag === "cue:tell"))) return true;
  if (request?.kind === "numberOf" || request?.kind === "several") return true;
  // "lấy lại con số đầu tiên": a question of before.
  if (request?.kind === "query" && thread?.shown.includes(request.query) === true) return true;
  const isPlain =
    isDated || thread !== undefined || (request?.kind === "query" && request.query.claims.length > 0);
  if (words.length > SHORT_FOLLOW_UP) return isPlain && request?.kind === "query" && computes(request.query);
  if (thread === undefined) return request?.kind === "query" && computes(request.query);
  if (wantsChart(utterance, thread)) return true;
  return request?.kind === "query" && (tags.length + places.length > 0 || request.query.choice !== undefined);
}

/** How many there are of something that figures tell of, every word being understood: an official wants the figure, no page. */
function asksPlainly({ utterance, now }: TurnContext): boolean {
  const reading = readQuestion(utterance, now);
  if (!reading.unknown.every(isLittle)) return false;
  const request = understand(reading, { now, forced: false, thread: undefined });
  // Names of units are no names of persons.
  const namesUnits =
    request?.kind === "query" &&
    request.query.operation === "names" &&
    request.query.indicators.join() === STANDARD &&
    request.query.unitTypes.length > 0;
  const asksNumber = reading.tags.some(({ tag }) => tag === "cue:quantity");
  return request?.kind === "query" && (namesUnits || asksNumber || computes(request.query));
}

const SHORT_FOLLOW_UP = 7;
/** One word in so many may say something else. */
const MOSTLY = 5;
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
  const drawn = typed === undefined && wantsChart(utterance, fresh(before, now));
  const command = drawn ? "bieudo" : typed;
  const asked =
    command === undefined
      ? utterance
      : readUtterance(utterance.clean.replace(COMMAND, "").replace(CHART, " "));
  const thread = fresh(before, now);
  const typedQuestion = withHome(readQuestion(asked, now, lastPeriod(thread)), thread);
  if (command === undefined && before === undefined && !mayAskForFigures(context, typedQuestion)) return null;
  let loaded: Promise<readonly Fact[]> | undefined;
  const all = () => (loaded ??= factsFor(services, context));
  const { read, facts: cited } = namesDay(typedQuestion)
    ? bySource({ read: typedQuestion, facts: await all() })
    : { read: typedQuestion, facts: undefined };
  const options = { now, forced: command !== undefined, thread: before };
  const first = understand(read, options);
  const understood =
    first?.kind === "refuse" &&
    first.reason === "rankPlaces" &&
    communesWith(first.indicators, await all()).length > 0
      ? understand(read, { ...options, byCommune: true })
      : first;
  const wantsDetails = before !== undefined && fold(utterance.clean.toLowerCase()) === DETAILS;
  const asks: FigureRequest | null = wantsDetails
    ? ({ kind: "query", query: { ...before.query, details: true } } as const)
    : (understood ?? periodAsked(read, cited) ?? (command === "bieudo" ? lastAsked(before) : null));
  if (asks === null) return command === undefined ? null : { replies: [help(command, await all())] };
  if (command === undefined && before === undefined && isOtherMatter(context, read, asks)) return null;
  const [facts, forDocuments] = await Promise.all([
    cited ?? all(),
    command === undefined &&
      !(await services.isOfficial(context.inbound)) &&
      isAskedOfDocuments(services, context, asks),
  ]);
  const told = whereThereIs(asks, read, fresh(before, now), facts);
  const request = withEachCommune(withCommunes(told, facts, asked.clean), facts, asked.folded);
  if (forDocuments) return null;
  const answer = answerFigures(request, facts, asked.clean);
  const refuses =
    answer.empty === true ||
    request.kind === "clarify" ||
    asksNames(request, context) ||
    isRuleRefusal(request);
  // A number in a name ("Z121") asks for no figure: what has none is somebody else's question.
  const isStray =
    before === undefined && answer.provenance.facts.length === 0 && !namesQuantity(context, read);
  if (command === undefined && isStray) return null;
  if (command === undefined && refuses && (await documentsKnow(services, context, request))) return null;
  const isDrawn =
    command === "bieudo" || (fresh(before, now)?.drawn === true && request.kind === "query" && changes(read));
  const dress = isDrawn ? withChart : withChartButton;
  const drawnOne = request.kind === "query" ? dress(answer, facts) : answer;
  const shown = command === "bieudo" && wantsPie(utterance) ? withNote(drawnOne, WORDING.onlyBars) : drawnOne;
  const givesFiles = shown.query !== undefined && (command === "bieudo" || request.kind === "summary");
  const isOfficial = givesFiles && (await mayHaveFiles(services, context));
  const reply = isOfficial ? withFileButtons(shown.reply, request) : shown.reply;
  const verdict = guardFigures(shown.reply, shown.provenance);
  if (!verdict.ok) return { replies: [{ blocks: [strong(WORDING.withheld)] }], events: ["figure_withheld"] };
  await noteInternalUse(services, context, shown);
  const provided = shown.provenance.facts.length > 0;
  return {
    replies: [reply],
    // An official who gets the figures asked for is in no danger: "tử số", "tổng" are words of sums.
    ...(provided && (await services.isOfficial(context.inbound)) && { unmistaken: true as const }),
    ...(shown.query !== undefined && {
      session: FIGURE_THREAD.with(threadAfter(shown, shown.query, before, now)),
    }),
  };
}

/** "bỏ khu dân cư đi", "thêm phường vào": what was shown, in the same form. */
const changes = ({ tags, words }: Reading): boolean =>
  (tags.some(({ tag }) => /^op:(?:except|add|lowest|highest|ranking)$/u.test(tag)) ||
    /^th[êe]m$/u.test(words[0] ?? "")) &&
  words.length <= SHORT_FOLLOW_UP;

/** "Lộc Bình" is the commune where its figures are stored, the former district elsewhere. */
function withCommunes(request: FigureRequest, facts: readonly Fact[], question: string): FigureRequest {
  if (request.kind !== "query") return request;
  const { query } = request;
  const told = ({ area, province }: Place) =>
    facts.some((fact) => fact.area === area && fact.province === province && isOf(query, fact));
  const places = query.places.map((place) => communeNotDistrict(place, question, told));
  return { ...request, query: { ...query, places } };
}

/** Internal figures only where nobody else can read them. */
async function factsFor(
  { store, isOfficial }: FigureServices,
  context: TurnContext,
): Promise<readonly Fact[]> {
  return store.facts(await audienceOf(context, isOfficial));
}

/** So many questions of a chat may be meant together. */
const MOST_SHOWN = 6;

function threadAfter(
  { singled, provenance, reply }: FigureAnswer,
  query: FigureQuery,
  before: FigureThread | undefined,
  at: number,
): FigureThread {
  const isTold = provenance.facts.some(
    ({ value, numerator }) => value !== undefined || numerator !== undefined,
  );
  const { choice, ...all } = query;
  // After "bỏ cái 100% ra" the chat is about the others.
  const left =
    choice?.out === true && singled !== undefined
      ? { ...all, operation: "figure" as const, unitTypes: [...singled], rest: true }
      : query;
  const earlier =
    before === undefined || before.untold === true
      ? (before?.shown ?? [])
      : [...before.shown, dated(before.query, before.told)];
  return {
    // What there was no number of ("cá nhân") isn't what the next question is about.
    query: isTold || before === undefined ? left : { ...query, unitTypes: before.query.unitTypes },
    at,
    shown: earlier.slice(-MOST_SHOWN),
    ...(reply.chart !== undefined && { drawn: true as const }),
    ...(provenance.facts.length === 0 && { untold: true as const }),
    ...(singled !== undefined && left === query && { singled: [...singled] }),
    ...(query.periods.length === 0 && periodTold(provenance.facts)),
  };
}

/** The period of the facts, where they have one. */
function periodTold(facts: readonly Fact[]): Pick<FigureThread, "told"> {
  const [told] = periodsOf(facts);
  return told === undefined || new Set(facts.map(({ period }) => period)).size > 1 ? {} : { told };
}

/** Files go to officials in their own chat with the messenger that takes them. */
const mayHaveFiles = async (
  { isOfficial, officials }: FigureServices,
  { inbound }: TurnContext,
): Promise<boolean> =>
  officials !== undefined &&
  inbound.channel === "telegram" &&
  inbound.isPrivate &&
  (await isOfficial(inbound));

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

/** "/bieudo" alone draws the last answer, or the last ones where they differ in one thing. */
function lastAsked(thread: FigureThread | undefined): FigureRequest | null {
  if (thread === undefined) return null;
  const run = runBack(dated(thread.query, thread.told), thread.shown);
  return { kind: "query", query: run.length === 1 ? thread.query : { ...thread.query, ...merged(run) } };
}

const withNote = (answer: FigureAnswer, words: string): FigureAnswer =>
  answer.reply.chart === undefined
    ? answer
    : { ...answer, reply: { ...answer.reply, blocks: [...answer.reply.blocks, text(words)] } };

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
