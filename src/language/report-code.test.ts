import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CODE_ALPHABET,
  isReportCode,
  newReportCode,
  readReportCode,
  withoutReportCodes,
} from "./report-code.ts";

const code = fc
  .uint8Array({ minLength: 7, maxLength: 7 })
  .map((bytes) => newReportCode((n) => bytes.subarray(0, n)));
const place = fc.nat({ max: 7 });

/** Where the n-th of the eight characters stands in "TB-XXXX-XXXX". */
const at = (n: number): number => (n < 4 ? 3 + n : 4 + n);
const put = (text: string, index: number, character: string): string =>
  text.slice(0, index) + character + text.slice(index + 1);

describe("report codes", () => {
  it("are written as TB-XXXX-XXXX and read back", () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^TB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readReportCode(made)).toEqual({ kind: "code", code: made });
        expect(isReportCode(made)).toBe(true);
      }),
    );
  });

  it("every wrong character is found", () => {
    for (const made of fc.sample(code, 20)) {
      for (let n = 0; n < 8; n += 1) {
        for (const character of CODE_ALPHABET) {
          const slipped = put(made, at(n), character);
          if (slipped === made) continue;
          expect(readReportCode(slipped)).toEqual({ kind: "typo" });
        }
      }
    }
  });

  it("every swap of two characters is found", () => {
    fc.assert(
      fc.property(code, place, place, (made, a, b) => {
        const [one, other] = [made[at(a)] ?? "", made[at(b)] ?? ""];
        const swapped = put(put(made, at(a), other), at(b), one);
        fc.pre(swapped !== made);
        expect(readReportCode(swapped)).toEqual({ kind: "typo" });
      }),
      { numRuns: 1000 },
    );
  });

  it("case, spaces, dashes and look-alikes don't matter", () => {
    fc.assert(
      fc.property(code, fc.constantFrom("-", " - ", "–", " – ", "."), (made, dash) => {
        const body = made.slice(3).replace("-", "");
        const lookAlike = body.replaceAll("0", "o").replaceAll("1", "l");
        const meant = { kind: "code", code: made };
        expect(readReportCode(`tra giúp tôi mã ${made.toLowerCase()} với`)).toEqual(meant);
        expect(readReportCode(`TB-${lookAlike}`)).toEqual(meant);
        expect(readReportCode(`tb-${made.slice(3, 7)}${dash}${made.slice(8)}`)).toEqual(meant);
        expect(readReportCode(`TB ${made.slice(3, 7)} ${made.slice(8)}`)).toEqual(meant);
        expect(readReportCode(` ${body.toLowerCase()} `, { bare: true })).toEqual(meant);
        expect(readReportCode(lookAlike, { bare: true })).toEqual(meant);
      }),
    );
  });

  it.each(["TB-7K2M-9Q", "TB-7K2M-9QPXZ", "tb 7k2m 9qpu", "TB-7K2M", "Mã: TB-ABCD-ÂCDE"])(
    "%s is a slip, not a lookup",
    (text) => {
      expect(readReportCode(text)).toEqual({ kind: "typo" });
    },
  );

  it.each([
    "",
    "tb cho em biết với ạ",
    "tb năm 2022 là bao nhiêu",
    "Thông báo số 45/TB-UBND ngày 10/02/2022",
    "tb cong nhan",
    "thiết bị tb 12 tháng 3 năm",
    "xe tải TB",
  ])("%s has no code", (text) => {
    expect(readReportCode(text)).toEqual({ kind: "none" });
  });

  it("a command's argument is always meant as a code", () => {
    expect(readReportCode("xyz", { bare: true })).toEqual({ kind: "typo" });
    expect(readReportCode("  ", { bare: true })).toEqual({ kind: "none" });
  });

  it("reading never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, bare) => {
        expect(["code", "typo", "none"]).toContain(readReportCode(text, { bare }).kind);
      }),
    );
  });
});

describe("withoutReportCodes", () => {
  it("takes out a code however it is typed, and nothing else", () => {
    fc.assert(
      fc.property(code, fc.constantFrom("", " ", "-", "."), fc.boolean(), (made, gap, isLower) => {
        fc.pre(gap === "-" || /\d/.test(made));
        const typed = made.replace("TB-", `TB${gap}`);
        const left = withoutReportCodes(`xong chưa ${isLower ? typed.toLowerCase() : typed} vậy ạ`);
        expect(left.replace(/\s+/g, " ")).toBe("xong chưa vậy ạ");
      }),
    );
  });

  it.each([
    "TB nguy hiểm lắm",
    "trung bình tb 2022",
    "45/TB-UBND",
    "tb nha chay roi",
    "TB 113 không gọi được",
  ])("leaves %s", (text) => expect(withoutReportCodes(text)).toBe(text));
});
