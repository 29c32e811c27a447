import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "./bindings.ts";
import { emptyOffice, Office } from "./office.ts";
import { ZALO } from "./reports-fixture.ts";

beforeAll(migrate);

const [A, H] = ["138000001", "138000002"];
const [B, C, D] = ["9001", "9002", "9003"];
const WEEK = 7 * 24 * 60;
let office = new Office(A, H);

beforeEach(async () => {
  office = new Office(A, H);
  await emptyOffice();
});

/** One confirms by the button that supervisors got, the other reads an hour and a minute later. */
async function confirmAndRead(requester: string, confirmer: string, code: string): Promise<string> {
  const confirmed = await office.say(confirmer, office.button("xacnhan"));
  office.pass(61);
  return `${confirmed.words}\n${await office.read(requester, code)}`;
}

describe("one person with one account of the settings discloses nothing", () => {
  it("by a second phone whose own link makes it stand alone", async () => {
    await office.enlist(A, "giám sát", B);
    const { code } = await office.ask(A);
    expect((await office.say(B, office.button("xacnhan"))).words).toContain("chưa đủ 7 ngày");
    expect(await office.enlist(B, "giám sát", B, "dự phòng")).toContain("không tự mời mình được");
    expect(await confirmAndRead(A, B, code)).not.toContain(ZALO.chat);
  });

  it("by a chain of phones", async () => {
    await office.enlist(A, "giám sát", C);
    await office.enlist(C, "giám sát", D);
    const { code } = await office.ask(A);
    expect(await confirmAndRead(A, D, code)).not.toContain(ZALO.chat);
  });

  it("by waiting: all these phones hang on the same person for ever", async () => {
    await office.enlist(A, "giám sát", C);
    await office.enlist(C, "giám sát", D);
    office.pass(8 * WEEK);
    for (const [requester, confirmer] of [
      [A, C],
      [C, D],
      [D, A],
    ] as const) {
      const { code } = await office.ask(requester);
      const words = await confirmAndRead(requester, confirmer, code);
      expect(words).toContain("cùng một giám sát mời");
      expect(words).not.toContain(ZALO.chat);
    }
  });

  it("where the settings name that one person alone, and not by a link made while there were two", async () => {
    const early = await office.link(A, "giám sát");
    office.first = [A];
    expect((await office.say(A, "/moi giám sát Đồng chí B")).words).toContain("TELEGRAM_ADMIN_IDS");
    expect((await office.say(B, `/start ${early}`)).words).toContain("TELEGRAM_ADMIN_IDS");
    expect(await office.officials.roleOf({ channel: "telegram", sender: B })).toBeNull();
    expect(await office.enlist(A, "trực", B)).toContain("trực ban");
    expect((await office.ask(A)).words).toContain("TELEGRAM_ADMIN_IDS");
  });

  it("by a request from before one was invited, or by being revoked and invited anew", async () => {
    await office.enlist(H, "giám sát", C);
    office.pass(WEEK);
    const { code } = await office.ask(C);
    await office.revoke(H, C);
    await office.enlist(H, "giám sát", C);
    expect((await office.say(A, office.button("xacnhan"))).words).toContain("không còn giá trị");
    office.pass(61);
    expect(await office.read(C, code)).not.toContain(ZALO.chat);
  });
});

