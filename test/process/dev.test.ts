import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { allGone, familyOf, spawnArguments } from "./family.ts";
import { DevServer } from "./harness.ts";

const settings = sandboxSettings(0);
let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let server: DevServer;

beforeAll(async () => {
  zalo = await ZaloStandIn.listen(settings);
  telegram = await TelegramStandIn.listen(settings);
  server = await DevServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  await server.start();
});
afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
});

/** How long a request may hang that was sent while the runtime died, in milliseconds. */
const GIVE_UP_AFTER = 5_000;

/** Whether it answers now. */
async function answers(): Promise<boolean> {
  const signal = AbortSignal.timeout(GIVE_UP_AFTER);
  return (await fetch(`${server.url}/healthz`, { signal }).catch(() => null))?.ok === true;
}

/** The two runtimes of wrangler: the one on the public port, and the one of the Worker. */
function runtimes(): { readonly entry: number; readonly worker: number } {
  const pids = familyOf(server.process?.pid ?? 0)
    .map(({ pid }) => pid)
    .filter((pid) => spawnArguments(pid)[0]?.endsWith("/workerd"));
  const entry = pids.find((pid) => spawnArguments(pid).some((arg) => arg.endsWith(`:${server.port}`)));
  const worker = pids.find((pid) => pid !== entry);
  if (entry === undefined || worker === undefined) throw new Error(`no two runtimes: ${pids.join(", ")}`);
  return { entry, worker };
}

it("npm run dev outlives the Worker's runtime, and ends in one sentence where its entry was killed", async () => {
  const child = server.process;
  if (child?.pid === undefined) throw new Error("not started");
  process.kill(runtimes().worker, "SIGKILL");
  while (!(await answers()));
  const family = familyOf(child.pid);
  const ended = once(child, "close");
  process.kill(runtimes().entry, "SIGKILL");
  expect(await ended).toEqual([1, null]);
  expect(server.output.trimEnd().split("\n").at(-1)).toBe(
    "Chương trình dừng đột ngột và không trả lời nữa: hãy chạy lại npm run dev.",
  );
  await allGone(family);
});
