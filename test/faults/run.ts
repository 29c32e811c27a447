import { parseArgs } from "node:util";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { OwnServer } from "../process/harness.ts";
import { storm } from "./storm.ts";

/**
 * npm run test:faults -- [--chats N] [--messages N] [--kills N] [--failing 0.15] [--seed N]
 * The long form: 10,000 messages of 1,000 chats, 20 kills, 15 % of the sends failing. Prints what became of them; exit 1
 * where one is lost, more than one in 200 is answered twice, or an order is broken.
 */
const { values } = parseArgs({
  options: {
    chats: { type: "string", default: "1000" },
    messages: { type: "string", default: "10" },
    kills: { type: "string", default: "20" },
    failing: { type: "string", default: "0.15" },
    seed: { type: "string", default: "138" },
  },
});

/** Answers that go out twice: the moment between a send and writing it down can't be closed. */
const MOST_TWICE = 0.005;

const settings = sandboxSettings(0);
const [zalo, telegram] = await Promise.all([ZaloStandIn.listen(settings), TelegramStandIn.listen(settings)]);
const server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
try {
  await server.start();
  const started = Date.now();
  const report = await storm(server, zalo, {
    chats: Number(values.chats),
    messagesPerChat: Number(values.messages),
    kills: Number(values.kills),
    failing: Number(values.failing),
    seed: Number(values.seed),
  });
  console.log(JSON.stringify({ ...report, seconds: Math.round((Date.now() - started) / 1_000) }, null, 2));
  const isSound =
    report.lost.length === 0 &&
    report.outOfOrder.length === 0 &&
    report.answeredTwice <= report.acknowledged * MOST_TWICE;
  if (!isSound) process.exitCode = 1;
} finally {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
}
