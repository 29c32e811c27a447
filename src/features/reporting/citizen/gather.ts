import type { IncidentId } from "../../../reader/names/incident.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import { type MessageReading, readMessage } from "../../../reading/read-message.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { merged, type Session } from "../../../turn/session.ts";
import { areApart } from "../../incidents/incident-kin.ts";
import { kindOf } from "../../incidents/incidents-feature.ts";
import { correct } from "../dialogue/correct.ts";
import { answer, type Input, type Progress } from "../dialogue/dialogue.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { appended, LONGEST_PLACE } from "../dialogue/fill.ts";
import { kindOfWhole } from "../dialogue/kind-of-whole.ts";
import { saysWrong } from "../dialogue/leftover.ts";
import { isInner, oneAddress } from "../dialogue/place/levels.ts";
import { isPlainCorrection, putsRight, rightHour } from "../dialogue/plain-correction.ts";
import { hideSecrets } from "../dialogue/protect.ts";
import { partRight } from "../dialogue/right-place.ts";
import { namesHome, withoutHomes } from "../dialogue/screen.ts";
import { isElsewhere, placeTells, readPlaceAnswer } from "../dialogue/where.ts";
import { wholePlace } from "../dialogue/whole.ts";
import { whereIn } from "../dialogue/whole-address.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { GATHERED, gatheredLately, PARKED, PERHAPS, pauseForTold, toldUntil } from "./citizen-session.ts";
import { joinDrafts, otherPoint } from "./join-drafts.ts";
import { perhapsTold } from "./perhaps-told.ts";
import { keepGathered, openGathered } from "./sealed-draft.ts";
import { withoutAsked } from "./told-in-question.ts";
import type { Told } from "./told-wording.ts";

export type Kept = Pick<ReportingServices, "ring" | "media">;

/** What was told, and the session that keeps it. */
export interface Gathered extends Told {
  readonly session: Session;
  /** It begins with what was told before in a question, or in words that nothing answered. */
  readonly isTakenUp?: true;
}

/** What was told lately; null where nothing was, or it can't be read any more. */
export const toldLately = async (
  { ring }: Pick<ReportingServices, "ring">,
  { inbound, session, now }: TurnContext,
): Promise<Draft | null> =>
  gatheredLately(session, now) ? await openGathered(ring, inbound, GATHERED.of(session)) : null;

/**
 * Joins a piece to what was told lately, or begins with it. Nothing is asked: the pieces fill the fields that they can.
 * What was told earlier and isn't joined is set aside.
 * @param isApart the piece is of another kind: it begins something new
 * @returns what is told by now, and the session that keeps it
 */
export async function gather(
  reporting: Kept,
  context: TurnContext,
  input: Input,
  { isApart = false }: { readonly isApart?: boolean } = {},
): Promise<Gathered> {
  const before = isApart ? null : await toldLately(reporting, context);
  const aside = before === null ? await park(reporting, context) : { parked: null, session: {} };
  const begins = before === null && input.kind === "text";
  const earlier = begins ? await takenUp(reporting, context) : EMPTY_DRAFT;
  const piece = begins ? { ...input, text: withoutAsked(input.text) } : input;
  const { draft, notes } = joined(before ?? earlier, piece, context);
  const gone = { ...aside.session, ...PERHAPS.with(undefined) };
  const left = { ...context, session: merged(context.session, gone) };
  const kept = await keepTold(reporting, left, draft);
  return {
    draft,
    before,
    notes,
    parked: aside.parked,
    session: { ...gone, ...kept },
    ...(earlier.what !== undefined && { isTakenUp: true as const }),
  };
}

/** What may have been told before this piece, where both can be one story. */
async function takenUp(reporting: Kept, context: TurnContext): Promise<Draft> {
  const { reading, now } = context;
  const pieces = (await perhapsTold(reporting, context)).map(({ words }) => words);
  const story = pieces.reduce<Draft>((told, text) => {
    // What was no alarm then is none now.
    const calm = { ...readMessage(text), danger: null };
    return joined(told, { kind: "text", text }, { now, reading: calm }).draft;
  }, EMPTY_DRAFT);
  const kind = toldKind(reading);
  return kind !== null && areApart(story.category as IncidentId, kind as IncidentId) ? EMPTY_DRAFT : story;
}

/** Stores what is told by now, with its files, for a day. */
export async function keepTold(
  { ring, media }: Kept,
  { inbound, session, now }: TurnContext,
  draft: Draft,
): Promise<Session> {
  await media.hold(draft.media, now);
  const kept = GATHERED.with(await keepGathered(ring, inbound, draft, now));
  return { ...kept, ...pauseForTold(merged(session, kept)) };
}

/** At the summary every word is told, and answers nothing. A file comes once, however often its message is looked at. */
function joined(
  before: Draft,
  input: Input,
  { now, reading }: Pick<TurnContext, "now" | "reading">,
): Progress {
  const known = new Set(before.media.map(({ key }) => key));
  const piece =
    input.kind === "media" ? { ...input, media: input.media.filter(({ key }) => !known.has(key)) } : input;
  const told: Draft = { ...before, step: "summary" };
  const right = input.kind === "text" ? putRight(told, input.text, now) : null;
  if (right !== null) return right;
  const { draft, notes } = answer(told, piece, now, undefined, reading);
  const point = otherPoint(draft, before);
  const all = point === undefined ? draft : joinDrafts(draft, { ...EMPTY_DRAFT, what: point });
  const category = kindOfStory(before, all.what, reading);
  const isNamed = input.kind === "text" || (input.kind === "media" && input.caption !== undefined);
  return {
    draft: {
      ...all,
      danger: before.danger || reading.danger !== null,
      category: isNamed ? category : before.category,
      ...(input.kind === "text" && slotOf(all, input.text, reading)),
    },
    notes,
  };
}

