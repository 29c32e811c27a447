import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { deliver, OwnServer, runCopying, zaloText } from "./harness.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-backup-"));
const backup = join(dir, "backup");
const restored = join(dir, "restored");
const settings = sandboxSettings(0);
const WAITING = 20;
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let server: OwnServer;

const citizen = (n: number) => String(7_135_120_946_683_300_000n + BigInt(n));
const sentTo = (id: string) => zalo.sent.filter((message) => message.userId === id);
const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => citizen(from + i));

beforeAll(async () => {
  [zalo, telegram] = await Promise.all([ZaloStandIn.listen(settings), TelegramStandIn.listen(settings)]);
  server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  await server.start();
});

afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
  rmSync(dir, { recursive: true, force: true });
});

describe("a backup of a server at work", () => {
  it("has everything that was acknowledged before it began, and it is answered after a restore", async () => {
    const answered = range(0, 3);
    await acknowledge(answered);
    await zalo.waitForSent(answered.length);

    // Nothing goes out any more: what is acknowledged now lies on disk and nowhere else.
    zalo.fail({ kind: "status", status: 502 }, { on: "message/cs", times: Infinity });
    const waiting = range(100, WAITING);
    await acknowledge(waiting);
    const traffic = keepWriting(1_000);
    const { status, printed } = await runCopying(
      "backup",
      server,
      "--state",
      server.stateDir,
      "--to",
      backup,
    );
    const during = await traffic.end();
    expect(printed).toMatch(/^Đã sao lưu \d+ tệp/u);
    expect(status).toBe(0);
    // How many depends on the machine; that some came meanwhile is the point.
    expect(during.length).toBeGreaterThan(0);
    expect(during.filter((answer) => answer !== 200)).toEqual([]);
    await server.dispose();
    zalo.heal();

    expect((await runCopying("restore", server, "--from", backup, "--state", restored)).status).toBe(0);
    server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings, {
      stateDir: restored,
    });
    await server.start();
    while (waiting.some((id) => sentTo(id).length === 0)) await zalo.waitForSent(zalo.sent.length + 1);
    expect(waiting.filter((id) => sentTo(id).length !== 1)).toEqual([]);
    // What was answered before the backup isn't answered again.
    expect(answered.filter((id) => sentTo(id).length !== 1)).toEqual([]);
  });

  it("is for its owner alone, and its names tell nothing", () => {
    const files = readdirSync(backup, { recursive: true, withFileTypes: true });
    for (const file of files) expect(statSync(join(file.parentPath, file.name)).mode & 0o077).toBe(0);
    const names = files.filter((file) => file.isFile()).map(({ name }) => name);
    expect(names.filter((name) => !/^\d{6}$/u.test(name))).toEqual(["manifest.json"]);
  });

  it("travels as one file too", async () => {
    const file = join(dir, "backup.tar.gz");
    expect((await runCopying("backup", server, "--state", server.stateDir, "--to", file)).status).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
    const unpacked = join(dir, "unpacked");
    expect((await runCopying("restore", server, "--from", file, "--state", unpacked)).status).toBe(0);
    expect(readdirSync(join(unpacked, "v3")).sort()).toEqual(["d1", "do", "r2"]);
    truncateSync(file, Math.floor(statSync(file).size / 2));
    expect(await runCopying("restore", server, "--from", file, "--state", join(dir, "half"))).toMatchObject({
      status: 1,
    });
    expect(existsSync(join(dir, "half"))).toBe(false);
  });

  it("doesn't overwrite another", async () => {
    const { status, printed } = await runCopying(
      "backup",
      server,
      "--state",
      server.stateDir,
      "--to",
      backup,
    );
    expect({ status, printed }).toEqual({ status: 1, printed: expect.stringContaining("đã có") });
  });
});

describe("a restore", () => {
  it("doesn't touch a folder that holds anything", async () => {
    const full = join(dir, "full");
    mkdirSync(full);
    writeFileSync(join(full, "anything"), "");
    const { status, printed } = await runCopying("restore", server, "--from", backup, "--state", full);
    expect({ status, printed }).toEqual({ status: 1, printed: expect.stringContaining("không trống") });
    expect(readdirSync(full)).toEqual(["anything"]);
  });

  it("doesn't build inside of the backup", async () => {
    const inside = join(backup, "state");
    expect(await runCopying("restore", server, "--from", backup, "--state", inside)).toMatchObject({
      status: 1,
    });
    expect(existsSync(`${inside}.partial`)).toBe(false);
  });

  it.each([
    ["without its manifest", (copy: string) => rmSync(join(copy, "manifest.json"))],
    ["with half a manifest", (copy: string) => truncateSync(join(copy, "manifest.json"), 200)],
    ["with a file missing", (copy: string) => rmSync(anyFile(copy))],
    ["with a file cut short", (copy: string) => truncateSync(anyFile(copy), 4096)],
    ["with a file too much", (copy: string) => writeFileSync(`${anyFile(copy)}-wal`, "x")],
    ["with one byte changed", changeByte],
  ])("refuses a backup %s", async (_, damage) => {
    const copy = mkdtempSync(join(dir, "damaged-"));
    cpSync(backup, copy, { recursive: true });
    damage(copy);
    const stateDir = `${copy}-state`;
    const { status, printed } = await runCopying("restore", server, "--from", copy, "--state", stateDir);
    expect({ status, printed }).toEqual({ status: 1, printed: expect.stringMatching(/ản sao lưu/u) });
    expect(existsSync(stateDir)).toBe(false);
  });
});

const anyFile = (copy: string): string => join(copy, "000000");

function changeByte(copy: string): void {
  const file = anyFile(copy);
  const bytes = readFileSync(file);
  bytes[500] = (bytes[500] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

async function acknowledge(ids: readonly string[]): Promise<void> {
  const statuses = await Promise.all(ids.map((id) => deliver(zaloText(server, id, "khu dân cư là gì"))));
  expect(statuses).toEqual(ids.map(() => 200));
}

/** Citizens write one after the other until `end`; resolves to what each webhook was answered. */
function keepWriting(from: number): { end(): Promise<number[]> } {
  let going = true;
  const answers: number[] = [];
  const writing = (async () => {
    for (let n = from; going; n++) answers.push(await deliver(zaloText(server, citizen(n), "113 là số gì")));
  })();
  return {
    async end() {
      going = false;
      await writing;
      return answers;
    },
  };
}
