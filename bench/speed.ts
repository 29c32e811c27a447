import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sandboxSettings } from "../sandbox/settings.ts";
import { TelegramStandIn } from "../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../sandbox/standins/zalo.ts";
import { prepareKnowledge } from "../scripts/lib/ingest.ts";
import { GROWTH_SIZES, measureGrowth } from "./growth.ts";
import { acknowledge, type Standing, scenarios, type World } from "./speed/acknowledgement.ts";
import { answerTimes } from "./speed/answers.ts";
import { growChats } from "./speed/chats.ts";
import { Field, NAMES, type Name, TITLES } from "./speed/contenders.ts";
import { type Loss, lose } from "./speed/losses.ts";
import { round } from "./speed/numbers.ts";
import { Contender } from "./speed/process.ts";
import { COUNTED } from "./speed/rows/rows.ts";
import { type Cell, table } from "./speed/table.ts";
import { turnRows } from "./speed/turn-rows.ts";
import { weigh } from "./speed/weight.ts";

/**
 * npm run bench [-- --quick] [--only acknowledgement,losses,answers,rows,passages,chats,weight]: how fast, side by side
 * in one run on one machine, against stand-ins of the platforms. Ratios are what to read: others may use the machine.
 * 10,000 chats take some six minutes and are part of `--only chats` alone. The last line is JSON.
 */
const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
});
const isQuick = values.quick;
const SECTIONS = ["acknowledgement", "losses", "answers", "rows", "passages", "chats", "weight"] as const;
/** What fits into a minute and a half. */
const QUICK = ["acknowledgement", "weight"];
const wanted = new Set(values.only?.split(",") ?? (isQuick ? QUICK : SECTIONS));
/** Milliseconds; a larger index is left out. */
const LONGEST_INGESTION = 180_000;
/** Sections with processes of their own. */
const APART = ["rows", "passages"];
const CHATS = [10, 100, 1_000, 10_000];
const LOSERS: readonly Name[] = ["ours", "grammy", "chat-memory", "chat-pg"];

const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-bench-"));
const invented = sandboxSettings(0);
const zalo = await ZaloStandIn.listen(invented);
const telegram = await TelegramStandIn.listen(invented);
const settings = {
  ...invented,
  ...{ ZALO_API_ROOT: zalo.url, ZALO_OAUTH_ROOT: zalo.url, TELEGRAM_API_ROOT: telegram.url },
};
const field = new Field(folder, settings);
const world: World = { field, settings, telegram, zalo };
const results: Record<string, unknown> = { quick: isQuick };
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void leave().then(() => process.exit(1)));
}
try {
  const firstStart = [...wanted].every((name) => APART.includes(name)) ? 0 : await field.start("ours");
  if (wanted.has("acknowledgement")) results.acknowledgement = await showAcknowledgement();
  if (wanted.has("answers")) results.answers = await showAnswers();
  if (wanted.has("rows")) results.rows = await showRows();
  if (wanted.has("passages")) results.passages = await showPassages();
  if (wanted.has("chats")) results.chats = await showChats();
  if (wanted.has("losses")) results.losses = await showLosses();
  if (wanted.has("weight")) results.weight = await showWeight(firstStart);
  console.log(`\n${JSON.stringify(results)}`);
} finally {
  await Promise.all([zalo.close(), telegram.close()]);
  await leave();
}

async function leave(): Promise<void> {
  await Contender.killAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

async function showAcknowledgement(): Promise<readonly { title: string; standings: readonly Standing[] }[]> {
  for (const name of NAMES)
    if (name !== "ours" && name !== "bare" && !(isQuick && name === "chat-memory")) await field.start(name);
  const all = [];
  for (const scenario of scenarios(isQuick)) {
    const standings = await acknowledge(world, scenario);
    show(
      `Acknowledgement: ${scenario.title}`,
      [
        "contender",
        "× floor's requests/s",
        "each round",
        "× its p50",
        "× its p99",
        "requests/s",
        "p50 ms",
        "p99 ms",
        "CPU ms a request",
        "× its CPU",
        "not 200",
      ],
      standings.map((s) => [
        TITLES[s.name],
        ...[s.ofFloor, s.rounds.join(" "), s.p50OfFloor, s.p99OfFloor, s.perSecond, s.p50, s.p99],
        ...[s.cpu, s.cpuOfFloor, s.refused],
      ]),
    );
    all.push({ title: scenario.title, standings });
  }
  return all;
}

async function showLosses(): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  for (const [nth, name] of LOSERS.entries()) losses.push(await lose(world, name, nth));
  show(
    "SIGKILL right after the last 200, then a start on the same state",
    ["contender", "acknowledged", "answered in the end", "lost"],
    losses.map((l) => [TITLES[l.name], l.acknowledged, l.answered, l.acknowledged - l.answered]),
  );
  return losses;
}

async function showAnswers() {
  const times = await answerTimes(world, isQuick ? 2 : 10);
  show(
    "From the webhook in to the first message out (Zalo, new chats, one at a time)",
    ["kind", "p50 ms", "p99 ms", "p50 without the meant wait"],
    times.map((t) => [t.kind, t.p50, t.p99, t.p50AfterWait]),
  );
  return times;
}

async function showRows() {
  const rows = await turnRows(folder);
  show(
    "Rows that a turn costs (Zalo; a chat that is known, unless it says otherwise; medians)",
    ["kind", "D1 calls", "D1 read", "D1 written", "DO read", "DO written", "alarms set", "deleted"],
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
    sizes.map((passages) => {
      const step = steps.find((one) => one.passages === passages);
      return [passages, step?.ingestMs ?? null, step?.ms ?? null, step?.slowestMs ?? null];
    }),
  );
  return steps;
}

async function showChats() {
  const sizes = CHATS.slice(0, isQuick ? 2 : values.only === undefined ? 3 : 4);
  const rows = await growChats(world, sizes, (row) => console.error(JSON.stringify(row)));
  show(
    "Growth: chats on one server",
    [
      "chats",
      "acknowledgement p50 ms",
      "p99 ms",
      "p50 after sleep",
      "p99 after sleep",
      "memory MB",
      "disk MB",
    ],
    rows.map((r) => [r.chats, r.p50, r.p99, r.asleepP50, r.asleepP99, r.memory, r.disk]),
  );
  return rows;
}

async function showWeight(firstStart: number) {
  const weight = await weigh(field, folder, isQuick ? 1 : 3);
  const found = { ...weight, firstStart: round(firstStart, 0) };
  show(
    "Size and start",
    [
      "upload kB",
      "gzip kB",
      "CPU ms of an isolate's start",
      "ms from spawn to first 200",
      "first start ms (build, migrate, ingest)",
    ],
    [[found.whole, found.gzip, found.evaluation, found.firstOk, found.firstStart]],
  );
  return found;
}

function show(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  console.log(`\n## ${title}\n\n${table(head, rows)}`);
}
