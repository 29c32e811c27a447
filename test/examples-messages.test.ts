import { describe, expect, it } from "vitest";
import { type Labelled, messageFiles, parseMessages, readMessageFile } from "../scripts/train/examples.ts";
import { agreement } from "../scripts/train/examples-agreement.ts";
import { ACTS, VOICES } from "../src/reader/names/act.ts";
import { BOUNDARY_IDS } from "../src/reader/names/boundary.ts";
import { DANGER_KINDS } from "../src/reader/names/danger.ts";
import { ASKED_ASPECTS, DOORS, MATTERS, TOLD_WRONGS } from "../src/reader/names/labels.ts";
import { batchesOf } from "./examples.ts";
import { nearDuplicates, syllablesOf } from "./near-duplicates.ts";

const FILES = messageFiles().map((name) => ({ name, messages: readMessageFile(name) }));
const ALL = FILES.flatMap(({ messages }) => messages);
/** The sets from before there were rules of how to write a batch: some are long, and most have marks. */
const isOlder = ({ name }: { readonly name: string }) => name.startsWith("older-");
const NEWER = FILES.filter((file) => !isOlder(file)).flatMap(({ messages }) => messages);

const HEADER = "text\tact\ttopic\taspect\tvoice\tmatter\tbatch\tdate\n";

describe("parseMessages", () => {
  const parsed = (line: string) => parseMessages(`${HEADER}${line}\n`, "some.tsv");

  it("reads a line, with line feeds written out", () => {
    expect(parsed("nhà cháy\\ncứu\tdanger\tfire+trapped\t-\tself\tnone\ta-1\t2026-11-28")).toEqual([
      {
        text: "nhà cháy\ncứu",
        batch: "a-1",
        isDanger: true,
        act: "danger",
        matter: "none",
        kinds: ["fire", "trapped"],
        voice: "self",
      },
    ]);
  });

  it.each([
    ["mất xe\ttell\tfire\t-\tself\tnone\ta-1\t2026-11-28", "a topic of another act"],
    ["mất xe\ttold\ttheft\t-\tself\tnone\ta-1\t2026-11-28", "no act"],
    ["mất xe\ttell\ttheft\t-\tself\ta-1\t2026-11-28", "a column missing"],
    ["mất xe\ttell\ttheft\t-\tus\tnone\ta-1\t2026-11-28", "no voice"],
    ["\ttell\ttheft\t-\tself\tnone\ta-1\t2026-11-28", "no text"],
  ])("names the line of %j: %s", (line) => {
    expect(() => parsed(line)).toThrow("examples/messages/some.tsv:2");
  });
});

describe("the second labels", () => {
  it("agree with the first", () => {
    const { messages, kappa, danger, topic, voice } = agreement();
    expect(messages).toBeGreaterThan(500);
    expect(kappa).toBeGreaterThan(0.85);
    expect(danger).toBeGreaterThan(0.95);
    expect(topic).toBeGreaterThan(0.85);
    expect(voice).toBeGreaterThan(0.8);
  });

  it("are compared by act, by kappa, and by topic and voice where both have one", () => {
    const message = (text: string, more: Partial<Labelled>): Labelled => ({
      text,
      batch: "a",
      isDanger: false,
      matter: "none",
      ...more,
    });
    const firsts = [
      message("a", { act: "danger", isDanger: true, kinds: ["fire"], voice: "self" }),
      message("b", { act: "danger", isDanger: true, kinds: ["gas"], voice: "self" }),
      message("c", { act: "chat" }),
      message("d", { act: "chat" }),
    ];
    const seconds = [
      message("a", { act: "danger", isDanger: true, kinds: ["fire", "trapped"], voice: "kin" }),
      message("b", { act: "danger", isDanger: true, kinds: ["fire"], voice: "self" }),
      message("c", { act: "chat" }),
      message("d", { act: "ask" }),
      message("e", { act: "ask" }),
    ];
    expect(agreement(seconds, firsts)).toEqual({
      messages: 4,
      act: 0.75,
      kappa: 0.6,
      danger: 1,
      topic: 0.5,
      voice: 0.5,
    });
  });
});

describe("examples/messages", () => {
  it("has each message once in a batch", () => {
    const keys = ALL.map(({ text, batch, matter }) => JSON.stringify([text, batch, matter]));
    const seen = new Set<string>();
    expect(keys.filter((key) => seen.size === seen.add(key).size)).toEqual([]);
  });

  it("has batches of one person, of about a hundred messages at most", () => {
    const long = batchesOf(NEWER).filter(([, messages]) => messages.length > 110);
    expect(long.map(([batch, { length }]) => `${batch}: ${length}`)).toEqual([]);
  });

  it("has few messages that are nearly the same", () => {
    const once = [...new Map(NEWER.map(({ text }) => [syllablesOf(text).join(" "), text])).values()];
    const near = nearDuplicates(once);
    expect(near.length / once.length, near.slice(0, 20).join("\n")).toBeLessThan(0.02);
  });

  it("is about half without marks", () => {
    const bare = NEWER.filter(({ text }) => !/[\u0300-\u036fđĐ]/u.test(text.normalize("NFD")));
    expect(bare.length / NEWER.length).toBeGreaterThan(0.4);
    expect(bare.length / NEWER.length).toBeLessThan(0.65);
  });

  it.each([
    ["act", ACTS, 60, ({ act }: Labelled) => [act]],
    ["kind of danger", DANGER_KINDS, 60, ({ act, kinds = [] }: Labelled) => (act === "danger" ? kinds : [])],
    [
      "kind of advice",
      DANGER_KINDS.filter((kind) => kind !== "unclear"),
      4,
      ({ act, kinds = [] }: Labelled) => (act === "aid" ? kinds : []),
    ],
    ["told wrong", TOLD_WRONGS, 50, ({ incident }: Labelled) => [incident]],
    [
      "boundary",
      BOUNDARY_IDS.filter((id) => id !== "falseAlarm"),
      25,
      ({ boundary }: Labelled) => [boundary],
    ],
    ["door", DOORS, 20, ({ door }: Labelled) => [door]],
    ["aspect", ASKED_ASPECTS, 60, ({ aspect }: Labelled) => [aspect]],
    ["voice", VOICES, 200, ({ voice }: Labelled) => [voice]],
    ["matter", MATTERS, 100, ({ matter }: Labelled) => [matter]],
  ] as const)("has enough messages of every %s", (_, labels: readonly string[], least, of) => {
    const counts = Map.groupBy(ALL.flatMap(of), (label) => label);
    expect(labels.filter((label) => (counts.get(label)?.length ?? 0) < least)).toEqual([]);
  });

  it("names no telephone but obvious inventions", () => {
    // A document asks about numbers that are confirmed elsewhere.
    const invented = ALL.filter(({ batch }) => !batch.startsWith("document-"));
    const numbers = invented
      .flatMap(({ text }) => [...text.matchAll(/(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)/gu)])
      .map(([number]) => number.replace(/\D/gu, ""))
      .filter((number) => !/12345|23456|34567|45678|56789|98765|87654|(\d)\1{4}/u.test(number));
    expect(numbers).toEqual([]);
  });

  it("has no number that could be one of identity papers", () => {
    const numbers = ALL.flatMap(({ text }) => [
      ...text.matchAll(/(?<!\d)\d(?:[ .]?\d){8}(?:(?:[ .]?\d){3})?(?!\d)/gu),
    ])
      .map(([number]) => number)
      // Emergency numbers in a row are none.
      .filter((number) => !/^(?:11\d ?)+$/u.test(number));
    expect(numbers).toEqual([]);
  });
});
