import { describe, expect, it } from "vitest";
import { z } from "zod";
import { breaches } from "../../../../test/advised.ts";
import { DANGER_KINDS, type DangerKind } from "../../../reader/names/danger.ts";
import sources from "../advice/sources.json" with { type: "json" };
import rules from "../advice-rules.json" with { type: "json" };
import EVENTS from "../event/events.json" with { type: "json" };
import { EVENT_NAMES, type EventName } from "../event/read-events.ts";
import GROUPS from "../next/groups.json" with { type: "json" };
import LEADS from "../next/leads.json" with { type: "json" };
import NEVER from "../next/never.json" with { type: "json" };
import { type Group, groupOf } from "../next/next-step.ts";
import { SITUATION_NAMES, tellsSituation } from "../situation/situation.ts";
import STEPS from "./steps.json" with { type: "json" };

const GROUP_NAMES = Object.keys(GROUPS) as Group[];
const NARROW = ["other", ...SITUATION_NAMES];

describe("the table of events", () => {
  it("has known events, kinds, leads and sources, and short words", () => {
    const Words = z.array(z.string().min(2));
    const Event = z
      .strictObject({
        says: Words.min(1).optional(),
        not: Words.optional(),
        point: z.string().optional(),
        ...Object.fromEntries(
          ["asked", "deed", "harm", "calmer", "worse", "unplaced", "last"].map((flag) => [
            flag,
            z.literal(true).optional(),
          ]),
        ),
      })
      .refine(({ says, point }) => (says === undefined) !== (point === undefined));
    z.record(z.string(), Event).parse(EVENTS.events);
    const Row = z.strictObject({
      on: z.enum(EVENT_NAMES),
      of: z.array(z.enum([...DANGER_KINDS, ...GROUP_NAMES, ...NARROW])).min(1),
      say: z.string().min(10).max(112),
      sources: z
        .array(z.enum(Object.keys(sources)))
        .min(1)
        .optional(),
      lead: z.enum(Object.keys(LEADS)).optional(),
    });
    z.array(Row).parse(STEPS);
  });

  it("has a cell for each event, or a situation that it tells", () => {
    const used = new Set(STEPS.map(({ on }) => on));
    const tells = (name: EventName) => DANGER_KINDS.some((kind) => tellsSituation(name, kind));
    expect(EVENT_NAMES.filter((name) => !used.has(name) && !tells(name))).toEqual([]);
  });

  it("has no cell that another hides", () => {
    const hidden = STEPS.filter(({ on, of }, at) =>
      of.every((name) => STEPS.slice(0, at).some((row) => row.on === on && row.of.includes(name))),
    );
    expect(hidden.map(({ on, of }) => `${on}: ${of}`)).toEqual([]);
  });

  it("advises nothing that harms, whoever reads it", () => {
    const groupsOf = (of: readonly string[]): Group[] =>
      GROUP_NAMES.filter((group) =>
        of.some((name) => name === group || (GROUPS[group] as readonly string[]).includes(name)),
      );
    const silent = (of: readonly string[]) =>
      of.some((name) => rules.silent.kinds.includes(name)) ? rules.silent.never : {};
    const harms = STEPS.flatMap(({ on, of, say }) =>
      groupsOf(of).flatMap((group) =>
        breaches(say, { ...rules.everywhere, ...NEVER.claims, ...NEVER[group], ...silent(of) }).map(
          (harm) => `${on}, ${group}: ${harm}`,
        ),
      ),
    );
    expect(harms).toEqual([]);
  });

  it("names no group beside one of its kinds", () => {
    const twice = STEPS.filter(({ of }) =>
      of.some(
        (name) =>
          (DANGER_KINDS as readonly string[]).includes(name) && of.includes(groupOf(name as DangerKind)),
      ),
    );
    expect(twice.map(({ on }) => on)).toEqual([]);
  });
});
