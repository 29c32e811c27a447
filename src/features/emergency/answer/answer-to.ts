import type { Utterance } from "../../../language/utterance.ts";
import type { Block } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import { adviceOn } from "../advice.ts";
import { type EventName, isHarm, isOfQuestion, isWorse } from "../event/read-events.ts";
import { nearestStep, ownSteps } from "../next/nearest-step.ts";
import { groupOf, wasSaid } from "../next/next-step.ts";
import type { OpenDanger } from "../open-danger.ts";
import { cellBlocks, cellOn } from "./event-step.ts";

/** What a message in an open danger says. */
export interface Said {
  readonly events: readonly EventName[];
  readonly isAsked: boolean;
  /** A danger to the body that it tells of besides the open one. */
  readonly also?: DangerKind | undefined;
  /** The first line, where it isn't the usual one: a name in `leads.json`. */
  readonly lead?: string;
  /** Something else stands in the way of help: only what saves a body goes before it. */
  readonly isHindered?: boolean;
  /** Nothing else is known of what it is about: words that it shares with a step may say it. */
  readonly isOpen?: boolean;
}

/**
 * The step that answers what was told or asked: the table's cell for it, else the step of the advice that speaks of the same
 * things; a question always has an answer of the danger's own. A danger to the body goes before all. Null where nothing fits what
 * was told: a neutral line is better than a wrong step.
 */
export function answerTo(
  danger: OpenDanger,
  said: Utterance,
  { events, isAsked, also, lead, isHindered = false, isOpen = true }: Said,
): Block[] | null {
  if (danger.language !== undefined) return null;
  const cell = cellOn(danger, events, isAsked);
  // Who is silent reads a few words and a digit; only where they may hide is every step without noise.
  if (danger.silent === true) {
    if (cell !== undefined) return cellBlocks(danger, cell);
    return isAsked && adviceOn(danger.kind).closing === "silent" ? ownSteps(danger, said).slice(0, 2) : null;
  }
  // Of a danger to the body the steps stand above already: what stands in the way of help is due.
  const isKnown = isHindered && groupOf(danger.kind) === "body";
  // Whoever needs help is no "anything else": but where helpers are there, the number is called for the second time.
  const leadOfHarm = events.includes("helped") ? lead : undefined;
  // What is about to happen by the words goes before a body that only the reader hears of: a shell that is hammered at.
  const isNext = cell !== undefined && isWorse([cell.on]) && !isHindered;
  if (cell !== undefined && ((isHarm(cell.on) && !isKnown) || isNext))
    return cellBlocks(danger, cell, leadOfHarm);
  const ofAlso = also === undefined ? null : nearestStep(danger, said, { isAsked, also });
  if (ofAlso !== null) return ofAlso;
  const isAnswer = cell !== undefined && isAsked && isOfQuestion(cell.on);
  if (isHindered && !isAnswer) return null;
  if (cell !== undefined) return cellBlocks(danger, cell, lead);
  // What has changed needs no step of before.
  if (danger.calmer === true || !isOpen) return null;
  if (isAsked) return ownSteps(danger, said);
  const blocks = nearestStep(danger, said, { isAsked });
  const isStale = blocks?.some((block) => block.kind === "text" && wasSaid(danger, block.text));
  return isStale === true ? null : blocks;
}
