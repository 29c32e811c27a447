import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand } from "../../scripts/lib/command-line/command.ts";
import { text } from "../../scripts/lib/command-line/flags.ts";
import { startPlatforms } from "../platforms.ts";
import { Field } from "../speed/contenders.ts";
import { quantile } from "../speed/numbers.ts";
import { Contender } from "../speed/process.ts";
import { GroupLimit } from "./group-limit.ts";
import { Handler } from "./handler.ts";
import { type Kept, keptIn } from "./kept.ts";
import { planPeople } from "./people.ts";
import { Reporters, type Told } from "./reporters.ts";

const DAY = { reports: 5_000, burst: 40, urgent: 24, minutes: 25 } as const;
/** What a handler looks for at the end, among all cases of the day. */
const SEARCHED = ["phế thải", "thuốc phiện", "bao thóc", "xe máy dựng trước cổng"] as const;
const SEARCHES = 20;
/** What an urgent card may take, in milliseconds. */
const IN_TIME = 10_000;
/** For what is still under way at the end, in milliseconds. */
const AFTERWARDS = 20_000;

/**
 * A day's reports within minutes, over the real webhooks, while the group's platform answers 429 above 20 messages a
 * minute: what is lost, how late urgent cards are, how long a handler waits. The last line is JSON.
 */
await runCommand({
  name: "npm run bench:flood",
  does: "Dồn tin báo của một ngày vào ít phút, nhóm trực bị giới hạn 20 tin một phút; dòng cuối là JSON.",
  flags: {
    reports: text("SỐ", `số tin báo (${DAY.reports})`),
    urgent: text("SỐ", `trong đó tin khẩn (${DAY.urgent})`),
    minutes: text("PHÚT", `trong bao nhiêu phút (${DAY.minutes})`),
  },
  async run({ flags }) {
    const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-flood-"));
    process.once("SIGINT", () => void Contender.killAll().then(() => process.exit(1)));
    try {
      const { reports = DAY.reports, urgent = DAY.urgent, minutes = DAY.minutes } = flags;
      await flood(folder, { reports: Number(reports), urgent: Number(urgent), minutes: Number(minutes) });
    } finally {
      await Contender.killAll();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
});

async function flood(
  folder: string,
  {
    reports,
    urgent,
    minutes,
  }: { readonly reports: number; readonly urgent: number; readonly minutes: number },
): Promise<void> {
  const platforms = await startPlatforms();
  const { zalo, telegram, settings } = platforms;
  const limit = new GroupLimit(settings.TELEGRAM_DUTY_CHAT_ID);
  telegram.failByChance(limit.refuse);
  const field = new Field(folder, settings);
  await field.start("ours");
  const port = await field.port("ours");
  const handler = new Handler(platforms, port);
  const { burst } = DAY;
  const people = planPeople({ ordinary: reports - burst - urgent, burst, urgent });
  const ended = new AbortController();
  const asking = handler.askForLists(ended.signal);
  const told = await new Reporters(platforms, port).report(people, minutes * 60_000);
  await pause(AFTERWARDS);
  ended.abort();
  await asking;
  const searches: number[] = [];
  for (let i = 0; i < SEARCHES; i += 1)
    searches.push(await handler.search(SEARCHED[i % SEARCHED.length] ?? ""));
  await field.stop("ours");
  await Promise.all([zalo.close(), telegram.close()]);
  show(told, { handler, limit, searches, kept: keptIn(field.stateDir, settings.REPORT_ENCRYPTION_KEYS) });
}

interface Seen {
  readonly handler: Handler;
  readonly limit: GroupLimit;
  readonly searches: readonly number[];
  readonly kept: Kept;
}

function show(told: readonly Told[], { handler, limit, searches, kept }: Seen): void {
  const codes = new Set(told.flatMap(({ code }) => code ?? []));
  const lost = [...codes].filter(
    (code) =>
      !kept.cases.has(code) ||
      !(
        handler.cards.has(code) ||
        handler.listed.has(code) ||
        kept.joined.has(code) ||
        kept.waiting.has(code)
      ),
  );
  const late = told
    .filter(({ person, code }) => person.kind === "urgent" && code !== null)
    .map(({ code, sentAt }) => (handler.cards.get(code ?? "") ?? Number.POSITIVE_INFINITY) - sentAt)
    .map((ms) => (Number.isFinite(ms) ? ms : null));
  const inTime = late.filter((ms) => ms !== null && ms <= IN_TIME).length;
  const burst = told.filter(({ person }) => person.kind === "burst").flatMap(({ code }) => code ?? []);
  for (const { last } of told.filter(({ code }) => code === null).slice(0, 5)) console.log(`? ${last}`);
  console.log(
    JSON.stringify({
      reporters: told.length,
      codes: codes.size,
      inBook: kept.cases.size,
      cards: handler.cards.size,
      listed: handler.listed.size,
      waiting: kept.waiting.size,
      lost: lost.length,
      burst: { reports: burst.length, cases: burst.filter((code) => !kept.joined.has(code)).length },
      urgent: { n: late.length, inTime, ms: late },
      lists: {
        n: handler.lists.length,
        p50: quantile(handler.lists, 0.5),
        slowest: Math.max(...handler.lists),
      },
      searches: { n: searches.length, p50: quantile(searches, 0.5), slowest: Math.max(...searches) },
      refusals: limit.refusals.length,
    }),
  );
}
