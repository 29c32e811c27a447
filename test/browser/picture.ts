import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { registerCommands } from "../../src/channels/telegram/setup.ts";
import { createTelegramApi } from "../../src/channels/telegram/telegram-client.ts";
import { DESKTOP, launchChromium, openPage } from "./chromium.ts";
import { nightPhoto } from "./night-photo.ts";
import { CODE, ReportOnPage } from "./report.ts";
import { startWhole, type Whole } from "./whole.ts";

/** `node test/browser/picture.ts`: takes `docs/sandbox.png` and `docs/report.png` from the whole as it is now. */
const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url));
/** So that a card stands whole beside what came of it. */
const TALL = { width: 1280, height: 1120 };
const SAID = [
  ["Zalo", "Khu dân cư là gì?"],
  ["Telegram", "/solieu năm 2022 có bao nhiêu khu dân cư đạt chuẩn"],
] as const;

async function say(page: Page, phone: "Zalo" | "Telegram", text: string): Promise<void> {
  const answers = page.locator(`#phone-${phone.toLowerCase()} article.bot`);
  const before = await answers.count();
  await page.getByLabel(`Tin nhắn ${phone}`).fill(text);
  await page.keyboard.press("Enter");
  await answers.nth(before).waitFor();
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate("document.activeElement.blur()");
  await page.mouse.move(0, 0);
  await page.screenshot({ path: DOCS + name, animations: "disabled" });
}

async function takeQuestions(browser: Browser, whole: Whole): Promise<void> {
  const { page } = await openPage(browser, whole.sandbox.url, DESKTOP);
  for (const [phone, text] of SAID) await say(page, phone, text);
  await take(page, "sandbox.png");
}

async function takeReport(browser: Browser, whole: Whole): Promise<void> {
  const { page } = await openPage(browser, whole.sandbox.url, TALL);
  const story = new ReportOnPage(page);
  const words = "/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm đánh bạc ăn tiền";
  await story.sendPhoto(await nightPhoto(page), words);
  const [code = ""] = CODE.exec(await story.tap("Gửi")) ?? [];
  await story.openGroup();
  const card = await story.card(code);
  let told = await story.countTold();
  await card.getByRole("button", { name: /^Tiếp nhận/ }).click();
  await story.told(told);
  told = await story.countTold();
  await story.reply(await story.inGroup(/Đã tiếp nhận/), "Nhóm có khoảng mấy người ạ?");
  await (await story.inGroup(/Chưa gửi/)).getByRole("button", { name: /^Gửi/ }).click();
  await story.told(told);
  await story.tell("Có chừng sáu người ạ");
  await story.inGroup(/Có chừng sáu người/);
  await (await story.card(code)).evaluate((row: { scrollIntoView(): void }) => row.scrollIntoView());
  await take(page, "report.png");
}

async function withWhole(takePicture: (browser: Browser, whole: Whole) => Promise<void>): Promise<void> {
  const whole = await startWhole();
  try {
    const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = whole.settings;
    await registerCommands(createTelegramApi({ token, apiRoot, timeoutSeconds: 10 }));
    const browser = await launchChromium();
    await takePicture(browser, whole).finally(() => browser.close());
  } finally {
    await whole.close();
  }
}

await withWhole(takeQuestions);
await withWhole(takeReport);
