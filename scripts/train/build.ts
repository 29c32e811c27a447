import { writeFileSync } from "node:fs";
import { runCommand } from "../lib/command-line/command.ts";
import { yes } from "../lib/command-line/flags.ts";
import { calibrationOf } from "./calibrate.ts";
import { type FirstTry, firstTries, HEADS_OF_ONE, missedAt, rateOf } from "./first-tries.ts";
import { inputsOf, sectionsOf } from "./inputs.ts";
import { readSections } from "./sections.ts";
import { train } from "./train.ts";
import { readOwn, readTraining } from "./training.ts";

const FILE = new URL("../../src/reader/weights.bin", import.meta.url);
const FOLDS = 4;

/** Learns the reader's weights anew, and prints how unseen batches are read. */
await runCommand({
  name: "npm run train",
  does: "Học lại bộ đọc tin từ examples/ và knowledge/, in tỷ lệ đọc đúng ngay lần đầu trên các đợt chưa thấy (khoảng 15 phút; mọi phần: 40 phút).",
  flags: { "every-fold": yes("thử lần đầu trên cả bốn phần thay vì một") },
  async run({ flags }) {
    const wordings = readSections();
    const examples = readTraining();
    const tries = firstTries(examples, wordings, FOLDS, flags["every-fold"] ? FOLDS : 1);
    print(tries.flat());
    const { file } = train(examples, wordings, {
      inputs: inputsOf(readOwn()),
      sections: sectionsOf(wordings),
      // Two numbers: one part of the messages, unseen, is enough for them.
      calibration: calibrationOf(tries[0] ?? []),
    });
    writeFileSync(FILE, file);
    console.log(`${examples.length} messages, ${file.length} bytes`);
  },
});

function print(tries: readonly FirstTry[]): void {
  console.log("\nfirst try, by head:");
  for (const head of HEADS_OF_ONE) {
    const { n, right } = rateOf(tries, head);
    console.log(`  ${head.padEnd(9)} ${((100 * right) / n).toFixed(1)} % of ${n}`);
  }
  const scored = tries.map(({ example, read }) => ({ isDanger: example.isDanger, chance: read.danger }));
  const missed = [0.01, 0.03, 0.05, 0.1].map(
    (share) => `${100 * share} %: ${(100 * missedAt(scored, share)).toFixed(1)} %`,
  );
  console.log(`  dangers missed at false alarms of ${missed.join(", ")}\n\nact and danger, by batch:`);
  for (const [batch, some] of Map.groupBy(tries, ({ example }) => example.batch)) {
    const { n, right } = rateOf(some, "act");
    const dangers = some.filter(({ example }) => example.isDanger);
    const found = dangers.filter(({ read }) => read.danger > 0.5).length;
    const alarms = some.filter(({ example, read }) => !example.isDanger && read.danger > 0.5).length;
    if (n > 0)
      console.log(
        `  ${batch.padEnd(44)} act ${right}/${n}  dangers ${found}/${dangers.length}  false ${alarms}/${some.length - dangers.length}`,
      );
  }
}
