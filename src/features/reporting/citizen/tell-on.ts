import { type Reply, text } from "../../../messaging/reply.ts";
import type { IncidentId } from "../../../reader/names/incident.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import { type MessageReading, readMessage } from "../../../reading/read-message.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { merged } from "../../../turn/session.ts";
import { areApart } from "../../incidents/incident-kin.ts";
import { adviceFor, advisedOn } from "../../incidents/incidents-feature.ts";
import { DETAIL_QUESTIONS } from "../dialogue/details.ts";
import type { Input, Note } from "../dialogue/dialogue.ts";
import type { Draft } from "../dialogue/draft.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { PARKED } from "./citizen-session.ts";
import { does } from "./draft-questions.ts";
import { type Gathered, gather, keepTold, toldLately } from "./gather.ts";
import { keep } from "./keep-report.ts";
import { asReport } from "./told.ts";
import { ADDED, acknowledged, newStep, stillUseful, withOffer } from "./told-wording.ts";

/** So sure another kind must be before what was told is set aside for it: two matters in one report are found by a handler. */
const ANOTHER = { kind: 0.75, tell: 0.5 };

/** A piece alone may sound like another kind; together with what was told, whichever stands first, it is plainly the same. */
const isStillOf = ({ what = "", category }: Draft, piece: string): boolean =>
  [`${what}, ${piece}`, `${piece}, ${what}`].every(
    (both) => readMessage(both).learned.incidents[0]?.is === category,
  );

/** True where a statement is of clearly another kind than what was told. */
function isApart({ incident, learned, utterance }: MessageReading, told: Draft): boolean {
  const [likeliest] = learned.incidents;
  return (
    incident !== null &&
    likeliest?.is === incident &&
    likeliest.p >= ANOTHER.kind &&
    chanceOf(learned.acts, "tell", "danger") >= ANOTHER.tell &&
    areApart(incident, told.category as IncidentId) &&
    !isStillOf(told, utterance.clean)
  );
}

/** A mere detail that makes it a kin of what it was ("số nó gọi là …") brings no second page of advice. */
const isOtherKind = (context: TurnContext, { category: before }: Draft, { category: now }: Draft): boolean =>
  before !== now && (areApart(before as IncidentId, now as IncidentId) || !does(context, "more"));

/** The advice on the kind of what was told. */
function adviceOn({ reading }: TurnContext, { draft, isTakenUp }: Gathered): Reply {
  const told = draft.what === undefined ? reading : readMessage(draft.what);
  // Of what was only asked, and then told on, the kind must be sure.
  return adviceFor(isTakenUp === true ? advisedOn(told) : (draft.category as IncidentId), true, told);
}

/** What, where and when are known: the next reply shows what will go, and "gửi" sends it. */
async function shownWhole(
  reporting: ReportingServices,
  context: TurnContext,
  gathered: Gathered,
  advice: readonly Reply[],
): Promise<FeatureResult> {
  const { draft, notes, session } = gathered;
  const step = advice.length === 0 ? newStep(gathered) : undefined;
  const left = { ...context, session: merged(context.session, session) };
  const { what = "" } = gathered.before ?? {};
  const said: Note = (draft.what ?? "").startsWith(what) ? "told" : "put_right";
  const changes: readonly Note[] = draft.what === what ? [] : [said];
  const { replies, ...kept } = await keep(reporting, left, { draft, notes: [...changes, ...notes] });
  const [first, ...others] = replies;
  const shown =
    first === undefined || step === undefined
      ? replies
      : [{ ...first, blocks: [text(`Nhớ: ${step}`), ...first.blocks] }, ...others];
  return { ...kept, replies: [...advice, ...shown], session: { ...session, ...kept.session } };
}

/** The advice, and what became of the words where they were more of what was told. */
function adviseOn(context: TurnContext, gathered: Gathered): Reply {
  const advice = adviceOn(context, gathered);
  return gathered.before?.what === undefined
    ? withOffer(advice, gathered)
    : withOffer(advice, gathered, ADDED);
}

/**
 * Joins what was told or shown to the open matter, or begins one, and says what became of it. The advice on a kind is given
 * once: with the first words that tell of it, and where the story turns out to be of another.
 */
export async function tellOn(
  reporting: ReportingServices,
  context: TurnContext,
  input: Input,
): Promise<FeatureResult> {
  const { incident } = context.reading;
  const before = await toldLately(reporting, context);
  const gathered = await gather(reporting, context, input, {
    isApart: before !== null && isApart(context.reading, before),
  });
  const { before: earlier } = gathered;
  const { unadvised, ...draft } = gathered.draft;
  const begins = incident !== null || gathered.isTakenUp === true;
  const isNew = earlier === null ? begins : isOtherKind(context, earlier, draft);
  const isDue = unadvised === true && draft.what !== earlier?.what;
  // Beside what was set aside, which of both is to go is asked first.
  const isAlone = earlier !== null && PARKED.of(merged(context.session, gathered.session)) === undefined;
  const open = isAlone && input.kind === "text" ? asReport(draft) : null;
  const calm = isCalmInStory(context.reading, draft.what) ? { unmistaken: true as const } : {};
  if (open?.step === "summary") {
    const advice = isNew && draft.category !== "other" ? [adviceOn(context, gathered)] : [];
    return { ...(await shownWhole(reporting, context, { ...gathered, draft: open }, advice)), ...calm };
  }
  if ((isNew || isDue) && draft.category !== "other") {
    const kept = isDue ? await keepTold(reporting, context, draft) : {};
    return { replies: [adviseOn(context, gathered)], session: { ...gathered.session, ...kept } };
  }
  const asked = stillUseful(draft);
  const isDetail = asked !== "" && asked === DETAIL_QUESTIONS[draft.category as IncidentId];
  const session = isDetail
    ? {
        ...gathered.session,
        ...(await keepTold(reporting, context, { ...draft, done: [...draft.done, "details"] })),
      }
    : gathered.session;
  return { replies: [acknowledged(gathered, asked)], session, ...calm };
}

/** Surer of a danger than this, a piece has its line of numbers whatever else is told. */
const LITTLE = 0.35;

/** "Mua xong quay ra không còn": a piece that alone may be a danger, and in its story surely is none. Despair never is. */
function isCalmInStory({ doubt, danger, learned }: MessageReading, what = ""): boolean {
  if (danger !== null || doubt === null || doubt.isNear || doubt.kind === "selfHarm") return false;
  if (learned.danger >= LITTLE) return false;
  const whole = readMessage(what.replaceAll("\n", ", "));
  return whole.danger === null && whole.doubt === null;
}
