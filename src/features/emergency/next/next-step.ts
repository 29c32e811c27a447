import { type Block, source, strong, text } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import type { Point } from "../../../reader/names/labels.ts";
import { adviceOn, sourcesOf } from "../advice.ts";
import { FOREIGN_WORDS, named } from "../emergency-wording.ts";
import type { OpenDanger } from "../open-danger.ts";
import { adviceIn, isApart, type SituationName, situationIn } from "../situation/situation.ts";
import GROUPS from "./groups.json" with { type: "json" };
import LEADS from "./leads.json" with { type: "json" };
import NARROW from "./narrow.json" with { type: "json" };
import QUESTIONS from "./questions.json" with { type: "json" };
import QUIET from "./quiet.json" with { type: "json" };
import STEPS from "./steps.json" with { type: "json" };

/** Kinds of danger that ask for the same next step. */
export type Group = keyof typeof GROUPS;
/** Part of a group that some steps don't fit: who hides isn't sent out. `other`: somebody else is in despair. */
type Narrow = keyof typeof NARROW;
/** What a message in an open danger is about: a row of `steps.json`. `chat`: thanks, "ok". */
export type NextPoint = keyof typeof STEPS;

/** Words that take turns, and the names of their sources in `advice/sources.json`. */
interface Cell {
  readonly say: readonly string[];
  readonly sources?: readonly string[];
  /** The first step of the kind's advice isn't for all who may write: these words go before it. */
  readonly alone?: boolean;
}
type Row = Readonly<Record<Group, Cell>> &
  Partial<Readonly<Record<Narrow | SituationName, Cell>>> & { readonly lead: string; readonly abroad?: Cell };

/** Where no landmark is worth asking for, a place is met as one that has it. */
const ROWS: Readonly<Record<NextPoint, Row>> = { ...STEPS, landmark: { ...STEPS.place, ...STEPS.landmark } };
const ANSWERS: Readonly<Record<Group, Question>> = QUESTIONS;

interface Question {
  readonly ask: string;
  readonly yes: Cell;
  readonly no: Cell;
  /** The kinds that it fits. */
  readonly kinds: readonly string[];
  /** The events that answer it. */
  readonly known: readonly string[];
}

/** The group of a kind. */
export const groupOf = (kind: DangerKind): Group =>
  (Object.keys(GROUPS) as Group[]).find((group) =>
    (GROUPS[group] as readonly string[]).includes(kind),
  ) as Group;

/** The narrow part of its group that a danger is in. */
function narrowOf({ kind, ofOther }: OpenDanger): Narrow | undefined {
  if (groupOf(kind) === "despair") return ofOther === true ? "other" : undefined;
  const part = (Object.keys(NARROW) as Narrow[]).find((one) =>
    (NARROW[one].kinds as readonly string[]).includes(kind),
  );
  return part === "held" && ofOther === true ? "heldOther" : part;
}

/** True where whoever tells it of somebody else gets other steps than the one it happens to. */
export const hasHelpersSteps = ({ kind }: Pick<OpenDanger, "kind">): boolean =>
  groupOf(kind) === "despair" || (NARROW.held.kinds as readonly string[]).includes(kind);

const isRow = (point: Point): point is NextPoint & Point => point in STEPS;

/** The row for a point that was read; whatever has no row of its own adds details. */
export const nextPoint = (point: Point | undefined): NextPoint =>
  point !== undefined && isRow(point) ? point : "details";

/**
 * The first line of every answer in an open danger: whom to call.
 * @param lead a name in `leads.json`
 */
export function callLine(danger: OpenDanger, lead = "usual"): string {
  const { numbers, silent, cantCall } = danger;
  const spoken = lead === "usual" && cantCall === true ? "noCall" : lead;
  // Where it is over for now nobody is sent to another country's police any more.
  const held = lead === "still" ? undefined : whereHeld(danger);
  const line = held ?? (silent === true ? "quiet" : spoken);
  const whom = line === "quiet" ? numbers.join(", ") : named(numbers);
  return LEADS[line as keyof typeof LEADS].replace("{numbers}", whom);
}

/** The first line for who may be held outside the country, or for their own at home; undefined where they surely aren't. */
function whereHeld({ kind, abroad, ofOther }: OpenDanger): "abroad" | "abroadOther" | "either" | undefined {
  if (adviceOn(kind).closing !== "abroad" || abroad === false) return undefined;
  if (ofOther === true) return "abroadOther";
  return abroad === true || kind === "heldAbroad" ? "abroad" : "either";
}

