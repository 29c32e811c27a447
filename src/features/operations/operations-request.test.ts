import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLedgerRequest } from "./operations-request.ts";

const NOW = Date.parse("2026-01-05T08:00:00+07:00");
const read = (clean: string) => readLedgerRequest(clean, NOW);

describe("/sotin", () => {
  it.each([
    ["/sotin", "2026-01-05"],
    ["/SOTIN hôm nay", "2026-01-05"],
    ["/sotin@tro_ly_bot homqua", "2026-01-04"],
    ["/sotin hôm kia", "2026-01-03"],
    ["/sotin 4/1", "2026-01-04"],
    ["/sotin ngày 31/12", "2025-12-31"],
    ["/sotin 22-11-2025", "2025-11-22"],
  ])("%s", (clean, day) => expect(read(clean)).toEqual({ kind: "day", day }));

  it.each([
    ["/sotin thulai 3", { kind: "retry", number: 3 }],
    ["/sotin thử lại số 12", { kind: "retry", number: 12 }],
    ["/sotin gửi lại tin số #4", { kind: "retry", number: 4 }],
    ["/sotin boqua 3 người dân đã gọi điện", { kind: "dismiss", number: 3, reason: "người dân đã gọi điện" }],
    ["/sotin Bỏ qua tin 7: Trùng 2 lần", { kind: "dismiss", number: 7, reason: "Trùng 2 lần" }],
  ])("%s", (clean, request) => expect(read(clean)).toEqual(request));

  it.each([
    "/sotin boqua 3",
    "/sotin boqua 3 .",
    "/sotin thulai",
    "/sotin 31/2",
    "/sotin abc",
    "/sotin thulai 3 4",
  ])("%s is answered with how to write it", (clean) => expect(read(clean)).toEqual({ kind: "help" }));

  it.each(["sotin", "/sotinx", "/solieu", "sổ tin"])("%s is another's business", (clean) =>
    expect(read(clean)).toBeNull(),
  );

  it("nothing is closed without a reason, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (rest) => {
        const request = read(`/sotin boqua ${rest}`);
        expect(request?.kind !== "dismiss" || request.reason.trim() !== "").toBe(true);
        expect(request?.kind === "retry").toBe(false);
      }),
    );
  });
});
