import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/server.ts";
import { type SandboxSettings, sandboxSettings } from "../../sandbox/settings.ts";
import { freePort, type Listening } from "../../sandbox/web.ts";
import { DESKTOP, hasChromium, launchChromium, openPage, PHONE } from "./chromium.ts";
import { startFakeWorker } from "./fake-worker.ts";

/** Runs in the page, hence as text: this project has no DOM types. */
const SHOW_SANITISED = `async (html) => {
  const { safeHtml } = await import("/rich-text.js");
  const holder = document.createElement("div");
  holder.append(safeHtml(html));
  document.body.append(holder);
  for (const element of holder.querySelectorAll("a, strong")) element.dispatchEvent(new MouseEvent("mouseover"));
  return holder.innerHTML;
}`;

const isHacked = (page: Page): Promise<boolean> => page.evaluate<boolean>('"hacked" in window');

/** The page alone, before a bot of a few lines; `sandbox.test.ts` has the real Worker behind it. */
describe.skipIf(!hasChromium)("the sandbox page (needs Chromium)", () => {
  let browser: Browser;
  let worker: Listening;
  let sandbox: Sandbox;
  let settings: SandboxSettings;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    const port = await freePort();
    settings = sandboxSettings(port);
    worker = await startFakeWorker(settings);
    sandbox = await startSandbox({ port, workerUrl: worker.url, settings });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await sandbox.close();
    await worker.close();
  });

  const zaloLog = (page: Page) => page.getByRole("log", { name: /Zalo/ });
  const telegramLog = (page: Page) => page.getByRole("log", { name: /Telegram với/ });

  async function say(page: Page, phone: "Zalo" | "Telegram", text: string): Promise<void> {
    await page.getByLabel(`Tin nhắn ${phone}`).fill(text);
    await page.keyboard.press("Enter");
  }

  it("carries a question to the bot and its answer back, and keeps both over a reload", async () => {
    const { page, problems } = await openPage(browser, sandbox.url, DESKTOP);
    await say(page, "Zalo", "Khu dân cư là gì?");
    await zaloLog(page).getByText("Đã nghe: Khu dân cư là gì?").waitFor();
    expect(await zaloLog(page).getByRole("link").getAttribute("href")).toBe("https://vi-du.example/nguon");
    await page.reload();
    await zaloLog(page).getByText("Đã nghe: Khu dân cư là gì?").waitFor();
    expect(await zaloLog(page).locator("article").count()).toBe(2);
    expect(problems).toEqual([]);
  });

  it("Shift+Enter breaks the line, and an empty message isn't sent", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    await page.getByLabel("Tin nhắn Zalo").press("Enter");
    await page.getByLabel("Tin nhắn Zalo").pressSequentially("một");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("hai");
    await page.keyboard.press("Enter");
    await zaloLog(page).locator("article.me").waitFor();
    expect(await zaloLog(page).locator("article.me .words").allTextContents()).toEqual(["một\nhai"]);
  });

  it("a query button says its payload; a call button only explains itself", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    await page.getByRole("button", { name: "Khu dân cư là gì?" }).click();
    await zaloLog(page).getByRole("button", { name: "Tiêu chuẩn" }).click();
    await zaloLog(page).getByText("Đã nghe: tiêu chuẩn").waitFor();
    await zaloLog(page).getByRole("button", { name: "Gọi 113" }).last().click();
    await zaloLog(page)
      .getByText(/Trên điện thoại thật/)
      .waitFor();
    expect(sandbox.zalo.sent).toHaveLength(2);
  });

  it("sends a picture and a place", async () => {
    const { page, problems } = await openPage(browser, sandbox.url, DESKTOP);
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
    await page
      .getByLabel("Chọn ảnh gửi qua Zalo")
      .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: picture });
    await page.getByText("Ảnh sắp gửi").first().waitFor();
    await page.keyboard.press("Enter");
    await zaloLog(page).getByText("Đã nghe: image").waitFor();
    const image = zaloLog(page).getByAltText("Ảnh trong tin nhắn");
    await expect.poll(() => image.evaluate((img: { naturalWidth: number }) => img.naturalWidth)).toBe(40);
    await page.getByRole("button", { name: "Gửi vị trí" }).click();
    await zaloLog(page)
      .getByText(/Đã nghe: Vị trí/)
      .waitFor();
    expect(problems).toEqual([]);
  });

  it("says that a picture can't be read, and sends nothing", async () => {
    const { page, problems } = await openPage(browser, sandbox.url, DESKTOP);
    await page
      .getByLabel("Chọn ảnh gửi qua Zalo")
      .setInputFiles({ name: "IMG_1.heic", mimeType: "image/heic", buffer: Buffer.from("no picture") });
    await zaloLog(page)
      .getByText(/Không đọc được ảnh “IMG_1.heic”/)
      .waitFor();
    expect(await page.getByAltText("Ảnh sắp gửi").first().isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });

  it("sends a file from the official's phone, with what is written as its caption", async () => {
    const { page, problems } = await openPage(browser, sandbox.url, DESKTOP);
    await page.getByLabel("Tin nhắn Telegram").fill("/capnhat");
    await page
      .getByLabel("Chọn tệp gửi qua Telegram")
      .setInputFiles({ name: "so-lieu.csv", mimeType: "text/csv", buffer: Buffer.from("a,b") });
    const sent = telegramLog(page).locator("article.me");
    await sent.getByText("so-lieu.csv").waitFor();
    await sent.getByText("/capnhat").waitFor();
    expect(await page.getByLabel("Tin nhắn Telegram").inputValue()).toBe("");
    expect(problems).toEqual([]);
  });

  it("lets somebody else take the citizen's phone: an empty chat, also after a reload", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    await page.getByRole("button", { name: "Quan tâm" }).click();
    await say(page, "Zalo", "một");
    await zaloLog(page).getByText("Đã nghe: một").waitFor();
    await page.getByRole("button", { name: "Người khác" }).click();
    await expect.poll(() => zaloLog(page).locator("article").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Quan tâm", exact: true }).isEnabled()).toBe(true);
    await page.reload();
    await say(page, "Zalo", "hai");
    await zaloLog(page).getByText("Đã nghe: hai").waitFor();
    expect(await zaloLog(page).getByText("Đã nghe: một").count()).toBe(0);
  });

  it("gives a finger room to answer a message", async () => {
    const { page } = await openPage(browser, sandbox.url, PHONE);
    await page.getByRole("tab", { name: /Cán bộ/ }).click();
    await say(page, "Telegram", "/help");
    const box = await telegramLog(page).getByRole("button", { name: "Trả lời tin này" }).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40);
  });

  it("shows Telegram's formatting, and answers a tapped key with a toast and an edit", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    await say(page, "Telegram", "/solieu");
    const answer = telegramLog(page).locator("article.bot");
    await answer.getByText("liên kết").waitFor();
    expect(await answer.locator("strong").textContent()).toBe("Đã nghe");
    expect(await answer.getByRole("link").count()).toBe(0);
    await answer.getByRole("button", { name: "Tiếp nhận" }).click();
    await page.getByText("Đã ghi nhận").waitFor();
    await answer.getByText("Xong: tiep-nhan").waitFor();
    await answer.getByText("đã sửa").waitFor();
  });

  it("answers a card of the duty group by the keyboard alone", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    await page.getByRole("tab", { name: /Riêng với trợ lý/ }).focus();
    await page.keyboard.press("ArrowRight");
    await say(page, "Telegram", "/tin");
    const group = page.getByRole("log", { name: /Nhóm trực 138/ });
    await group.getByRole("button", { name: "Trả lời tin này" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("đã rõ");
    await page.keyboard.press("Enter");
    await group.locator("article.me .quoted").getByText("Đã nghe: /tin").waitFor();
  });

  it("says gently that the bot doesn't hear what people say among themselves", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    await page.getByRole("tab", { name: /Nhóm trực 138/ }).click();
    await say(page, "Telegram", "ai trực tối nay?");
    await say(page, "Telegram", "tôi trực");
    const group = page.getByRole("log", { name: /Nhóm trực 138/ });
    await group.locator("article.me").nth(1).getByText("chỉ người trong nhóm thấy").waitFor();
    expect(await group.getByText(/trợ lý chỉ nghe lệnh/).count()).toBe(1);
    expect(await group.locator("article.bot").count()).toBe(0);
  });

  it("sends a chosen picture with its caption, in answer to a message, or lets it go", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    await page.getByRole("tab", { name: /Nhóm trực 138/ }).click();
    await say(page, "Telegram", "/tin");
    const group = page.getByRole("log", { name: /Nhóm trực 138/ });
    await group.getByRole("button", { name: "Trả lời tin này" }).click();
    const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
    const choose = () =>
      page
        .getByLabel("Chọn ảnh gửi qua Telegram")
        .setInputFiles({ name: "a.png", mimeType: "image/png", buffer });
    await choose();
    await page.getByRole("button", { name: "Bỏ ảnh" }).click();
    await choose();
    await page.getByAltText("Ảnh sắp gửi").last().waitFor();
    await page.getByLabel("Tin nhắn Telegram").fill("// hiện trường");
    await page.keyboard.press("Enter");
    const sent = group.locator("article.me").last();
    await sent.getByText("// hiện trường").waitFor();
    await sent.getByAltText("Ảnh trong tin nhắn").waitFor();
    await sent.locator(".quoted").getByText("Đã nghe: /tin").waitFor();
    expect(await group.locator("article.me").count()).toBe(2);
  });

  it("offers the commands of the chat in a menu", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    const menu = page.getByRole("button", { name: "Danh sách lệnh" });
    expect(await menu.isVisible()).toBe(false);
    for (const [type, command] of [
      ["all_private_chats", "tracuu"],
      ["all_group_chats", "solieu"],
    ]) {
      await fetch(`${settings.TELEGRAM_API_ROOT}/bot${settings.TELEGRAM_BOT_TOKEN}/setMyCommands`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ scope: { type }, commands: [{ command, description: "Mô tả" }] }),
      });
    }
    await menu.click();
    await page.getByRole("button", { name: "/tracuu Mô tả" }).click();
    await telegramLog(page).getByText("Đã nghe: /tracuu").waitFor();
    await page.getByRole("tab", { name: /Nhóm trực 138/ }).click();
    await menu.click();
    expect(await page.locator("#commands b").allTextContents()).toEqual(["/solieu"]);
  });

  it("shows one phone at a time on a narrow screen, and marks news on the other", async () => {
    const { page } = await openPage(browser, sandbox.url, PHONE);
    expect(await page.locator("#phone-zalo").isVisible()).toBe(true);
    expect(await page.locator("#phone-telegram").isVisible()).toBe(false);
    await page.getByRole("tab", { name: /Cán bộ/ }).click();
    await say(page, "Telegram", "/help");
    await telegramLog(page).locator("article.bot").waitFor();
    expect(await page.locator("#phone-zalo").isVisible()).toBe(false);
    const send = { kind: "text", text: "từ máy khác" };
    await page.request.post(`${sandbox.url}/sandbox/zalo/send`, { data: send });
    await page.locator("#tab-zalo .unread").waitFor();
    await page.getByRole("tab", { name: /Người dân/ }).click();
    await zaloLog(page).getByText("Đã nghe: từ máy khác").waitFor();
    expect(await page.locator("#tab-zalo .unread").isVisible()).toBe(false);
  });

  it.each([320, 390, 721, 1000, 1280, 1920])("never scrolls sideways at %i px", async (width) => {
    const { page } = await openPage(browser, sandbox.url, { width, height: 700 });
    const overflow = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it("says so when the Worker isn't there, and delivers once it is", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    await worker.close();
    await say(page, "Zalo", "có ai không");
    await zaloLog(page).locator('article[data-state="retrying"]').waitFor();
    await page.getByLabel("Đường đi của tin nhắn").getByText("không kết nối được").first().waitFor();
    worker = await startFakeWorker(settings, Number(new URL(worker.url).port));
    await zaloLog(page).getByText("Đã nghe: có ai không").waitFor();
  });

  it("runs nothing of what a bot writes", async () => {
    const { page } = await openPage(browser, sandbox.url, DESKTOP);
    const hostile = [
      "<script>window.hacked = 1</script>",
      '<img src="x" onerror="window.hacked = 2">',
      '<a href="javascript:window.hacked=3" onclick="window.hacked=4">một</a>',
      '<svg onload="window.hacked=5"><a href="data:text/html,x">hai</a></svg>',
      '<b style="position:fixed" onmouseover="window.hacked=6">ba</b>',
      "<iframe srcdoc='<script>parent.hacked=7</script>'></iframe>",
      '<a href="https://vi-du.example/?a=1">bốn</a>',
      "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=window.hacked=8&gt;'>",
    ].join("");
    const shown = await page.evaluate<string>(`(${SHOW_SANITISED})(${JSON.stringify(hostile)})`);
    expect(shown).toBe(
      'mộthai<strong>ba</strong><a href="https://vi-du.example/?a=1" target="_blank" rel="noopener noreferrer">bốn</a>',
    );
    expect(await isHacked(page)).toBe(false);
    await say(page, "Zalo", "<img src=x onerror=window.hacked=9>");
    await zaloLog(page).getByText("Đã nghe: <img src=x onerror=window.hacked=9>").waitFor();
    expect(await isHacked(page)).toBe(false);
  });

  it("lets no inline script run, even past the sanitiser", async () => {
    const { page, problems } = await openPage(browser, sandbox.url, DESKTOP);
    await page.evaluate(`{
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.hacked = 1");
      image.src = "data:,";
      document.body.append(image);
    }`);
    await expect.poll(() => problems.join()).toMatch(/Content Security Policy/);
    expect(await isHacked(page)).toBe(false);
  });
});
