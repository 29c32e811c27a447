import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand } from "../../scripts/lib/command-line/command.ts";
import { Contender } from "../speed/process.ts";
import { City, minus } from "./city.ts";
import { type CountedServer, startCounted } from "./counted/start.ts";
import { MEASURED, type Measured } from "./measured.ts";
import { writePage } from "./page.ts";
import { type Assumptions, planDay, readAssumptions } from "./plan.ts";
import { readSizes } from "./sizes.ts";

/**
 * Writers begin along the day's curve. Within a conversation a minute is 12 s, so that a chat has gone to sleep before its
 * next message as it would have, and the trigger that runs every five minutes runs every 60 s.
 */
const DAY_MS = 240_000;
const MINUTE_MS = 12_000;
/** By then the duty group has taken up and closed the last case, in milliseconds. */
const AFTERWARDS = 10_000;
const FIRST_CITIZEN = 7_138_120_946_683_000_000n;
/** Messages of one chat beyond its first, to tell what a message leaves behind in its object. */
const PROBE = 150;
/** No faster than a chat may write for long, in milliseconds. */
const PROBE_PAUSE = 500;

/** A day's messages on the real Worker with counters around its databases. */
await runCommand({
  name: "npm run bench:scale",
  does: "Mô phỏng tin nhắn một ngày (chừng bảy phút), ghi bench/scale/measured.json và các bảng của docs/scale.md.",
  flags: {},
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-day-"));
    process.once("SIGINT", () => void Contender.killAll().then(() => process.exit(1)));
    try {
      const measured = await simulate(folder, readAssumptions());
      writeFileSync(MEASURED, `${JSON.stringify(measured, null, 2)}\n`);
      writePage();
      console.log(JSON.stringify(measured));
    } finally {
      await Contender.killAll();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
});

async function simulate(folder: string, given: Assumptions): Promise<Measured> {
  const server = await startCounted(folder);
  const city = new City(server, given);
  await city.run(FIRST_CITIZEN, { at: 0, kind: "warm-up", says: ["xin chào", "khu dân cư là gì"] }, 0);
  await server.cron();
  const before = await city.messageCounts();
  const writers = planDay(given);
  const stopped = new AbortController();
  const sweeping = sweepEvery(given.sweepMinutes * MINUTE_MS, server, stopped.signal);
  const began = Date.now();
  await Promise.all(
    writers.map(async (writer, i) => {
      await pause(began + writer.at * DAY_MS - Date.now());
      await city.run(FIRST_CITIZEN + BigInt(i + 1), writer, MINUTE_MS);
    }),
  );
  await pause(AFTERWARDS);
  await server.settled();
  stopped.abort();
  const crons = (await sweeping) + 1;
  await server.cron();
  const after = await city.messageCounts();
  await server.cron();
  const idle = await city.messageCounts();
  await city.run(
    FIRST_CITIZEN,
    { at: 0, kind: "probe", says: Array.from({ length: PROBE }, () => "/help") },
    PROBE_PAUSE,
  );
  await server.settled();
  await server.close();
  const sizes = readSizes(server.stateDir);
  const day = minus(after, before);
  return {
    at: new Date().toISOString().slice(0, 10),
    ...{ people: given.people, writers: writers.length, reports: city.reports, crons, ...day },
    idleCron: minus(idle, after).counts,
    bytes: bytesOf(sizes, writers.length, city.reports),
  };
}

/** What of the state a chat, a message, a writer's day and a report leave behind. */
function bytesOf(
  { chats, ledger, knowledge }: ReturnType<typeof readSizes>,
  writers: number,
  reports: number,
) {
  const citizens = chats.filter(({ channel }) => channel === "zalo");
  const probe = citizens.reduce((most, one) => (one.messages > most.messages ? one : most));
  const others = citizens.filter((one) => one !== probe);
  const mean = (of: "bytes" | "messages") => others.reduce((sum, one) => sum + one[of], 0) / others.length;
  const sumOf = (names: (name: string) => boolean) =>
    Object.entries(ledger).reduce((sum, [name, bytes]) => sum + (names(name) ? bytes : 0), 0);
  return {
    chat: Math.round(mean("bytes")),
    message: Math.round((probe.bytes - mean("bytes")) / (probe.messages - mean("messages"))),
    writerDay: Math.round(sumOf((name) => ["active_conversations", "ledger_days"].includes(name)) / writers),
    report: Math.round(sumOf((name) => name.startsWith("report")) / reports),
    knowledge,
  };
}

/** @returns how often it ran */
async function sweepEvery(ms: number, server: CountedServer, signal: AbortSignal): Promise<number> {
  for (let n = 0; ; n++) {
    await pause(ms, undefined, { signal }).catch(() => {});
    if (signal.aborted) return n;
    await server.cron();
  }
}
