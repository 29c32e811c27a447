import { MINUTE } from "../../../platform/time.ts";
import type { Point } from "../../../reader/names/labels.ts";
import { incidentOf } from "../../../reading/incident/detect-incident.ts";
import { DETECTORS, type MessageReading, readMessage } from "../../../reading/read-message.ts";
import { undecided } from "../media/telling-files.ts";
import { FILE_LIMITS, type LostMedia, type ReportMedia } from "../report.ts";
import { type Besides, besidesIn } from "./besides.ts";
import { withDetails } from "./details.ts";
import { type Draft, EMPTY_DRAFT, type Step } from "./draft.ts";
import { appended, keep, known, putUnknown, putWhen, withSlots } from "./fill.ts";
import type { Intent } from "./intents.ts";
import { saysWrong } from "./leftover.ts";
import { isPast, STILL } from "./past.ts";
import { hideSecrets } from "./protect.ts";
import { saying } from "./said.ts";
import type { Choice, Finding } from "./screen.ts";
import { screenDraft } from "./screen-draft.ts";
import { MAX_ANSWER, type Slots, slotsOf } from "./slots.ts";
import { askAgain, proceed, reopen, stay } from "./steps.ts";
import { aheadIn } from "./time/ahead.ts";
import { readWhen } from "./when.ts";

/** Longest stored text of a report, in UTF-16 units. */
export const MAX_TEXT = 10_000;

/** The citizen's input. Files were fetched before; a file that couldn't be stored comes as lost. */
export type Input =
  /** `id`: the messenger's id of the message. */
  | { readonly kind: "text"; readonly text: string; readonly id?: string }
  | { readonly kind: "location"; readonly lat: number; readonly lng: number; readonly label?: string }
  | {
      readonly kind: "media";
      readonly media: readonly ReportMedia[];
      readonly lost: readonly LostMedia[];
      readonly caption?: string;
    };

/** What an input did besides changing the draft: the citizen is told. */
export type Note =
  | "secret_hidden"
  | "too_long"
  | "files_full"
  | "outside_vietnam"
  | "told"
  | "put_right"
  | "identity_hidden"
  | "no_files"
  | "no_photos"
  | "on_hold";

export interface Progress {
  readonly draft: Draft;
  readonly notes: readonly Note[];
}

/** Begins a report with the first words: one long message fills all the fields that it can. */
export function beginDraft(text: string, now: number, id?: string): Progress {
  const words = text.trim();
  if (words === "") return { draft: EMPTY_DRAFT, notes: [] };
  // All was written in one message: only a place that is missing is worth a question.
  const told = { ...EMPTY_DRAFT, done: ["when", "details"] as Step[] };
  const { draft, notes } = takeWords(told, words, now, undefined, id);
  return { draft: draft.step === "where" && known(draft.where) ? proceed(draft) : draft, notes };
}

/**
 * Takes the answer to the last question. Words that answer something else are added to the text.
 * @param about what the learned reader takes the words for, where it is sure enough
 * @param said how the words were read, where that is known: a long message isn't read once more
 */
export function answer(
  draft: Draft,
  input: Input,
  now: number,
  about?: Point,
  said?: MessageReading,
): Progress {
  switch (input.kind) {
    case "text":
      return takeWords(draft, input.text, now, about, input.id, said);
    case "location":
      return answerLocation(draft, input);
    case "media": {
      const withFiles = addFiles(draft, input.media, input.lost);
      if (input.caption === undefined || input.caption.trim() === "") return withFiles;
      const told = takeWords(withFiles.draft, input.caption, now, about);
      return { draft: told.draft, notes: [...withFiles.notes, ...told.notes] };
    }
  }
}

