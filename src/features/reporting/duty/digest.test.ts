import { describe, expect, it } from "vitest";
import { renderReply } from "../../../channels/telegram/telegram-render.ts";
import { plainText } from "../../../messaging/reply.ts";
import type { Found } from "../book/find/case-query.ts";
import type { CaseEvent, CaseSummary } from "../case.ts";
import { historyReply } from "./cases.ts";
import { caseList } from "./desk/case-list.ts";
import { isStuck, morningDigest, overdueEscalation } from "./digest.ts";

const at = (moment: string): number => Date.parse(`${moment}+07:00`);
/** A Monday. */
const NOW = at("2026-11-23T07:00:00");
const HOUR = 3_600_000;

const EVERYTHING = { group: "open", page: 1 } as const;
const found = (cases: readonly CaseSummary[]): Found => ({
  cases,
  total: cases.length,
  overdue: 0,
  isCut: false,
});

const summary = (n: number, changes: Partial<CaseSummary> = {}): CaseSummary => ({
  code: `TB-0000-00${String(n).padStart(2, "0")}`,
  lane: "crime",
  category: "theft",
  state: "accepted",
  receivedAt: NOW - HOUR,
  changedAt: NOW - HOUR,
  lastEventAt: NOW - HOUR,
  dueAt: NOW + HOUR,
  erased: false,
  likelySpam: false,
  version: 1,
  undelivered: 0,
  ...changes,
});
const isOverdue = ({ dueAt, desk }: CaseSummary) => dueAt < NOW && desk?.waitingSince === undefined;
const digestOf = (...cases: CaseSummary[]) =>
  morningDigest(
    {
      // The book lists so many at most; it counts all.
      open: async () => cases.slice(0, 200),
      find: async ({ group, limit }) => {
        const some = cases.filter((one) => (group === "new" ? one.state === "received" : isOverdue(one)));
        return { cases: some.slice(0, limit), total: some.length, overdue: 0, isCut: false };
      },
    },
    NOW,
  );

describe("the morning digest", () => {
  it("names what is new, overdue, stuck and undelivered, each in its part", async () => {
    const digest = await digestOf(
      summary(1, { dueAt: NOW - 1, lane: "urgent" }),
      summary(2, { state: "received" }),
      summary(3, { lastEventAt: at("2026-11-17T09:00:00") }),
      summary(4, { undelivered: 2 }),
      summary(5),
    );
    expect(digest?.blocks.slice(1, -1)).toEqual([
      { kind: "text", text: "QUÁ HẠN: 1" },
      { kind: "list", items: ["TB-0000-0001 · KHẨN · Trộm cắp"] },
      { kind: "text", text: "Chờ tiếp nhận: 1" },
      { kind: "list", items: ["TB-0000-0002 · Tội phạm · Trộm cắp"] },
      { kind: "text", text: "3 ngày làm việc không có gì mới: 1" },
      { kind: "list", items: ["TB-0000-0003 · Tội phạm · Trộm cắp"] },
      { kind: "text", text: "Có tin chưa giao được cho người báo: 1" },
      { kind: "list", items: ["TB-0000-0004 · Tội phạm · Trộm cắp"] },
    ]);
  });

  it("is none where nothing waits", async () => {
    expect(await digestOf(summary(1))).toBeNull();
    expect(await digestOf()).toBeNull();
  });

  it("stuck counts working days: a weekend is none", () => {
    expect(isStuck(at("2026-11-17T09:00:00"), NOW)).toBe(true);
    expect(isStuck(at("2026-11-18T09:00:00"), NOW)).toBe(false);
    expect(isStuck(at("2026-11-18T09:00:00"), at("2026-11-24T00:00:00"))).toBe(true);
  });

  it("counts what is more than the book lists", async () => {
    const many = Array.from({ length: 900 }, (_, n) => summary(n % 100, { state: "received" }));
    expect(plainText((await digestOf(...many)) ?? { blocks: [] })).toContain("Chờ tiếp nhận: 900");
  });

  it("with two hundred cases is still one message", async () => {
    const many = Array.from({ length: 200 }, (_, n) =>
      summary(n % 100, { state: "received", dueAt: NOW - 1, lastEventAt: 0, undelivered: 1 }),
    );
    const digest = await digestOf(...many);
    expect(digest && renderReply(digest, {})).toHaveLength(1);
    expect(digest && plainText(digest)).toContain("và 190 tin nữa");
  });
});

describe("the word to supervisors", () => {
  it("has the latest first and how late it is, and is none where nothing is", () => {
    const reply = overdueEscalation(
      [summary(1, { dueAt: NOW - HOUR }), summary(2, { dueAt: NOW - 50 * HOUR }), summary(3)],
      NOW,
    );
    expect(reply?.blocks[1]).toEqual({
      kind: "list",
      items: [
        "TB-0000-0002 · Tội phạm · Trộm cắp · quá 2 ngày",
        "TB-0000-0001 · Tội phạm · Trộm cắp · quá 1 giờ",
      ],
    });
    expect(overdueEscalation([summary(3)], NOW)).toBeNull();
  });
});

describe("lists", () => {
  it("the overdue are marked, and what didn't reach the reporter", () => {
    const reply = caseList(
      found([summary(2, { dueAt: NOW - 1, undelivered: 1 }), summary(1)]),
      EVERYTHING,
      NOW,
    );
    expect(reply.blocks[1]).toEqual({
      kind: "list",
      items: [
        "QUÁ HẠN 0 phút · TB-0000-0002 · Tội phạm · Trộm cắp · Đã tiếp nhận · nhận 1 giờ · Chưa giao được 1 tin cho người báo",
        expect.stringMatching(/^TB-0000-0001 · Tội phạm · Trộm cắp · Đã tiếp nhận · nhận 1 giờ · hạn còn /u),
      ],
    });
    expect(reply.buttons?.[0]).toEqual({ label: "TB-0000-0002", payload: "/tin TB-0000-0002" });
    expect(plainText(caseList(found([]), EVERYTHING, NOW))).toContain("Không có tin nào");
  });

  it("a long history keeps its newest lines and says what is left out", () => {
    const events = Array.from(
      { length: 40 },
      (_, n): CaseEvent => ({ at: NOW + n, actor: "reporter", action: "told_duty", text: `lời ${n}` }),
    );
    const words = plainText(historyReply("TB-0000-0000", events));
    expect(words).toContain("10 việc trước đó");
    expect(words).toContain("lời 39");
    expect(words).not.toContain("lời 9\n");
  });
});
