import { parseArgs } from "node:util";
import { addsUp } from "./ledger.ts";
import { raise } from "./stage.ts";
import { storm } from "./storm.ts";

/**
 * npm run test:faults -- [--chats N] [--messages N] [--kills N] [--failing 0.15] [--seed N]
 * By default the long form: 10,000 messages of 1,000 chats, 20 kills, 15 % of the sends failing. Prints what became of
 * them; exit 1 where one is lost, more than one in 100 is answered twice, an order is broken or the ledger doesn't add up.
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
const MOST_TWICE = 0.01;

const { stage, end } = await raise();
try {
  const started = Date.now();
  const plan = {
    chats: Number(values.chats),
    messagesPerChat: Number(values.messages),
    kills: Number(values.kills),
    failing: Number(values.failing),
    redelivered: 0.1,
    revocations: 5,
    seed: Number(values.seed),
  };
  const report = await storm(stage, plan);
  const total = plan.chats * plan.messagesPerChat;
  const invariants = {
    "every message answered": report.lost.length === 0 && report.answered === total,
    "order kept in every chat": report.outOfOrder.length === 0,
    "at most 1 % answered twice": report.answeredTwice <= total * MOST_TWICE,
    "none twice but at a death between sending and recording": report.answeredTwice <= report.mayRepeat,
    "the ledger adds up": addsUp(report.ledger) && report.ledger.received === total,
  };
  const seconds = Math.round((Date.now() - started) / 1_000);
  console.log(JSON.stringify({ plan, ...report, seconds }, null, 2));
  for (const [what, holds] of Object.entries(invariants)) console.log(`${holds ? "✓" : "✗"} ${what}`);
  if (Object.values(invariants).includes(false)) process.exitCode = 1;
} finally {
  await end();
}