describe("both persons count at each step", () => {
  it("a confirmer who is revoked in between voids it", async () => {
    await office.enlist(H, "giám sát", C);
    office.pass(WEEK);
    const { code } = await office.ask(A);
    await office.say(C, office.button("xacnhan"));
    await office.revoke(H, C);
    office.pass(61);
    expect(await office.read(A, code)).toContain("không còn giá trị");
    // And invited again it is another confirmation that would be needed.
    await office.enlist(H, "giám sát", C);
    expect(await office.read(A, code)).not.toContain(ZALO.chat);
  });

  it("somebody above in the tree who is revoked voids it, and one who left the settings", async () => {
    await office.enlist(H, "giám sát", C);
    await office.enlist(C, "giám sát", D);
    office.pass(WEEK);
    const first = await office.ask(A);
    await office.say(D, office.button("xacnhan"));
    office.pass(61);
    await office.revoke(A, C);
    expect(await office.read(A, first.code)).toContain("không còn giá trị");
    const second = await office.ask(A);
    expect((await office.say(D, office.button("xacnhan"))).words).toContain("không còn là giám sát");
    await office.say(H, office.button("xacnhan"));
    office.pass(61);
    office.first = [A, "138000003"];
    expect(await office.read(A, second.code)).not.toContain(ZALO.chat);
  });

  it("two persons of two branches open it, after the hour of the veto, and everybody is told", async () => {
    await office.enlist(H, "giám sát", C, "Đồng chí C");
    office.pass(WEEK);
    const { code, words } = await office.ask(A);
    expect(words).toContain("Đã ghi yêu cầu");
    expect(office.toldOf(`Có yêu cầu mở danh tính người báo tin ${code}`)).toEqual([H, C]);
    await office.say(C, office.button("xacnhan"));
    expect(office.toldOf(/Đồng chí C đã xác nhận yêu cầu/u)).toEqual([A, H]);
    office.pass(59);
    await office.cron();
    expect(office.toldOf(`${code} xem được từ bây giờ`)).toEqual([]);
    expect(await office.read(A, code)).toContain("Chưa đến giờ xem");
    office.pass(1);
    await office.cron();
    await office.cron();
    expect(office.toldOf(`${code} xem được từ bây giờ`)).toEqual([A]);
    expect((await office.say(A, `/danhtinh xem ${code}`)).words).toContain("mã 6 số");
    expect((await office.say(A, `/danhtinh xem ${code} 000000`)).words).not.toContain(ZALO.chat);
    expect(await office.read(A, code)).toContain(ZALO.chat);
    expect(office.toldOf(`vừa xem danh tính người báo tin ${code}`)).toEqual([H, C]);
    expect(await office.read(A, code)).toContain("đã được dùng");
  });

  it("an urgent case opens at once, and everybody is told", async () => {
    const { code } = await office.ask(A, "urgent");
    await office.say(H, office.button("xacnhan"));
    expect(office.toldOf(`${code} xem được từ bây giờ`)).toEqual([A]);
    expect(await office.read(A, code)).toContain(ZALO.chat);
    expect(office.toldOf(`vừa xem danh tính người báo tin ${code}`)).toEqual([H]);
  });

  it("two confirmers at once: one counts; ten readings at once: one shows", async () => {
    await office.enlist(H, "giám sát", C);
    office.pass(WEEK);
    const { code } = await office.ask(A);
    const confirm = office.button("xacnhan");
    const said = await Promise.all([H, C].map((who) => office.say(who, confirm)));
    expect(said.filter(({ words }) => words.startsWith("Đã xác nhận"))).toHaveLength(1);
    office.pass(60);
    const typed = `/danhtinh xem ${code} ${await office.oneTimeCode(A)}`;
    const shown = await Promise.all(Array.from({ length: 10 }, () => office.say(A, typed)));
    expect(shown.filter(({ words }) => words.includes(ZALO.chat))).toHaveLength(1);
  });

  it("a reading that is taken again after a crash shows the same, with the code that it used", async () => {
    const { code } = await office.ask(A, "urgent");
    await office.say(H, office.button("xacnhan"));
    const typed = `/danhtinh xem ${code} ${await office.oneTimeCode(A)}`;
    expect((await office.say(A, typed, "one-turn")).words).toContain(ZALO.chat);
    office.pass(5);
    expect((await office.say(A, typed, "one-turn")).words).toContain(ZALO.chat);
    expect((await office.say(A, typed, "another")).words).not.toContain(ZALO.chat);
  });
});

describe("the veto", () => {
  it.each([
    ["the one who asked", A],
    ["the one who confirmed", H],
    ["a new supervisor without standing", B],
  ])("of %s stops it for good, before the confirmation and after", async (_, who) => {
    await office.enlist(H, "giám sát", B);
    for (const isConfirmed of [false, true]) {
      const { code } = await office.ask(A);
      const [confirm, veto] = [office.button("xacnhan"), office.button("dung")];
      if (isConfirmed) await office.say(H, confirm);
      office.pass(20);
      expect((await office.say(who, veto)).words).toContain("Đã dừng");
      expect((await office.say(who, veto)).words).toContain("Đã dừng");
      expect(office.toldOf(`đã dừng yêu cầu mở danh tính người báo tin ${code}`)).toHaveLength(2);
      await office.say(H, confirm);
      office.pass(61);
      expect(await office.read(A, code)).toContain("bị một giám sát dừng lại");
    }
  });

  it("isn't for others, and comes too late after the reading", async () => {
    const { code } = await office.ask(A, "urgent");
    const veto = office.button("dung");
    await office.enlist(A, "trực", D);
    expect((await office.say(D, veto)).words).toContain("chỉ dành cho người giám sát");
    await office.say(H, office.button("xacnhan"));
    expect(await office.read(A, code)).toContain(ZALO.chat);
    expect((await office.say(H, veto)).words).toContain("đã được dùng");
  });
});

