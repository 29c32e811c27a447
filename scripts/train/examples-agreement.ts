import { readFileSync } from "node:fs";
import { type Labelled, parseLabels, readMessages } from "./examples.ts";

/** How far two people who labelled the same messages agree; shares are 0..1. */
export interface Agreement {
  readonly messages: number;
  /** Share of messages with the same act. */
  readonly act: number;
  /** Cohen's kappa of the act: 0 is what chance would give, 1 is no difference. */
  readonly kappa: number;
  /** Share of the messages that both call a danger, or both don't. */
  readonly danger: number;
  /** Of those with the same act and a topic: with a topic in common. */
  readonly topic: number;
  /** Of those where both name a voice: with the same one. */
  readonly voice: number;
}

const FILE = new URL("../../examples/second-labels.tsv", import.meta.url);

/**
 * A sample of the messages, labelled a second time from the text and the matter alone.
 * @throws naming the line that isn't one
 */
export function readSecondLabels(): Labelled[] {
  const [header, ...lines] = readFileSync(FILE, "utf8").trimEnd().split("\n");
  if (header !== "text\tact\ttopic\taspect\tvoice\tmatter")
    throw new Error("examples/second-labels.tsv:1: another header");
  return lines.map((line, i) => parseLabels(`${line}\tsecond\t2026-11-28`, `second-labels.tsv:${i + 2}`));
}

/** The second labels beside the first; a message that is no longer among the examples is left out. */
export function agreement(
  seconds: readonly Labelled[] = readSecondLabels(),
  firsts = readMessages(),
): Agreement {
  const byKey = new Map(firsts.map((first) => [keyOf(first), first]));
  const pairs = seconds.flatMap((second) => {
    const first = byKey.get(keyOf(second));
    return first === undefined ? [] : [{ first, second }];
  });
  const act = share(pairs, ({ first, second }) => first.act === second.act);
  const chance = [...new Set(pairs.map(({ first }) => first.act))].reduce(
    (sum, one) =>
      sum + share(pairs, ({ first }) => first.act === one) * share(pairs, ({ second }) => second.act === one),
    0,
  );
  const topics = pairs.filter(({ first, second }) => first.act === second.act && topicsOf(first).length > 0);
  const voices = pairs.filter(({ first, second }) => first.voice !== undefined && second.voice !== undefined);
  return {
    messages: pairs.length,
    act,
    kappa: (act - chance) / (1 - chance),
    danger: share(pairs, ({ first, second }) => first.isDanger === second.isDanger),
    topic: share(topics, ({ first, second }) =>
      topicsOf(first).some((topic) => topicsOf(second).includes(topic)),
    ),
    voice: share(voices, ({ first, second }) => first.voice === second.voice),
  };
}

const keyOf = ({ text, matter }: Labelled): string => `${matter} ${text}`;

const share = <One>(some: readonly One[], is: (one: One) => boolean): number =>
  some.filter(is).length / (some.length || 1);

const topicsOf = ({ kinds, incident, boundary, door }: Labelled): readonly string[] =>
  kinds ?? [incident, boundary, door].filter((topic) => topic !== undefined);

if (process.argv[1] === import.meta.filename) console.log(agreement());
