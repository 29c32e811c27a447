import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TelegramSent } from "../../sandbox/standins/telegram-chats.ts";
import { Cast, codeIn } from "./cast.ts";
import { deliver, telegramText } from "./harness.ts";
import { hasTable } from "./state-on-disk.ts";

/** Two supervisors of the settings; A's second phone; a revoked supervisor; a member whom nobody invited. */
const [A, H, PHONE, REVOKED, STRANGER] = [138000001, 138000002, 138000011, 138000014, 138000099];
const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-two-"));

let cast: Cast;
let updates = 7_000_000;
beforeAll(async () => {
  cast = await Cast.assemble({ TELEGRAM_ADMIN_IDS: `${A}, ${H}` });
});
afterAll(async () => {
  await cast.dismiss();
  rmSync(dir, { recursive: true, force: true });
});

const chatOf = (who: number): readonly TelegramSent[] =>
  cast.telegram.sent.filter(({ chatId }) => chatId === String(who));

/**
 * Writes to the bot in private, or taps a button there: Telegram sends its payload.
 * @param words what the answer says: something else may come to the same chat before it
 */
async function say(who: number, typed: string, words: string | RegExp = ""): Promise<TelegramSent> {
  updates += 1;
  const before = chatOf(who).length;
  expect(await deliver(telegramText(cast.server, updates, who, typed))).toBe(200);
  return cast.telegram.api.sent.waitUntil(() =>
    chatOf(who)
      .slice(before)
      .find(({ text }) => (typeof words === "string" ? text.includes(words) : words.test(text))),
  );
}

/** An update as Telegram sends it. */
async function update(content: object): Promise<void> {
  updates += 1;
  const call = telegramText(cast.server, updates, A, "");
  expect(await deliver({ ...call, body: JSON.stringify({ update_id: updates, ...content }) })).toBe(200);
}

/** The newest message in somebody's chat that says this, once it is there. */
const heard = (who: number, words: string | RegExp): Promise<TelegramSent> =>
  cast.telegram.api.sent.waitUntil(() => chatOf(who).findLast(({ text }) => text.match(words) !== null));

const button = ({ keyboard }: TelegramSent, label: string): string =>
  keyboard.flat().find(({ text }) => text.startsWith(label))?.callback_data ?? "";

async function enlist(by: number, role: string, who: number, label: string): Promise<void> {
  const { text } = await say(by, `/moi ${role} ${label}`, "?start=");
  const [, token = ""] = /start=([\w-]{32})/u.exec(text) ?? [];
  await say(who, `/start ${token}`, "được thêm");
}

/** A new report. @param words an urgent one opens at once after the confirmation */
async function report(words: string): Promise<string> {
  await cast.say(`/baocao ${words}`);
  const before = cast.zalo.sent.length;
  await cast.tell({ kind: "text", text: "gửi" });
  return cast.zalo.waitUntilSent((sent) => codeIn(JSON.stringify(sent.slice(before))) || undefined);
}

/** A script as the operator types it, beside the running server. */
async function operator(script: string, ...args: readonly string[]) {
  const file = join(dir, "settings.env");
  const lines = Object.entries(cast.server.settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(""));
  const rest = ["--state", cast.server.stateDir, "--env-file", file, ...args];
  const child = spawn("node", ["--", "scripts/run.js", `scripts/${script}.ts`, ...rest]);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  const [status] = (await once(child, "close")) as [number];
  return { status, printed };
}

/** The ledger of a process that is dead, to change it. */
function ledgerOf(stateDir: string): DatabaseSync {
  for (const { parentPath, name } of readdirSync(stateDir, { recursive: true, withFileTypes: true })) {
    if (!name.endsWith(".sqlite") || !parentPath.includes("d1")) continue;
    const database = new DatabaseSync(join(parentPath, name));
    if (hasTable(database, "audit")) return database;
    database.close();
  }
  throw new Error("no ledger");
}

const oneTimeCode = async (who: number): Promise<string> =>
  /lúc này hiện: (\d{6})/u.exec((await operator("official-code", String(who))).printed)?.[1] ?? "";

