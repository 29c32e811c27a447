import type { AgedSection } from "../../knowledge/aged-sections.ts";
import { localDay } from "../../language/dates.ts";
import { isUnmarked } from "../../language/fold.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import type { Officials } from "../officials/directory.ts";
import { may } from "../officials/roles.ts";
import { REPORT } from "../reporting/citizen/citizen-session.ts";
import type { CuratedBody } from "./curated-answers.ts";
import { type CurationRequest, readCuration, readDecision } from "./curation-request.ts";
import type { CurationServices } from "./curation-services.ts";
import { CURATION, type CurationSession } from "./curation-session.ts";
import {
  answerShown,
  answersReply,
  groupShown,
  groupsReply,
  NAMELESS_AUTHOR,
  obstructed,
  previewReply,
  published,
  retired,
  skipped,
  WORDING,
} from "./curation-wording.ts";
import { askedBy, groupQuestions, type QuestionGroup } from "./groups.ts";
import { noticesOn, obstacleTo } from "./publication-guard.ts";
import { reviewPage } from "./review-wording.ts";
import { daysBefore, LISTED_DAYS, shortHash } from "./unanswered.ts";

/** Groups on one page, and other forms of the question that one answer stores. */
const LISTED = 15;
const MOST_ASKS = 30;

/**
 * `/cauhoi` and `/traloi`: questions without an answer, sections to look at, and approved answers. For officials with the right, in
 * a private Telegram chat. It comes before danger: what an official writes about a fire is meant for citizens.
 */
export function curation(services: CurationCommands): Feature {
  return {
    name: "curation",
    async take(context): Promise<FeatureResult | null> {
      const { inbound, session } = context;
      if (!inbound.isPrivate) return null;
      const request = readRequest(context);
      if (request === null || !may(await services.officials.roleOf(inbound), "update_knowledge")) return null;
      const { changed, ...result } = await act(services, context, request);
      return { ...result, session: CURATION.with({ ...CURATION.of(session), ...changed }) };
    },
  };
}

export interface CurationCommands extends CurationServices {
  /** The sections of the knowledge that say how they age. */
  readonly agedSections: () => Promise<readonly AgedSection[]>;
  readonly officials: Pick<Officials, "roleOf" | "list">;
}

interface Acted extends FeatureResult {
  /** What this chat stores of its new list or preview. */
  readonly changed?: Partial<CurationSession>;
}

/** The same commands from everyone else, after danger: one sentence, and nothing is done. */
export const curationRefusal: Feature = {
  name: "curationRefusal",
  take({ inbound }) {
    if (inbound.channel !== "telegram" || inbound.content.kind !== "text" || inbound.forwarded === true)
      return null;
    if (readCuration(inbound.content.text) === null) return null;
    return { replies: [inbound.isPrivate ? WORDING.notAllowed : WORDING.privateOnly] };
  },
};

function readRequest({ inbound, session }: TurnContext): CurationRequest | null {
  if (inbound.channel !== "telegram" || inbound.content.kind !== "text" || inbound.forwarded === true)
    return null;
  const request = readCuration(inbound.content.text);
  if (request !== null) return request;
  // While a report is open, "huỷ" belongs to the report.
  if (CURATION.of(session)?.draft === undefined || REPORT.of(session) !== undefined) return null;
  const decision = readDecision(inbound.content.text);
  return decision === null ? null : { kind: decision };
}

async function act(
  curating: CurationCommands,
  context: TurnContext,
  request: CurationRequest,
): Promise<Acted> {
  const { answers } = curating;
  const { inbound, now } = context;
  switch (request.kind) {
    case "how":
      return { replies: [WORDING.how] };
    case "list_questions":
      return listQuestions(curating, context);
    case "review":
      return { replies: [reviewPage(await curating.agedSections(), request, now)] };
    case "show_group":
    case "skip_group":
      return onGroup(curating, context, request);
    case "list_answers": {
      const live = await answers.live();
      return { replies: [live.length === 0 ? WORDING.noAnswers : answersReply(live)] };
    }
    case "show_answer": {
      const answer = await answers.byNumber(request.number);
      return { replies: [answer === null ? WORDING.noSuchAnswer : answerShown(answer)] };
    }
    case "retire": {
      const isRetired = await answers.retire(request.number, inbound.sender, now);
      if (!isRetired) return { replies: [WORDING.noSuchAnswer] };
      return { replies: [retired(request.number)], events: ["answer_retired"] };
    }
    case "publish":
    case "drop":
      return decide(curating, context, request);
    case "answer":
      return compose(curating, context, request);
  }
}

async function listQuestions(curating: CurationCommands, context: TurnContext): Promise<Acted> {
  const groups = await openGroups(curating, context);
  if (groups.length === 0) return { replies: [WORDING.noQuestions] };
  const page = groups.slice(0, LISTED);
  return {
    replies: [groupsReply(page, groups.length)],
    changed: { listed: page.map(({ variants: [first] }) => first.id) },
  };
}

