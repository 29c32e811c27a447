import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseDataFile } from "./data-file.ts";

const schema = z.strictObject({
  name: z.string(),
  communes: z.array(z.object({ kind: z.enum(["xã", "phường"]) })),
});
const problemOf = (value: unknown): string => {
  try {
    parseDataFile(schema, value, "province.json");
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

describe("parseDataFile", () => {
  it("gives what the file holds", () => {
    const value = { name: "A", communes: [{ kind: "xã" }] };
    expect(parseDataFile(schema, value, "province.json")).toEqual(value);
  });

  it.each([
    [
      { name: "A", communes: [{ kind: "xã" }, { kind: "huyện" }] },
      '"communes.1.kind": phải là một trong: xã, phường',
    ],
    [{ name: "A" }, '"communes": thiếu hoặc không đúng kiểu'],
    [{ name: "A", communes: [], comunes: [] }, '"comunes": không có mục nào tên như vậy'],
    [[], "province.json không đúng: cần một đối tượng JSON"],
  ])("names the first wrong field: %j", (value, words) => expect(problemOf(value)).toContain(words));
});
