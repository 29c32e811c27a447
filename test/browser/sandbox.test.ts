import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, hasChromium, launchChromium, openPage, PHONE } from "./chromium.ts";
import { startWhole, type Whole } from "./whole.ts";

/** The whole, as `npm start` runs it: the real Worker, the stand-ins, the page, a browser. */
describe.skipIf(!hasChromium)("the sandbox with the real Worker (needs Chromium)", () => {
  let browser: Browser;
  let whole: Whole;

  beforeAll(async () => {
    whole = await startWhole();
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await whole?.close();
  });

  const zaloLog = (page: Page) => page.getByRole("log", { name: /Zalo/ });
  const telegramLog = (page: Page) => page.getByRole("log", { name: /Telegram với/ });
  const ANSWER = "article.bot";

  /** Says it and gives the words of the next answer. */
  async function ask(page: Page, phone: "Zalo" | "Telegram", text: string): Promise<string> {
    const answers = (phone === "Zalo" ? zaloLog(page) : telegramLog(page)).locator(ANSWER);
    const before = await answers.count();
    await page.getByLabel(`Tin nhắn ${phone}`).fill(text);
    await page.keyboard.press("Enter");
    await answers.nth(before).waitFor();
    return answers.nth(before).innerText();
  }

  it("answers a citizen's question with its source", async () => {
    const { page, problems } = await openPage(browser, whole.sandbox.url, DESKTOP);
    const answer = await ask(page, "Zalo", "Khu dân cư là gì?");
    expect(answer).toContain("Nguồn:");
    expect(problems).toEqual([]);
  });

  it("puts the emergency numbers into the first line", async () => {
    const { page } = await openPage(browser, whole.sandbox.url, DESKTOP);
    const [first] = (await ask(page, "Zalo", "Chay nha roi!!")).trim().split("\n");
    expect(first).toContain("114");
  });

  it("a tapped button is answered as if typed", async () => {
    const { page } = await openPage(browser, whole.sandbox.url, DESKTOP);
    await ask(page, "Zalo", "/help");
    const answers = zaloLog(page).locator(ANSWER);
    const before = await answers.count();
    await zaloLog(page).locator("button.oa-button").last().click();
    await answers.nth(before).waitFor();
    expect((await answers.nth(before).innerText()).length).toBeGreaterThan(20);
  });

  it("answers an official on Telegram, formatted, with the figure's source", async () => {
    const { page, problems } = await openPage(browser, whole.sandbox.url, DESKTOP);
    const answer = await ask(page, "Telegram", "/solieu năm 2022 có bao nhiêu khu dân cư đạt chuẩn");
    expect(answer).toContain("Nguồn:");
    expect(answer).not.toContain("<b>");
    expect(problems).toEqual([]);
  });

  it("meets a sticker and a place with a word, not with silence", async () => {
    const { page } = await openPage(browser, whole.sandbox.url, PHONE);
    for (const button of ["Gửi nhãn dán", "Gửi vị trí"]) {
      const answers = zaloLog(page).locator(ANSWER);
      const before = await answers.count();
      await page.getByRole("button", { name: button }).click();
      await answers.nth(before).waitFor();
      expect((await answers.nth(before).innerText()).trim().length).toBeGreaterThan(20);
    }
  });

  it("still answers, once, when Zalo's API stumbles", async () => {
    const { page } = await openPage(browser, whole.sandbox.url, DESKTOP);
    const before = whole.sandbox.zalo.sent.length;
    whole.sandbox.zalo.fail({ kind: "status", status: 502 }, { on: "message/cs" });
    await ask(page, "Zalo", "xin chào");
    expect(whole.sandbox.zalo.sent.length).toBe(before + 1);
  });
});