describe("the time of a request", () => {
  it("ends half an hour after asking without a confirmation, and two hours after it opened", async () => {
    const late = await office.ask(A);
    office.pass(30);
    expect((await office.say(H, office.button("xacnhan"))).words).toContain("quá hạn");
    expect(await office.read(A, late.code)).toContain("quá hạn");
    const { code } = await office.ask(A);
    await office.say(H, office.button("xacnhan"));
    office.pass(180);
    expect(await office.read(A, code)).toContain("quá hạn");
  });
});

describe("a revocation is the end", () => {
  it("of the links that the person made, and of what their own link gave", async () => {
    const own = await office.link(A, "giám sát", "Đồng chí B");
    await office.say(B, `/start ${own}`);
    const spare = await office.link(B, "giám sát", "dự phòng");
    await office.revoke(A, B);
    for (const token of [spare, own]) {
      const { words } = await office.say(B, `/start ${token}`);
      expect(words).not.toContain("được thêm");
      expect(words).not.toContain("đang có vai trò");
    }
    expect(await office.officials.roleOf({ channel: "telegram", sender: B })).toBeNull();
    expect((await office.say(B, "/canbo")).words).not.toContain("Cán bộ được phân quyền");
  });

  it("of a link whose maker left the settings", async () => {
    const token = await office.link(A, "trực");
    office.first = [H, "138000003"];
    expect((await office.say(B, `/start ${token}`)).words).toContain("không còn là giám sát");
  });

  it("also where the link is opened at the same moment", async () => {
    await office.enlist(A, "giám sát", B);
    const token = await office.link(B, "giám sát");
    await Promise.all([office.say(C, `/start ${token}`), office.revoke(A, B)]);
    const role = await office.officials.roleOf({ channel: "telegram", sender: C });
    // Either the link was first: then C hangs on somebody who is gone, and has no standing; or it gave nothing.
    if (role !== null)
      expect(await office.officials.standingOf(C, office.now)).toMatchObject({ why: "cut_off" });
  });

  it("asks back with the name, knows ids and not places, and says how for the settings", async () => {
    await office.enlist(A, "trực", B, "Đồng chí B");
    const list = await office.say(A, "/canbo");
    const id = /([\da-f]{6}): Đồng chí B/u.exec(list.words)?.[1] ?? "";
    expect((await office.say(A, "/thuhoi 1")).words).toContain("Không có cán bộ");
    const asked = await office.say(A, `/thuhoi ${id}`);
    expect(asked.words).toContain("Thu hồi quyền trực ban của Đồng chí B?");
    expect((await office.say(A, asked.buttons[1] ?? "")).words).toContain("Chưa thu hồi");
    expect(await office.officials.roleOf({ channel: "telegram", sender: B })).toBe("duty");
    const done = await office.say(A, asked.buttons[0] ?? "");
    expect(done.words).toContain("Đã thu hồi quyền của Đồng chí B");
    // The same turn after a crash; and an old button after a new grant.
    expect((await office.say(A, asked.buttons[0] ?? "")).words).toBe(done.words);
    await office.enlist(A, "trực", B, "Đồng chí B");
    expect((await office.say(A, asked.buttons[0] ?? "")).words).toContain("Không có cán bộ");
    expect(await office.officials.roleOf({ channel: "telegram", sender: B })).toBe("duty");
    expect((await office.say(A, `/thuhoi ${H}`)).words).toContain("TELEGRAM_ADMIN_IDS");
  });

  it("names those who lose their standing with it", async () => {
    await office.enlist(A, "giám sát", C);
    await office.enlist(C, "giám sát", D);
    expect((await office.revoke(H, C)).words).toContain("1 giám sát do người này mời");
  });

  it("ends the secret of the one-time codes", async () => {
    await office.enlist(A, "giám sát", C);
    const before = await office.oneTimeCode(C);
    await office.revoke(A, C);
    await office.enlist(A, "giám sát", C);
    expect(await office.oneTimeCode(C)).not.toBe(before);
  });
});

