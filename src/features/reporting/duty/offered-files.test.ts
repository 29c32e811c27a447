import { describe, expect, it } from "vitest";
import { plainText } from "../../../messaging/reply.ts";
import { fileWarning, offers, readFileWish } from "./offered-files.ts";

const CODE = "TB-AAAA-BBBB";
const file = (name: string) => ({
  key: `${name}-_${"x".repeat(40)}`,
  kind: "file" as const,
  bytes: 235_520,
  contentType: "application/pdf",
});

describe("files that are only offered", () => {
  it("are one message with a button each, and nothing where there is none", () => {
    const [offer, ...more] = offers(CODE, [file("first"), file("second")]);
    if (offer === undefined) throw new Error("no offer");
    expect(more).toEqual([]);
    expect(plainText(offer)).toBe(
      `${CODE}: 2 tệp có thể chứa tên, máy, nơi chụp của người gửi: chưa đăng lên nhóm.`,
    );
    expect(offer.buttons?.map(({ label }) => label)).toEqual([
      "Xem tệp (PDF, 230 KB)",
      "Xem tệp (PDF, 230 KB)",
    ]);
    expect(offers(CODE, [])).toEqual([]);
  });

  it("are found again by what a button says, which fits sixty bytes", () => {
    const one = file("first");
    const asked = offers(CODE, [one])[0]?.buttons?.[0]?.payload ?? "";
    const sure = fileWarning(CODE, one).buttons?.[0]?.payload ?? "";
    expect(readFileWish(asked)).toEqual({ code: CODE, beginning: one.key.slice(0, 10), isSure: false });
    expect(readFileWish(sure)).toEqual({ code: CODE, beginning: one.key.slice(0, 10), isSure: true });
    expect(Math.max(asked.length, sure.length)).toBeLessThanOrEqual(60);
  });

  it.each([
    "/xemtep",
    `/xemtep ${CODE}`,
    `/xemtep ${CODE} short`,
    `/xemtep ${CODE} abcdefghij mo mo`,
    "/tin",
  ])("%s is no such button", (payload) => {
    expect(readFileWish(payload)).toBeNull();
  });
});
