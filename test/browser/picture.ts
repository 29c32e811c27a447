import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { createTelegramApi } from "../../src/channels/telegram/client.ts";
import { registerCommands } from "../../src/channels/telegram/setup.ts";
import { DESKTOP, launchChromium, openPage } from "./chromium.ts";
import { startWhole } from "./whole.ts";

/** `node test/browser/picture.ts`: takes `docs/sandbox.png` from the whole as it is now. */
const PICTURE = fileURLToPath(new URL("../../docs/sandbox.png", import.meta.url));
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

const whole = await startWhole();
try {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = whole.settings;
  await registerCommands(createTelegramApi({ token, apiRoot, timeoutSeconds: 10 }));
  const browser = await launchChromium();
  try {
    const { page } = await openPage(browser, whole.sandbox.url, DESKTOP);
    for (const [phone, text] of SAID) await say(page, phone, text);
    await page.evaluate("document.activeElement.blur()");
    await page.screenshot({ path: PICTURE, animations: "disabled" });
  } finally {
    await browser.close();
  }
} finally {
  await whole.close();
}
