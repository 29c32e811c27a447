import { readdirSync, readFileSync } from "node:fs";
import { spokenIn } from "../../src/language/spoken.ts";
import { readUtterance } from "../../src/language/utterance.ts";
import { readBy } from "../../src/reader/read-by.ts";
import { parseWeights } from "../../src/reader/weights.ts";
import { findDanger, readingsOf } from "../../src/reading/danger/danger-phrases.ts";
import { chanceOfDanger, likeliest } from "../../src/reading/danger/detect-danger.ts";
import { runCommand } from "../lib/command-line/command.ts";
import { file } from "../lib/command-line/flags.ts";
import { missedAt } from "./first-tries.ts";
import { leaveOut } from "./left-out.ts";
import { train } from "./train.ts";

const LEXICON = new URL("../../src/reading/danger/lexicon/", import.meta.url);
const FALSE_ALARMS = [0.03, 0.05, 0.1];

/** Counts the danger phrases, and prints what each group of them earns on batches that nothing was learned from. */
await runCommand({
  name: "npm run train:phrases",
  does: "Đếm các mẫu câu nguy hiểm và in mỗi nhóm giúp được gì trên các đợt chưa thấy.",
  flags: { table: file("trọng số đã học mà không có các đợt để riêng; không có thì học lại, vài phút") },
  async run({ flags: { table } }) {
    const leftOut = await leaveOut();
    const weights =
      table === undefined
        ? train(leftOut.messages, leftOut.wordings).weights
        : parseWeights(new Uint8Array(readFileSync(table)));
    const read = leftOut.strange
      .filter(({ matter }) => matter === "none")
      .map(({ text, isDanger }) => {
        const readings = readingsOf(readUtterance(spokenIn(text)));
        const learned = likeliest(readings.map((said) => readBy(weights, said, "none")));
        return { isDanger, learned, told: findDanger(readings) };
      });
    const missed = (without: ReadonlySet<string> | "all"): string => {
      const scored = read.map(({ isDanger, learned, told }) => ({
        isDanger,
        chance: chanceOfDanger(learned, without !== "all" && told.some((kind) => !without.has(kind))),
      }));
      return FALSE_ALARMS.map((share) => `${(100 * missedAt(scored, share)).toFixed(1)} %`).join(" / ");
    };
    console.log(`${read.length} messages; dangers missed at false alarms of 3 / 5 / 10 %:`);
    console.log(`  all phrases              ${missed(new Set())}`);
    console.log(`  none                     ${missed("all")}`);
    for (const { name, patterns, kinds } of groups())
      console.log(
        kinds.length > 0
          ? `  without ${name.padEnd(16)} ${missed(new Set(kinds))}   (${patterns} patterns)`
          : `  ${name.padEnd(24)} ${patterns} patterns, of no kind by themselves`,
      );
  },
});

interface Group {
  readonly name: string;
  readonly patterns: number;
  /** None of a list that only helps others, such as the word classes. */
  readonly kinds: readonly string[];
}

function groups(): Group[] {
  return readdirSync(LEXICON)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const content = JSON.parse(readFileSync(new URL(name, LEXICON), "utf8")) as unknown;
      const rules = Array.isArray(content) ? (content as { kind: string }[]) : [];
      return {
        name: name.replace(".json", ""),
        patterns: patternsIn(content),
        kinds: rules.map(({ kind }) => kind),
      };
    });
}

/** The strings of the lists; a group's kind and what it means are none. */
function patternsIn(content: unknown): number {
  if (typeof content === "string") return 1;
  if (typeof content !== "object" || content === null) return 0;
  return Object.entries(content)
    .filter(([name]) => name !== "kind" && name !== "means")
    .reduce((sum, [, value]) => sum + patternsIn(value), 0);
}