describe("a link", () => {
  it("changes nothing of who is an official, and stays for the one it is for", async () => {
    await office.enlist(A, "giám sát", C);
    const [before] = await office.officials.list();
    const token = await office.link(H, "xem");
    office.pass(30);
    for (const who of [C, A]) expect((await office.say(who, `/start ${token}`)).words).toContain("giám sát");
    expect(await office.officials.list()).toEqual([before]);
    expect((await office.say(D, `/start ${token}`)).words).toContain("xem số liệu");
  });

  it("of two at once gives one role", async () => {
    const tokens = [await office.link(A, "trực"), await office.link(H, "giám sát")];
    await Promise.all(tokens.map((token) => office.say(B, `/start ${token}`)));
    expect(await office.officials.list()).toHaveLength(1);
  });

  it("is listed with an id, and cancelled by any supervisor", async () => {
    const token = await office.link(A, "giám sát", "Đồng chí E");
    const { words } = await office.say(H, "/moi");
    const id = /([\da-f]{6}): Đồng chí E/u.exec(words)?.[1] ?? "";
    expect((await office.say(H, `/moi huỷ ${id}`)).words).toContain("Đã hủy liên kết mời Đồng chí E");
    expect(office.toldOf("đã hủy liên kết mời “Đồng chí E”")).toEqual([A]);
    expect((await office.say(B, `/start ${token}`)).words).toContain("không còn dùng được");
    expect((await office.say(H, `/moi hủy ${id}`)).words).toContain("Không có liên kết");
  });
});

describe("all supervisors are told at once", () => {
  it("of links, of who opened them, of revocations, each once", async () => {
    await office.enlist(H, "giám sát", C, "Đồng chí C");
    expect(office.toldOf("vừa tạo liên kết mời “Đồng chí C”")).toEqual([A]);
    expect(office.toldOf(`tài khoản Telegram ${C}`)).toEqual([A, H]);
    const token = await office.link(A, "trực", "Đồng chí B");
    await office.say(B, `/start ${token}`);
    expect(office.toldOf(`tài khoản Telegram ${B}`)).toEqual([A, H, C]);
    await office.say(D, `/start ${token}`);
    await office.say(D, `/start ${token}`);
    expect(office.toldOf("“Đồng chí B” nhưng không được cấp gì")).toEqual([A, H, C]);
    await office.revoke(C, B);
    expect(office.toldOf("đã thu hồi quyền trực ban của “Đồng chí B”")).toEqual([A, H]);
    expect(office.toldOf("Quyền cán bộ của anh/chị vừa được")).toEqual([B]);
  });

  it("of refused tries; a stranger's once an hour, without the person", async () => {
    const { code } = await office.ask(A);
    await office.say(A, office.button("xacnhan"));
    expect(office.toldOf("tự xác nhận yêu cầu của mình")).toEqual([H]);
    for (let n = 0; n < 5; n++) await office.say(`55500${n}`, `/danhtinh ${code} tò mò`);
    expect(office.toldOf("không phải cán bộ thử lệnh")).toEqual([A, H]);
    expect(JSON.stringify(office.told)).not.toMatch(/55500\d/u);
  });

  it("also where a chat couldn't be reached at first, and nobody twice", async () => {
    office.deaf.add(H);
    await office.enlist(A, "trực", B, "Đồng chí B");
    expect(office.toldOf(`tài khoản Telegram ${B}`)).toEqual([A]);
    office.deaf.clear();
    await office.cron();
    await office.cron();
    expect(office.toldOf(`tài khoản Telegram ${B}`)).toEqual([A, H]);
  });

  it("of a locked code, and a guesser has five tries", async () => {
    const { code } = await office.ask(A, "urgent");
    await office.say(H, office.button("xacnhan"));
    const right = await office.oneTimeCode(A);
    const wrong = right === "111111" ? "222222" : "111111";
    for (let n = 0; n < 5; n++) await office.say(A, `/danhtinh xem ${code} ${wrong}`);
    expect(office.toldOf("gõ sai mã quá nhiều lần")).toEqual([H]);
    expect(await office.read(A, code)).toContain("tạm khóa");
    office.pass(61);
    expect(await office.read(A, code)).toContain(ZALO.chat);
  });
});

