import { zaloWebhookCall } from "../../sandbox/people/zalo-event.ts";
import { SEND_AFTER } from "../../src/chat/retry-schedule.ts";
import { drained, type World } from "./acknowledgement.ts";
import { quantile, round } from "./numbers.ts";

export interface AnswerTime {
  readonly kind: string;
  /** Milliseconds from the webhook in to the first message out. */
  readonly p50: number;
  readonly p99: number;
  /** The same without the wait that is meant. */
  readonly p50AfterWait: number;
}

const KINDS = {
  echo: ["/help"],
  figure: ["bao nhiêu xã đạt chuẩn năm 2022", "cần thêm mấy doanh nghiệp để đạt 98% năm 2022"],
  knowledge: ["khu dân cư là gì", "mô hình camera an ninh là gì", "toàn dân bảo vệ an ninh tổ quốc là gì"],
} as const;
const FIRST_CITIZEN = 7_136_120_946_683_000_000n;

/** One question at a time, each from a new chat, the kinds in turns. */
export async function answerTimes(world: World, rounds: number): Promise<readonly AnswerTime[]> {
  const times = new Map<string, number[]>();
  let citizen = 0;
  for (let nth = -2; nth < rounds; nth++) {
    for (const [kind, texts] of Object.entries(KINDS)) {
      const before = world.zalo.sent.length;
      const { port } = await world.field.address("ours");
      const call = zaloWebhookCall(
        `http://127.0.0.1:${port}`,
        world.settings,
        { kind: "text", text: texts[(nth + 2) % texts.length] ?? "" },
        String(FIRST_CITIZEN + BigInt(citizen++)),
      );
      const started = Date.now();
      await fetch(call.url, { method: "POST", headers: call.headers, body: call.body });
      const [first] = (await world.zalo.waitForSent(before + 1)).slice(before);
      await drained(world, { quiet: 300 });
      if (nth < 0 || first === undefined) continue;
      times.set(kind, [...(times.get(kind) ?? []), first.at - started]);
    }
  }
  return [...times].map(([kind, taken]) => {
    const p50 = quantile(taken, 0.5);
    return {
      kind,
      p50: round(p50),
      p99: round(quantile(taken, 0.99)),
      p50AfterWait: round(p50 - SEND_AFTER),
    };
  });
}
