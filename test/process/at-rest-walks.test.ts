import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { WebhookCall } from "../../sandbox/people/delivery.ts";
import { signedZaloCall } from "../../sandbox/people/zalo-event.ts";
import { codesOf } from "../../src/features/officials/one-time-code.ts";
import { parseKeyRing } from "../../src/platform/crypto/key-ring.ts";
import { addsUp, ledgerAfter } from "../faults/ledger.ts";
import { Cast, codeIn } from "./cast.ts";
import { deliver, OwnServer, runCopying } from "./harness.ts";
import { findLinks, findMarkers, idMarker, type Place, placesIn, wordsMarker } from "./traces.ts";

/** Invented people; Telegram's numbers are longer than real ones are today. */
const ZALO = { told: "6922000000000244101", danger: "6922000000000244102", asks: "6922000000000244103" };
const BIT_BY_BIT = 9_244_000_244_201;
const BLOCKED = 9_244_000_244_202;
const [ASKS, CONFIRMS] = [138_000_001, 138_000_002];
const PHONES = ["0912244701", "0987244702", "84912244704"];
const NAME = { first_name: "Capybaramark", last_name: "Jerboamark", username: "tarsiermark" };

const MARKERS = [
  ...Object.values(ZALO).flatMap((id) => [idMarker("zalo", id), idMarker("zalo", `5${id.slice(1)}`)]),
  ...[BIT_BY_BIT, BLOCKED].map((id) => idMarker("telegram", String(id))),
  ...PHONES.map((phone) => wordsMarker(phone, phone)),
  ...[
    ...Object.values(NAME),
    ..."Fossamark Kinkajoumark Hyraxmark Zorillamark Indrimark Kudumark Lorismark Margaymark".split(" "),
    ..."Numbatmark Ocelotmark Quollmark Vicunamark Pangolmark Bongomark Yapokmark Dholemark".split(" "),
    ..."Civetmark Aardwolfmark Duikermark Caracalmark Echidnamark Potoromark".split(" "),
  ].map((word) => wordsMarker(word, word)),
];

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-walks-"));
const codes: { code: string; channel: "zalo" | "telegram"; id: string }[] = [];
let cast: Cast;
let server: OwnServer;
let updates = 700_000;
let received = 0;

beforeAll(async () => {
  cast = await Cast.assemble({ TELEGRAM_ADMIN_IDS: `${ASKS},${CONFIRMS}` });
  server = cast.server;
});
afterAll(async () => {
  if (server !== cast.server) await server.dispose();
  await cast.dismiss();
  rmSync(dir, { recursive: true, force: true });
});

const wordsTo = (chat: string): readonly string[] => [
  ...cast.zalo.sent.filter(({ userId }) => userId === chat).map((sent) => JSON.stringify(sent)),
  ...cast.telegram.sent.filter(({ chatId }) => chatId === chat).map(({ text }) => text),
];

/** What a chat was told after the first `n` messages, once it says this. */
function told(chat: string, what: RegExp, n = 0): Promise<string> {
  const found = () =>
    wordsTo(chat)
      .slice(n)
      .find((words) => what.test(words));
  return chat.length > 15 ? cast.zalo.waitUntilSent(found) : cast.telegram.api.changes.waitUntil(found);
}

/** Sends a webhook call and waits for an answer in that chat. */
async function answered(call: WebhookCall, chat: string, what = /[\s\S]/u): Promise<string> {
  const before = wordsTo(chat).length;
  expect(await deliver(call)).toBe(200);
  received += 1;
  return told(chat, what, before);
}

function onZalo(id: string, event: string, message: object, msgId = randomBytes(10).toString("hex")) {
  const { ZALO_APP_ID, ZALO_OA_ID } = server.settings;
  const timestamp = String(Date.now());
  cast.zalo.citizenWrote(id);
  const body = JSON.stringify({
    app_id: ZALO_APP_ID,
    sender: { id },
    user_id_by_app: `5${id.slice(1)}`,
    recipient: { id: ZALO_OA_ID },
    event_name: `user_send_${event}`,
    message: { ...message, msg_id: msgId },
    timestamp,
  });
  return signedZaloCall(server.url, server.settings, body, timestamp);
}

function onTelegram(id: number, content: object): WebhookCall {
  updates += 1;
  const from = { id, is_bot: false, ...NAME };
  const chat = { id, type: "private", ...NAME };
  const message = { message_id: updates, from, chat, date: Math.floor(Date.now() / 1_000), ...content };
  return {
    url: `${server.url}/webhooks/telegram`,
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": server.settings.TELEGRAM_WEBHOOK_SECRET,
    },
    body: JSON.stringify({ update_id: updates, message }),
  };
}

