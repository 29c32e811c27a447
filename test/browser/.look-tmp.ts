import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { createTelegramApi } from "../../src/channels/telegram/client.ts";
import { registerCommands } from "../../src/channels/telegram/setup.ts";
import { DESKTOP, launchChromium, openPage } from "./chromium.ts";
import { nightPhoto } from "./night-photo.ts";
import { CODE, ReportOnPage } from "./report.ts";
import { startWhole, type Whole } from "./whole.ts";

/** `node test/browser/picture.ts`: takes `docs/sandbox.png` and `docs/report.png` from the whole as it is now. */
const DOCS = "/tmp/brief/look/";
const SIZE = { width: Number(process.argv[2] ?? 1280), height: Number(process.argv[3] ?? 900) };
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
  await page.screenshot({ path: `${DOCS}${SIZE.width}-${name}`, animations: "disabled" });
}

async function takeQuestions(browser: Browser, whole: Whole): Promise<void> {
  const { page } = await openPage(browser, whole.sandbox.url, SIZE);
  for (const [phone, text] of SAID) await say(page, phone, text);
  await take(page, "sandbox.png");
}

async function takeReport(browser: Browser, whole: Whole): Promise<void> {
  const { page } = await openPage(browser, whole.sandbox.url, SIZE);
  const story = new ReportOnPage(page);
  const words = "/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm đánh bạc ăn tiền";
  await story.sendPhoto(await nightPhoto(page), words);
  const [code = ""] = CODE.exec(await story.tap("Gửi")) ?? [];
  await story.openGroup();
  const card = await story.card(code);
  let told = await story.countTold();
  await card.getByRole("button", { name: /^Tiếp nhận/ }).click();
  await story.told(told).catch(async (e) => { console.log(await story.group.innerText(), await story.citizen.innerText(), await page.locator("#wire-log").innerText()); await take(page, "report.png"); throw e; });
  told = await story.countTold();
  await story.reply(await story.inGroup(/Đã tiếp nhận/), "Nhóm có khoảng mấy người ạ?");
  await story.told(told);
  await story.tell("Khoảng 6 người, hai xe máy");
  await story.reply(await story.inGroup(/Khoảng 6 người/), "// đã báo tổ tuần tra");
  await story.inGroup(/Đã ghi nội bộ/);
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

if (process.argv[4]) await withWhole(takeQuestions);
await withWhole(takeReport);
