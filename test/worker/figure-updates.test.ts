import { beforeAll, describe, expect, it } from "vitest";
import type { Services } from "../../src/conversation/services.ts";
import type { Session } from "../../src/conversation/session.ts";
import { takeTurn } from "../../src/conversation/turn.ts";
import { FigureUpdates } from "../../src/figure-updates/updates.ts";
import type { Fact } from "../../src/figures/fact.ts";
import { COLUMNS } from "../../src/figures/load.ts";
import { createD1FigureStore } from "../../src/figures/store.ts";
import type { InboundContent } from "../../src/messaging/inbound.ts";
import { plainText, type Reply } from "../../src/messaging/reply.ts";
import { Officials } from "../../src/officials/directory.ts";
import { bindings, migrate } from "./bindings.ts";
import { xlsx, zip } from "./xlsx.ts";

const SUPERVISOR = "11";
const OTHER_SUPERVISOR = "12";
const officials = new Officials(bindings.LEDGER, new Set([SUPERVISOR, OTHER_SUPERVISOR]));
const updates = new FigureUpdates(bindings.LEDGER);
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

/** An official's private chat with the production turn; `file` is what Telegram would give. */
class Chat {
  session: Session = {};
  now = Date.UTC(2026, 10, 23, 2, 0);
  file: Uint8Array<ArrayBuffer> = new Uint8Array();
  buttons: readonly string[] = [];
  #n = 0;
  readonly sender: string;

  constructor(sender = SUPERVISOR) {
    this.sender = sender;
  }

  async hear(content: InboundContent): Promise<string> {
    this.#n += 1;
    const services = {
      knowledge: { search: async () => [] },
      figures: createD1FigureStore(bindings.KNOWLEDGE, updates),
      now: () => this.now,
      isOfficial: async () => true,
      officials,
      figureUpdates: { updates, download: async () => this.file },
    } as unknown as Services;
    const key = `c${this.sender}-${this.#n}-${this.now}`;
    const inbound = {
      key,
      channel: "telegram",
      chat: this.sender,
      sender: this.sender,
      isPrivate: true,
      at: this.now,
      content,
    } as const;
    const { replies, session } = await takeTurn(inbound, this.session, services);
    this.session = session;
    this.buttons = replies.flatMap((reply: Reply) => reply.buttons ?? []).map(({ payload }) => payload);
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
    expect(shown).toContain("173/181 → 174/181");
    expect((await told()).get(SEED.id)).toBe("173");
    expect(await chat.confirm()).toContain("Đã áp dụng phiên bản 1");
    expect([...(await told())]).toEqual([
      [SEED.id, "174"],
      [NEXT.id, "176"],
    ]);
    expect(await chat.say("Năm 2023 có bao nhiêu xã đạt chuẩn?")).toContain("176/181");

    expect(await chat.say("/capnhat hoantac")).toContain("Lùi lại phiên bản 1: 2 số");
    expect(await chat.confirm()).toContain("phiên bản 2");
    expect([...(await told())]).toEqual([[SEED.id, "173"]]);
    expect(await chat.say("/capnhat lichsu")).toMatch(/2 · lùi lại[\s\S]*1 · 1 mới, 1 thay đổi/);
    const audit = await bindings.LEDGER.prepare(
      "SELECT action, actor FROM audit WHERE action LIKE 'figures_%' ORDER BY at",
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
    const mine = chat.buttons[0] ?? "";
    expect(await other.say(mine)).toContain("Không có bản xem trước này");
    expect(await chat.say(mine)).toContain("Đã áp dụng");
    expect(await chat.say(mine)).toContain("Đã áp dụng");
    expect(await other.confirm()).toContain("Có người vừa cập nhật");
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

  it.each([
    [
      "a merged header",
      xlsx([
        ["id", "", "province"],
        ["a", "b", "c"],
      ]),
      "ô gộp",
    ],
    ["a bomb", zip({ "xl/workbook.xml": "x" }, 900_000_000), "quá lớn"],
    ["another ZIP", zip({ "a.txt": "hello" }), "Không đọc được"],
    ["wrong columns", new Uint8Array(new TextEncoder().encode("a,b\n1,2")), "Thiếu cột"],
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