/** Somebody is held: what whoever holds them asks for or says isn't another danger, and no end. */
export const isHeld = (kind: DangerKind): boolean =>
  [NARROW.held, NARROW.hostage].some(({ kinds }) => (kinds as readonly string[]).includes(kind));

/** The first line of a row. */
export const leadOf = (point: NextPoint): string => ROWS[point].lead;

/** What we ask once of a danger of this kind. */
export const questionOn = (kind: DangerKind): string => ANSWERS[groupOf(kind)].ask;

/** True where that question fits the kind, and nothing that was told answers it. */
export const isQuestionDue = (danger: OpenDanger): boolean => {
  const { kind, told = [] } = danger;
  if (isApart(situationIn(danger))) return false;
  const { kinds, known } = ANSWERS[groupOf(kind)];
  return kinds.includes(kind) && !known.some((event) => (told as readonly string[]).includes(event));
};

/** The cell of a row for a danger as it was told. */
function cellOf(danger: OpenDanger, row: Row): Cell {
  const narrow = narrowOf(danger);
  const situation = situationIn(danger);
  return (
    (whereHeld(danger) === "abroad" && row.abroad) ||
    (situation && row[situation]) ||
    (narrow && row[narrow]) ||
    row[groupOf(danger.kind)]
  );
}

/**
 * What to do next: the number, and the step that fits what was said. Two short lines, and the source of an advice.
 * @example plainText({ blocks: nextStep(danger, "notCome") }) // "Gọi lại 113 (Công an).\n\nNói đã gọi lúc nào, …"
 */
export const nextStep = (danger: OpenDanger, point: NextPoint): Block[] =>
  told(danger, cellOf(danger, ROWS[point]), ROWS[point].lead);

/** A step and the name of its source. */
export interface Sourced {
  readonly step: string;
  readonly from: string;
}

/** The lines that go before the steps of the kind's advice, where its first isn't for all who may write. */
export function linesFor(danger: OpenDanger): Sourced[] {
  const { alone, say, sources } = cellOf(danger, ROWS.details);
  const from = sources === undefined ? adviceIn(danger).source : sourcesOf(sources);
  return alone === true ? say.map((step) => ({ step, from })) : [];
}

/** So much of a line tells it from all others. */
const BEGINNING = 24;
/** So many lines back nothing is said again. */
const REMEMBERED = 12;

/** True where this line of ours was said lately: who reads it twice thinks that nobody listens. */
export const wasSaid = ({ lines = [] }: OpenDanger, line = ""): boolean =>
  lines.includes(line.slice(0, BEGINNING));

/** The danger with these lines of ours remembered. */
export const withSaid = (danger: OpenDanger, blocks: readonly Block[]): OpenDanger => {
  const words = blocks.flatMap((block) => (block.kind === "text" ? [block.text.slice(0, BEGINNING)] : []));
  return { ...danger, lines: [...(danger.lines ?? []), ...words].slice(-REMEMBERED) };
};

/** The number, and one step of an advice; who must be silent gets the quiet words. */
export function oneStep(danger: OpenDanger, step: string, from: string): Block[] {
  if (danger.language !== undefined || danger.silent === true)
    return told(danger, ROWS.details[groupOf(danger.kind)], "usual");
  return [strong(callLine(danger)), text(step), source(from)];
}

/** The step after "có" or "không" to our question. */
export const afterAnswer = (danger: OpenDanger, said: "yes" | "no"): Block[] =>
  told(danger, ANSWERS[groupOf(danger.kind)][said], "usual");

function told(danger: OpenDanger, cell: Cell, lead: string): Block[] {
  const { language, kind, numbers, silent, said = 0 } = danger;
  if (language !== undefined) {
    const words = FOREIGN_WORDS[language];
    const calls = numbers.map((number) => `${number} (${words.names[number]})`).join(", ");
    return [strong(`${words.call} ${calls}`), text(words.advice)];
  }
  const turn = (words: readonly string[]): string => {
    const fresh = words.filter((line) => !wasSaid(danger, line));
    const left = fresh.length > 0 ? fresh : words;
    return left[said % left.length] ?? "";
  };
  if (silent === true) return [strong(callLine(danger)), text(turn(QUIET[groupOf(kind)]))];
  return [
    strong(callLine(danger, lead)),
    text(turn(cell.say)),
    ...(cell.sources === undefined ? [] : [source(sourcesOf(cell.sources))]),
  ];
}

/** Said once to somebody who can't be seen writing: how to delete the chat. */
export const ERASE_CHAT = QUIET.erase;
/** How to answer with a digit. */
export const YES_NO = QUIET.yesNo;
