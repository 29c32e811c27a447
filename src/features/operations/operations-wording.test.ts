import { describe, expect, it } from "vitest";
import { plainText } from "../../messaging/reply.ts";
import { ledgerPage } from "./operations-wording.ts";

const NOW = Date.parse("2025-11-23T10:00:00+07:00");
const line = (channel: "zalo" | "telegram", received: number, answered: number) => ({
  channel,
  received,
  answered,
  ignored: 0,
  refused: 0,
  pending: 0,
  parked: 0,
  unsigned: 2,
  gap: received - answered,
});
const entry = (number: number) => ({
  number,
  conversation: "c0ffee",
  message: "out-1",
  channel: "zalo" as const,
  reason: "zalo -230 no_recent_interaction",
  at: NOW - 3 * 3_600_000,
});
const page = (change: Partial<Parameters<typeof ledgerPage>[0]> = {}) =>
  plainText(
    ledgerPage({
      day: "2025-11-23",
      lines: [line("zalo", 5, 5), line("telegram", 2, 2)],
      parked: [],
      now: NOW,
      asOf: NOW,
      isRefreshed: true,
      outgoing: { n: 0, since: null, duty: { n: 0, since: null } },
      ...change,
    }),
  );

describe("the page of /sotin", () => {
  it("says that it adds up, with the sum of the channels", () => {
    expect(page()).toContain("Sổ tin ngày 23/11/2025: Khớp.");
    expect(page()).toMatch(/Cộng; Nhận: 7; Đã trả lời: 7/u);
    expect(page()).toContain("4 lượt gọi không đúng chữ ký");
  });

  it("says by how much it doesn't", () => {
    expect(page({ lines: [line("zalo", 5, 3)] })).toContain("Lệch 2");
  });

  it("never says that all is well while the duty group waits", () => {
    const since = NOW - 12 * 60_000;
    const late = page({ outgoing: { n: 4, since, duty: { n: 3, since } } });
    expect(late).toContain("nhóm trực còn 3 tin chờ gửi, lâu nhất 12 phút");
    expect(late).toContain("Đang chờ gửi: 4 tin, lâu nhất 12 phút");
    expect(late).not.toContain("Khớp");
    const fresh = { n: 1, since: NOW - 60_000 };
    expect(page({ outgoing: { ...fresh, duty: fresh } })).toContain("Khớp");
    expect(page()).not.toContain("Đang chờ gửi");
  });

  it("lists ten parked ones at most, by number, channel, reason and age, never by conversation", () => {
    const words = page({ parked: Array.from({ length: 13 }, (_, i) => entry(i + 40)) });
    expect(words).toContain("Chưa giao được, mọi ngày (13)");
    expect(words).toMatch(/Số 40 – Zalo – hết thời hạn nhắn.* – 3 giờ trước/u);
    expect([words.includes("Số 49"), words.includes("Số 50"), words.includes("Còn 3 tin nữa")]).toEqual([
      true,
      false,
      true,
    ]);
    expect(words).not.toContain("c0ffee");
  });

  it("says of when the figures are where nobody was asked", () => {
    expect(page({ isRefreshed: false })).toContain("10:00 ngày 23/11/2025");
    expect(page({ isRefreshed: false, asOf: null })).toContain("Chưa có lần đếm định kỳ nào");
  });
});
