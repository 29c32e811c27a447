import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Miniflare, Request } from "miniflare";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CHAT_MIGRATIONS } from "../../../src/chat/chat-migrations.ts";
import { ChatSeal } from "../../../src/chat/chat-seal.ts";
import { createReportBook } from "../../../src/features/reporting/create-report-book.ts";
import { Erasures } from "../../../src/ledger/erasures.ts";
import { toBase64Url } from "../../../src/platform/crypto/base64url.ts";
import { type KeyRing, parseKeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { migrate } from "../migrations.ts";
import { ROOT } from "../root.ts";
import { databaseOptions } from "../serve/options.ts";
import { ErasureList } from "./erasure-list.ts";
import { keepErasures } from "./keep-erasures.ts";
import { catchUp, type ReplayOptions } from "./replay.ts";
import { isRestored, markRestored } from "./restored-mark.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-replay-"));
const ring = parseKeyRing(`k1:${toBase64Url(new Uint8Array(32).fill(1))}`) as KeyRing;
const CONVERSATION = "c0".repeat(32);
const OTHER = "d1".repeat(32);
const AT = Date.parse("2026-11-28T09:00:00Z");

let runtime: Miniflare;
let options: ReplayOptions;
let said: string[];

beforeAll(async () => {
  runtime = new Miniflare(
    databaseOptions(
      {
        name: "replay",
        compatibilityDate: "2026-09-01",
        compatibilityFlags: [],
        vars: {},
        crons: [],
        objectClasses: [],
        objects: [],
        databases: [{ binding: "LEDGER", id: "ledger" }],
        buckets: [{ binding: "MEDIA", name: "media" }],
      },
      join(dir, "databases"),
    ),
  );
  const ledger = await runtime.getD1Database("LEDGER");
  await migrate(ledger, join(ROOT, "migrations/ledger"));
});
afterAll(async () => {
  await runtime.dispose();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(async () => {
  const stateDir = mkdtempSync(join(dir, "state-"));
  mkdirSync(join(stateDir, "v3/do/tro-ly-138-Conversation"), { recursive: true });
  said = [];
  options = {
    stateDir,
    path: `${stateDir}.erasures`,
    ring,
    ledger: await runtime.getD1Database("LEDGER"),
    media: (await runtime.getR2Bucket("MEDIA")) as unknown as R2Bucket,
    log: (line) => said.push(line),
  };
  await options.ledger.exec("DELETE FROM erasures");
});

const object = (id: string, suffix = "") =>
  join(options.stateDir, `v3/do/tro-ly-138-Conversation/${id}.sqlite${suffix}`);

describe("before a server serves", () => {
  it("what the database noted is in the list, and a chat that the list has is erased once", async () => {
    await new Erasures(options.ledger, ring).note({ kind: "chat", conversation: OTHER, at: AT });
    const forgotten = { id: "f1", erased: { kind: "chat", conversation: CONVERSATION, at: AT } } as const;
    ErasureList.open(options.path, ring).append([forgotten]);
    for (const id of [CONVERSATION, OTHER])
      for (const suffix of ["", "-wal", "-shm"]) writeFileSync(object(id, suffix), "x");
    const ledgerRow = "INSERT INTO ledger_days VALUES ('2026-11-28', 'zalo', ?, 3, 1, 0, 1, 1, 0)";
    await options.ledger.prepare(ledgerRow).bind(CONVERSATION).run();
    markRestored(options.stateDir);

    const list = await catchUp(options);
    expect(list.entries.length).toBe(2);
    for (const suffix of ["", "-wal", "-shm"]) {
      expect(existsSync(object(CONVERSATION, suffix))).toBe(false);
      // It was erased before the backup: what it wrote since is its own.
      expect(existsSync(object(OTHER, suffix))).toBe(true);
    }
    const day = await options.ledger.prepare("SELECT * FROM ledger_days").first();
    expect(day).toMatchObject({ received: 3, answered: 1, ignored: 2, pending: 0, parked: 0 });
    expect(said).toEqual(["Đã xoá lại 1 mục được xoá sau bản sao lưu."]);
    expect(isRestored(options.stateDir)).toBe(false);

    writeFileSync(object(CONVERSATION), "a new life");
    expect((await catchUp(options)).entries.length).toBe(2);
    expect(existsSync(object(CONVERSATION))).toBe(true);
    expect(said.length).toBe(1);
  });

  it("a case goes with its reporter, its words and its files", async () => {
    const book = createReportBook(options.ledger, ring);
    const media = [{ key: "file-1", kind: "image", bytes: 1, contentType: "image/png" } as const];
    const { code } = await book.submit({
      submissionKey: "s1",
      reporter: { channel: "zalo", chat: "7731" },
      lane: "crime",
      category: "theft",
      content: { what: "x", details: {}, media, lostMedia: [] },
      at: AT,
      likelySpam: false,
    });
    await options.media.put("file-1", "sealed");
    const erased = { kind: "case", code, why: "request", state: "resolved", at: AT } as const;
    ErasureList.open(options.path, ring).append([{ id: "f2", erased }]);
    await catchUp(options);
    expect(await book.get(code)).toMatchObject({ state: "resolved", erased: true, content: { what: "" } });
    expect(await book.reporterOf(code)).toBeNull();
    expect(await options.media.head("file-1")).toBeNull();
  });

  it("handlers' chats say nothing more of it, and keep what they have of another case", async () => {
    const [gone, open] = ["TB-PB1B-4TEE", "TB-G8QD-4FYQ"] as const;
    const chat = new DatabaseSync(object(OTHER));
    for (const step of CHAT_MIGRATIONS) chat.exec(step);
    chat.exec("CREATE TABLE schema_version (version INTEGER NOT NULL)");
    chat.prepare("INSERT INTO schema_version VALUES (?)").run(CHAT_MIGRATIONS.length);
    const seal = new ChatSeal(ring, OTHER);
    for (const [n, code] of [gone, open].entries()) {
      const part = JSON.stringify({ chat: "-1", body: `{"of":"${code}"}`, marks: { about: code } });
      chat
        .prepare(
          "INSERT INTO outbox (seq, channel, chat, body, next_at, created_at) VALUES (?, 'telegram', '', ?, 0, 0)",
        )
        .run(n + 1, seal.seal(part, `outbox/${n + 1}`));
      const [name] = seal.names(code, "report");
      chat
        .prepare("INSERT INTO notes (kind, key, value, at, report) VALUES ('about', ?, 'x', 0, ?)")
        .run(`m${n}`, name);
    }
    chat.close();
    const erased = { kind: "case", code: gone, why: "request", state: "resolved", at: AT } as const;
    ErasureList.open(options.path, ring).append([{ id: "f3", erased }]);
    await catchUp(options);
    const after = new DatabaseSync(object(OTHER));
    const left = ["SELECT seq FROM outbox", "SELECT key FROM notes"].map((sql) => after.prepare(sql).all());
    after.close();
    expect(left).toEqual([[{ seq: 2 }], [{ key: "m1" }]]);
  });

  it("a changed list is set aside and made anew; after a restore it stops the start", async () => {
    await new Erasures(options.ledger, ring).note({ kind: "chat", conversation: OTHER, at: AT });
    writeFileSync(options.path, "changed\n");
    markRestored(options.stateDir);
    await expect(catchUp(options)).rejects.toThrow("đã bị thay đổi");
    rmSync(options.path);
    await expect(catchUp(options)).rejects.toThrow("không có danh sách xoá");
    rmSync(join(options.stateDir, "restored"));
    writeFileSync(options.path, "changed\n");
    expect((await catchUp(options)).entries.length).toBe(1);
    expect(said[0]).toContain("được giữ lại ở");
  });
});

it("what the Worker hands over is on disk when it is answered, once", async () => {
  const erasures = new Erasures(options.ledger, ring);
  await erasures.note({ kind: "chat", conversation: OTHER, at: AT });
  const list = ErasureList.open(options.path, ring);
  const keeper = {
    fetch: async (_: unknown, init?: RequestInit) =>
      (await keepErasures(
        list,
        ring,
        new Request("http://erasures/", { method: "POST", body: String(init?.body) }),
      )) as unknown as Response,
  };
  for (let i = 0; i < 2; i++) await erasures.handOver(keeper);
  expect(ErasureList.read(options.path, ring).entries).toMatchObject([{ erased: { conversation: OTHER } }]);
});
