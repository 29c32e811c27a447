import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sandboxSettings } from "../sandbox/settings.ts";
import { TelegramStandIn } from "../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../sandbox/standins/zalo.ts";
import { prepareKnowledge } from "../scripts/lib/ingest.ts";
import { GROWTH_SIZES, measureGrowth } from "./growth.ts";
import { COUNTED } from "./scale/counted/counts.ts";
import { turnRows } from "./scale/turn-rows.ts";
import { answerTimes, atOnce, type Beside, steady, type World } from "./speed/answers.ts";
import { growChats } from "./speed/chats.ts";
import { Field, NAMES, TITLES } from "./speed/contenders.ts";
import { Crowd } from "./speed/crowd.ts";
import { round } from "./speed/numbers.ts";
import { Contender } from "./speed/process.ts";
import { type Cell, table } from "./speed/table.ts";
import { weigh } from "./speed/weight.ts";

/**
 * npm run bench [-- answers load rate rows passages chats weight] [--quick]: how fast, beside grammY on the same work, in
 * one run on one machine, against stand-ins of the platforms. Ratios are what to read: others may use the machine.
 * 10,000 chats take some six minutes and are part of `chats` alone. The last line is JSON.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
});
const isQuick = values.quick;
const named = [...positionals, ...(values.only?.split(",") ?? [])];
const results: Record<string, unknown> = { quick: isQuick };
/** Milliseconds; a larger index is left out. */
const LONGEST_INGESTION = 180_000;
const CHATS = [10, 100, 1_000, 10_000];
const ROUNDS = isQuick ? 1 : 3;

/** In the order in which they run. */
const SECTIONS: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  answers: showAnswers,
  load: (world) => showBeside("20 messages a second from 200 chats", steady(world, ROUNDS, STEADY)),
  rate: (world) => showBeside("As many as it can, 64 people at once", atOnce(world, ROUNDS, RUSH)),
  rows: showRows,
  passages: showPassages,
  chats: showChats,
  weight: showWeight,
};
const STEADY = { perSecond: 20, seconds: isQuick ? 10 : 30, people: 200 };
const RUSH = { people: 64, messages: isQuick ? 256 : 640 };
/** What fits into a minute and a half. */
const QUICK = ["answers", "load", "rate"];
/** Sections with processes of their own. */
const APART = ["rows", "passages"];

const chosen = named.length > 0 ? named : isQuick ? QUICK : Object.keys(SECTIONS);
const unknown = chosen.find((name) => !Object.hasOwn(SECTIONS, name));
if (unknown !== undefined) {
  console.error(`Không có phần "${unknown}". Các phần: ${Object.keys(SECTIONS).join(" ")}.`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-bench-"));
const invented = sandboxSettings(0);
const [zalo, telegram] = await Promise.all([ZaloStandIn.listen(invented), TelegramStandIn.listen(invented)]);
const roots = { ZALO_API_ROOT: zalo.url, ZALO_OAUTH_ROOT: zalo.url, TELEGRAM_API_ROOT: telegram.url };
const settings = { ...invented, ...roots };
const field = new Field(folder, settings);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void leave().then(() => process.exit(1)));
}
try {
  if (chosen.some((name) => !APART.includes(name))) results.firstStart = round(await field.start("ours"), 0);
  if (chosen.some((name) => QUICK.includes(name))) await field.start("grammy");
  const world = { field, crowd: new Crowd({ settings, telegram, zalo }) };
  for (const [name, section] of Object.entries(SECTIONS))
    if (chosen.includes(name)) results[name] = await section(world);
  console.log(`\n${JSON.stringify(results)}`);
} finally {
  await Promise.all([zalo.close(), telegram.close()]);
  await leave();
}

async function leave(): Promise<void> {
  await Contender.killAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function showAnswers(world: World) {
  const rows = await answerTimes(world, ROUNDS, isQuick ? 5 : 20);
  show(
    "From the webhook in to the first message out, one at a time, ms",
    ["kind", "p50", "p99", "grammY p50", "grammY p99", "ours / grammY's p50", "over Zalo p50", "p99"],
    rows.map(({ kind, ours, grammy, ratio, onZalo }) => [
      ...[kind, ours.p50, ours.p99, grammy.p50, grammy.p99, ratio, onZalo.p50, onZalo.p99],
    ]),
  );
  return rows;
}

async function showBeside(title: string, measured: Promise<Beside>): Promise<Beside> {
  const found = await measured;
  const line = (
    name: string,
    { p50, p99, perSecond, cpu }: Readonly<Record<keyof Beside["ratios"], number | null>>,
  ) => [...[name, p50, p99, perSecond, cpu]];
  show(
    title,
    ["", "p50 ms", "p99 ms", "answered a second", "CPU ms a message"],
    [...NAMES.map((name) => line(TITLES[name], found[name])), line("ours / grammY's", found.ratios)],
  );
  return found;
}

async function showRows() {
  const rows = await turnRows(folder);
  show(
    "What a turn costs at Cloudflare (Zalo; a chat that is known, unless it says otherwise; medians)",
    ["kind", ...COUNTED],
    rows.map((row) => [row.kind, ...COUNTED.map((name) => row[name])]),
  );
  return rows;
}

async function showPassages() {
  const sizes = isQuick ? GROWTH_SIZES.slice(0, 2) : GROWTH_SIZES;
  const steps = await measureGrowth((await prepareKnowledge()).passages, sizes, LONGEST_INGESTION);
  show(
    "Growth: passages in the index",
    ["passages", "ingestion ms", "search ms a question", "slowest group of questions"],
    steps.map(({ passages, ingestMs, ms, slowestMs }) => [passages, ingestMs, ms, slowestMs]),
  );
  return steps;
}

async function showChats(world: World) {
  const sizes = CHATS.slice(0, isQuick ? 2 : named.length === 0 ? 3 : 4);
  const rows = await growChats(world, sizes, (row) => console.error(JSON.stringify(row)));
  show(
    "Growth: chats on one server",
    ["chats", "answer p50 ms", "p99 ms", "p50 after sleep", "p99 after sleep", "memory MB", "disk MB"],
    rows.map(({ chats, awake, asleep, memory, disk }) => [
      ...[chats, awake.p50, awake.p99, asleep.p50, asleep.p99, memory, disk],
    ]),
  );
  return rows;
}

async function showWeight({ field }: World) {
  const found = await weigh(field, folder, isQuick ? 1 : 3);
  show(
    "Size and start",
    ["upload kB", "gzip kB", "CPU ms of an isolate's start", "ms from spawn to first 200"],
    [[found.whole, found.gzip, found.evaluation, found.firstOk]],
  );
  return found;
}

function show(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  console.log(`\n## ${title}\n\n${table(head, rows)}`);
}
