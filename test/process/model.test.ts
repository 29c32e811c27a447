import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { ModelStandIn } from "../../sandbox/standins/model.ts";
import { digitChanger, faithful, JUNK, LIES, liar } from "../../sandbox/standins/model-minds.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { COMPOSED } from "../../src/features/answering/answering-wording.ts";
import { deliver, OwnServer, telegramText, zaloText } from "./harness.ts";

/** Seconds that a turn may wait for the model: the most that can be set, so that no slow machine takes it for one that hangs. */
const PATIENT = "15";
const IMPATIENT = "1";

let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let model: ModelStandIn;
let server: OwnServer;
let people = 0;

beforeAll(async () => {
  const settings = sandboxSettings(0);
  [zalo, telegram, model] = await Promise.all([
    ZaloStandIn.listen(settings),
    TelegramStandIn.listen(settings),
    ModelStandIn.listen(faithful),
  ]);
  const withModel = {
    ...settings,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: "stand-in",
    OPENAI_API_KEY: "khoa-thu-nghiem-138",
    OPENAI_TIMEOUT_SECONDS: PATIENT,
  };
  server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, withModel);
  await server.start();
});

beforeEach(() => {
  model.recover();
  model.mind = faithful;
  model.calls.items.length = 0;
});

afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close(), model.close()]);
});

/** A question of somebody new, and all that was said to them in reply. */
async function ask(question: string): Promise<string> {
  const id = String(7_135_120_946_683_500_000n + BigInt(people++));
  expect(await deliver(zaloText(server, id, question))).toBe(200);
  const reply = await zalo.waitUntilSent((sent) => sent.find(({ userId }) => userId === id));
  return JSON.stringify(reply);
}

const QUESTION = "Báo tin nhầm thì có bị phạt không?";

describe("a language model behind the guard", () => {
  it("answers in the model's words, with the source, and says that a machine wrote it", async () => {
    const reply = await ask(QUESTION);
    expect(reply).toContain(COMPOSED);
    expect(reply).toContain("Nguồn:");
    expect(model.calls.items.map(({ name }) => name)).toEqual(["answer"]);
  });

  it("shows on Telegram that it is looking", async () => {
    expect(await deliver(telegramText(server, 1, 138_000_777, QUESTION))).toBe(200);
    await telegram.waitForSent(1);
    expect(telegram.calls.items.map(({ method }) => method)).toContain("sendChatAction");
  });

  it("sends nothing personal out", async () => {
    const before = model.calls.items.length;
    await ask(
      "Tôi tên là Nguyễn Văn Khánh, số 0912 345 678, CCCD 020099001234. Báo tin nhầm thì có bị phạt không?",
    );
    const sent = model.calls.items
      .slice(before)
      .map((call) => call.sent)
      .join("\n");
    expect(sent).toMatch(/báo tin nhầm/iu);
    expect(sent).not.toMatch(/Khánh|0912|345 678|020099001234|71351209466835/u);
  });

  it("costs no token for a danger, a figure, a command, a greeting", async () => {
    for (const question of [
      "cháy nhà rồi cứu với",
      "Năm 2022 có bao nhiêu xã đạt chuẩn?",
      "/help",
      "xin chào",
      "/baocao có người đánh nhau ở chợ Giếng Vuông",
    ])
      await ask(question);
    expect(model.calls.items).toEqual([]);
  });

  it.each([
    ["lies in every sentence", liar],
    ["changes a digit in every sentence", digitChanger],
  ])("lets nothing through of a model that %s, and still answers", async (_, mind) => {
    model.mind = mind;
    for (const question of [
      QUESTION,
      "Tố giác tội phạm ở đâu?",
      "113 là số gì?",
      "Khu dân cư đạt chuẩn cần mấy tiêu chí?",
    ]) {
      const reply = await ask(question);
      expect(reply).toContain("Nguồn:");
      for (const lie of LIES) expect(reply).not.toContain(lie);
    }
    expect(model.calls.items.length).toBeGreaterThan(0);
  });

  it.each(Object.entries(JUNK))("answers from the knowledge where the model writes %s", async (_, mind) => {
    model.mind = mind;
    const reply = await ask(QUESTION);
    expect(reply).toContain("Nguồn:");
    expect(reply).not.toContain(COMPOSED);
  });

  it("answers while the model's server fails in every way, and shows an operator why", async () => {
    for (const fault of [
      { kind: "status", status: 500 },
      { kind: "rate-limited", retryAfter: 30 },
      { kind: "drop" },
    ] as const) {
      model.recover();
      model.fail(fault, { times: 9 });
      expect(await ask(QUESTION)).toContain("Nguồn:");
    }
    const health = (await server.health()) as { today: Record<string, number> };
    expect(Object.keys(health.today).filter((kind) => kind.startsWith("zalo.model_"))).toEqual(
      expect.arrayContaining(["zalo.model_answered", "zalo.model_server_error", "zalo.model_rate_limited"]),
    );
    expect(server.output).toContain("model_not_used");
    expect(server.output).not.toContain("khoa-thu-nghiem-138");
  });

  it("answers without a model that hangs", async () => {
    await server.kill();
    await server.start({ OPENAI_TIMEOUT_SECONDS: IMPATIENT });
    const printed = server.output.length;
    model.fail({ kind: "hang" }, { times: 9 });
    const reply = await ask(QUESTION);
    expect(reply).toContain("Nguồn:");
    expect(reply).not.toContain(COMPOSED);
    await expect.poll(() => server.output.slice(printed)).toContain("model_timeout");
  });
});
