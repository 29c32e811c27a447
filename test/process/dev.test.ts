import type { ChildProcess } from "node:child_process";
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
});
afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
});

/** How long a request may hang that was sent while the runtime died, in milliseconds. */
const GIVE_UP_AFTER = 5_000;

/** The second one where the runtime died before the start had seen it answer. */
const LAST_WORDS = [
  "Chương trình dừng đột ngột và không trả lời nữa: hãy chạy lại npm run dev.",
  "wrangler dev không trả lời kịp: xem các dòng ở trên.",
];

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

/**
 * wrangler restarts what dies, and how well depends on the moment. What is ours: never a server that stands there and
 * answers nobody.
 */
it.each(["worker", "entry"] as const)(
  "npm run dev answers again, or ends in one sentence, where its %s was killed",
  async (which) => {
    const child = await running();
    const family = familyOf(child.pid ?? 0);
    const ended = once(child, "close");
    process.kill(runtimes()[which], "SIGKILL");
    while (child.exitCode === null && !(await answers()));
    if (child.exitCode === null) return;
    expect(await ended).toEqual([1, null]);
    // Wrangler's own bundler may print a trace while it dies, before or behind our sentence.
    expect(server.output.split("\n").filter((line) => LAST_WORDS.includes(line))).toHaveLength(1);
    await allGone(family);
  },
);

/** The server's process, started again where the test before has ended it. */
async function running(): Promise<ChildProcess> {
  if (server.process === undefined || server.process.exitCode !== null) await server.start();
  const child = server.process;
  if (child === undefined) throw new Error("not started");
  return child;
}
