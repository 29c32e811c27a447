import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { deliver, OwnServer, telegramText, zaloText } from "../process/harness.ts";

/** A file system of its own, small enough to be filled. Mounting one is root's right. */
const disk = mkdtempSync(join(tmpdir(), "tro-ly-138-full-"));
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=60m", "tmpfs", disk]).status === 0;
if (!isMounted) console.log("skipped: only root may mount a small file system to fill");

const settings = sandboxSettings(0);
const CITIZEN = "7138000000000138951";
const OTHER = "7138000000000138952";
const ON_TELEGRAM = 138_000_951;
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let server: OwnServer;

beforeAll(async () => {
  zalo = await ZaloStandIn.listen(settings);
  telegram = await TelegramStandIn.listen(settings);
  const roots = { zalo: zalo.url, telegram: telegram.url };
  server = await OwnServer.create(roots, settings, { stateDir: join(disk, "state") });
});
afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
  if (isMounted) spawnSync("umount", ["-l", disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Takes every byte that is left. @returns the file that has them */
function fill(): string {
  const path = join(disk, "everything-else");
  const file = openSync(path, "w");
  for (let size = 1024 * 1024; size >= 1; size /= 2)
    try {
      for (;;) if (writeSync(file, Buffer.alloc(size)) < size) break;
    } catch {
      // No room for so much: less of it.
    }
  closeSync(file);
  return path;
}

const health = async () => (await server.health()) as { status: string; storage: { writable: boolean } };
/** Asks again until it holds; the test's own timeout is the bound. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
}
const toldTo = (citizen: string) =>
  zalo.sent.filter(({ userId }) => userId === citizen).map(({ text = "" }) => text);

it.runIf(isMounted)(
  "a full disk: a danger is answered once, nothing else is taken, and it recovers",
  async () => {
    await server.start();
    await deliver(zaloText(server, OTHER, "113 là số gì"));
    await zalo.waitForSent(1);

    const everything = fill();
    const onZalo = zaloText(server, CITIZEN, "cháy nhà rồi!!");
    const onTelegram = telegramText(server, 1, ON_TELEGRAM, "cháy nhà rồi!!");
    for (const call of [onZalo, onTelegram, onZalo, onTelegram]) expect(await deliver(call)).toBe(200);
    expect(toldTo(CITIZEN)).toEqual([expect.stringMatching(/^.{0,40}114/u)]);
    expect(telegram.sent.map(({ text }) => text)).toEqual([expect.stringMatching(/^.{0,40}114/u)]);
    const question = zaloText(server, CITIZEN, "khu dân cư là gì");
    expect(await deliver(question)).toBe(500);
    await until(async () => (await health()).status === "degraded");
    await until(async () => !(await health()).storage.writable);

    rmSync(everything);
    await until(async () => (await deliver(question)) === 200);
    await zalo.waitUntilSent(() => toldTo(CITIZEN)[1], 60_000);
    expect(toldTo(CITIZEN)[1]).toMatch(/khu dân cư/iu);
    expect(await deliver(onZalo)).toBe(200);
    await until(async () => (await health()).status === "ok");
    expect(toldTo(CITIZEN)).toHaveLength(2);
  },
);
