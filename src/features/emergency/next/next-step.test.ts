import { describe, expect, it } from "vitest";
import { z } from "zod";
import { breaches, type Never } from "../../../../test/advised.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { plainText } from "../../../messaging/reply.ts";
import { DANGER_KINDS, type DangerKind, NUMBERS_OF } from "../../../reader/names/danger.ts";
import FOR_OTHER from "../advice/for-other.json" with { type: "json" };
import sources from "../advice/sources.json" with { type: "json" };
import { adviceOn } from "../advice.ts";
import rules from "../advice-rules.json" with { type: "json" };
import { EVENT_NAMES } from "../event/read-events.ts";
import type { OpenDanger } from "../open-danger.ts";
import { isOf, SITUATION_NAMES } from "../situation/situation.ts";
import GROUPS from "./groups.json" with { type: "json" };
import LEADS from "./leads.json" with { type: "json" };
import NARROW from "./narrow.json" with { type: "json" };
import { ownSteps } from "./nearest-step.ts";
import NEVER from "./never.json" with { type: "json" };
import {
  afterAnswer,
  callLine,
  type Group,
  groupOf,
  type NextPoint,
  nextPoint,
  nextStep,
  withSaid,
} from "./next-step.ts";
import QUESTIONS from "./questions.json" with { type: "json" };
import QUIET from "./quiet.json" with { type: "json" };
import STEPS from "./steps.json" with { type: "json" };

const NAMES = Object.keys(GROUPS) as Group[];
const POINTS = Object.keys(STEPS) as NextPoint[];
const open = (kind: DangerKind, more: Partial<OpenDanger> = {}): OpenDanger => ({
  kind,
  numbers: NUMBERS_OF[kind],
  at: 0,
  ...more,
});
const said = (danger: OpenDanger, point: NextPoint) => plainText({ blocks: nextStep(danger, point) });

/** All that is said of a kind at a point, and after our question. */
const allOf = (kind: DangerKind, more: Partial<OpenDanger> = {}): string[] => [
  ...POINTS.flatMap((point) => [0, 1].map((turn) => said(open(kind, { said: turn, ...more }), point))),
  ...(["yes", "no"] as const).map((answer) => plainText({ blocks: afterAnswer(open(kind, more), answer) })),
];

/** A cell says no sound, no method, no way in; nothing is claimed that wasn't done. */
/** Without the first step of the kind's own advice, which `advice-rules.test.ts` looks through. */
const wordsOf = (kind: DangerKind, more: Partial<OpenDanger> = {}): string[] =>
  allOf(kind, more).filter((words) => !words.includes(adviceOn(kind).steps[0] ?? "-"));

const neversOf = (group: Group): Never => ({ ...rules.everywhere, ...NEVER[group], ...NEVER.claims });

describe("the data", () => {
  const Say = z.array(z.string().min(10).max(95));
  const Cell = z.strictObject({
    say: Say.min(2),
    sources: z.array(z.enum(Object.keys(sources))).optional(),
    alone: z.literal(true).optional(),
  });
  const One = Cell.extend({ say: Say.length(1) });
  const each = <T extends z.ZodType>(cell: T) => ({ people: cell, body: cell, rescue: cell, despair: cell });

  it("has words for each point and group, with a known lead and known sources", () => {
    const parts = [...Object.keys(NARROW), ...SITUATION_NAMES];
    const narrow = Object.fromEntries(parts.map((part) => [part, Cell.optional()]));
    const Row = z.strictObject({
      ...each(Cell),
      ...narrow,
      abroad: Cell.optional(),
      lead: z.enum(Object.keys(LEADS)),
    });
    z.record(z.string(), Row).parse(STEPS);
    const Question = z.strictObject({
      ask: z.string().endsWith("?"),
      yes: One,
      no: One,
      kinds: z.array(z.enum(DANGER_KINDS)).min(1),
      known: z.array(z.enum(EVENT_NAMES)),
    });
    z.strictObject(each(Question)).parse(QUESTIONS);
    z.strictObject({
      ...each(z.array(z.string().max(60)).min(2)),
      yesNo: z.string(),
      erase: z.string(),
    }).parse(QUIET);
  });

  it("has the narrow kinds within their group", () => {
    for (const { of, kinds } of Object.values(NARROW))
      expect(kinds.filter((kind) => groupOf(kind as DangerKind) !== of)).toEqual([]);
  });

  it("has each kind in one group", () => {
    const all = Object.values(GROUPS).flat();
    expect(all.toSorted()).toEqual([...DANGER_KINDS].toSorted());
  });

  it.each(NAMES)("finds the harm that it looks for: %s", (group) => {
    const blind = Object.entries(neversOf(group)).filter(
      ([pattern, harm]) => !breaches(harm, { [pattern]: harm }).includes(pattern),
    );
    expect(blind).toEqual([]);
  });
});

