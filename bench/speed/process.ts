import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { ROOT } from "../../scripts/lib/root.ts";
import { groupCpu } from "./cpu.ts";

const START_TIMEOUT = 120_000;

/** A contender's process, in a group of its own so that a kill takes all of it. */
export class Contender {
  readonly #child: ChildProcess;
  /** The end of what it has printed. */
  words = "";

  static readonly #alive = new Set<Contender>();

  private constructor(child: ChildProcess) {
    this.#child = child;
    Contender.#alive.add(this);
    child.once("exit", () => Contender.#alive.delete(this));
  }

  /** SIGKILL to every one that still runs: they have process groups of their own, so nobody else would end them. */
  static async killAll(): Promise<void> {
    await Promise.all([...Contender.#alive].map((contender) => contender.kill()));
  }

  /** Resolves once it has said `ready`, with how long that took in milliseconds. */
  static async start(
    args: readonly string[],
    ready: string,
  ): Promise<{ readonly contender: Contender; readonly took: number }> {
    const began = performance.now();
    const child = spawn(process.execPath, ["--", "scripts/run.js", ...args], {
      cwd: ROOT,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const contender = new Contender(child);
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`not ready: ${args[0]}\n${contender.words}`)),
        START_TIMEOUT,
      );
      const hear = (chunk: Buffer) => {
        contender.words = `${contender.words}${chunk}`.slice(-4000);
        if (!contender.words.includes(ready)) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("exit", (code) => {
        clearTimeout(timer);
        reject(new Error(`${args[0]} ended with ${code}\n${contender.words}`));
      });
    });
    return { contender, took: performance.now() - began };
  }

  /** SIGKILL to all of it. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined)
      return;
    const ended = once(this.#child, "exit");
    process.kill(-this.#child.pid, "SIGKILL");
    await ended;
  }

  /** Milliseconds of CPU that the whole group has used so far; null where the system doesn't say. */
  cpu(): number | null {
    return this.#child.pid === undefined ? null : groupCpu(this.#child.pid);
  }

  /** Resident memory of the whole group, in megabytes. */
  async memory(): Promise<number> {
    const { stdout } = await promisify(execFile)("ps", ["-o", "pgid=,rss=", "-A"]);
    const sizes = stdout
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/u).map(Number))
      .filter(([group]) => group === this.#child.pid);
    return Math.round(sizes.reduce((sum, [, size = 0]) => sum + size, 0) / 1024);
  }
}
