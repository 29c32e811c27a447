import { MINUTE } from "../../../platform/time.ts";
import type { IncidentId } from "../../../reader/names/incident.ts";
import { readMessage } from "../../../reading/read-message.ts";
import { decided, undecided } from "../media/telling-files.ts";
import { FILE_LIMITS, type LostMedia, type ReportMedia } from "../report.ts";
import { DETAIL_QUESTIONS, findDetails } from "./details.ts";
import { type Draft, EMPTY_DRAFT, STEPS, type Step } from "./draft.ts";
import type { Intent } from "./intents.ts";
import { hideSecrets } from "./protect.ts";
import { type Choice, type Finding, namesHome, withoutHomes } from "./screen.ts";
import { readWhen } from "./when.ts";
import { readWhere } from "./where.ts";

/** Longest stored text of a report, in UTF-16 units. */
export const MAX_TEXT = 10_000;
const MAX_ANSWER = 1_000;

/** The citizen's input. Files were fetched before; a file that couldn't be stored comes as lost. */
export type Input =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "location"; readonly lat: number; readonly lng: number; readonly label?: string }
  | {
      readonly kind: "media";
      readonly media: readonly ReportMedia[];
      readonly lost: readonly LostMedia[];
      readonly caption?: string;
    };

/** What an input did besides changing the draft: the citizen is told. */
export type Note = "secret_hidden" | "too_long" | "files_full" | "outside_vietnam";

export interface Progress {
  readonly draft: Draft;
  readonly notes: readonly Note[];
}

/** Begins a report with the first words: one long message fills all the fields that it can. */
export function beginDraft(text: string, now: number): Progress {
  const words = text.trim();
  if (words === "") return { draft: EMPTY_DRAFT, notes: [] };
  // All was written in one message: only the place is worth a question.
  const told = { ...EMPTY_DRAFT, done: ["when", "details"] as Step[] };
  return addText(told, words, now);
}

/** Takes the answer to the last question. Words that answer something else are added to the text. */
export function answer(draft: Draft, input: Input, now: number): Progress {
  switch (input.kind) {
    case "text":
      return answerText(draft, input.text, now);
    case "location":
      return answerLocation(draft, input);
    case "media": {
      const withFiles = addFiles(draft, input.media, input.lost);
      if (input.caption === undefined || input.caption.trim() === "") return withFiles;
      const told = addText(withFiles.draft, input.caption, now);
      return { draft: told.draft, notes: [...withFiles.notes, ...told.notes] };
    }
  }
}

/** Applies a short request. The feature handles "send", "cancel" and "resume". */
export function applyIntent(draft: Draft, intent: Intent, now: number): Draft {
  switch (intent) {
    case "skip":
      return proceed(draft.step === "where" ? { ...draft, where: { unknown: true } } : draft);
    case "edit_what":
      return reopen(draft, "what");
    case "edit_where":
      return reopen(draft, "where");
    case "edit_when":
      return reopen(draft, "when");
    case "drop_media":
      return proceed({ ...draft, media: [], lostMedia: [] });
    case "attach":
      return proceed({ ...draft, media: draft.media.map((file) => ({ ...file, agreed: true as const })) });
    case "leave_out": {
      const left = new Set<unknown>(undecided(draft.media));
      return proceed({ ...draft, media: draft.media.filter((file) => !left.has(file)) });
    }
    case "ongoing":
      return proceed({ ...draft, ongoing: true, when: { words: "đang diễn ra", from: now, to: now } });
    case "just_now":
      return proceed({ ...draft, when: { words: "vừa xong", from: now - 15 * MINUTE, to: now } });
    default:
      return draft;
  }
}

/** True where there is enough to submit: words, or files that may go. */
export const canSubmit = (draft: Draft): boolean =>
  draft.what !== undefined || decided(draft.media).length > 0;

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

