import { describe, expect, it } from "vitest";
import { FACTS } from "../../../test/figures/fixtures.ts";
import { asksCorrection, readCorrection } from "./correction.ts";

const NOW = Date.UTC(2026, 10, 29);
const read = (text: string) => (asksCorrection(text) ? readCorrection(text, FACTS, NOW) : null);

describe("a correction in words", () => {
  it.each([
    ["sửa số xã đạt 2022 thành 174", "LS2022-std-commune", "174/181"],
    ["Sửa số phường đạt năm 2022 thành 5/5", "LS2022-std-ward", "5/5"],
    ["sua so kdc dat 2022 thanh 1.690", "LS2022-std-residentialArea", "1690/1727"],
    ["sửa tổng số xã được xét 2022 thành 182", "LS2022-std-commune", "173/182"],
    ["đính chính số mô hình xây mới năm 2022 là 17", "LS2022-models-new", "17"],
    ["cập nhật số vụ ma túy 2022 = 350 vụ", "LS2022-drug-cases", "350"],
    ["cập nhật số liệu 2023: xã đạt 175/181", undefined, "175/181"],
  ])("%s", (text, id, numbers) => {
    const correction = read(text);
    if (correction?.kind !== "change") throw new Error("not understood");
    const { after, before } = correction;
    expect(before?.id).toBe(id);
    expect(after.value ?? `${after.numerator}/${after.denominator}`).toBe(numbers);
    expect(after.source).toContain("sửa qua tin nhắn");
    expect(after.url).toBeUndefined();
  });

  it.each(["sửa số 2022 thành 5", "sửa số xã đạt thành 174", "sửa số xã, phường đạt 2022 thành 174"])(
    "asks back: %s",
    (text) => {
      expect(read(text)).toEqual({ kind: "unclear" });
    },
  );

  it.each(["đổi mật khẩu thành 123", "sửa giúp tôi tin báo thành 5"])("leaves to others: %s", (text) => {
    expect(read(text)).toEqual({ kind: "other" });
  });

  it.each(["số xã đạt 2022 là bao nhiêu", "sửa lỗi giúp tôi", "cập nhật số liệu ở đâu"])(
    "is none: %s",
    (text) => {
      expect(asksCorrection(text)).toBe(false);
    },
  );
});