/** "À nhầm, không phải tối nào cũng …": what is put right stands in the place of what was told. */
function putRight(told: Draft, text: string, now: number): Progress | null {
  if (!putsRight(told, text, now)) return null;
  const isHour = rightHour(told, text, now) !== undefined;
  const right = correct(told, text, now, isHour ? "time" : undefined);
  if (right.kind !== "done" || right.progress.draft.step !== "summary") return null;
  const { draft, notes } = right.progress;
  // An hour is put right where it stands; whatever stands around it is told.
  const isOnlyHour = isHour && !isPlainCorrection(text, now) && draft.what === told.what;
  return isOnlyHour ? { draft: { ...draft, what: appended(draft.what, text) }, notes } : right.progress;
}

const toldKind = (reading: MessageReading): string | null =>
  reading.incident === null ? reading.incidentWords : kindOf(reading);

/** A piece alone sounds like other things than it does where it belongs: the kind is that of all that was told. */
function kindOfStory(before: Draft, story: string | undefined, reading: MessageReading): string {
  if (before.what === undefined || story === undefined || story === before.what)
    return before.category === "other" ? (toldKind(reading) ?? "other") : before.category;
  const kind = kindOfWhole(before.category, story);
  // A piece that by itself is neither told as a wrong nor read as that kind makes no other kind of what was told.
  const bearsOut = reading.incident !== null || reading.learned.incidents[0]?.is === kind;
  return before.category !== "other" && !bearsOut ? before.category : kind;
}

/** Surer than this the reader must be that a piece is the place, or the time. */
const SURELY = 0.6;
/** Longer words are a story. */
const LONGEST_SLOT = 80;

/** The place or the time that a piece adds: what it names beside what is known, or what it is where nothing is. */
function slotOf({ where, when }: Draft, text: string, { learned }: MessageReading): Partial<Draft> {
  const words = hideSecrets(text.trim());
  // Whose home it is isn't where it happened.
  const core = whereIn(namesHome(words) ? withoutHomes(words) : words);
  const [point] = learned.points;
  const isEdit = chanceOf(learned.acts, "edit") > SURELY;
  // What puts a place right says so around it: only the place is taken.
  const isPlace = !isEdit && !saysWrong(words) && point?.is === "place" && point.p >= SURELY;
  const place = (core !== null && isPlace ? wholePlace(words, core) : core)?.words;
  if (place !== undefined && where?.words !== undefined && !where.words.includes(place)) {
    if (isEdit) return { where: partRight({ where }, words, { words: place }) ?? { ...where, words: place } };
    // "… ngã ba Bản Chu rẽ ra" adds only words behind what is known.
    if (
      core?.words !== undefined &&
      core.words !== where.words &&
      where.words.includes(core.words) &&
      place.startsWith(core.words)
    )
      return {};
    // "Cạnh nhà", or where they fled to, says nothing beside what is known.
    if (isElsewhere(words) || (placeTells(place) === "little" && !isInner(place))) return {};
    // A way or a kind of place beside one that has its name tells nobody where to go: it stays in the story.
    if (
      placeTells(where.words) === "name" &&
      placeTells(place) !== "name" &&
      oneAddress(where.words, place) === null
    )
      return {};
    // "Ở phố", and then a message that is nothing but the place: what was only read out of a story goes.
    const isPlain = placeTells(where.words) !== "name" && readPlaceAnswer(words) !== null;
    if (isPlain && oneAddress(where.words, place) === null) return { where: { ...where, words: place } };
    const both = oneAddress(where.words, place) ?? `${where.words}; ${place}`;
    return { where: { ...where, words: both.slice(0, LONGEST_PLACE) } };
  }
  const isPiece = isEdit || chanceOf(learned.acts, "more") > SURELY;
  if (point === undefined || point.p < SURELY || !isPiece || words.length > LONGEST_SLOT) return {};
  if (point.is === "time" && when === undefined) return { when: { words } };
  return point.is === "place" && where === undefined && !namesHome(words) ? { where: { words } } : {};
}

/** Sets aside what was told, so that something else can be: one thing is set aside, so two become one. */
export async function park(
  { ring, media }: Kept,
  { inbound, session, now }: TurnContext,
): Promise<{ readonly parked: Draft | null; readonly session: Session }> {
  const [kept, earlier] = [GATHERED.of(session), PARKED.of(session)];
  const told = await openGathered(ring, inbound, kept);
  if (kept === undefined || told === null) return { parked: null, session: {} };
  if (toldUntil(kept) <= now) {
    await media.drop(told.media, now);
    return { parked: null, session: GATHERED.with(undefined) };
  }
  const before = await openGathered(ring, inbound, earlier);
  const parked = before === null ? told : joinDrafts(before, told);
  await media.hold(parked.media, now);
  return {
    parked,
    session: { ...GATHERED.with(undefined), ...PARKED.with(await keepGathered(ring, inbound, parked, now)) },
  };
}