describe("noise", () => {
  it("of a stranger fills neither the log nor the supervisors' chats", async () => {
    const { code } = await office.ask(A);
    const before = (await office.officials.audit.head())?.n ?? 0;
    for (let n = 0; n < 30; n++) await office.say("555009", `/danhtinh ${code} lần ${n}`);
    expect((await office.officials.audit.head())?.n).toBe(before + 1);
    expect(office.toldOf("không phải cán bộ thử lệnh")).toEqual([A, H]);
    office.pass(61);
    await office.say("555009", `/danhtinh ${code} nữa`);
    expect((await office.officials.audit.head())?.n).toBe(before + 2);
  });

  it("of refused tries is told once an hour for each report and reason; the log has them all", async () => {
    await office.enlist(A, "xem", D);
    const { code } = await office.ask(A);
    const before = (await office.officials.audit.head())?.n ?? 0;
    for (let n = 0; n < 12; n++) await office.say(D, `/danhtinh ${code} lần ${n}`);
    expect(office.toldOf(`${D} thử mở danh tính người báo`)).toEqual([A, H]);
    expect((await office.officials.audit.head())?.n).toBe(before + 12);
    office.pass(61);
    await office.say(D, `/danhtinh ${code} nữa`);
    expect(office.toldOf(`${D} thử mở danh tính người báo`)).toEqual([A, A, H, H]);
  });

  it("of one supervisor's requests ends after ten an hour, and leaves others theirs", async () => {
    for (let n = 0; n < 14; n++) await office.ask(A);
    expect(office.toldOf("Có yêu cầu mở danh tính")).toHaveLength(10);
    expect((await office.ask(A)).words).toContain("10 yêu cầu trong một giờ");
    expect(office.toldOf("quá nhiều yêu cầu trong một giờ")).toEqual([H]);
    expect((await office.ask(H)).words).toContain("Đã ghi yêu cầu");
    office.pass(61);
    expect((await office.ask(A)).words).toContain("Đã ghi yêu cầu");
  });

  it("that one chat can't take holds up nothing for the others", async () => {
    office.deaf.add(H);
    await office.enlist(A, "giám sát", B);
    for (let n = 0; n < 70; n++)
      await office.officials.notices
        .statement({ key: `noise:${n}`, words: { paragraphs: [`Tin ${n}`] }, at: office.now })
        .run();
    await office.say(A, "/moi trực Đồng chí E");
    expect(office.toldOf("vừa tạo liên kết mời “Đồng chí E”")).toEqual([B]);
    office.deaf.clear();
    for (let n = 0; n < 3; n++) await office.cron();
    expect(office.toldOf("vừa tạo liên kết mời “Đồng chí E”")).toEqual([H, B]);
    for (const n of [0, 40, 69]) expect(office.toldOf(`Tin ${n}`)).toEqual([A, H, B]);
  });
});

describe("a name", () => {
  it.each(["Đồng chí C", "đồng chí  c", "giám sát …0002 (cài đặt)"])(
    "that others bear already isn't given to a phone: %s",
    async (label) => {
      await office.enlist(H, "giám sát", C, "Đồng chí C");
      expect((await office.say(A, `/moi giám sát ${label}`)).words).toContain("đã có người dùng");
    },
  );
});

describe("the journal", () => {
  it("says in plain words who did what", async () => {
    await office.enlist(A, "giám sát", C, "Đồng chí C");
    const { code } = await office.ask(A);
    await office.say(C, office.button("xacnhan"));
    await office.say(A, `/tin ${code}`);
    const { words } = await office.say(H, "/nhatky 30");
    expect(words).toContain(`giám sát …0001 (cài đặt): xem tin báo (${code})`);
    expect(words).toContain(`Đồng chí C: thử mở danh tính, không được (${code} chưa đủ ngày)`);
    expect(words).toContain("tạo liên kết mời (giám sát Đồng chí C)");
    expect(words).not.toMatch(/[a-z]+_[a-z]+|supervisor/u);
    const found = await office.say(H, "/nhatky cai dat");
    expect(found.words).toContain("…0001 (cài đặt)");
  });
});

describe("a change of the settings", () => {
  it("is told to all supervisors, once, and is in the log; a first start isn't one", async () => {
    const look = () => office.lookAtSettings();
    await look();
    await office.cron();
    expect(office.toldOf("đổi giám sát trong cài đặt")).toEqual([]);
    office.first = [A, "138000003"];
    office.pass(5);
    for (let n = 0; n < 3; n++) await look();
    await office.cron();
    const words = /Thêm: tài khoản Telegram 138000003\. Bỏ: tài khoản Telegram 138000002\./u;
    expect(office.toldOf(words)).toEqual([A, "138000003"]);
    expect((await office.officials.audit.latest(1))[0]).toMatchObject({
      actor: "operator",
      action: "settings_changed",
      subject: "+138000003 -138000002",
    });
  });
});

describe("a supervisor of the settings", () => {
  it("keeps no row from before, and so no role after leaving the settings", async () => {
    office.first = [A];
    await office.enlist(A, "trực", H);
    office.first = [A, H];
    expect(await office.officials.list()).toEqual([]);
    await office.officials.dropRowsOfFirst(office.now);
    office.first = [A];
    expect(await office.officials.roleOf({ channel: "telegram", sender: H })).toBeNull();
  });
});