const zalo = (id: string, text: string, what?: RegExp) => answered(onZalo(id, "text", { text }), id, what);
const telegram = (id: number, content: object | string, what?: RegExp) =>
  answered(onTelegram(id, typeof content === "string" ? { text: content } : content), String(id), what);

/** Everything on the disk for these servers but the operator's own settings, and what they printed. */
function everything(): readonly Place[] {
  const folders = [join(cast.server.stateDir, ".."), dir].filter((folder) => existsSync(folder));
  return [
    ...placesIn(...folders).filter(({ path }) => !path.endsWith("settings.env")),
    { path: "printed", bytes: Buffer.from(cast.server.output + server.output) },
  ];
}

function expectNoTrace(when: string): void {
  const places = everything();
  expect(places.length).toBeGreaterThan(20);
  const found = new Set([...findMarkers(places, MARKERS), ...findLinks(places, codes)]);
  expect({ when, found: [...found] }).toEqual({ when, found: [] });
}

const file = (bytes: string, type: string) => {
  const id = cast.telegram.api.media.put({ bytes: new TextEncoder().encode(bytes), type });
  return { file_id: id, file_unique_id: id, file_size: bytes.length, mime_type: type };
};

it("bit by bit, with a named file, a voice, a card, a place and one's own name", async () => {
  const say = (content: object | string) => telegram(BIT_BY_BIT, content);
  await say("/baocao");
  await say("ông Fossamark bán ma tuý ở số 12 ngõ Kinkajoumark");
  await say("tối qua khoảng 9 giờ");
  await say({ document: { ...file("%PDF-1.4 Zorillamark", "application/pdf"), file_name: "Hyraxmark.pdf" } });
  await say({ voice: { ...file("OggS Zorillamark", "audio/ogg"), duration: 1 } });
  await say({ contact: { phone_number: PHONES[2], first_name: "Indrimark", user_id: BIT_BY_BIT } });
  await say({ location: { latitude: 21.8521, longitude: 106.7612 } });
  await say(`tôi là Kudumark, số của tôi ${PHONES[0]}, nhà ở 45 đường Lorismark`);
  const code = codeIn(await say("gửi"));
  expect(code).not.toBe("");
  codes.push({ code, channel: "telegram", id: String(BIT_BY_BIT) });
});

it("in one message, asked, answered and told to wait; a draft left open and one dropped", async () => {
  await zalo(ZALO.told, `/baocao sáng nay ở chợ Numbatmark ông Ocelotmark số ${PHONES[1]} đánh bạc`);
  const code = codeIn(await zalo(ZALO.told, "gửi"));
  expect(code).not.toBe("");
  codes.push({ code, channel: "zalo", id: ZALO.told });
  await cast.press(await cast.inGroup(new RegExp(code, "u")), "Tiếp nhận");
  await told(ZALO.told, /đã tiếp nhận/u);
  const card = await cast.inGroup(new RegExp(`${code}[\\s\\S]*Đã tiếp nhận`, "u"));
  await cast.reply(card, "Đồng chí Civetmark hỏi: nhà số mấy, tên gì?");
  await cast.press(await cast.inGroup(/Chưa gửi[\s\S]*Civetmark/u), "Gửi");
  await told(ZALO.told, /Civetmark/u);
  await zalo(ZALO.told, `nhà số 7, tôi tên Aardwolfmark, số ${PHONES[1]}`);
  await cast.reply(card, "// ghi chú Duikermark");
  await cast.reply(card, "Chưa bấm gửi Caracalmark");
  await cast.inGroup(/Chưa gửi[\s\S]*Caracalmark/u);
  await zalo(ZALO.asks, "/baocao nhà Quollmark nấu rượu lậu");
  await zalo(ZALO.asks, "huỷ");
  await telegram(BIT_BY_BIT, "/baocao nhà Margaymark trộm chó tối qua");
});

