import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../scripts/lib/command-errors.ts";
import { runCommand } from "../scripts/lib/command-line/command.ts";
import { yes } from "../scripts/lib/command-line/flags.ts";
import { prepareKnowledge } from "../scripts/lib/ingest.ts";
import { GROWTH_SIZES, measureGrowth } from "./growth.ts";
import { startPlatforms } from "./platforms.ts";
import { COUNTED } from "./scale/counted/counts.ts";
import { turnRows } from "./scale/turn-rows.ts";
import { answerTimes, atOnce, type Beside, steady, type World } from "./speed/answers.ts";
import { growChats } from "./speed/chats.ts";
import { Field, NAMES, TITLES } from "./speed/contenders.ts";
import { Crowd } from "./speed/crowd.ts";
import { floods } from "./speed/flood.ts";
import { round } from "./speed/numbers.ts";
import { Contender } from "./speed/process.ts";
import { type Cell, table } from "./speed/table.ts";
import { weigh } from "./speed/weight.ts";

/** What a section is measured with. */
interface Stage extends World {
  readonly folder: string;
  readonly isQuick: boolean;
  /** Asked for by name: it may take its time. */
  readonly isNamed: boolean;
}

/** In the order in which they run. */
const SECTIONS: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  answers: showAnswers,
  load: showLoad,
  rate: showRate,
  flood: showFlood,
  rows: showRows,
  passages: showPassages,
  chats: showChats,
  weight: showWeight,
};
/** Those with grammY beside; what `--quick` runs, in a minute and a half. */
const BESIDE = ["answers", "load", "rate"];
/** Sections with processes of their own. */
const APART = ["rows", "passages"];
/** Milliseconds; a larger index is left out. */
const LONGEST_INGESTION = 180_000;
const CHATS = [10, 100, 1_000, 10_000];

/**
 * How fast, beside grammY on the same work, in one run on one machine, against stand-ins of the platforms. Ratios are what
 * to read: others may use the machine. 10,000 chats take some six minutes and are part of `chats` by name alone.
 */
await runCommand({
  name: "npm run bench",
  does: "Đo tốc độ bên cạnh grammY; in tỷ số, dòng cuối là JSON.",
  flags: { quick: yes("ngắn, chừng một phút rưỡi") },
  words: `[${Object.keys(SECTIONS).join(" ")}]`,
  async run({ flags: { quick }, words }) {
    const unknown = words.find((name) => !Object.hasOwn(SECTIONS, name));
    if (unknown !== undefined) throw new UsageError(`Không có phần “${unknown}”.`);
    await bench(words.length > 0 ? words : quick ? BESIDE : Object.keys(SECTIONS), quick, words.length > 0);
  },
});

async function bench(chosen: readonly string[], isQuick: boolean, isNamed: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-bench-"));
  const { zalo, telegram, settings } = await startPlatforms();
  const field = new Field(folder, settings);
  const leave = async () => {
    await Contender.killAll();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void leave().then(() => process.exit(1)));
  try {
    const results: Record<string, unknown> = { quick: isQuick };
    if (chosen.some((name) => !APART.includes(name)))
      results.firstStart = round(await field.start("ours"), 0);
    if (chosen.some((name) => BESIDE.includes(name))) await field.start("grammy");
    const stage = { field, crowd: new Crowd({ settings, telegram, zalo }), folder, isQuick, isNamed };
    for (const [name, section] of Object.entries(SECTIONS))
      if (chosen.includes(name)) results[name] = await section(stage);
    console.log(`\n${JSON.stringify(results)}`);
  } finally {
    await Promise.all([zalo.close(), telegram.close()]);
    await leave();
  }
}

function roundsOf({ isQuick }: Stage): number {
  return isQuick ? 1 : 3;
}

async function showAnswers(stage: Stage) {
  const rows = await answerTimes(stage, roundsOf(stage), stage.isQuick ? 5 : 20);
  show(
    "From the webhook in to the first message out, one at a time, ms",
    [
      ...["kind", "p50", "p99", "CPU ms", "grammY p50", "p99", "CPU ms", "ours / grammY's p50"],
      ...["over Zalo p50", "p99", "CPU ms"],
    ],
    rows.map(({ kind, ours, grammy, ratio, onZalo }) => [
      ...[kind, ours.p50, ours.p99, ours.cpu, grammy.p50, grammy.p99, grammy.cpu, ratio],
      ...[onZalo.p50, onZalo.p99, onZalo.cpu],
    ]),
  );
  return rows;
}

function showLoad(stage: Stage) {
  const load = { perSecond: 20, seconds: stage.isQuick ? 10 : 30, people: 200 };
  return showBeside("20 messages a second from 200 chats", steady(stage, roundsOf(stage), load));
}

function showRate(stage: Stage) {
  const load = { people: 64, messages: stage.isQuick ? 256 : 640 };
  return showBeside("As many as it can, 64 people at once", atOnce(stage, roundsOf(stage), load));
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

async function showFlood(stage: Stage) {
  const rows = await floods(stage, stage.isQuick ? 1 : 5);
  show(
    "A danger behind 40 long messages of another account, ms to its answer",
    ["they write, over and over", "over", "median", "slowest"],
    rows.map(({ flood, channel, median, slowest }) => [JSON.stringify(flood), channel, median, slowest]),
  );
  return rows;
}

async function showRows({ folder }: Stage) {
  const rows = await turnRows(folder);
  show(
    "What a turn costs at Cloudflare (Zalo; a chat that is known, unless it says otherwise; medians)",
    ["kind", ...COUNTED],
    rows.map((row) => [row.kind, ...COUNTED.map((name) => row[name])]),
  );
  return rows;
}

async function showPassages({ isQuick }: Stage) {
  const sizes = isQuick ? GROWTH_SIZES.slice(0, 2) : GROWTH_SIZES;
  const steps = await measureGrowth((await prepareKnowledge()).passages, sizes, LONGEST_INGESTION);
  show(
    "Growth: passages in the index",
    ["passages", "ingestion ms", "search ms a question", "slowest group of questions"],
    steps.map(({ passages, ingestMs, ms, slowestMs }) => [passages, ingestMs, ms, slowestMs]),
  );
  return steps;
}

async function showChats(stage: Stage) {
  const sizes = CHATS.slice(0, stage.isQuick ? 2 : stage.isNamed ? 4 : 3);
  const rows = await growChats(stage, sizes, (row) => console.error(JSON.stringify(row)));
  show(
    "Growth: chats on one server",
    ["chats", "answer p50 ms", "p99 ms", "p50 after sleep", "p99 after sleep", "memory MB", "disk MB"],
    rows.map(({ chats, awake, asleep, memory, disk }) => [
      ...[chats, awake.p50, awake.p99, asleep.p50, asleep.p99, memory, disk],
    ]),
  );
  return rows;
}

async function showWeight({ field, folder, isQuick }: Stage) {
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
