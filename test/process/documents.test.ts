import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxSettings, sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import type { TelegramSent } from "../../sandbox/standins/telegram-chats.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { DIRECTIVE, DIRECTIVE_PAGE, LETTERHEAD } from "../documents/directive.ts";
import { docx } from "../documents/docx.ts";
import { pdf, printed } from "../documents/pdf.ts";
import { deliver, OwnServer, telegramText } from "./harness.ts";

const CITIZEN = 70_138_138;
const QUESTION = "Bến xe tự quản phải lắp mấy đèn chiếu sáng?";
const ANSWER = "04 đèn chiếu sáng";

let settings: SandboxSettings;
let telegram: TelegramStandIn;
let zalo: ZaloStandIn;
let server: OwnServer;
let updates = Math.floor(Date.now() / 1000);

beforeAll(async () => {
  settings = sandboxSettings(0);
  [telegram, zalo] = await Promise.all([TelegramStandIn.listen(settings), ZaloStandIn.listen(settings)]);
  server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  await server.start();
});
afterAll(async () => {
  await server.dispose();
  await Promise.all([telegram.close(), zalo.close()]);
});

const supervisor = () => Number(settings.TELEGRAM_ADMIN_IDS);

/** Somebody's words, or a file without any; resolves when it is written down. */
async function say(who: number, text: string, file?: { fileId: string; name: string; bytes: number }) {
  updates += 1;
  const call = telegramText(server, updates, who, text);
  const update = JSON.parse(call.body) as { message: Record<string, unknown> };
  if (file !== undefined) {
    delete update.message.text;
    update.message.document = {
      file_id: file.fileId,
      file_unique_id: "u",
      file_name: file.name,
      file_size: file.bytes,
    };
  }
  expect(await deliver({ ...call, body: JSON.stringify(update) })).toBe(200);
}

/** The same; resolves to what the bot sends next. */
async function hear(who: number, text: string, file?: Parameters<typeof say>[2]): Promise<TelegramSent> {
  const before = telegram.sent.length;
  await say(who, text, file);
  await telegram.waitForSent(before + 1);
  const sent = telegram.sent[before];
  if (sent === undefined) throw new Error("nothing was sent");
  return sent;
}

const offered = (bytes: Uint8Array<ArrayBuffer>, name: string) => ({
  fileId: telegram.api.media.put({ bytes, type: "application/octet-stream" }),
  name,
  bytes: bytes.length,
});

describe("a document sent by message", () => {
  it.each([
    ["a Word file", docx(DIRECTIVE), "chi-thi.docx"],
    ["a PDF", pdf([[...LETTERHEAD, ...printed(DIRECTIVE_PAGE, 120)]], { packed: true }), "chi-thi.pdf"],
  ])("%s comes over the wire, and is told with its source after the tap", async (_, bytes, name) => {
    const shown = await hear(supervisor(), "", offered(bytes, name));
    expect(shown.text).toContain("Xem trước: Chỉ thị về việc nhân rộng mô hình");
    expect((await hear(CITIZEN, QUESTION)).text).not.toContain(ANSWER);
    const approved = await hear(supervisor(), button(shown, "Đăng công khai"));
    expect(approved.text).toContain("Đã đăng công khai");
    await expect.poll(async () => (await hear(CITIZEN, QUESTION)).text).toContain(ANSWER);
    const told = await hear(CITIZEN, QUESTION);
    expect(told.text).toContain(
      "Chỉ thị số 88/CT-UBND ngày 05/10/2026 của Ủy ban nhân dân tỉnh Ba Khe, Mục 2",
    );
    const sure = await hear(supervisor(), button(approved, "Gỡ văn bản"));
    expect((await hear(supervisor(), button(sure, "Gỡ văn bản"))).text).toContain("Đã gỡ");
    await expect.poll(async () => (await hear(CITIZEN, QUESTION)).text).not.toContain(ANSWER);
  });

  it("of a hundred pages doesn't keep a danger waiting: its answer is the first that is sent", async () => {
    const page = (n: number) =>
      printed(
        Array.from(
          { length: 40 },
          (_, i) =>
            `${n * 40 + i}. Chủ bến xe số ${n} lắp đủ đèn chiếu sáng ở cổng và bố trí người trực đêm.`,
        ),
        30,
      );
    const bytes = pdf(
      Array.from({ length: 100 }, (_, n) => page(n)),
      { packed: true },
    );
    const before = telegram.sent.length;
    await say(supervisor(), "", offered(bytes, "dai.pdf"));
    await say(CITIZEN, "cháy nhà, cứu với");
    // An answer to what was asked before may still be on its way.
    const ours = () => telegram.sent.slice(before).filter(({ text }) => /\b114\b|100 trang, /u.test(text));
    for (let sent = before + 2; ours().length < 2; sent += 1) await telegram.waitForSent(sent);
    const [first, second] = ours();
    expect(first?.text).toContain("114");
    expect(second?.text).toContain("100 trang, ");
  });
});

function button({ keyboard }: TelegramSent, label: string): string {
  const data = keyboard.flat().find(({ text }) => text === label)?.callback_data;
  if (data === undefined) throw new Error(`no button "${label}"`);
  return data;
}
