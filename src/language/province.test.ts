import { describe, expect, it } from "vitest";
import { ConfigError } from "../platform/errors.ts";
import { PROVINCE } from "./province.ts";
import { parseProvince } from "./province-file.ts";

describe("the province's file", () => {
  it("names each commune and each old name once", () => {
    const names = PROVINCE.communes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const old = PROVINCE.communes.flatMap(({ was }) => was);
    expect(new Set(old).size).toBe(old.length);
    for (const name of [...names, ...old]) expect(name).toBe(name.normalize("NFC"));
  });

  it.each([
    [{ ...PROVINCE, name: 138 }, '"name": thiếu hoặc không đúng kiểu'],
    [{ ...PROVINCE, name: "" }, '"name": rỗng'],
    [{ ...PROVINCE, name: "Tỉnh An Phú" }, '"name": tên viết không kèm loại'],
    [{ ...PROVINCE, kind: "huyện" }, '"kind": phải là một trong: tỉnh, thành phố'],
    [{ ...PROVINCE, communes: [] }, '"communes": rỗng'],
    [
      { ...PROVINCE, communes: [{ name: "Xã An Phú", kind: "xã" }] },
      '"communes.0.name": tên viết không kèm loại',
    ],
    [
      { ...PROVINCE, communes: ["An Hoà", "An Phú", "AN HÒA"].map((name) => ({ name, kind: "xã" })) },
      '"communes.2.name": xã AN HÒA đã có ở communes.0',
    ],
    [{ ...PROVINCE, formerDistricts: ["Huyện An Phú"] }, '"formerDistricts.0": tên viết không kèm loại'],
    [
      { ...PROVINCE, examples: { ...PROVINCE.examples, figureHint: "x".repeat(101) } },
      '"examples.figureHint": quá dài (tối đa 100)',
    ],
    [{ ...PROVINCE, communes: [{ name: "An Phú", kind: "thôn", was: [] }] }, '"communes.0.kind"'],
    [{ ...PROVINCE, hours: {} }, '"hours.police"'],
    [{ ...PROVINCE, comunes: [] }, '"comunes": không có mục nào tên như vậy'],
    [[], "cần một đối tượng JSON"],
  ])("says in one sentence what is wrong (%#)", (value, words) => {
    expect(() => parseProvince(value)).toThrow(ConfigError);
    expect(() => parseProvince(value)).toThrow(words);
  });
});