/** Applies a short request. What is sent or deleted by one, the feature does. */
export function applyIntent(draft: Draft, intent: Intent, now: number): Draft {
  switch (intent) {
    case "skip":
      // Who was asked for more of a place than "ngoài sân" keeps that.
      return proceed(
        draft.step === "where" && (draft.fixing || !known(draft.where)) ? putUnknown(draft) : draft,
      );
    case "edit_what":
      return reopen(draft, "what");
    case "edit_where":
      return reopen(draft, "where");
    case "edit_when":
      return reopen(draft, "when");
    case "keep":
      return draft.fixing === true ? proceed(draft) : draft;
    case "drop_media":
      return stay({ ...draft, media: [], lostMedia: [] });
    case "attach":
      return stay({ ...draft, media: draft.media.map((file) => ({ ...file, agreed: true as const })) });
    case "leave_out": {
      const left = new Set<unknown>(undecided(draft.media));
      return stay({ ...draft, media: draft.media.filter((file) => !left.has(file)) });
    }
    case "ongoing":
      return stay({ ...putWhen(draft, { words: "đang diễn ra", from: now, to: now }), ongoing: true });
    case "just_now":
      return stay(putWhen(draft, { words: "vừa xong", from: now - 15 * MINUTE, to: now }));
    default:
      return draft;
  }
}

/** Takes what the citizen says of what may point to them. */
export const choose = (draft: Draft, say: Choice, about: readonly Finding[]): Draft => ({
  ...draft,
  choices: { ...draft.choices, ...Object.fromEntries(about.map(({ id }) => [id, say])) },
});

/** The words as they are kept in the draft: without secrets, which nobody needs. */
function withoutSecrets(text: string): { readonly safe: string; readonly notes: Note[] } {
  const clean = text.trim().normalize("NFC");
  const safe = hideSecrets(clean);
  return { safe, notes: safe === clean ? [] : ["secret_hidden"] };
}

/** Fills the parts that the words hold; whatever else they tell joins the story. */
export function takeWords(
  draft: Draft,
  text: string,
  now: number,
  about?: Point,
  id?: string,
  said?: MessageReading,
): Progress {
  const { safe, notes } = withoutSecrets(text);
  if (safe === "") return { draft, notes };
  const besides = besidesIn(safe);
  if (besides.rest === safe) return takeTold(draft, safe, { notes, now, about, id, said });
  const left = withBesides(draft, besides);
  const all = [...notes, ...left.notes];
  if (besides.rest === "") return { draft: left.draft, notes: all };
  return takeTold(left.draft, besides.rest, { notes: all, now, about, id, said: undefined });
}

/** What was said besides what happened: without photos nothing changes, and whoever isn't to be named is hidden. */
export function withBesides(draft: Draft, { noFiles, unnamed }: Besides): Progress {
  const notes: Note[] = [
    ...(noFiles ? (["no_photos"] as const) : []),
    ...(unnamed ? (["identity_hidden"] as const) : []),
  ];
  return { draft: unnamed ? hideOwn(draft) : draft, notes };
}

/** Hides for good whatever may point to the writer; what is plainly the accused's stays. */
export const hideOwn = (draft: Draft): Draft =>
  choose(
    draft,
    "hide",
    screenDraft(draft).findings.filter(({ shown }) => shown !== "presumed"),
  );

interface Taking {
  readonly notes: readonly Note[];
  readonly now: number;
  readonly about: Point | undefined;
  readonly id: string | undefined;
  readonly said: MessageReading | undefined;
}

function takeTold(draft: Draft, safe: string, { notes, now, about, id, said: read }: Taking): Progress {
  const said = heardIn(draft, read ?? readMessage(safe), safe, now);
  const danger = isNow(draft, said, safe, now);
  const slots = slotsOf({ ...draft, danger }, safe, now, about);
  if (slots.isUnknown && isAsked(draft)) return { draft: applyIntent(draft, "skip", now), notes };
  const filled = withSlots(
    { ...draft, said: saying(draft, safe, id) },
    slots,
    !slots.tellsMore,
    about === "place",
  );
  const told =
    slots.tellsMore || (slots.isUnknown && !isAsked(draft))
      ? tell({ ...filled, danger }, safe, said)
      : filled;
  const more: Note[] = [
    ...notes,
    ...((told.what ?? "").length > MAX_TEXT ? (["too_long"] as const) : []),
    ...(told.what !== filled.what && isSlot(draft.step) ? (["told"] as const) : []),
  ];
  const next = {
    ...told,
    ...keep("what", told.what?.slice(0, MAX_TEXT).toWellFormed()),
    details: withDetails(told.details, safe),
    ...aheadOf(told, safe, now),
  };
  return { draft: isAnswered(draft, slots, next) ? proceed(next) : askAgain(next), notes: more };
}