describe("opening an identity, from outside", () => {
  it("takes two persons and a code of the reader's own, shows once, and tells the others", async () => {
    const code = await report("có nhóm đang cầm dao đánh nhau ở chợ Kỳ Lừa");
    await enlist(A, "giám sát", PHONE, "Đồng chí Bê");
    expect((await heard(H, `tài khoản Telegram ${PHONE}`)).text).toContain("Đồng chí Bê");

    await say(A, `/danhtinh ${code} phục vụ điều tra`, "Đã ghi yêu cầu");
    const asked = await heard(H, `Có yêu cầu mở danh tính người báo tin ${code}`);
    expect(asked.text).toContain("phục vụ điều tra");
    const confirm = button(asked, "Xác nhận");
    expect(confirm).not.toBe("");
    for (const [who, why] of [
      [A, "không tự xác nhận"],
      [PHONE, "chưa đủ 7 ngày"],
      [STRANGER, "chỉ dành cho người giám sát"],
    ] as const)
      await say(who, confirm, why);
    await say(A, `/danhtinh xem ${code}`, "Chưa có người giám sát thứ hai");

    await say(H, confirm, "Đã xác nhận");
    await heard(A, `${code} xem được từ bây giờ`);
    // Whoever confirmed doesn't read, and a code is its owner's own.
    await say(H, `/danhtinh xem ${code} ${await oneTimeCode(H)}`, "Chỉ người đã");
    await say(A, `/danhtinh xem ${code} ${await oneTimeCode(H)}`, "Mã không đúng");
    const digits = await oneTimeCode(A);
    expect(digits).toMatch(/^\d{6}$/u);
    const shown = await say(A, `/danhtinh xem ${code} ${digits}`, cast.citizenId);
    expect(shown.isProtected).toBe(true);
    await heard(H, `vừa xem danh tính người báo tin ${code}`);
    await say(A, `/danhtinh xem ${code} ${digits}`, "đã được dùng");

    const elsewhere = cast.telegram.sent.filter(({ text }) => text.includes(cast.citizenId));
    expect(elsewhere).toEqual([shown]);
  });

  it("of a case that isn't urgent can be stopped for an hour, by whoever hears of it", async () => {
    const code = await report("tối qua 22h ở chợ Kỳ Lừa có nhóm đánh bạc");
    await say(A, `/danhtinh ${code} phục vụ điều tra`, "Đã ghi yêu cầu");
    const asked = await heard(H, `Có yêu cầu mở danh tính người báo tin ${code}`);
    await say(H, button(asked, "Xác nhận"), "Đã xác nhận");
    await say(A, `/danhtinh xem ${code} ${await oneTimeCode(A)}`, "Chưa đến giờ");
    await say(PHONE, button(asked, "Dừng"), "Đã dừng");
    await heard(A, `đã dừng yêu cầu mở danh tính người báo tin ${code}`);
    await say(H, button(asked, "Xác nhận"), "bị một giám sát dừng");
  });
});

