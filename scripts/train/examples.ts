import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { ACTS, VOICES } from "../../src/reader/names/act.ts";
import { BOUNDARY_IDS } from "../../src/reader/names/boundary.ts";
import { DANGER_KINDS } from "../../src/reader/names/danger.ts";
import {
  ASKED_ASPECTS,
  DOORS,
  MATTERS,
  type Matter,
  POINTS,
  TOLD_WRONGS,
} from "../../src/reader/names/labels.ts";
import { readExamples } from "../../test/examples.ts";

/** A message with what is known of it; an absent label teaches nothing. */
export interface Labelled {
  readonly text: string;
  readonly batch: string;
  readonly isDanger: boolean;
  readonly act?: string;
  readonly kinds?: readonly string[];
  readonly incident?: string;
  readonly boundary?: string;
  readonly door?: string;
  readonly aspect?: string;
  readonly voice?: string;
  readonly point?: string;
  readonly matter: Matter;
}

/** The classes of each head, as the weights have them. */
export const HEADS: Readonly<Record<string, readonly string[]>> = {
  danger: ["danger"],
  act: ACTS,
  kind: DANGER_KINDS,
  incident: TOLD_WRONGS,
  boundary: BOUNDARY_IDS.filter((id) => id !== "falseAlarm"),
  door: DOORS,
  aspect: ASKED_ASPECTS,
  voice: VOICES,
  point: POINTS,
};

const FOLDER = new URL("../../examples/messages/", import.meta.url);
const HELD_OUT = new URL("../../examples/held-out/", import.meta.url);
const HEADER = "text\tact\ttopic\taspect\tvoice\tmatter\tbatch\tdate";

/** Which list the topic of an act is from. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  danger: DANGER_KINDS,
  aid: DANGER_KINDS,
  tell: TOLD_WRONGS,
  decline: BOUNDARY_IDS,
  ask: DOORS,
  outside: DOORS,
  more: POINTS,
  edit: POINTS,
};
const none = (value: string | undefined) => value === undefined || value === "-";
const listed = (list: readonly string[]) =>
  z.string().refine((value) => value === "-" || list.includes(value));

const Line = z
  .tuple([
    z.string().min(1),
    z.enum(ACTS),
    z.string().min(1),
    listed(ASKED_ASPECTS),
    listed(VOICES),
    z.enum(MATTERS),
    z.string().regex(/^[a-z0-9-]+$/),
    z.iso.date(),
  ])
  .refine(([, act, topic]) =>
    topic.split("+").every((one) => one === "-" || TOPICS[act]?.includes(one) === true),
  );

/** The messages of `examples/messages/*.tsv`. @throws naming the line that isn't one */
export function readMessages(): Labelled[] {
  return messageFiles().flatMap(readMessageFile);
}

/** The messages of `examples/held-out/*.tsv`, from which nothing learns: what the reader makes of hands that it doesn't know. */
export function readHeldOut(): Labelled[] {
  return tablesIn(HELD_OUT).flatMap((name) =>
    parseMessages(readFileSync(new URL(name, HELD_OUT), "utf8"), name, "held-out"),
  );
}

/** Those of `unanswered-*.tsv`: no section answers them, whatever they are about. */
export function readUnanswered(): Labelled[] {
  return messageFiles()
    .filter((name) => name.startsWith("unanswered-"))
    .flatMap(readMessageFile);
}

/** The names of the files in `examples/messages`. */
export const messageFiles = (): string[] => tablesIn(FOLDER);

const tablesIn = (folder: URL): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort();

/** @param name as `messageFiles` gives it. @throws naming the line that isn't a message */
export function readMessageFile(name: string): Labelled[] {
  return parseMessages(readFileSync(new URL(name, FOLDER), "utf8"), name);
}

/** @param folder in `examples/`, for what is thrown where a line isn't a message */
export function parseMessages(file: string, name: string, folder = "messages"): Labelled[] {
  const [header, ...lines] = file.trimEnd().split("\n");
  if (header !== HEADER)
    throw new Error(`examples/${folder}/${name}:1: the header is ${HEADER.replaceAll("\t", ", ")}`);
  return lines.map((line, i) => parseLabels(line, `${folder}/${name}:${i + 2}`));
}

/** One line of a file of messages. @throws with its place in `examples/` where it isn't one */
export function parseLabels(line: string, place: string): Labelled {
  const parsed = Line.safeParse(line.split("\t"));
  if (!parsed.success) throw new Error(`examples/${place}: not a labelled message: ${line}`);
  const [text, act, topic, aspect, voice, matter, batch] = parsed.data;
  const topics = none(topic) ? [] : topic.split("+");
  const [first] = topics;
  return {
    text: text.replaceAll("\\n", "\n"),
    batch,
    isDanger: act === "danger",
    act,
    matter,
    ...((act === "danger" || act === "aid") && topics.length > 0 && { kinds: topics }),
    ...(act === "tell" && first !== undefined && { incident: first }),
    ...(act === "decline" && first !== undefined && { boundary: first }),
    ...((act === "more" || act === "edit") && first !== undefined && { point: first }),
    ...((act === "ask" || act === "outside") && { door: first ?? "none" }),
    ...(!none(aspect) && { aspect }),
    ...(!none(voice) && { voice }),
  };
}

/** The sets that say one thing each of their messages; `other` in the figures says only what they aren't. */
export function readOlder(): Labelled[] {
  const of = (set: Parameters<typeof readExamples>[0], more: (label: string) => Partial<Labelled>) =>
    readExamples(set).map(
      ({ text, label, batch }): Labelled => ({
        text,
        batch: `${set}-${batch}`,
        isDanger: false,
        matter: "none",
        ...more(label),
      }),
    );
  return [
    ...of("declined", (label) => ({ act: "decline", boundary: label.split(" ")[0] as string })),
    ...of("figures", (label) => (label === "other" ? {} : { act: "figures" })),
  ];
}