async function onGroup(
  curating: CurationCommands,
  context: TurnContext,
  { kind, number }: Extract<CurationRequest, { kind: "show_group" | "skip_group" }>,
): Promise<Acted> {
  const group = (await numbered(curating, context))(number);
  if (group === undefined) return { replies: [WORDING.noSuchGroup] };
  if (kind === "show_group") return { replies: [groupShown(number, group)] };
  const { inbound, now: at } = context;
  const ids = group.variants.map(({ id }) => id);
  await curating.questions.skip(ids, { key: inbound.key, by: inbound.sender, at, day: localDay(at) });
  return { replies: [skipped(number, group)], events: ["question_skipped"] };
}

/** Groups by the numbers that the official last saw: later questions change none of them. */
async function numbered(
  curating: CurationCommands,
  context: TurnContext,
): Promise<(number: number) => QuestionGroup | undefined> {
  const groups = await openGroups(curating, context);
  const listed = CURATION.of(context.session)?.listed;
  return (number) => {
    if (listed === undefined) return groups[number - 1];
    const id = listed[number - 1];
    return groups.find(({ variants }) => variants.some((question) => question.id === id));
  };
}

async function openGroups({ answers, questions }: CurationServices, { now }: TurnContext) {
  const since = daysBefore(localDay(now), LISTED_DAYS);
  const [asked, live] = await Promise.all([questions.since(since), answers.live()]);
  return groupQuestions(
    asked,
    live.filter(({ audience }) => audience === "public"),
  );
}

async function compose(
  curating: CurationCommands,
  context: TurnContext,
  request: Extract<CurationRequest, { kind: "answer" }>,
): Promise<Acted> {
  const { inbound, now: at } = context;
  const asked =
    "groups" in request ? await questionsIn(curating, context, request.groups) : request.questions;
  const [question, ...asks] = asked ?? [];
  if (question === undefined) return { replies: [WORDING.noSuchGroup] };
  const body: CuratedBody = {
    question,
    asks: asks.slice(0, MOST_ASKS),
    ...request.text,
    author: await authorOf(curating, context),
  };
  const obstacle = obstacleTo(body);
  if (obstacle !== null) return { replies: [obstructed(obstacle)] };
  const since = daysBefore(localDay(at), LISTED_DAYS);
  const earlier = askedBy([question, ...body.asks], await curating.questions.since(since));
  const replaced = await curating.library.find(question, body.audience);
  const notices = [...noticesOn(body), ...(replaced === null ? [] : (["replaces"] as const))];
  const id = await shortHash(`${inbound.sender}:${inbound.key}`);
  await curating.answers.keepDraft({ id, by: inbound.sender, at, body });
  return {
    replies: [previewReply(id, body, { notices, earlier, at })],
    changed: { draft: id },
  };
}

/** The questions of the groups, with marks and most asked first; of a group with a masked name only one. */
async function questionsIn(
  curating: CurationCommands,
  context: TurnContext,
  numbers: readonly number[],
): Promise<readonly string[] | null> {
  const group = await numbered(curating, context);
  const chosen = numbers.map(group);
  if (chosen.some((one) => one === undefined)) return null;
  const variants = chosen
    .flatMap((one) => one?.variants ?? [])
    .map(({ words }) => words)
    .toSorted((a, b) => Number(isUnmarked(a)) - Number(isUnmarked(b)));
  return variants.filter((words, i) => i === 0 || !words.includes("["));
}

async function authorOf({ officials }: CurationCommands, { inbound }: TurnContext): Promise<string> {
  const everyone = await officials.list();
  return everyone.find(({ telegramId }) => telegramId === inbound.sender)?.label ?? NAMELESS_AUTHOR;
}

async function decide(
  { answers }: CurationServices,
  { inbound, now, session }: TurnContext,
  { kind, draft = CURATION.of(session)?.draft }: Extract<CurationRequest, { kind: "publish" | "drop" }>,
): Promise<Acted> {
  if (draft === undefined) return { replies: [WORDING.nothingToDecide] };
  const forgotten: Partial<CurationSession> = { draft: undefined };
  if (kind === "drop") {
    const isDropped = await answers.dropDraft(draft, inbound.sender);
    return { replies: [isDropped ? WORDING.dropped : WORDING.nothingToDecide], changed: forgotten };
  }
  const outcome = await answers.confirm(draft, inbound.sender, now);
  if (outcome.kind === "unknown") return { replies: [WORDING.nothingToDecide], changed: forgotten };
  if (outcome.kind === "expired") return { replies: [WORDING.expired], changed: forgotten };
  return {
    replies: [published(outcome.answer, outcome.again)],
    changed: forgotten,
    ...(outcome.again ? {} : { events: ["answer_published"] }),
  };
}
