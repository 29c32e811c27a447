import { readFileSync, writeFileSync } from "node:fs";
import { type Cell, table } from "../speed/table.ts";
import { CASES, dayOf, price, readPrices, total, usage } from "./cost.ts";
import { limits } from "./limits.ts";
import { readMeasured } from "./measured.ts";
import { type Assumptions, readAssumptions } from "./plan.ts";

/**
 * node bench/scale/page.ts: writes the tables of docs/scale.md anew, from measured.json, assumptions.json and prices.json.
 * Each stands between `<!-- day -->` and `<!-- /day -->`, by its name.
 */
const PAGE = new URL("../../docs/scale.md", import.meta.url);

/** The page with its tables as they follow from the files. */
export function renderPage(page: string): string {
  return Object.entries(tables()).reduce((text, [name, rows]) => {
    const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [start, end] = [text.indexOf(from), text.indexOf(to)];
    if (start === -1 || end === -1) throw new Error(`docs/scale.md has no place for the table ${name}`);
    return `${text.slice(0, start + from.length)}\n${rows}\n${text.slice(end)}`;
  }, page);
}

export const readPage = (): string => readFileSync(PAGE, "utf8");

function tables(): Readonly<Record<string, string>> {
  const [measured, given, prices] = [readMeasured(), readAssumptions(), readPrices()];
  const { counts, messages, idleCron, crons, bytes } = measured;
  const each = (n: number) => short(n / messages);
  const net = (name: keyof typeof counts) => each(counts[name] - crons * idleCron[name]);
  const used = CASES.map((of) => usage(measured, given, of));
  const days = CASES.map((of) => dayOf(measured, given, of));
  const mix: readonly (readonly Cell[])[] = given.stories.map(({ kind, share, says }) => [
    ...[kind, `${short(share * 100)} %`, says.map((words) => `"${words}"`).join(", ")],
  ]);
  return {
    assumed: table(["assumed", "", "in `assumptions.json`"], assumed(given)),
    mix: table(["conversation", "share", "what the person writes"], mix),
    day: table(
      ["measured", "a message of a citizen"],
      [
        ["webhooks (with Zalo's echoes and the duty group's presses)", each(measured.webhooks)],
        ["calls to Zalo and Telegram", each(measured.platformCalls)],
        ["CPU, ms, all processes", each(measured.cpuMs)],
        ["calls of objects; alarms that went off; calls of the token's object", CALLS.map(net).join("; ")],
        ["ms in which objects couldn't sleep, without the platforms' own time", net("activeMs")],
        [
          "object rows read; written; alarms set or deleted",
          [...[net("objectRead"), net("objectWritten"), each(counts.alarmsSet + counts.alarmsDeleted)]].join(
            "; ",
          ),
        ],
        ["operator's book: calls; rows read; rows written", LEDGER.map(net).join("; ")],
        ["knowledge: calls; rows read", [net("knowledgeCalls"), net("knowledgeRead")].join("; ")],
      ],
    ),
    bytes: table(
      ["left on disk", "bytes"],
      [
        ["a chat's object after its first conversation", short(bytes.chat)],
        ["each further message in it, for 30 days", short(bytes.message)],
        ["a writer's day in the operator's book, for 32 days", short(bytes.writerDay)],
        ["a report in the operator's book", short(bytes.report)],
        ["the knowledge, once a deployment", short(bytes.knowledge)],
      ],
    ),
    month: table(
      ["a month", ...CASES.map(({ title }) => title)],
      [
        ["messages a day", ...days.map((day) => short(day.messages))],
        ["reports a day", ...days.map((day) => short(day.reports))],
        ...Object.keys(used[0] ?? {}).map((meter) => [
          meter,
          ...used.map(
            (one) => `${short(one[meter] ?? 0)} → $${money(price(prices, meter, one[meter] ?? 0))}`,
          ),
        ]),
        ["**together, with the plan's $5**", ...used.map((one) => `**$${money(total(prices, one))}**`)],
        ...[
          [
            "a million messages",
            ...used.map((one, i) => perMillion(total(prices, one), days[i]?.messages ?? 0)),
          ],
        ],
      ],
    ),
    limits: table(
      ["what gives out", "there is", "met at messages a day", "that is people", "what would be split then"],
      limits(measured, given, prices).map(({ what, there, metAt, remedy }) => [
        ...[what, there, short(metAt), short((metAt / measured.messages) * measured.people), remedy],
      ]),
    ),
  };
}

const CALLS = ["objectCalls", "alarmsRun", "tokenCalls"] as const;
const LEDGER = ["ledgerCalls", "ledgerRead", "ledgerWritten"] as const;

function assumed(given: Assumptions): readonly (readonly Cell[])[] {
  const { event, keptDays, sqlMs } = given;
  return [
    ["share of the people who write on a day", `${short(given.writersADay * 100)} %`, "`writersADay`"],
    ["share who have ever written after a year", `${short(given.everWrote * 100)} %`, "`everWrote`"],
    [
      "after an event, share of a day's writers, within minutes",
      `${event.share * 100} %, ${event.minutes}`,
      "`event`",
    ],
    ["webhooks in which Zalo repeats what we said", given.zaloEchoes, "`zaloEchoes`"],
    ["a call to Zalo or Telegram, ms", given.platformMs, "`platformMs`"],
    ["a statement in D1, ms: search, write", `${sqlMs.read}, ${sqlMs.write}`, "`sqlMs`"],
    ["what an invocation leaves in the logs, bytes", short(given.logBytes), "`logBytes`"],
    ["a photo, bytes", short(given.photoBytes), "`photoBytes`"],
    ["days that the book keeps a chat's day, a report", `${keptDays.chat}, ${keptDays.report}`, "`keptDays`"],
  ];
}

/** Three digits that count, with the thousands, millions or billions in a word. */
export function short(n: number): string {
  const unit = [
    { at: 1e9, name: " bn" },
    { at: 1e6, name: " m" },
    { at: 1e4, name: " k" },
  ].find(({ at }) => Math.abs(n) >= at);
  const [value, name] = unit === undefined ? [n, ""] : [n / (unit.at === 1e4 ? 1e3 : unit.at), unit.name];
  return `${Number(value.toPrecision(3))}${name}`;
}

const money = (dollars: number): string =>
  dollars < 10 ? dollars.toFixed(2) : Math.round(dollars).toLocaleString("en");

const perMillion = (dollars: number, messagesADay: number): string =>
  `$${money(dollars / ((messagesADay * 30) / 1e6))}`;

export const writePage = (): void => writeFileSync(PAGE, renderPage(readPage()));

if (import.meta.main) writePage();
