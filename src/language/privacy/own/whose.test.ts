import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hideDetails, ownDetails, readable } from "./own-details.ts";
import json from "./whose.examples.json" with { type: "json" };

const Told = z.strictObject({
  text: z.string(),
  hide: z.array(z.string()).optional(),
  keep: z.array(z.string()).optional(),
});
/** In the order in which they were written. "fresh" and "later" were tried before anything was mended for them. */
const EXAMPLES = z
  .record(z.enum(["first", "fresh", "ordinary", "later", "attacked"]), z.array(Told))
  .parse(json);

const safe = (typed: string): string => {
  const text = readable(typed);
  const own = ownDetails(text).filter(({ whose }) => whose !== "other");
  return hideDetails(text, own, "[đã che]");
};

describe.each(Object.entries(EXAMPLES))("%s: whose a place, a day or a name is", (_, told) => {
  it.each(told)("$text", ({ text, hide = [], keep = [] }) => {
    const shown = safe(text);
    expect(hide.filter((words) => shown.includes(words))).toEqual([]);
    expect(keep.filter((words) => !shown.includes(words))).toEqual([]);
  });
});