describe.each(DANGER_KINDS)("%s", (kind) => {
  it("has the number in the first line and at most three short lines, at every point", () => {
    for (const words of allOf(kind)) expect(words.split("\n")[0]).toMatch(/\b11[1-5]\b/u);
    for (const words of [
      ...wordsOf(kind),
      ...wordsOf(kind, { ofOther: true }),
      ...allOf(kind, { silent: true }),
    ]) {
      const lines = words.split("\n\n");
      expect(lines[0]).toMatch(/\b11[1-5]\b/u);
      expect(lines.length).toBeLessThanOrEqual(3);
      expect(lines[1]?.length ?? 0).toBeLessThanOrEqual(100);
    }
  });

  it("never says what harms, in any situation", () => {
    const never = neversOf(groupOf(kind));
    const situations = SITUATION_NAMES.filter((situation) => isOf(situation, kind));
    const said = [
      ...wordsOf(kind),
      ...wordsOf(kind, { ofOther: true }),
      ...situations.flatMap((situation) => wordsOf(kind, { situation })),
    ];
    expect(said.flatMap((words) => breaches(words, never))).toEqual([]);
  });

  it("says no sound and no light to somebody who is silent", () => {
    const never = { ...neversOf(groupOf(kind)), ...NEVER.people };
    expect(allOf(kind, { silent: true }).flatMap((words) => breaches(words, never))).toEqual([]);
  });

  it("says nothing twice running", () => {
    for (const point of POINTS)
      expect(said(open(kind, { said: 1 }), point)).not.toBe(said(open(kind, { said: 2 }), point));
  });
});

it("whoever called is told to call again, whoever can't to let others", () => {
  expect(said(open("breakIn"), "called")).toMatch(/^Có gì khác, gọi lại 113/u);
  expect(said(open("breakIn"), "notCome")).toMatch(/^Gọi lại 113/u);
  expect(said(open("breakIn"), "cantCall")).toMatch(/^Nhờ ai gọi ngay 113/u);
});

it("who can't call isn't told to call, at any point that doesn't speak of calling", () => {
  expect(said(open("fire", { cantCall: true }), "details")).toMatch(
    /^Không gọi được thì nhờ người khác gọi 114/u,
  );
});

it("sends nobody out who hides, is trapped, or may be alone", () => {
  const out = /đón xe|ra (?:đường|đầu (?:đường|ngõ))|chỗ đông người/u;
  for (const kind of ["breakIn", "hostage", "flood", "lost", "fire", "vehicleFall", "loanShark"] as const)
    expect(wordsOf(kind).filter((words) => out.test(words))).toEqual([]);
});

it("gives a helper's steps where somebody else is in despair, and words that fit both where it isn't known", () => {
  expect(said(open("selfHarm", { ofOther: true }), "details")).toContain("người đó");
  for (const point of POINTS) expect(said(open("selfHarm"), point)).not.toMatch(/Tôi (?:đang )?không ổn/u);
});

it("somebody abroad isn't told to call 113 themselves", () => {
  expect(callLine(open("heldAbroad"))).toMatch(/^Gọi cảnh sát nước đó.*\+84 981 84 84 84/u);
  expect(said(open("heldAbroad"), "noAnswer")).not.toContain("Công an xã");
});

it("answers a cry of another language in that language", () =>
  expect(said(open("fire", { language: "en" }), "place")).toMatch(/^Call now: 114/u));

it("takes what has no row of its own for details", () =>
  expect([nextPoint("time"), nextPoint(undefined), nextPoint("place")]).toEqual([
    "details",
    "details",
    "place",
  ]));

it("asked what to do now, says the first step, and of a live wire before what it did", () => {
  const now = readUtterance("giờ làm thế nào");
  const first = (kind: DangerKind, more: Partial<OpenDanger> = {}) =>
    [1, 2].map((turn) => plainText({ blocks: ownSteps(open(kind, { said: turn, ...more }), now) }));
  for (const words of first("unconscious")) expect(words).toContain(adviceOn("unconscious").steps[0]);
  for (const words of first("unconscious", { also: "electricShock" }))
    expect(words).toContain(adviceOn("electricShock").steps[0]);
  for (const words of first("unconscious", { also: "drowning" }))
    expect(words).toContain(adviceOn("unconscious").steps[0]);
});

it("says no line twice while another fits", () => {
  let danger = open("threat", { said: 1 });
  const lines = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    const blocks = nextStep(danger, "inside");
    lines.add(plainText({ blocks }));
    danger = { ...withSaid(danger, blocks), said: (danger.said ?? 0) + 1 };
  }
  expect(lines.size).toBe(3);
});

it("the number abroad stands first only where somebody is abroad", () => {
  const held = (abroad?: boolean) =>
    callLine(open("humanTrafficking", abroad === undefined ? {} : { abroad }));
  expect(held(true)).toMatch(/^Gọi cảnh sát nước đó/u);
  expect(held(false)).toMatch(/^Gọi ngay 111/u);
  expect(held()).toMatch(/^Ở Việt Nam: gọi ngay 111.*\+84 981 84 84 84/u);
});

it("who is in the car isn't told to get into none, and who waits at home isn't told to be silent", () => {
  expect(said(open("humanTrafficking", { abroad: false }), "people")).not.toContain("không lên xe");
  expect(said(open("humanTrafficking", { ofOther: true }), "details")).not.toMatch(
    /Giữ máy kín|Không chống/u,
  );
});

it("a helper's first advice says nothing that harms", () => {
  const never = { ...rules.everywhere, ...neversOf("despair") };
  expect(FOR_OTHER.steps.flatMap((step) => breaches(step, never))).toEqual([]);
});
