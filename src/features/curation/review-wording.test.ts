import { describe, expect, it } from "vitest";
import type { AgedSection } from "../../knowledge/aged-sections.ts";
import type { Ageing } from "../../knowledge/ageing.ts";
import { plainText } from "../../messaging/reply.ts";
import { monthlyReview, reviewPage } from "./review-wording.ts";

/** 00:30 of 1 June in Vietnam: still May in UTC. */
const NOW = Date.UTC(2027, 4, 31, 17, 30);
const section = (heading: string, ageing: Ageing): AgedSection => ({ document: "Pháo", heading, ageing });
const due = Array.from({ length: 23 }, (_, i) => section(`Mục ${i + 1}?`, { checkAfter: "2027-05-31" }));

describe("a page of sections to look at", () => {
  it("says document, heading and day, and leads to the next page", () => {
    const { buttons, ...reply } = reviewPage(due, { list: "due", page: 2 }, NOW);
    const words = plainText(reply);
    expect(words).toContain("23 mục đã quá ngày xem lại, 0 mục đến hạn trong 30 ngày tới");
    expect(words).toContain("11. Mục 11? (Pháo): quá hạn từ 31/05/2027");
    expect(words).not.toContain("Mục 10?");
    expect(words).not.toContain("Mục 21?");
    expect(words).toContain("Trang 2/3");
    expect(buttons?.map(({ payload }) => payload)).toEqual(["/cauhoi han 3", "/cauhoi chuaxacnhan"]);
  });

  it("beyond the last one is the last one", () => {
    const { buttons, ...reply } = reviewPage(due, { list: "due", page: 99 }, NOW);
    expect(plainText(reply)).toContain("23. Mục 23?");
    expect(buttons?.map(({ payload }) => payload)).toEqual(["/cauhoi chuaxacnhan"]);
  });

  it("says what isn't confirmed, and that nothing is due", () => {
    const sections = [section("Một?", { confirmed: "weak" }), section("Hai?", { confirmed: "no" })];
    expect(plainText(reviewPage(sections, { list: "unconfirmed", page: 1 }, NOW))).toContain(
      "1. Hai? (Pháo): chưa xác nhận\n2. Một? (Pháo): một nguồn",
    );
    expect(plainText(reviewPage(sections, { list: "due", page: 1 }, NOW))).toContain("Không có mục nào");
  });
});

describe("the monthly message", () => {
  it("counts, and names the first ten", () => {
    const words = monthlyReview([...due, section("Sắp tới?", { checkAfter: "2027-06-30" })], NOW);
    const all = words?.paragraphs.join("\n") ?? "";
    expect(all).toContain("tháng 06/2027");
    expect(all).toContain("23 mục đã quá ngày xem lại, 1 mục đến hạn");
    expect(all).toContain("10. Mục 10?");
    expect(all).not.toContain("Mục 11?");
  });

  it("isn't written where there is nothing to look at", () => {
    expect(monthlyReview([section("Một?", { checkAfter: "2027-07-02", confirmed: "yes" })], NOW)).toBeNull();
  });
});
