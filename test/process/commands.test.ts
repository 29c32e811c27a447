import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/lib/root.ts";

const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(ROOT, "package.json"), "utf8"),
).scripts;
/** Each command of ours, as npm runs it. */
const commands = Object.entries(scripts).filter(([, line]) => line.startsWith("node -- scripts/run.js "));

/** What these don't know at all is wrangler's; what is like a flag of theirs is a slip. */
const MISTYPED: Readonly<Record<string, string>> = { dev: "--prot", deploy: "--knowlege" };

interface Ended {
  readonly status: number;
  readonly printed: string;
}

async function run(line: string, ...args: readonly string[]): Promise<Ended> {
  const [program = "", ...given] = [...line.split(" "), ...args];
  const child = spawn(program, given, { cwd: ROOT });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  const [status] = (await once(child, "close")) as [number];
  return { status, printed };
}

describe.each(commands)("npm run %s", (name, line) => {
  it.concurrent("names a flag that it doesn't have and where its usage stands, without a stack", async () => {
    const typed = name === "start" ? "npm start" : `npm run ${name}`;
    const wrong = MISTYPED[name] ?? "--helq";
    const { status, printed } = await run(line, wrong);
    expect(printed).toContain(`Không có ${wrong}`);
    expect(printed).toMatch(new RegExp(`^[^\\n]+\\nCách dùng: ${typed} -- --help\\n$`, "u"));
    expect(status).toBe(2);
  });
});

it("--help shows every flag, with exit code 0", async () => {
  const { status, printed } = await run(scripts.serve ?? "", "--help");
  for (const flag of ["--host", "--port", "--state", "--env-file", "--knowledge", "--build-only"])
    expect(printed).toContain(flag);
  expect(status).toBe(0);
});

it("Node doesn't take a missing --env-file for its own", async () => {
  const doctor = await run(scripts.doctor ?? "", "--env-file", "nope.env");
  expect(doctor.printed).toContain("Không có tệp cài đặt nope.env.");
  expect(doctor.status).toBe(2);
});

it("a Node that is too old is named before it meets TypeScript", async () => {
  const older = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.19.0"}})';
  const { status, printed } = await run(`node --import ${older} -- scripts/run.js scripts/serve.ts`);
  expect(printed).toBe("Cần Node 22.18 trở lên, máy này đang chạy 20.19.0: hãy cài bản mới từ nodejs.org.\n");
  expect(status).toBe(1);
});