describe("who was revoked", () => {
  it("is out of the group, and nothing of what they made or do counts", async () => {
    const { server, telegram } = cast;
    const group = server.settings.TELEGRAM_DUTY_CHAT_ID;
    const code = await report("có đám đông đang đập phá quán nước ở phố Tam Thanh");
    const card = await cast.inGroup(new RegExp(code));
    expect(card.isProtected).toBe(true);
    await enlist(H, "giám sát", REVOKED, "Đồng chí Rê");
    const { text } = await say(REVOKED, "/moi giám sát dự phòng", "?start=");
    const [, spare = ""] = /start=([\w-]{32})/u.exec(text) ?? [];
    const list = (await say(A, "/canbo", "Đồng chí Rê, giám sát")).text;
    const [, id = ""] = /([\da-f]{6}): Đồng chí Rê/u.exec(list) ?? [];
    const sure = button(await say(A, `/thuhoi ${id}`, "Đồng chí Rê?"), "Thu hồi");
    await say(A, sure, "Đã thu hồi quyền");
    await heard(H, "đã thu hồi quyền giám sát của “Đồng chí Rê”");
    await heard(H, /Đồng chí Rê không còn quyền trực và đã bị đưa ra khỏi nhóm/u);
    expect(telegram.api.groups.isBanned(group, String(REVOKED))).toBe(true);

    const before = cast.zalo.sent.length;
    await heard(REVOKED, "Quyền cán bộ của anh/chị vừa được");
    for (const who of [REVOKED, STRANGER]) {
      const earlier = chatOf(who).length;
      for (const typed of [
        `/start ${spare}`,
        `/tin ${code}`,
        `/danhtinh ${code} điều tra`,
        `/danhtinh xem ${code} 123456`,
        `/nhatky ${code}`,
        "/canbo",
        "/moi trực Ai đó",
        `/thuhoi ${id} đồng ý`,
        "/sotin",
        "/cauhoi",
        "/traloi a? | b | nguồn: c",
        "/capnhat",
        `/xemtep ${code} abcdefghij mo`,
        button(card, "Tiếp nhận"),
      ])
        await say(who, typed);
      const tells = new RegExp(`${code}|được thêm|t\\.me|Sổ tin|Cán bộ được phân`, "u");
      for (const { text: answer } of chatOf(who).slice(earlier)) expect(answer).not.toMatch(tells);
      const from = { id: who, is_bot: false, first_name: "Người lạ" };
      const chat = { id: Number(group), type: "supergroup", title: "Nhóm trực" };
      const bot = { id: 138000138, is_bot: true, first_name: "Trợ lý 138" };
      const original = { message_id: card.messageId, from: bot, chat, date: 1, text: card.text };
      const head = { message_id: 9_000_000 + who, from, chat, date: Math.floor(Date.now() / 1_000) };
      const data = button(card, "Tiếp nhận");
      await update({ callback_query: { id: `${who}`, from, message: original, chat_instance: "1", data } });
      await update({ message: { ...head, reply_to_message: original, text: "Anh/chị ở đâu?" } });
      await update({ message: { ...head, text: `/tin ${code}` } });
      await heard(H, "Người lạ");
    }
    // What comes later in the same chat is taken later: then all of the above was.
    await cast.press(card, "Tiếp nhận");
    await cast.toldOf(before, "đã tiếp nhận");
    const told = JSON.stringify(cast.zalo.sent.slice(before));
    expect(told).not.toContain("Anh/chị ở đâu?");
    expect(told.match(/đã tiếp nhận/gu)).toHaveLength(1);
  });
});

describe("the audit of all this", () => {
  it("is read by supervisors, proved by the operator, and a change is found", async () => {
    const { text } = await say(H, "/nhatky 30", "Nhật ký, mới nhất");
    for (const what of ["xem danh tính", "xác nhận", "thu hồi quyền", "mở liên kết"])
      expect(text.toLowerCase()).toContain(what);
    const whole = await operator("audit-verify");
    expect(whole.printed).toContain("Nhật ký còn nguyên");
    expect(whole.status).toBe(0);
    const [, head = ""] = /Mã cuối (\d+:[\w-]{43})/u.exec(whole.printed) ?? [];
    expect((await operator("audit-verify", "--head", head)).status).toBe(0);

    await cast.server.kill();
    const ledger = ledgerOf(cast.server.stateDir);
    for (const { name } of ledger
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'")
      .all())
      ledger.exec(`DROP TRIGGER ${String(name)}`);
    const { n } = ledger.prepare("SELECT n FROM audit WHERE action = 'identity_read'").get() ?? {};
    ledger.exec("UPDATE audit SET actor = '138000002' WHERE action = 'identity_read'");
    ledger.close();
    const altered = await operator("audit-verify");
    expect(altered.printed).toContain(`SAI ở dòng ${String(n)}`);
    expect(altered.status).toBe(1);
  });

  it("and a supervisor who lost the phone gets another secret while the server stands still", async () => {
    const before = await oneTimeCode(A);
    const renewed = await operator("official-code", String(A), "--renew");
    expect(renewed.printed).toContain("lần tạo 1");
    expect(renewed.printed).not.toContain(before);
    expect((await operator("official-code", "không-phải-số")).status).toBe(2);
  });
});
