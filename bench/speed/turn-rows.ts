import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import { type SandboxSettings, sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { freePort } from "../../sandbox/web.ts";
import { COULD_NOT_READ } from "../../src/chat/chat-wording.ts";
import { dryRun } from "./build.ts";
import { median } from "./numbers.ts";
import { Contender } from "./process.ts";
import { COUNTED, type Rows, rowsOf } from "./rows/rows.ts";

export interface TurnRows extends Rows {
  readonly kind: string;
}

interface Kind {
  readonly kind: string;
  /** Each is one whole story of this kind, its messages one after the other. */
  readonly stories: readonly (readonly string[])[];
  /** From a chat that never wrote before; else it has written before, and isn't counted for that. */
  readonly fresh?: boolean;
}

const each = (...texts: readonly string[]) => texts.map((text) => [text]);
/** Where the code of the report that went before belongs. */
const CODE = "{code}";

/** In this order: the first one finds an isolate that has read nothing yet. */
const KINDS: readonly Kind[] = [
  { kind: "knowledge, first of an isolate", stories: each("khu dân cư là gì"), fresh: true },
  { kind: "first message of a chat", stories: each("xin chào", "alo"), fresh: true },
  { kind: "command", stories: each("/help") },
  { kind: "small talk", stories: each("cảm ơn nhé", "xin chào") },
  {
    kind: "figure",
    stories: each(
      "bao nhiêu xã đạt chuẩn năm 2022",
      "cần thêm mấy doanh nghiệp để đạt 98% năm 2022",
      "năm 2023 bao nhiêu thôn đạt chuẩn",
    ),
  },
  {
    kind: "knowledge",
    stories: each(
      "mô hình camera an ninh là gì",
      "mất giấy tờ thì làm sao",
      "toàn dân bảo vệ an ninh tổ quốc là gì",
    ),
  },
  { kind: "emergency", stories: each("cháy nhà rồi cứu với", "có người đang bị đánh trước cửa nhà tôi") },
  {
    kind: "report, first word to code (2 messages), with the duty group's",
    stories: [["/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm người đánh bạc", "gửi"]],
  },
  { kind: "/tracuu", stories: each(`/tracuu ${CODE}`) },
];

const FIRST_CITIZEN = 7_137_120_946_683_000_000n;
const REPORT_CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;
const [apology] = COULD_NOT_READ.blocks;
const FAILED = apology?.kind === "text" ? apology.text.slice(0, 40) : "";
/** Nothing more is counted for so long: the turn and what follows from it are over. */
const QUIET = 700;
const STEP = 150;
const PATIENCE = 15_000;

/**
 * Medians over the stories of each kind, Zalo, one message at a time; no language model, no Qdrant. The platforms are
 * its own: a refresh token works once, so two Workers can't share them.
 */
export async function turnRows(folder: string): Promise<readonly TurnRows[]> {
  const home = mkdtempSync(join(folder, "rows-"));
  const build = join(home, "build");
  await dryRun("bench/speed/rows/wrangler.toml", build);
  const port = await freePort();
  const invented = sandboxSettings(0);
  const zalo = await ZaloStandIn.listen(invented);
  const telegram = await TelegramStandIn.listen(invented);
  const settings = {
    ...invented,
    ...{ ZALO_API_ROOT: zalo.url, ZALO_OAUTH_ROOT: zalo.url, TELEGRAM_API_ROOT: telegram.url },
  };
  const { contender } = await Contender.start(
    ["bench/speed/rows/serve.ts", String(port), join(home, "state"), build, JSON.stringify(settings)],
    "ready",
  );
  try {
    return await askAll({ zalo, settings, url: `http://127.0.0.1:${port}` });
  } finally {
    await contender.kill();
    await Promise.all([zalo.close(), telegram.close()]);
  }
}

interface Stage {
  readonly zalo: ZaloStandIn;
  readonly settings: SandboxSettings;
  readonly url: string;
}

async function askAll({ zalo, settings, url }: Stage): Promise<readonly TurnRows[]> {
  let citizens = 0n;
  let code = "";
  const say = async (citizen: bigint, text: string): Promise<void> => {
    if (text.includes(CODE) && code === "") throw new Error("the report has got no code");
    const before = zalo.sent.length;
    const act = { kind: "text", text: text.replace(CODE, code) } as const;
    const call = zaloWebhookCall(url, settings, act, String(citizen));
    await fetch(call.url, { method: "POST", headers: call.headers, body: call.body });
    await zalo.waitForSent(before + 1);
    await settled(url);
    const told = zalo.sent
      .slice(before)
      .map((sent) => JSON.stringify(sent))
      .join("\n");
    if (told.includes(FAILED)) throw new Error(`the turn failed: ${text}`);
    code = REPORT_CODE.exec(told)?.[0] ?? code;
  };
  const known = FIRST_CITIZEN + citizens++;
  const rows: TurnRows[] = [];
  for (const { kind, stories, fresh } of KINDS) {
    const spent: Rows[] = [];
    if (fresh !== true && rows.every((row) => row.kind !== "command")) await say(known, "/start");
    for (const story of stories) {
      const citizen = fresh === true ? FIRST_CITIZEN + citizens++ : known;
      const before = await settled(url);
      for (const text of story) await say(citizen, text);
      const after = await settled(url);
      spent.push(rowsOf((name) => after[name] - before[name]));
    }
    rows.push({ kind, ...rowsOf((name) => median(spent.map((one) => one[name]))) });
  }
  return rows;
}

/** The count once it stands still. */
async function settled(url: string): Promise<Rows> {
  const read = async () => (await (await fetch(`${url}/bench/rows`)).json()) as Rows;
  const until = Date.now() + PATIENCE;
  let rows = await read();
  let since = Date.now();
  while (Date.now() - since < QUIET && Date.now() < until) {
    await pause(STEP);
    const now = await read();
    if (COUNTED.some((name) => now[name] !== rows[name])) since = Date.now();
    rows = now;
  }
  return rows;
}
