import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { freePort } from "../../sandbox/web.ts";
import { allGone, familyOf } from "./family.ts";
import { deliver, OwnServer, telegramText, zaloText } from "./harness.ts";

const CITIZENS_PER_KILL = 5;

let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let server: OwnServer;
const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-serve-"));

const citizen = (n: number) => String(7_135_120_946_683_200_000n + BigInt(n));
const sentTo = (id: string) => zalo.sent.filter((message) => message.userId === id);

beforeAll(async () => {
  const settings = sandboxSettings(0);
  zalo = await ZaloStandIn.listen(settings);
  telegram = await TelegramStandIn.listen(settings);
  const roots = { zalo: zalo.url, telegram: telegram.url };
  server = await OwnServer.create(roots, settings, { isNew: true });
  await server.start();
});

afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
  rmSync(dir, { recursive: true, force: true });
});

describe("npm run serve", () => {
  it("answers on both messengers, and says where it listens", async () => {
    expect(await deliver(zaloText(server, citizen(0), "khu dân cư là gì"))).toBe(200);
    expect(await deliver(telegramText(server, 1, 138_000_001, "Năm 2022 có bao nhiêu xã đạt chuẩn?"))).toBe(
      200,
    );
    expect(JSON.stringify((await zalo.waitForSent(1))[0])).toContain("Nguồn:");
    expect(JSON.stringify((await telegram.waitForSent(1))[0])).toContain("173/181");
    expect(server.output).toContain(`Trợ lý 138 đã sẵn sàng: http://127.0.0.1:${server.port}`);
  });

  it("fires the cron triggers by itself", () => {
    expect(server.output).toContain('"event":"sweep"');
  });

  it.each([
    "/cdn-cgi/handler/scheduled",
    "/cdn-cgi/local/scheduled",
    "/cdn-cgi/mf/scheduled",
    "/cdn-cgi/mf/reload",
    "/cdn-cgi/explorer/",
    "/cdn-cgi/explorer/api",
  ])("has no %s on its port", async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "not_found" });
  });

  it("loses nothing when everything is killed right after the 200", async () => {
    const ids = await acknowledged(100);
    await server.kill();
    await server.start();
    await allAnswered(ids);
  });

  it("starts its runtime again when that dies alone, and loses nothing", async () => {
    const ids = await acknowledged(200);
    process.kill(runtimeOf(server), "SIGKILL");
    await allAnswered(ids);
    const later = citizen(300);
    while ((await deliver(zaloText(server, later, "113 là số gì")).catch(() => 0)) !== 200);
    await allAnswered([later]);
    expect(server.process?.exitCode).toBeNull();
  });

  it("takes its runtime along when it is killed alone, and loses nothing", async () => {
    const ids = await acknowledged(500);
    const child = server.process;
    if (child === undefined) throw new Error("not started");
    const family = familyOf(child.pid ?? 0);
    expect(family.length).toBeGreaterThan(1);
    child.kill("SIGKILL");
    await allGone(family);
    await server.start();
    await allAnswered(ids);
    await allAnswered(await acknowledged(600));
  });

  it("keeps what it stores from other accounts of the machine", () => {
    expect(statSync(server.stateDir).mode & 0o077).toBe(0);
    expect(statSync(join(server.stateDir, "v3/do")).mode & 0o077).toBe(0);
  });

  it("doesn't share its folder with a second server", async () => {
    const second = await serve([...(await otherPort()), "--state", server.stateDir], server.settings);
    expect(second.status).toBe(1);
    expect(second.printed).toContain("đang được một máy chủ khác dùng");
  });

  it("ends turns that run before it ends, with code 0", async () => {
    const ids = await acknowledged(400);
    const child = server.process;
    if (child === undefined) throw new Error("not started");
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    expect(ids.filter((id) => sentTo(id).length !== 1)).toEqual([]);
    expect(await deliver(zaloText(server, citizen(1), "113 là số gì")).catch(() => "closed")).toBe("closed");
    await server.start();
  });

  it.each([
    [{ TELEGRAM_WEBHOOK_SECRET: "" }, "TELEGRAM_WEBHOOK_SECRET"],
    [{ ZALO_OA_ID: "khong-phai-so" }, "ZALO_OA_ID"],
  ])("starts nothing with wrong settings (%j)", async (changed, name) => {
    const stateDir = join(dir, "never");
    const { status, printed } = await serve([...(await otherPort()), "--state", stateDir], {
      ...server.settings,
      ...changed,
    });
    expect(status).toBe(1);
    expect(printed).toContain(name);
    expect(printed.trim().split("\n")).toHaveLength(1);
    expect(() => statSync(stateDir)).toThrow();
  });

  it("prints no secret, no id of a person and no word of theirs", () => {
    const secrets = Object.entries(server.settings).filter(([name]) => /TOKEN|SECRET|KEYS/.test(name));
    for (const value of [
      ...secrets.map(([, secret]) => secret),
      citizen(0),
      citizen(100),
      "khu dân cư là gì",
    ])
      expect(server.output).not.toContain(value);
  });
});

/** Messages of new citizens, all of them written down. */
async function acknowledged(first: number): Promise<string[]> {
  const ids = Array.from({ length: CITIZENS_PER_KILL }, (_, i) => citizen(first + i));
  const statuses = await Promise.all(ids.map((id) => deliver(zaloText(server, id, "khu dân cư là gì"))));
  expect(statuses).toEqual(ids.map(() => 200));
  return ids;
}

async function allAnswered(ids: readonly string[]): Promise<void> {
  while (ids.some((id) => sentTo(id).length === 0)) await zalo.waitForSent(zalo.sent.length + 1, 60_000);
}

/** The runtime that the server's process started. */
function runtimeOf({ process: child }: OwnServer): number {
  const children = readFileSync(`/proc/${child?.pid}/task/${child?.pid}/children`, "utf8").match(/\d+/gu);
  const runtime = children
    ?.map(Number)
    .find((pid) => basename(readlinkSync(`/proc/${pid}/exe`)) === "workerd");
  if (runtime === undefined) throw new Error("no runtime");
  return runtime;
}

async function otherPort(): Promise<string[]> {
  return ["--port", String(await freePort())];
}

/** The command as an operator types it, with these settings in a file, until it ends by itself. */
async function serve(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ status: number; printed: string }> {
  const file = join(dir, "settings.env");
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  const child = spawn("node", [
    "--disable-warning=ExperimentalWarning",
    "scripts/serve.ts",
    ...args,
    "--env-file",
    file,
  ]);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  const [status] = (await once(child, "close")) as [number];
  return { status, printed };
}
