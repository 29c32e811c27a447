import { createHash } from "node:crypto";
import { z } from "zod";
import { DOCTOR_PING } from "../../src/channels/doctor-ping.ts";
import type { Config } from "../../src/config.ts";
import { errorCode } from "../../src/platform/errors.ts";
import { type Finding, fault, note, ok } from "./finding.ts";

const PATIENCE = 15_000;
/** The Worker counts in the background: how often we look, and the time between. */
const LOOKS = 10;
const BETWEEN_LOOKS = 300;

/** What the Worker tells everybody. */
const Status = z.object({ status: z.string() });

/** What it tells whoever has its METRICS_TOKEN. */
const Health = z.object({
  status: z.string(),
  channels: z.object({ zalo: z.boolean(), telegram: z.boolean() }),
  knowledge: z.object({ version: z.string(), passages: z.number() }).nullable(),
  parked: z.number().nullable(),
  today: z.record(z.string(), z.number()).nullable(),
});

/** The Worker at its address: it runs, has knowledge, and has the same secrets as these settings. */
export async function checkWorker(url: string, { telegram, zalo, metricsToken }: Config): Promise<Finding[]> {
  const base = new URL(url).origin;
  try {
    const { status, health } = await healthOf(base, metricsToken);
    if (status === null)
      return [fault(`${base}/healthz không trả lời như mong đợi.`, "xem địa chỉ và nhật ký của Worker")];
    return [
      ...(status === "ok" ? [] : [note(`Trạng thái: ${status}.`, "mở /healthz và docs/operations.md")]),
      ...(health === null
        ? [unseen(metricsToken)]
        : [
            ...state(health),
            ...channel("Telegram", telegram !== undefined, health.channels.telegram),
            ...channel("Zalo", zalo !== undefined, health.channels.zalo),
          ]),
      ...(telegram === undefined ? [] : await telegramSecret(base, telegram.webhookSecret)),
      ...(zalo === undefined || health === null ? [] : await zaloSecret(base, zalo, metricsToken)),
    ];
  } catch (error) {
    return [fault(`Không gọi được ${base} (${errorCode(error)}).`, "kiểm tra địa chỉ, mạng và chứng chỉ")];
  }
}

/** What /healthz says; `health` is null where the Worker doesn't know the token. */
async function healthOf(
  base: string,
  token: string | undefined,
): Promise<{ readonly status: string | null; readonly health: z.infer<typeof Health> | null }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${base}/healthz`, { headers, signal: AbortSignal.timeout(PATIENCE) });
  const told = await response.json().catch(() => null);
  return {
    status: Status.safeParse(told).data?.status ?? null,
    health: Health.safeParse(told).data ?? null,
  };
}

const unseen = (token: string | undefined): Finding =>
  token === undefined
    ? note(
        "Không có METRICS_TOKEN nên chưa xem được kho kiến thức, tin kẹt và mã bí mật Zalo của Worker.",
        "đặt METRICS_TOKEN cho Worker và trong cài đặt này rồi chạy lại",
      )
    : fault("METRICS_TOKEN khác với Worker.", "đặt lại cho khớp");

function state({ knowledge, parked }: z.infer<typeof Health>): Finding[] {
  const findings: Finding[] = [];
  if (knowledge === null || knowledge.passages === 0)
    findings.push(fault("Kho kiến thức trống.", "chạy npm run ingest -- --remote"));
  else findings.push(ok(`Worker sống, kho kiến thức có ${knowledge.passages} mục.`));
  if (parked !== null && parked > 0)
    findings.push(note(`${parked} tin chưa giao được.`, "người giám sát gõ /sotin để xem"));
  return findings;
}

function channel(name: string, here: boolean, there: boolean): Finding[] {
  if (here === there) return [];
  return [
    here
      ? fault(`Kênh ${name} có trong cài đặt này nhưng Worker không bật.`, "đặt các cài đặt đó cho Worker")
      : note(`Worker bật kênh ${name} nhưng cài đặt này không có.`),
  ];
}

/** A call without a message: 401 only where the secret differs. */
async function telegramSecret(base: string, secret: string): Promise<Finding[]> {
  const response = await fetch(`${base}/webhooks/telegram`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
    body: JSON.stringify({ [DOCTOR_PING]: true }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (response.status === 200) return [ok("TELEGRAM_WEBHOOK_SECRET khớp với Worker.")];
  return [
    response.status === 401
      ? fault("TELEGRAM_WEBHOOK_SECRET khác với Worker.", "đặt lại cho khớp rồi chạy npm run telegram:setup")
      : fault(`Webhook Telegram trả lời ${response.status}.`, "xem nhật ký của Worker"),
  ];
}

/** A signed event without meaning: the Worker answers 200 to everything, but counts wrong signatures. */
async function zaloSecret(
  base: string,
  zalo: NonNullable<Config["zalo"]>,
  token: string | undefined,
): Promise<Finding[]> {
  const before = await countsOf(base, token);
  const timestamp = String(Date.now());
  const body = JSON.stringify({ app_id: zalo.appId, event_name: DOCTOR_PING, timestamp });
  const mac = createHash("sha256")
    .update(`${zalo.appId}${body}${timestamp}${zalo.oaSecretKey}`)
    .digest("hex");
  const response = await fetch(`${base}/webhooks/zalo`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-zevent-signature": `mac=${mac}` },
    body,
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (response.status !== 200)
    return [fault(`Webhook Zalo trả lời ${response.status}.`, "xem nhật ký của Worker")];
  for (let look = 0; look < LOOKS; look++) {
    const after = await countsOf(base, token);
    if (grew(before, after, "zalo.bad_signature"))
      return [fault("ZALO_OA_SECRET_KEY hoặc ZALO_APP_ID khác với Worker.", "đặt lại cho khớp")];
    if (Object.keys(after).some((kind) => kind.startsWith("zalo.") && grew(before, after, kind)))
      return [ok("ZALO_OA_SECRET_KEY khớp với Worker.")];
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
  return [note("Không thấy Worker đếm tin thử của Zalo.", "mở /healthz xem mục today")];
}

const grew = (before: Counts, after: Counts, kind: string): boolean =>
  (after[kind] ?? 0) > (before[kind] ?? 0);

type Counts = Readonly<Record<string, number>>;

const countsOf = async (base: string, token: string | undefined): Promise<Counts> =>
  (await healthOf(base, token)).health?.today ?? {};
