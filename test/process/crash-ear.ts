import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const OFTEN = 25;

/**
 * Hears what the runtime prints without the server's help. The server hands its first cron run over by a call that
 * holds up its whole Node process until the runtime answers; a runtime that stops for good right then has said so, but
 * the server never reads it.
 */
export class RuntimeEar {
  readonly #heard: string;
  /** What the server's process needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;

  /** @param dir a folder of the test's own, there already */
  constructor(dir: string) {
    this.#heard = join(dir, "heard.log");
    const command = join(dir, "workerd-heard");
    const { default: runtime }: { readonly default: string } = createRequire(
      createRequire(import.meta.url).resolve("miniflare"),
    )("workerd");
    // By `exec` the runtime keeps the process id that the server knows.
    const script = `#!/bin/bash\nexec '${runtime}' "$@" > >(exec tee -a '${this.#heard}')\n`;
    writeFileSync(command, script, { mode: 0o755 });
    this.environment = { MINIFLARE_WORKERD_PATH: command };
  }

  /** Resolves to whether the Worker has logged this event, in any life, within so many milliseconds. */
  async hears(event: Readonly<Record<string, string>>, withinMs: number): Promise<boolean> {
    // The Worker's line is a text within the runtime's own JSON line.
    const words = JSON.stringify(JSON.stringify(event)).slice(1, -1);
    for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(OFTEN))
      if (existsSync(this.#heard) && readFileSync(this.#heard, "utf8").includes(words)) return true;
    return false;
  }
}
