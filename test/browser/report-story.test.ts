import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CITIZEN_ID } from "../../sandbox/people/citizen.ts";
import { DESKTOP, hasChromium, launchChromium, openPage } from "./chromium.ts";
import { CODE, ReportOnPage } from "./report.ts";
import { startWhole, type Whole } from "./whole.ts";

describe.skipIf(!hasChromium)("a report on both phones, with the real Worker (needs Chromium)", () => {
  let browser: Browser;
  let whole: Whole;

  beforeAll(async () => {
    whole = await startWhole();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await whole?.close();
  });

  it("from the first word to Đã xong", async () => {
    const { page, problems } = await openPage(browser, whole.sandbox.url, DESKTOP);
    const story = new ReportOnPage(page);
    const shown = await story.tell(
      "/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm người tụ tập đánh bạc ăn tiền, ồn ào đến sáng",
    );
    expect(shown).toContain("chợ Kỳ Lừa");
    const [code = ""] = CODE.exec(await story.tap("Gửi")) ?? [];
    expect(code).not.toBe("");

    await page.locator("[data-room=group] .unread").waitFor();
    await story.openGroup();
    const card = await story.card(code);
    expect(await card.innerText()).toContain("chợ Kỳ Lừa");
    expect(await story.group.innerText()).not.toContain(CITIZEN_ID);

    let told = await story.countTold();
    await card.getByRole("button", { name: /^Tiếp nhận/ }).click();
    expect(await story.told(told)).toContain("đã tiếp nhận");
    const accepted = await story.inGroup(new RegExp(`${code}[\\s\\S]*Đã tiếp nhận`));
    await accepted.getByText("đã sửa").waitFor();
    expect(await accepted.getByRole("button", { name: /^Tiếp nhận/ }).count()).toBe(0);

    told = await story.countTold();
    await story.reply(accepted, "Có khoảng mấy người ạ?");
    await (await story.inGroup(/Chưa gửi/)).getByRole("button", { name: /^Gửi/ }).click();
    expect(await story.told(told)).toContain("Có khoảng mấy người ạ?");

    await story.tell("Khoảng 6 người, hai xe máy");
    const answered = await story.inGroup(/Khoảng 6 người, hai xe máy/);

    told = await story.countTold();
    await story.reply(answered, "// đã báo tổ tuần tra");
    await story.inGroup(/Đã ghi nội bộ/);
    expect(await story.countTold()).toBe(told);
    expect(await story.citizen.innerText()).not.toContain("tổ tuần tra");

    expect(await story.tell(`/tracuu ${code}`)).toContain("Đã tiếp nhận");

    told = await story.countTold();
    const standing = await story.card(code);
    await standing.getByRole("button", { name: /^Đã xong/ }).click();
    await story.reply(await story.inGroup(/Kết quả thế nào/), "Đã đến nơi và giải quyết.");
    expect(await story.told(told)).toMatch(/xử lý xong/);

    const toTelegram = JSON.stringify([whole.sandbox.telegram.sent, whole.sandbox.telegram.calls.items]);
    expect(toTelegram).not.toContain(CITIZEN_ID);
    expect(problems).toEqual([]);
  });
});
