import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { PROVINCE as HOME } from "../../src/language/province.ts";
import { DevServer, deliver, OwnServer, type ServerUnderTest, zaloText } from "./harness.ts";

/** An invented province: no place of that name exists. */
const SECOND = join(import.meta.dirname, "../second-province");
const CITIZEN = "7138000000000000138";

let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let server: OwnServer;

beforeAll(async () => {
  const settings = sandboxSettings(0);
  zalo = await ZaloStandIn.listen(settings);
  telegram = await TelegramStandIn.listen(settings);
  const roots = { zalo: zalo.url, telegram: telegram.url };
  server = await OwnServer.create(roots, settings, { knowledge: SECOND });
  await server.start();
});

afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
});

/** What the citizen is told next. */
async function say(text: string, to: ServerUnderTest = server, phone = zalo): Promise<string> {
  const before = phone.sent.length;
  expect(await deliver(zaloText(to, CITIZEN, text))).toBe(200);
  return JSON.stringify((await phone.waitForSent(before + 1))[before]);
}

describe("another province's folder", () => {
  it("answers from its own documents, with their sources", async () => {
    const answer = await say("chuông sương là gì");
    expect(answer).toContain("mô hình của xã Bến Sương");
    expect(answer).toContain("Nguồn: UBND xã Bến Sương");
  });

  it("counts from its own figures", async () => {
    expect(await say("Năm 2025 có bao nhiêu khu dân cư đạt chuẩn?")).toContain("41/48");
    expect(await say("tỉnh mình có bao nhiêu xã?")).toMatch(/: 2 xã[^"]*tỉnh Mây Ngàn/u);
    expect(await say("Mây Ngàn năm 2025 còn bao nhiêu khu dân cư chưa đạt?")).toContain("7 khu dân cư");
    expect(await say("xã Suối Biếc năm 2025 có bao nhiêu khu dân cư đạt chuẩn")).toContain("9/11");
    expect(await say("xã Khe Nhài năm 2025 có bao nhiêu khu dân cư đạt chuẩn")).toMatch(
      /9\/11.*nay thuộc xã Suối Biếc/u,
    );
  });

  it("says its own name, hours and examples", async () => {
    expect(await say("/start")).toContain("Tổ quốc ở Mây Ngàn");
    expect(await say("/help")).toContain("/solieu khu dân cư 2025");
    expect(await say("cho tôi gặp cán bộ")).toMatch(/trực ngày và đêm[\s\S]*0000 000 138/u);
  });

  it("takes a report from one of its communes, and gives a code for it", async () => {
    const asked = await say("/baocao tối qua 22h có nhóm đánh bạc ở xóm Đá, xã Suối Biếc");
    expect(asked).toContain("xã Suối Biếc");
    expect(await say("gửi")).toMatch(/TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u);
  });

  it("puts danger first", async () => {
    expect(await say("cháy nhà ở Thềm Trăng, cứu với")).toContain("Gọi ngay 114");
  });

  it("never names the home province", () => {
    expect(zalo.sent.length).toBeGreaterThan(8);
    expect(JSON.stringify([zalo.sent, telegram.sent])).not.toMatch(new RegExp(HOME.name, "iu"));
  });
});

describe("npm run dev --knowledge", () => {
  it("runs the Worker of that folder, not of the home province", async () => {
    const settings = sandboxSettings(0);
    const phone = await ZaloStandIn.listen(settings);
    const roots = { zalo: phone.url, telegram: telegram.url };
    const dev = await DevServer.create(roots, settings, { knowledge: SECOND });
    try {
      await dev.start();
      expect(await say("/start", dev, phone)).toContain("Tổ quốc ở Mây Ngàn");
      expect(await say("Năm 2025 có bao nhiêu khu dân cư đạt chuẩn?", dev, phone)).toContain("41/48");
      expect(await say("em bị lạc trong rừng lưng mây, trời tối rồi", dev, phone)).toContain("Gọi ngay 112");
    } finally {
      await dev.dispose();
      await phone.close();
    }
  });
});

const run = (script: string, folder: string, ...args: readonly string[]) =>
  promisify(execFile)("node", [
    "--",
    "scripts/run.js",
    `scripts/${script}.ts`,
    "--knowledge",
    folder,
    ...args,
  ]);

describe("npm run ingest --knowledge", () => {
  it("names what is doubtful, which fails with --strict only", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-knowledge-"));
    try {
      cpSync(SECOND, folder, { recursive: true });
      rmSync(join(folder, "documents"), { recursive: true });
      const args = ["--persist-to", join(folder, "state")];
      expect((await run("ingest", folder, ...args)).stdout).toContain(
        "Chú ý documents: không có thư mục này",
      );
      await expect(run("ingest", folder, ...args, "--strict")).rejects.toMatchObject({ code: 1 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("npm run ask --knowledge", () => {
  const ask = (folder: string, question: string) => run("ask", folder, question);

  it("answers from the folder", async () => {
    expect((await ask(SECOND, "Suối Biếc gồm những xã cũ nào?")).stdout).toContain("Khe Nhài và Bãi Mận");
  });

  it("says in one sentence what is wrong with a folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-knowledge-"));
    try {
      await expect(ask(folder, "chào")).rejects.toMatchObject({
        code: 1,
        stderr: `Thư mục ${folder} không có province.json: xem knowledge/README.md.\n`,
      });
      cpSync(SECOND, folder, { recursive: true });
      writeFileSync(join(folder, "province.json"), JSON.stringify({ name: "Mây Ngàn", kind: "huyện" }));
      await expect(ask(folder, "chào")).rejects.toMatchObject({
        code: 1,
        stderr: 'province.json sai ở mục "kind": phải là một trong: tỉnh, thành phố.\n',
      });
      await expect(ask(join(folder, "province.json"), "chào")).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringContaining("province.json không phải là thư mục."),
      });
      rmSync(join(folder, "province.json"));
      mkdirSync(join(folder, "province.json"));
      await expect(ask(folder, "chào")).rejects.toMatchObject({
        code: 1,
        stderr: `${join(folder, "province.json")} là thư mục, phải là tệp JSON.\n`,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
