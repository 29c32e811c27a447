import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readExamples } from "../../../test/examples.ts";
import { answerText } from "../../../test/figures/fixtures.ts";

/** What goes before the message in the same chat, and what its answer must and must not hold; no `holds`: left alone. */
const wanted = z.strictObject({
  after: z.array(z.string()).default([]),
  holds: z.array(z.string()).default([]),
  never: z.array(z.string()).default([]),
});
/** Where what is wanted changed since: a share is right as it is rounded, a year is told whole, "+" adds up. */
const SINCE: Readonly<Record<string, z.input<typeof wanted>>> = {
  "cho xin so lieu phong trao nam 2022": { holds: ["Kết quả năm 2022", "173/181", "66 mô hình"] },
  "xã + phường 2022 đạt bao nhiêu": { holds: ["177/186 đạt (95,16%)"] },
  "tỷ lệ xã đạt 2022 là 96% phải không": { holds: ["Đúng với nguồn", "173/181 (95,58%)"] },
};
const examples = readExamples("figures").map(({ text, label }) => ({
  text,
  ...wanted.parse(SINCE[text] ?? (label === "other" ? {} : JSON.parse(label))),
}));

describe("questions that rules were mended on (regression)", () => {
  it(`answers all ${examples.length} of examples/figures.tsv as before`, async () => {
    const wrong: string[] = [];
    for (const { text, after, holds, never } of examples) {
      const answer = await answerText(...after, text);
      const isRight =
        holds.every((words) => answer.includes(words)) &&
        !never.some((words) => answer.includes(words)) &&
        (holds.length > 0 || answer === "");
      if (!isRight) wrong.push(`${[...after, text].join(" → ")}: ${answer.slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
    expect(examples.length).toBeGreaterThan(500);
  });
});
