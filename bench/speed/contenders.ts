import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SandboxSettings } from "../../sandbox/settings.ts";
import { freePort } from "../../sandbox/web.ts";
import { Contender } from "./process.ts";

export const NAMES = ["ours", "grammy"] as const;
export type Name = (typeof NAMES)[number];

/** What each is, for the table. */
export const TITLES: Readonly<Record<Name, string>> = {
  ours: "npm run serve",
  grammy: "grammY on Node, same answer code, keeps nothing",
};

/** Each in a process group of its own, their files on one disk. */
export class Field {
  readonly #folder: string;
  readonly #settings: SandboxSettings;
  readonly #running = new Map<Name, Contender>();
  readonly #ports = new Map<Name, number>();

  constructor(folder: string, settings: SandboxSettings) {
    this.#folder = folder;
    this.#settings = settings;
  }

  /** Starts it, or starts it again on its old state and port. Milliseconds until it served. */
  async start(name: Name): Promise<number> {
    await this.stop(name);
    const port = await this.port(name);
    const { contender, took } = await Contender.start(...this.#command(name, port));
    this.#running.set(name, contender);
    return took;
  }

  async stop(name: Name): Promise<void> {
    await this.#running.get(name)?.kill();
    this.#running.delete(name);
  }

  async port(name: Name): Promise<number> {
    const port = this.#ports.get(name) ?? (await freePort());
    this.#ports.set(name, port);
    return port;
  }

  /** Resident memory in megabytes. */
  memory(name: Name): Promise<number> {
    return this.#running.get(name)?.memory() ?? Promise.resolve(0);
  }

  /** As `Contender.cpu`. */
  cpu(name: Name): number | null {
    return this.#running.get(name)?.cpu() ?? null;
  }

  get stateDir(): string {
    return join(this.#folder, "state");
  }

  #command(name: Name, port: number): [readonly string[], string] {
    if (name === "grammy")
      return [["bench/speed/grammy.ts", String(port), JSON.stringify(this.#settings)], "ready"];
    const file = join(this.#folder, "settings.env");
    const lines = Object.entries(this.#settings).map(([setting, value]) => `${setting}=${value}\n`);
    writeFileSync(file, lines.join(""));
    const args = ["--port", String(port), "--state", this.stateDir, "--env-file", file];
    return [["scripts/serve.ts", ...args], "đã sẵn sàng"];
  }
}