function answerText(draft: Draft, text: string, now: number): Progress {
  if (draft.step === "what" || draft.step === "summary") return addText(draft, text, now);
  const { safe, notes } = withoutSecrets(text);
  const words = safe.slice(0, MAX_ANSWER);
  if (draft.step === "where") {
    // The words that say whose home it is stay with the place: by them it is hidden.
    const cut = namesHome(safe) ? undefined : readWhere(safe)?.words;
    const place = { words: (cut ?? words).slice(0, MAX_ANSWER) };
    // A long answer to a short question contains more than the place.
    const more = safe.length > place.words.length + 40 ? appended(draft.what, safe) : draft.what;
    const when = draft.when ?? readWhen(safe, now) ?? undefined;
    return {
      draft: proceed({ ...draft, ...keep("what", more), ...keep("when", when), where: place }),
      notes,
    };
  }
  if (draft.step === "when") {
    return { draft: proceed({ ...draft, when: readWhen(safe, now) ?? { words } }), notes };
  }
  const details = { ...draft.details, ...findDetails(safe), told: words };
  return { draft: proceed({ ...draft, details }), notes };
}

const keep = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

/** Adds to the text and reads the missing fields from it. */
function addText(draft: Draft, text: string, now: number): Progress {
  const { safe, notes: hid } = withoutSecrets(text);
  const what = appended(draft.what, safe);
  const said = readMessage(safe);
  const danger = draft.danger || said.danger !== null;
  // The reporter's home is not where it happened, but in a danger it is where help is needed.
  const where = known(draft.where) ?? readWhere(danger ? safe : withoutHomes(safe)) ?? draft.where;
  const when = draft.when ?? readWhen(safe, now) ?? undefined;
  const category = draft.category === "other" ? (said.incidentWords ?? "other") : draft.category;
  const notes: Note[] = [...hid, ...(what.length > MAX_TEXT ? (["too_long"] as const) : [])];
  return {
    draft: proceed({
      ...draft,
      what: what.slice(0, MAX_TEXT).toWellFormed(),
      category,
      danger,
      details: { ...findDetails(safe), ...draft.details },
      ...keep("where", where),
      ...keep("when", when),
    }),
    notes,
  };
}

const known = (where: Draft["where"]): Draft["where"] => (where?.unknown === true ? undefined : where);

const appended = (before: string | undefined, more: string): string =>
  before === undefined || before === "" ? more : `${before}\n${more}`;

/** A shared location is always the place; words about the place stay with it. */
function answerLocation(draft: Draft, { lat, lng, label }: Extract<Input, { kind: "location" }>): Progress {
  const before = known(draft.where)?.words;
  const words = label ?? before;
  const where = { lat, lng, ...(words !== undefined && { words }) };
  return { draft: proceed({ ...draft, where }), notes: isInVietnam(lat, lng) ? [] : ["outside_vietnam"] };
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

/** Asks for one field again and deletes its old value. */
function reopen(draft: Draft, step: "what" | "where" | "when"): Draft {
  const { [step]: _, ...rest } = draft;
  return canSubmit(rest)
    ? { ...rest, step, done: draft.done.filter((done) => done !== step) }
    : { ...rest, step: "what" };
}

/** Goes to the first field that is neither filled nor asked for. */
export function proceed(draft: Draft): Draft {
  const done = [...new Set([...draft.done, ...(draft.step === "summary" ? [] : [draft.step])])];
  const next =
    STEPS.find((step) => step === "summary" || (!done.includes(step) && isOpen(draft, step))) ?? "summary";
  // Without words and files this question can't be skipped.
  if (!canSubmit(draft)) return { ...draft, step: "what" };
  return { ...draft, done, step: next };
}

function isOpen(draft: Draft, step: Step): boolean {
  switch (step) {
    case "what":
      return draft.what === undefined;
    case "where":
      return draft.where === undefined;
    case "when":
      return draft.when === undefined;
    case "details":
      return (
        Object.hasOwn(DETAIL_QUESTIONS, draft.category) &&
        DETAIL_QUESTIONS[draft.category as IncidentId] !== undefined &&
        Object.keys(draft.details).length === 0
      );
    case "summary":
      return true;
  }
}