/** What is planned, and what was told to come before; what is put right takes its place. */
function aheadOf({ ahead }: Draft, safe: string, now: number): Pick<Draft, "ahead"> {
  const told = aheadIn(safe, now);
  if (told === null || ahead?.includes(told) === true) return {};
  return { ahead: ahead === undefined || saysWrong(safe) ? told : `${ahead}; ${told}` };
}

/**
 * What isn't surely an alarm alone is read as a piece of the story, where that was told of another day: "bò vàng, cổ có đeo
 * cái chuông". Beside what has no time, or goes on, it stays one.
 */
function heardIn({ what, when }: Draft, said: MessageReading, safe: string, now: number): MessageReading {
  const isOver = what !== undefined && when?.to !== undefined && now - when.to >= STILL;
  return isOver && said.danger?.isUnsure === true ? readMessage(safe, DETECTORS, "draft") : said;
}

/** What is told of last night is no danger of now, whichever of the messages says so. */
function isNow({ danger, what = "", when }: Draft, said: MessageReading, safe: string, now: number): boolean {
  if (!danger && said.danger === null) return false;
  const { danger: told } = said.danger === null ? readMessage(what) : said;
  const time = readWhen(safe, now) ?? when;
  return told === null || !isPast(told.kind, `${what}\n${safe}`, now, time);
}

const isSlot = (step: Step): boolean => step === "where" || step === "when";
const isAsked = ({ step }: Draft): boolean => isSlot(step) || step === "details";

function isAnswered({ step }: Draft, { where, when }: Slots, next: Draft): boolean {
  if (step === "where") return where !== undefined;
  if (step === "when") return when !== undefined;
  return step !== "details" || Object.keys(next.details).length > 0;
}

/** What a report is about; of a danger no words tell it but those of an alarm: "máy sắp hết pin" is no wrong. */
function kindWith({ category, danger, what }: Draft, said: MessageReading): string {
  if (category !== "other" || (danger && what !== undefined && said.danger === null)) return category;
  const ofDanger = said.danger === null ? null : incidentOf(said.danger.kind);
  return said.danger === null ? (said.incidentWords ?? category) : (ofDanger ?? category);
}

/** What the words tell besides place and time: the answer to the question for details, or more of the story. */
function tell(draft: Draft, safe: string, said: MessageReading): Draft {
  const next = { ...draft, category: kindWith(draft, said) };
  if (draft.step === "details" && safe.length <= MAX_ANSWER) {
    const { told } = draft.details;
    return { ...next, details: { ...withDetails(draft.details, safe), told: appended(told, safe) } };
  }
  if (draft.step === "what" && draft.fixing === true) return { ...next, what: safe };
  const isAll = draft.step === "what" && draft.where !== undefined && draft.when !== undefined;
  return {
    ...next,
    what: appended(draft.what, safe),
    // Who told all of it at once isn't asked for more.
    ...(isAll && { done: [...draft.done, "details"] }),
  };
}

/** A shared location is always the place; words about the place stay with it. */
function answerLocation(draft: Draft, { lat, lng, label }: Extract<Input, { kind: "location" }>): Progress {
  const before = known(draft.where)?.words;
  const words = label ?? before;
  const where = { lat, lng, ...(words !== undefined && { words }) };
  const next = { ...draft, where };
  const isAnswer = draft.step === "where" || draft.step === "summary";
  return {
    draft: isAnswer ? proceed(next) : stay(next),
    notes: isInVietnam(lat, lng) ? [] : ["outside_vietnam"],
  };
}

/** The country's bounding box with the near sea: a point outside is probably a mistake. */
const isInVietnam = (lat: number, lng: number): boolean => lat > 8 && lat < 23.6 && lng > 102 && lng < 110;

function addFiles(draft: Draft, media: readonly ReportMedia[], lost: readonly LostMedia[]): Progress {
  const room = FILE_LIMITS.files - draft.media.length;
  const kept = media.slice(0, Math.max(0, room));
  const tooMany = media.slice(kept.length).map(({ kind }) => ({ kind, why: "too_many" as const }));
  const next = {
    ...draft,
    media: [...draft.media, ...kept],
    lostMedia: [...draft.lostMedia, ...lost, ...tooMany].slice(0, FILE_LIMITS.files),
  };
  const isFull = [...lost, ...tooMany].some(({ why }) => why === "too_many");
  return { draft: next, notes: isFull ? ["files_full"] : [] };
}
