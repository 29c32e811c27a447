import { beforeAll, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant/features.ts";
import type { Services } from "../../src/assistant/services.ts";
import { FigureUpdates } from "../../src/features/figure-updates/updates.ts";
import type { Fact } from "../../src/features/figures/fact.ts";
import { createD1FigureStore } from "../../src/features/figures/figure-store.ts";
import { COLUMNS } from "../../src/features/figures/read-figures.ts";
import { AuditLog } from "../../src/features/officials/audit.ts";
import { Officials } from "../../src/features/officials/directory.ts";
import type { ChartSpec } from "../../src/messaging/chart.ts";
import type { InboundContent } from "../../src/messaging/inbound.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import { parseKeyRing } from "../../src/platform/crypto/key-ring.ts";
import type { Session } from "../../src/turn/session.ts";
import { bindings, migrate } from "./bindings.ts";
import { xlsx, zip } from "./xlsx.ts";

const SUPERVISOR = "11";
const OTHER_SUPERVISOR = "12";
const officials = new Officials(bindings.LEDGER, new Set([SUPERVISOR, OTHER_SUPERVISOR]));
const updates = new FigureUpdates(bindings.LEDGER, new AuditLog(bindings.LEDGER));
const seed = createD1FigureStore(bindings.KNOWLEDGE);
const HEADER = COLUMNS.map(([column]) => column);

const SEED: Fact = {
  id: "LS2022-std-commune",
  province: "Lạng Sơn",
  area: "Lạng Sơn",
  level: "province",
  territory: "before",
  start: "2022-01-01",
  end: "2022-12-31",
  period: "năm 2022",
  coverage: "whole",
  indicator: "safety_standard_met",
  unitType: "commune",
  numerator: "173",
  denominator: "181",
  unit: "xã",
  asOf: "08/02/2023",
  source: "Báo Lạng Sơn 09/02/2023",
  url: "https://example.vn/2022",
  audience: "public",
};
const NEXT = {
  ...SEED,
  id: "LS2023-std-commune",
  start: "2023-01-01",
  end: "2023-12-31",
  period: "năm 2023",
  numerator: "176",
  url: "https://example.vn/2023",
};

const cells = (fact: Readonly<Record<string, unknown>>) =>
  COLUMNS.map(([, field]) => String(fact[field] ?? ""));
const csv = (...facts: readonly object[]) =>
  new Uint8Array(
    new TextEncoder().encode(
      [HEADER, ...facts.map((fact) => cells(fact as never))].map((row) => row.join(",")).join("\n"),
    ),
  );

beforeAll(async () => {
  await migrate();
  await bindings.KNOWLEDGE.batch([
    bindings.KNOWLEDGE.prepare("DELETE FROM figures"),
    bindings.KNOWLEDGE.prepare(
      "INSERT INTO figures (version, id, audience, fact) VALUES ('v1', ?, 'public', ?)",
    ).bind(SEED.id, JSON.stringify(SEED)),
    bindings.KNOWLEDGE.prepare("INSERT OR REPLACE INTO active (one, version, built_at) VALUES (1, 'v1', 0)"),
  ]);
});

const withCell = (fact: object, column: string, xml: string) =>
  cells(fact as never).map((text, i) => (HEADER[i] === column ? xml : text));
/** The second style shows percent. */
const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs></styleSheet>';
const farAway = xlsx([HEADER], {
  parts: {
    "xl/worksheets/sheet1.xml":
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
  },
});

/** Messages of all chats: their keys are never used twice. */
let heard = 0;

/** An official's private chat with the production turn; `file` is what Telegram would give. */
class Chat {
  session: Session = {};
  now = Date.UTC(2026, 10, 23, 2, 0);
  file: Uint8Array<ArrayBuffer> = new Uint8Array();
  buttons: readonly string[] = [];
  charts: ChartSpec[] = [];
  isOfficial = true;
  reporting: Services["reporting"];
  readonly sender: string;

  constructor(sender = SUPERVISOR) {
    this.sender = sender;
  }

  async hear(content: InboundContent): Promise<string> {
    heard += 1;
    const services = {
      knowledge: { search: async () => [] },
      figures: createD1FigureStore(bindings.KNOWLEDGE, updates),
      now: () => this.now,
      isOfficial: async () => this.isOfficial,
      officials,
      figureUpdates: { updates, seed, download: async () => this.file },
      ...(this.reporting && { reporting: this.reporting }),
    } as unknown as Services;
    const key = `message-${heard}`;
    const inbound = {
      key,
      channel: "telegram",
      chat: this.sender,
      sender: this.sender,
      isPrivate: true,
      at: this.now,
      content,
    } as const;
    const { replies, session } = await createAssistant(services)(inbound, this.session);
    this.session = session;
    this.buttons = replies.flatMap((reply: Reply) => reply.buttons ?? []).map(({ payload }) => payload);
    this.charts.push(...replies.flatMap(({ chart }) => (chart === undefined ? [] : [chart])));
    this.now += 1_000;
    return replies.map(plainText).join("\n");
  }

  say(text: string): Promise<string> {
    return this.hear({ kind: "text", text });
  }

  send(file: Uint8Array<ArrayBuffer>, caption?: string, bytes = file.length): Promise<string> {
    this.file = file;
    const media = [{ kind: "file" as const, ref: "f", name: "so-lieu.csv", bytes }];
    return this.hear({ kind: "media", media, ...(caption !== undefined && { caption }) });
  }

  confirm(): Promise<string> {
    return this.say(this.buttons.find((payload) => payload.startsWith("/capnhat xacnhan")) ?? "");
  }
}

const told = async () =>
  new Map(
    (await createD1FigureStore(bindings.KNOWLEDGE, updates).facts("public")).map((fact) => [
      fact.id,
      fact.numerator,
    ]),
  );

describe("/capnhat", () => {
  it("shows what would change, changes it on a tap, and steps back", async () => {
    const chat = new Chat();
    expect(await chat.say("/capnhat")).toContain("Gửi tệp số liệu");
    const shown = await chat.send(csv({ ...SEED, numerator: "174" }, NEXT));
    expect(shown).toContain("1 dòng mới, 1 thay đổi, 0 giữ nguyên, 0 bị từ chối");
    expect(shown).toContain("173/181 xã → 174/181 xã");
    expect((await told()).get(SEED.id)).toBe("173");
    expect(await chat.confirm()).toContain("Đã áp dụng phiên bản 1");
    expect([...(await told())]).toEqual([
      [SEED.id, "174"],
      [NEXT.id, "176"],
    ]);
    expect(await chat.say("Năm 2023 có bao nhiêu xã đạt chuẩn?")).toContain("176/181");

    const back = await chat.say("/capnhat hoantac");
    expect(back).toContain("Lùi lại phiên bản 1: 2 số");
    expect(back).toContain("174/181 xã → 173/181 xã");
    expect(back).toContain("176/181 xã → không còn");
    expect(await chat.confirm()).toContain("phiên bản 2");
    expect([...(await told())]).toEqual([[SEED.id, "173"]]);
    expect(await chat.say("/capnhat lichsu")).toMatch(/2 · lùi lại[\s\S]*1 · 1 mới, 1 thay đổi/);
    const audit = await bindings.LEDGER.prepare(
      "SELECT action, actor FROM audit WHERE action LIKE 'figures_%' ORDER BY n",
    ).all();
    expect(audit.results).toEqual([
      { action: "figures_upload", actor: SUPERVISOR },
      { action: "figures_rollback", actor: SUPERVISOR },
    ]);
  });

  it("confirms once, by whoever sent the file, within its time, on the newest figures", async () => {
    const [chat, other] = [new Chat(), new Chat(OTHER_SUPERVISOR)];
    await chat.send(csv({ ...SEED, numerator: "175" }), "/capnhat");
    await other.send(csv({ ...SEED, numerator: "170" }), "/capnhat");
    const [mine = ""] = chat.buttons;
    const [theirs = ""] = other.buttons;
    expect(await other.say(mine)).toContain("Không có bản xem trước này");
    expect(await chat.say(mine)).toContain("Đã áp dụng phiên bản");
    expect(await chat.say(mine)).toMatch(/Đã áp dụng rồi[\s\S]*không đổi gì thêm/u);
    expect(await chat.say(mine.replace("xacnhan", "huy"))).toContain("không đổi gì");
    expect((await told()).get(SEED.id)).toBe("175");
    expect(await other.say(theirs)).toContain("Có người vừa cập nhật");
    expect((await told()).get(SEED.id)).toBe("175");
    expect((await updates.history(9)).length).toBe(3);
    await chat.send(csv({ ...SEED, numerator: "172" }), "/capnhat");
    chat.now += 31 * 60_000;
    expect(await chat.confirm()).toContain("đã quá 30 phút");
    expect((await told()).get(SEED.id)).toBe("175");
  });

  it("reads a spreadsheet", async () => {
    const chat = new Chat();
    const shown = await chat.send(
      xlsx([HEADER, cells({ ...NEXT, id: "LS2023-x", url: "https://example.vn/x" } as never)]),
      "/capnhat",
    );
    expect(shown).toContain("1 dòng mới");
  });

  it("reads a spreadsheet of 2,000 rows on the real runtime, and says what is too much for one update", async () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) =>
        cells({ ...NEXT, id: `LS2023-many-${i}`, url: `https://example.vn/many/${i}` }),
      );
    const chat = new Chat();
    expect(await chat.send(xlsx([HEADER, ...many(2_000)]), "/capnhat")).toContain("2000 dòng mới");
    expect(await chat.say(chat.buttons[1] ?? "")).toContain("Đã huỷ");
    const text = `id,note\n${"LS,x\n".repeat(10_000)}`;
    expect(await chat.send(new Uint8Array(new TextEncoder().encode(text)), "/capnhat")).toContain(
      "5.000 dòng",
    );
  });

  it("steps back further at each step, to exactly what was told before", async () => {
    const chat = new Chat();
    const at = async () =>
      JSON.stringify(await createD1FigureStore(bindings.KNOWLEDGE, updates).facts("internal"));
    const states = [await at()];
    for (const numerator of ["161", "162"]) {
      await chat.send(
        csv(
          { ...SEED, numerator },
          { ...NEXT, id: `LS2023-n${numerator}`, url: `https://e.vn/${numerator}` },
        ),
        "/capnhat",
      );
      await chat.confirm();
      states.push(await at());
    }
    for (const before of [states[1], states[0]]) {
      await chat.say("/capnhat hoàn tác");
      expect(await at()).not.toBe(before);
      await chat.confirm();
      expect(await at()).toBe(before);
    }
  });

  it("tells internal figures to officials only, and nobody else that there are any", async () => {
    const chat = new Chat();
    const secret = {
      ...NEXT,
      id: "LS2024-noi-bo",
      start: "2024-01-01",
      end: "2024-12-31",
      period: "năm 2024",
      numerator: "177",
      url: "https://example.vn/2024",
      audience: "internal",
    };
    await chat.send(csv(secret), "/capnhat");
    const question = "Năm 2024 có bao nhiêu xã đạt chuẩn?";
    const outsider = new Chat("77");
    outsider.isOfficial = false;
    const before = await outsider.say(question);
    await chat.confirm();
    expect(await chat.say(question)).toContain("177/181");
    outsider.session = {};
    expect(await outsider.say(question)).toBe(before);
    await chat.send(csv({ ...SEED, numerator: "172", audience: "internal" }), "/capnhat");
    await chat.confirm();
    expect((await told()).has(SEED.id)).toBe(false);
    for (let i = 0; i < 2; i++) {
      await chat.say("/capnhat hoantac");
      await chat.confirm();
    }
  });

  it("takes an office's own table of communes: asked, ranked and drawn", async () => {
    const chat = new Chat();
    const table = xlsx([
      ["KẾT QUẢ KHU DÂN CƯ ĐẠT TIÊU CHUẨN AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2025"],
      ["STT", "Tên xã, phường", "Tổng số KDC", "Số KDC đạt"],
      ["1", "Na Sầm", "13", "12"],
      ["2", "P. Tam Thanh", "16", "16"],
      ["3", "Lộc Bình", "1.020", "1,018"],
    ]);
    expect(await chat.send(table, "/capnhat")).toContain("3 dòng mới");
    await chat.confirm();
    expect(await chat.say("năm 2025 Na Sầm có bao nhiêu khu dân cư đạt chuẩn")).toContain("12/13");
    const ranked = await chat.say("xếp hạng các xã theo khu dân cư đạt 2025");
    expect(ranked.indexOf("Tam Thanh")).toBeLessThan(ranked.indexOf("Na Sầm"));
    await chat.say("/bieudo khu dân cư các xã 2025");
    expect(chat.charts.at(-1)?.points.map(({ display }) => display)).toEqual(["100%", "99,8%", "92,31%"]);
    await chat.say("/capnhat hoantac");
    await chat.confirm();
  });

  it("asks about doubtful changes one by one, and shows every change page by page", async () => {
    const chat = new Chat();
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...NEXT,
      id: `LS2023-page-${i}`,
      url: `https://example.vn/page/${i}`,
      numerator: i < 2 ? "20" : "176",
    }));
    const shown = await chat.send(csv(...many), "/capnhat");
    expect(shown).toMatch(/30 dòng mới[\s\S]*Còn 2 điều[\s\S]*Chênh lệch lớn/u);
    expect(chat.buttons.some((payload) => payload.startsWith("/capnhat xacnhan"))).toBe(false);
    const draft = /[0-9a-f]{16}/u.exec(chat.buttons.join())?.[0] ?? "";
    expect(await chat.say(`/capnhat xacnhan ${draft}`)).toContain("Còn điều chưa trả lời");
    expect((await chat.say(`/capnhat xem ${draft} x3`)).match(/• Mới/gu)).toHaveLength(6);
    expect(await chat.say(`/capnhat bo ${draft} x2`)).toContain("Còn một điều");
    expect(await chat.say(`/capnhat bo ${draft} x2`)).toContain("Còn một điều");
    expect(await chat.say(`/capnhat dung ${draft} x1`)).toContain("Còn 29 thay đổi");
    expect(await chat.confirm()).toContain("29 mới");
    expect((await told()).get("LS2023-page-0")).toBeUndefined();
    expect((await told()).get("LS2023-page-1")).toBe("20");
    await chat.say("/capnhat hoantac");
    await chat.confirm();
  });

  it("corrects one figure in words", async () => {
    const chat = new Chat();
    expect(await chat.say("sửa số xã đạt 2022 thành 174")).toMatch(/→ 174\/181 xã/u);
    await chat.confirm();
    expect(await chat.say("Năm 2022 có bao nhiêu xã đạt chuẩn?")).toMatch(/174\/181[\s\S]*sửa qua tin nhắn/u);
    expect(await chat.say("/capnhat lichsu")).toContain(SUPERVISOR);
    await chat.say("/capnhat hoantac");
    await chat.confirm();
    expect(await new Chat("99").say("sửa số xã đạt 2022 thành 174")).not.toContain("Xem trước");
  });

  it("takes a file without a word for what was asked, not for the beginning of a report", async () => {
    const chat = new Chat();
    chat.reporting = {
      ring: parseKeyRing(bindings.REPORT_ENCRYPTION_KEYS),
      media: {
        keepAll: async () => ({ media: [], lost: [{ kind: "file", why: "not_fetched" }] }),
        hold: async () => {},
      },
    } as unknown as NonNullable<Services["reporting"]>;
    await chat.say("/capnhat");
    expect(await chat.send(csv({ ...SEED, numerator: "150" }))).toContain("Xem trước");
    expect(await chat.send(csv({ ...SEED, numerator: "150" }))).not.toContain("Xem trước");
  });

  it.each([
    [
      "a merged header",
      xlsx([
        ["id", "", "province"],
        ["a", "b", "c"],
      ]),
      "Chưa thấy bảng",
    ],
    [
      "merged cells below",
      xlsx([HEADER, cells(NEXT)], { after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' }),
      "A2:A3",
    ],
    [
      "a formula of a spreadsheet",
      xlsx([HEADER, withCell(NEXT, "note", '<c t="str"><f>HYPERLINK("http://e.vn","x")</f><v>x</v></c>')]),
      "cột note: ô chứa công thức",
    ],
    [
      "a share shown as percent",
      xlsx(
        [
          HEADER,
          withCell({ ...NEXT, numerator: "", denominator: "" }, "value", '<c s="1"><v>0.9763</v></c>'),
        ],
        { parts: { "xl/styles.xml": STYLES } },
      ),
      "phần trăm",
    ],
    ["cells far away", farAway, "quá xa"],
    ["a bomb that says it is small", zip({ "xl/workbook.xml": "0".repeat(20_000_000) }, 100), "quá lớn"],
    ["a PDF", new Uint8Array(new TextEncoder().encode("%PDF-1.7")), "không phải bảng"],
    ["a bomb", zip({ "xl/workbook.xml": "x" }, 900_000_000), "quá lớn"],
    ["another ZIP", zip({ "a.txt": "hello" }), "không phải bảng"],
    ["wrong columns", new Uint8Array(new TextEncoder().encode("a,b\n1,2")), "Chưa thấy bảng"],
    [
      "too few columns",
      new Uint8Array(new TextEncoder().encode("id,province,area,level,period\n1,2,3,4,5")),
      "Thiếu cột",
    ],
    ["a web page", new Uint8Array(new TextEncoder().encode("<html><table></table></html>")), "trang web"],
    ["an old Excel file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), ".xls"],
    ["a formula", csv({ ...SEED, note: "=HYPERLINK(1)" }), "công thức"],
  ])("refuses %s and changes nothing", async (_, file, why) => {
    const before = [...(await told())];
    const chat = new Chat();
    expect(await chat.send(file, "/capnhat")).toContain(why);
    expect(chat.buttons).toEqual([]);
    expect([...(await told())]).toEqual(before);
  });

  it("refuses 50 MB before it is fetched", async () => {
    const chat = new Chat();
    expect(await chat.send(csv(SEED), "/capnhat", 50 * 1024 * 1024)).toContain("Tệp quá lớn");
  });

  it("is no command for anyone else", async () => {
    const stranger = new Chat("99");
    expect(await stranger.say("/capnhat")).toContain("không có lệnh này");
    expect(await stranger.say("/capnhat lichsu")).toContain("không có lệnh này");
    expect(await stranger.send(csv({ ...SEED, numerator: "1" }), "/capnhat")).not.toContain("Xem trước");
  });
});
