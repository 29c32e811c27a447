import { writeFileSync } from "node:fs";
import { readUtterance } from "../../src/language/utterance.ts";
import { runCommand } from "../lib/command-line/command.ts";
import { collected, fingerprint, numbersOf } from "./examples.ts";
import { learn } from "./learn.ts";

/** Computes the weights of the danger likeness from the collected messages; named batches only measure it. */
await runCommand({
  name: "npm run learn:danger",
  does: "Học lại trọng số nhận ra nguy hiểm từ các tin mẫu; tên đợt viết sau được để lại để đo.",
  flags: {},
  words: "[đợt, ví dụ danger-17]",
  async run({ words }) {
    const leftOut = new Set(words);
    const examples = collected().filter(({ batch }) => !leftOut.has(batch));
    const rows = examples.map((example) => ({
      said: readUtterance(example.text),
      numbers: numbersOf(example),
    }));
    const learned = (isOne: (numbers: readonly string[]) => boolean) =>
      learn(rows.map(({ said, numbers }) => ({ said, isOne: isOne(numbers) })));
    const weights = {
      learnedFrom: fingerprint(examples),
      danger: learned((numbers) => numbers.length > 0),
      "111": learned((numbers) => numbers.includes("111")),
      "112": learned((numbers) => numbers.includes("112")),
    };
    // One table per line: each has some thousand entries.
    const lines = Object.entries(weights).map(
      ([name, table]) => `${JSON.stringify(name)}:${JSON.stringify(table)}`,
    );
    writeFileSync(
      new URL("../../src/reading/danger/likeness/weights.json", import.meta.url),
      `{\n${lines.join(",\n")}\n}\n`,
    );
    console.log(`learned from ${examples.length} messages`);
  },
});
