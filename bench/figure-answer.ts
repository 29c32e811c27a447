import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { telegramWebhookCall, UpdateNumbers } from "../sandbox/people/official.ts";
import { sandboxSettings } from "../sandbox/settings.ts";
import { TelegramStandIn } from "../sandbox/standins/telegram.ts";
import { freePort } from "../sandbox/web.ts";
import { ingestLocal } from "../scripts/lib/ingest.ts";
import { migrateLocal, openLocal } from "../scripts/lib/local.ts";
import { startWorker } from "../scripts/lib/worker.ts";
import { createAssistant } from "../src/assistant/assistant.ts";
import type { Services } from "../src/assistant/services.ts";
import { SEND_AFTER } from "../src/chat/retry-schedule.ts";
import { createD1FigureStore } from "../src/features/figures/figure-store.ts";
import { createD1Index } from "../src/knowledge/d1-index.ts";

/**
 * npm run bench:figures: how long a figure answer takes beside a fixed reply ("echo") of the same conversation, from
 * the signed webhook in to sendMessage at a stand-in of Telegram, and the turn by itself: the wait before sending
 * hides the turn's own time as long as that is shorter. The last line is JSON.
 */
const ROUNDS = 50;
const WARM_UP = 5;
const ECHO = "/help";
const FIGURES = [
  "bao nhiêu xã đạt chuẩn năm 2022",
  "cả bảy loại năm 2022 đạt bao nhiêu phần trăm",
  "cần thêm mấy doanh nghiệp để đạt 98% năm 2022",
  "mô hình xây mới qua các năm",
  "ti le khu dan cu dat chuan antt 2022",
];

interface Spread {
  readonly p50: number;
  readonly p99: number;
}

const folder = mkdtempSync(join(tmpdir(), "tro-ly-138-bench-"));
const invented = sandboxSettings(0);
const telegram = await TelegramStandIn.listen(invented);
try {
  const whole = await measureWhole();
  const alone = await measureAlone();
  const ratio = round(whole.figure.p50 / whole.echo.p50);
  const perTurn = round(alone.figure.p50 / alone.echo.p50);
  console.log("| đo | tiếng vọng p50 | p99 | số liệu p50 | p99 | tỷ lệ p50 |\n|---|---|---|---|---|---|");
  console.log(row("webhook vào → API ra", whole, ratio));
  console.log(row(`như trên, trừ ${SEND_AFTER} ms chờ có chủ ý`, without(whole), afterWait(whole)));
  console.log(row("riêng lượt trả lời", alone, perTurn));
  console.log(
    `\n${JSON.stringify({ rounds: ROUNDS, echo: whole.echo, figure: whole.figure, ratio, ratioWithoutWait: afterWait(whole), turn: alone, turnRatio: perTurn })}`,
  );
} finally {
  await telegram.close();
  rmSync(folder, { recursive: true, force: true });
}

interface Pair {
  readonly echo: Spread;
  readonly figure: Spread;
}

/** Echo and figure in turns, in one chat, each awaited at the stand-in before the next goes in. */
async function measureWhole(): Promise<Pair> {
  const settings = { ...invented, TELEGRAM_API_ROOT: telegram.url };
  const envFile = join(folder, "settings.env");
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(envFile, lines.join(""));
  const worker = await startWorker({
    port: await freePort(),
    envFiles: [envFile],
    persistTo: join(folder, "worker"),
    flags: ["--inspector-port", String(await freePort())],
    output: "ignore",
  });
  const numbers = new UpdateNumbers();
  const say = async (text: string): Promise<number> => {
    const id = numbers.next();
    const call = telegramWebhookCall(worker.url, settings, id, "private", {
      kind: "text",
      text,
      messageId: id,
    });
    const before = telegram.sent.length;
    const started = performance.now();
    const response = await fetch(call.url, { method: "POST", headers: call.headers, body: call.body });
    if (!response.ok) throw new Error(`webhook answered ${response.status}`);
    await telegram.waitForSent(before + 1);
    return performance.now() - started;
  };
  try {
    return await alternate(say);
  } finally {
    await worker.stop();
  }
}

/** The production turn over local databases in this process: no webhook, journal, outbox or wait; each round a new chat. */
async function measureAlone(): Promise<Pair> {
  const local = await openLocal({ persistTo: join(folder, "turn") });
  try {
    await migrateLocal(local);
    await ingestLocal(local.KNOWLEDGE);
    const services: Services = {
      knowledge: createD1Index(local.KNOWLEDGE),
      figures: createD1FigureStore(local.KNOWLEDGE),
      now: () => Date.now(),
      isOfficial: async () => false,
    };
    const head = { channel: "telegram", chat: "1", sender: "1", isPrivate: true } as const;
    return await alternate(async (text) => {
      const inbound = { ...head, key: text, at: Date.now(), content: { kind: "text", text } } as const;
      const started = performance.now();
      await createAssistant(services)(inbound, {});
      return performance.now() - started;
    });
  } finally {
    await local.dispose();
  }
}

async function alternate(say: (text: string) => Promise<number>): Promise<Pair> {
  const times = { echo: [] as number[], figure: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const echo = await say(ECHO);
    const figure = await say(FIGURES[(round + WARM_UP) % FIGURES.length] as string);
    if (round < 0) continue;
    times.echo.push(echo);
    times.figure.push(figure);
  }
  return { echo: spread(times.echo), figure: spread(times.figure) };
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: round(at(0.5)), p99: round(at(0.99)) };
}

function without({ echo, figure }: Pair): Pair {
  const less = ({ p50, p99 }: Spread): Spread => ({
    p50: round(p50 - SEND_AFTER),
    p99: round(p99 - SEND_AFTER),
  });
  return { echo: less(echo), figure: less(figure) };
}

function afterWait(pair: Pair): number {
  return round(without(pair).figure.p50 / Math.max(without(pair).echo.p50, 0.01));
}

function row(name: string, { echo, figure }: Pair, ratio: number): string {
  return `| ${[name, ms(echo.p50), ms(echo.p99), ms(figure.p50), ms(figure.p99), ratio].join(" | ")} |`;
}

function ms(value: number): string {
  return `${value} ms`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
