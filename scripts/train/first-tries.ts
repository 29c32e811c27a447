import { spokenIn } from "../../src/language/spoken.ts";
import { readUtterance } from "../../src/language/utterance.ts";
import { type LearnedReading, readBy } from "../../src/reader/read-by.ts";
import { READ_WHOLE } from "../../src/reading/page.ts";
import { HEADS, type Labelled } from "./examples.ts";
import type { Wordings } from "./learn.ts";
import { train } from "./train.ts";

/** A message as it is read by weights that were trained without its batch. */
export interface FirstTry {
  readonly example: Labelled;
  readonly read: LearnedReading;
}

/**
 * Reads messages by weights trained without their fold; a batch is in one fold, since lines of one hand are alike.
 * @param tried of so many folds the messages are read; each costs a training
 */
export function firstTries(
  examples: readonly Labelled[],
  wordings: Wordings,
  folds: number,
  tried: number,
): readonly (readonly FirstTry[])[] {
  const batches = [...new Set(examples.map(({ batch }) => batch))].sort();
  const foldOf = new Map(batches.map((batch, i) => [batch, i % folds]));
  return Array.from({ length: tried }, (_, fold) => {
    const isOut = ({ batch }: Labelled) => foldOf.get(batch) === fold;
    const { weights } = train(
      examples.filter((example) => !isOut(example)),
      wordings,
    );
    console.log(`fold ${fold + 1} of ${tried}`);
    return examples.filter(isOut).map((example) => ({
      example,
      read: readBy(weights, readUtterance(spokenIn(example.text.slice(0, READ_WHOLE))), example.matter),
    }));
  });
}

/** What is likely of a head, by the name of the head. */
export const likelyOf = (read: LearnedReading, head: string): readonly { is: string; p: number }[] =>
  ({
    act: read.acts,
    kind: read.kinds,
    incident: read.incidents,
    boundary: read.boundaries,
    door: read.doors,
    aspect: read.aspects,
    voice: read.voices,
    point: read.points,
  })[head] ?? [];

/** The labels of a head that a message has. */
export const labelsFor = (example: Labelled, head: string): readonly string[] => {
  if (head === "kind") return example.kinds ?? [];
  const label = example[head as "act"];
  return label === undefined ? [] : [label];
};

/** Of the messages with a label of a head: how many there are, and how many have it first. */
export function rateOf(
  tries: readonly FirstTry[],
  head: string,
): { readonly n: number; readonly right: number } {
  const labelled = tries.filter(({ example }) => labelsFor(example, head).length > 0);
  const right = labelled.filter(({ example, read }) =>
    labelsFor(example, head).includes(likelyOf(read, head)[0]?.is ?? ""),
  );
  return { n: labelled.length, right: right.length };
}

/** A message, and how probable a danger it is read as. */
export interface Scored {
  readonly isDanger: boolean;
  readonly chance: number;
}

/** Dangers missed where this share of the other messages would alarm. */
export function missedAt(scored: readonly Scored[], falseShare: number): number {
  const chances = (isSo: boolean) =>
    scored.filter(({ isDanger }) => isDanger === isSo).map(({ chance }) => chance);
  const [dangers, calm] = [chances(true), chances(false).sort((a, b) => b - a)];
  const least = calm[Math.floor(falseShare * calm.length)] ?? 0;
  return dangers.filter((chance) => chance <= least).length / dangers.length;
}

/** The heads with one class of several. */
export const HEADS_OF_ONE = Object.keys(HEADS).filter((name) => name !== "danger");