it("a danger told on, and who told of it shown to a supervisor", async () => {
  await zalo(ZALO.danger, "có người cầm dao đuổi đánh ở số 9 ngõ Vicunamark cứu với");
  const code = codeIn(await zalo(ZALO.danger, "báo tin này", /TB-/u));
  expect(code).not.toBe("");
  codes.push({ code, channel: "zalo", id: ZALO.danger });
  await telegram(ASKS, `/danhtinh ${code} cần lấy lời khai Dholemark`);
  await told(String(CONFIRMS), new RegExp(code, "u"));
  const payload = cast.telegram.sent
    .filter(({ chatId }) => chatId === String(CONFIRMS))
    .flatMap(({ keyboard }) => keyboard.flat().map(({ callback_data: data = "" }) => data))
    .find((data) => data.includes("xacnhan"));
  await telegram(CONFIRMS, payload ?? "no button");
  const ring = parseKeyRing(server.settings.REPORT_ENCRYPTION_KEYS);
  const oneTime = ring && codesOf(ring, String(ASKS), { epoch: 0, keyId: ring.currentId });
  const shown = `/danhtinh xem ${code} ${oneTime?.at(Date.now())}`;
  await telegram(ASKS, shown, new RegExp(ZALO.danger, "u"));
});

it("questions without an answer, and an answer that a supervisor approves", async () => {
  await zalo(ZALO.asks, "Con Pangolmark có phải đăng ký nuôi không?");
  await zalo(ZALO.asks, "Kể chuyện cười về Yapokmark đi");
  const listed = await telegram(ASKS, "/cauhoi");
  const number = /(\d+)\. [^\n]*Pangolmark/u.exec(listed)?.[1];
  expect(number, listed).toBeDefined();
  await telegram(ASKS, `/traloi ${number} Đăng ký tại Hạt Kiểm lâm. | nguồn: Nghị định 06/2019/NĐ-CP`);
  expect(await telegram(ASKS, "đăng")).toContain("Đã đăng");
  await telegram(ASKS, "/traloi Nuôi Bongomark có cần phép không? | Có. | nguồn: Nghị định 06/2019/NĐ-CP");
  expect(await zalo(ZALO.asks, "Con Pangolmark có phải đăng ký nuôi không?")).toContain("Hạt Kiểm lâm");
});

it("an answer that a blocked bot can't bring", async () => {
  cast.telegram.fail(
    { kind: "error", code: 403, message: "Forbidden: bot was blocked by the user" },
    { on: "sendMessage" },
  );
  expect(await deliver(onTelegram(BLOCKED, { text: "khu dân cư Echidnamark là gì" }))).toBe(200);
  received += 1;
  await cast.telegram.calls.waitUntil((calls) => calls.find(({ fault }) => fault !== undefined));
  cast.telegram.heal();
});

it("none of it is found: running, in a backup, erased, killed and started again", async () => {
  expectNoTrace("running");
  for (const to of ["one", "two.tar.gz"]) {
    const copied = await runCopying("backup", server, "--state", server.stateDir, "--to", join(dir, to));
    expect(copied).toMatchObject({ status: 0 });
  }
  expectNoTrace("in a backup");
  const { code } = codes[1] ?? { code: "" };
  const kept = await zalo(ZALO.told, "/xoadulieu", /còn đang xử lý/u);
  expect(kept).toContain(code);
  await cast.finish(await cast.inGroup(new RegExp(`${code}[\\s\\S]*Đã tiếp nhận`, "u")));
  await told(ZALO.told, /xử lý xong/u);
  const request = onZalo(ZALO.told, "text", { text: "/xoadulieu" }, "erasing");
  await answered(request, ZALO.told);
  expectNoTrace("erased");
  await server.kill();
  expectNoTrace("killed");
  await server.start();
  // The messenger sends the request again, late: it isn't answered a second time.
  const before = wordsTo(ZALO.told).length;
  expect(await deliver(request)).toBe(200);
  await zalo(ZALO.asks, "số của Potoromark là gì");
  expect(wordsTo(ZALO.told).length).toBe(before);
  const ledger = await ledgerAfter(server, received);
  expect(addsUp(ledger)).toBe(true);
  expectNoTrace("started again");
});

it("nor where the backup from before the erasure is restored, and what was erased stays erased", async () => {
  await server.kill();
  const stateDir = join(dir, "restored");
  const back = await runCopying("restore", server, "--from", join(dir, "two.tar.gz"), "--state", stateDir);
  expect(back).toMatchObject({ status: 0 });
  const roots = { zalo: cast.zalo.url, telegram: cast.telegram.url };
  server = await OwnServer.create(roots, server.settings, { stateDir });
  await server.start();
  expect(server.output).toContain("Đã xoá lại");
  const { code } = codes[1] ?? { code: "" };
  // Cron wakes the erased chat too; it has to take its person's next message all the same.
  await server.untilPrinted('"event":"sweep"');
  expect(await zalo(ZALO.told, "/tincuatoi")).not.toContain(code);
  expectNoTrace("restored");
});
