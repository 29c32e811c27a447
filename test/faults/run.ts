import { runCommand } from "../../scripts/lib/command-line/command.ts";
import { textOr } from "../../scripts/lib/command-line/flags.ts";
import { addsUp } from "./ledger.ts";
import { raise } from "./stage.ts";
import { storm } from "./storm.ts";

/** Answers that go out twice: the moment between a send and writing it down can't be closed. */
const MOST_TWICE = 0.01;

/** Prints what became of them; exit 1 where one is lost, too many are answered twice, an order is broken or the ledger is off. */
await runCommand({
  name: "npm run test:faults",
  does: "Cơn bão dài: nhiều tin, nhiều lần tắt đột ngột, một phần tin gửi bị lỗi.",
  flags: {
    chats: textOr("1000", "SỐ", "số cuộc trò chuyện"),
    messages: textOr("10", "SỐ", "số tin mỗi cuộc"),
    kills: textOr("20", "SỐ", "số lần tắt đột ngột"),
    failing: textOr("0.15", "TỶ_LỆ", "tỷ lệ tin gửi bị lỗi"),
    seed: textOr("138", "SỐ", "hạt giống"),
  },
  async run({ flags }) {
    const { stage, end } = await raise();
    try {
      const started = Date.now();
      const plan = {
        chats: Number(flags.chats),
        messagesPerChat: Number(flags.messages),
        kills: Number(flags.kills),
        failing: Number(flags.failing),
        redelivered: 0.1,
        revocations: 5,
        seed: Number(flags.seed),
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
      return Object.values(invariants).includes(false) ? 1 : 0;
    } finally {
      await end();
    }
  },
});
