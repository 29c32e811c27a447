import { describe, expect, it } from "vitest";
import { z } from "zod";
import { breaches, has, type Never } from "../../../test/advised.ts";
import national from "../../knowledge/national-contacts.json" with { type: "json" };
import { plainText } from "../../messaging/reply.ts";
import { DANGER_KINDS, type DangerKind, EMERGENCY_NUMBERS, NUMBERS_OF } from "../../reader/names/danger.ts";
import medical from "./advice/medical.json" with { type: "json" };
import people from "./advice/people.json" with { type: "json" };
import rescue from "./advice/rescue.json" with { type: "json" };
import sources from "./advice/sources.json" with { type: "json" };
import { adviceOn } from "./advice.ts";
import json from "./advice-rules.json" with { type: "json" };
import STEPS from "./answer/steps.json" with { type: "json" };
import { dangerReply, firstAidReply } from "./emergency-feature.ts";
import SITUATIONS from "./situation/situations.json" with { type: "json" };

/**
 * What the advice on each kind must say and must never say. A pattern is a regular expression for whole words in
 * lower case; each `never` has beside it a sentence that it must find.
 */

interface KindRules {
  readonly must: readonly string[];
  readonly never: Never;
}

const KINDS: Readonly<Record<DangerKind, KindRules>> = json.kinds;
const ONLY: Readonly<Record<string, readonly string[]>> = json.only;
const { everywhere, silent, abroad } = json;

/** Both things said of a kind: to somebody in danger and to somebody who asks. */
function saidOf(kind: DangerKind): string[] {
  const told = dangerReply({ kind, numbers: adviceOn(kind).numbers, language: "vi" });
  const asked = firstAidReply(kind);
  return [told, ...(asked === null ? [] : [asked])].map(plainText);
}

const isIn = (kinds: readonly string[], kind: DangerKind): boolean => kinds.includes(kind);

const neversFor = (kind: DangerKind): Never => ({
  ...everywhere,
  ...KINDS[kind].never,
  ...(isIn(silent.kinds, kind) && silent.never),
});

describe("the data", () => {
  const Row = z.strictObject({
    lead: z.string().optional(),
    steps: z.array(z.string().min(1)).min(2).max(5),
    tell: z.string().min(1),
    closing: z.enum(["silent", "abroad"]).optional(),
    calls: z.array(z.strictObject({ label: z.string(), phone: z.string().regex(/^\+\d+$/u) })).optional(),
    sources: z.array(z.enum(Object.keys(sources))).min(1),
    firstAid: z.boolean().optional(),
  });
  const Source = z.strictObject({ text: z.string().min(1), url: z.url().optional() });

  it("has the numbers of each kind, and of no other", () => {
    const Numbers = z.record(z.enum(DANGER_KINDS), z.array(z.enum(EMERGENCY_NUMBERS)).min(1));
    expect(Object.keys(Numbers.parse(NUMBERS_OF)).toSorted()).toEqual([...DANGER_KINDS].toSorted());
  });

  it("has one block for each kind, and no other", () => {
    const rows = z.record(z.string(), Row).parse({ ...rescue, ...medical, ...people });
    expect(Object.keys(rows).toSorted()).toEqual([...DANGER_KINDS].toSorted());
    const named = [rescue, medical, people].flatMap((table) => Object.keys(table));
    expect(named.length).toBe(DANGER_KINDS.length);
  });

  it("has no source that nobody names", () => {
    z.record(z.string(), Source).parse(sources);
    const rows = [
      ...STEPS,
      ...Object.values({ ...rescue, ...medical, ...people }),
      ...Object.values(SITUATIONS.situations),
    ];
    const used = new Set(rows.flatMap((row) => ("sources" in row ? row.sources : [])));
    expect(Object.keys(sources).filter((id) => !used.has(id))).toEqual([]);
  });

  it("names only numbers that may be told", () => {
    const known = national.flatMap(({ numbers }) => numbers);
    const text = JSON.stringify([rescue, medical, people]);
    const named = text.match(/(?:\+84|(?<![\d+])0\d|1[89]00)[ \d]{7,}\d/gu) ?? [];
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((number) => ![...known, "+84981848484"].includes(number))).toEqual([]);
  });

  it("has rules for each kind", () =>
    expect(Object.keys(KINDS).toSorted()).toEqual([...DANGER_KINDS].toSorted()));
});

describe.each(DANGER_KINDS)("%s", (kind) => {
  it("says what it must", () => {
    const steps = adviceOn(kind);
    const words = [steps.lead ?? "", ...steps.steps, steps.tell].join("\n");
    expect(KINDS[kind].must.filter((pattern) => !has(words, pattern))).toEqual([]);
  });

  it("never says what harms", () => {
    expect(saidOf(kind).flatMap((text) => breaches(text, neversFor(kind)))).toEqual([]);
  });

  it("says nothing that belongs to another kind", () => {
    const foreign = Object.entries(ONLY).filter(
      ([pattern, kinds]) => !isIn(kinds, kind) && saidOf(kind).some((text) => has(text, pattern)),
    );
    expect(foreign.map(([pattern]) => pattern)).toEqual([]);
  });

  it("fits a small screen, and names at most two lines of sources", () => {
    for (const text of saidOf(kind)) {
      expect(text.length).toBeLessThanOrEqual(900);
      expect(text.match(/^Nguồn: /gmu)?.length).toBe(2);
    }
  });

  it("finds the harm that it looks for", () => {
    const nevers = Object.entries(neversFor(kind));
    expect(
      nevers.filter(([pattern, harm]) => !breaches(harm, { [pattern]: harm }).includes(pattern)),
    ).toEqual([]);
  });
});

describe.each(abroad.kinds as DangerKind[])("%s, said to somebody abroad", (kind) => {
  const [told = ""] = saidOf(kind);
  it("says how to call from there", () => {
    expect(abroad.must.filter((pattern) => !has(told, pattern))).toEqual([]);
    expect(abroad.never.filter((pattern) => has(told, pattern))).toEqual([]);
  });
});

describe("firstAidReply", () => {
  it("begins with the steps and has the number in a line after them", () => {
    const [first = "", then = ""] = plainText(firstAidReply("snakebite") ?? { blocks: [] }).split("\n\n");
    expect(first).toMatch(/^• Nằm yên/u);
    expect(then).toBe("Nếu đang xảy ra: gọi 115 (cấp cứu).");
  });

  it("answers nothing where there is no first aid", () => expect(firstAidReply("breakIn")).toBeNull());
});
