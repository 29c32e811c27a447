import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxSettings, sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import type { TelegramSent } from "../../sandbox/standins/telegram-chats.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { COLUMNS } from "../../src/features/figures/read-figures.ts";
import { deliver, OwnServer, telegramText } from "./harness.ts";

const COLUMN_NAMES = COLUMNS.map(([column]) => column);

/** An invented figure of a source that doesn't exist, of a year that no figure is stored for. */
const ROW: Readonly<Record<string, string>> = {
  id: "LS2019-thu-nghiem",
  province: "Lạng Sơn",
  area: "Lạng Sơn",
  level: "province",
  territory: "before",
  start: "2019-01-01",
  end: "2019-12-31",
  period: "năm 2019",
  coverage: "whole",
  indicator: "safety_standard_met",
  unit_type: "commune",
  numerator: "133",
  denominator: "207",
  unit: "xã",
  as_of: "năm 2019",
  source: "Bảng thử nghiệm",
  url: "https://example.vn/thu-nghiem",
  audience: "public",
};
const QUESTION = "năm 2019 có bao nhiêu xã đạt chuẩn an toàn";

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

/** The supervisor's words, or a file without any; resolves to what the bot sends next. */
async function hear(text: string, file?: { fileId: string; bytes: number }): Promise<TelegramSent> {
  updates += 1;
  const call = telegramText(server, updates, Number(settings.TELEGRAM_ADMIN_IDS), text);
  const update = JSON.parse(call.body) as { message: Record<string, unknown> };
  if (file !== undefined) {
    delete update.message.text;
    update.message.document = {
      file_id: file.fileId,
      file_unique_id: "u",
      file_name: "so-lieu.csv",
      file_size: file.bytes,
    };
  }
  const before = telegram.sent.length;
  expect(await deliver({ ...call, body: JSON.stringify(update) })).toBe(200);
  await telegram.waitForSent(before + 1);
  const sent = telegram.sent[before];
  if (sent === undefined) throw new Error("nothing was sent");
  return sent;
}

describe("figures sent by message", () => {
  it("come over the wire, are told after the tap, and not before nor after the step back", async () => {
    const text = [COLUMN_NAMES, COLUMN_NAMES.map((name) => ROW[name] ?? "")]
      .map((row) => row.join(";"))
      .join("\n");
    const bytes = new TextEncoder().encode(`\ufeff${text}`);
    const fileId = telegram.api.media.put({ bytes, type: "text/csv" });
    expect((await hear("/capnhat")).text).toContain("Gửi tệp số liệu");
    const shown = await hear("", { fileId, bytes: bytes.length });
    expect(shown.text).toContain("1 dòng mới");
    expect((await hear(QUESTION)).text).not.toContain("133/207");
    expect((await hear(button(shown, "Xác nhận"))).text).toContain("Đã áp dụng phiên bản 1");
    expect((await hear(QUESTION)).text).toContain("133/207");
    const back = await hear("/capnhat hoantac");
    expect(back.text).toContain("không còn");
    expect((await hear(button(back, "Xác nhận"))).text).toContain("phiên bản 2");
    expect((await hear(QUESTION)).text).not.toContain("133/207");
    const large = telegram.api.media.put({ bytes: new Uint8Array(3_000_000), type: "text/csv" });
    expect((await hear("/capnhat")).text).toContain("Gửi tệp");
    expect((await hear("", { fileId: large, bytes: 100 })).text).toContain("Tệp quá lớn");
  });
});

function button({ keyboard }: TelegramSent, label: string): string {
  const data = keyboard.flat().find(({ text }) => text === label)?.callback_data;
  if (data === undefined) throw new Error(`no button "${label}"`);
  return data;
}
