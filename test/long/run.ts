import { spawn } from "node:child_process";
import { once } from "node:events";
import { UsageError } from "../../scripts/lib/command-errors.ts";
import { runCommand } from "../../scripts/lib/command-line/command.ts";

interface LongRun {
  readonly command: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** What takes longer than `npm test` may; docs/testing.md says what each shows. */
const RUNS: Readonly<Record<string, LongRun>> = {
  forms: { command: "vitest run", settings: { LONG: "1" } },
  storm: { command: "npm run --silent test:faults" },
  fuzz: { command: "npm run --silent test:fuzz" },
};

await runCommand({
  name: "npm run test:long",
  does: "Chạy các kiểm thử dài, lần lượt, rồi tổng kết.",
  flags: {},
  words: `[${Object.keys(RUNS).join(" | ")}] …`,
  run: async ({ words }) => {
    const outcomes: string[] = [];
    for (const [name, run] of chosen(words)) {
      console.log(`\n== ${name}: ${run.command}`);
      const began = Date.now();
      const isGreen = (await exitCodeOf(run)) === 0;
      const minutes = ((Date.now() - began) / 60_000).toFixed(1);
      outcomes.push(`${isGreen ? "✓" : "✗"} ${name}, ${minutes} min`);
    }
    console.log(`\n${outcomes.join("\n")}`);
    return outcomes.some((outcome) => outcome.startsWith("✗")) ? 1 : 0;
  },
});

function chosen(names: readonly string[]): [string, LongRun][] {
  const unknown = names.find((name) => RUNS[name] === undefined);
  if (unknown !== undefined) throw new UsageError(`Không có lượt "${unknown}".`);
  return Object.entries(RUNS).filter(([name]) => names.length === 0 || names.includes(name));
}

async function exitCodeOf({ command, settings = {} }: LongRun): Promise<number> {
  const child = spawn(command, { shell: true, stdio: "inherit", env: { ...process.env, ...settings } });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}
