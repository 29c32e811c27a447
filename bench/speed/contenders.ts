import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SandboxSettings } from "../../sandbox/settings.ts";
import { freePort } from "../../sandbox/web.ts";
import { dryRun } from "./build.ts";
import type { PeerSettings } from "./peers/settings.ts";
import { Contender } from "./process.ts";

export const NAMES = ["ours", "floor", "bare", "grammy", "chat-memory", "chat-pg"] as const;
export type Name = (typeof NAMES)[number];

/** What each is, for the table. */
export const TITLES: Readonly<Record<Name, string>> = {
  ours: "this Worker",
  floor: "the floor: smallest Durable Object",
  bare: "bare Hono handler, same runtime",
  grammy: "grammY webhookCallback on Hono, Node",
  "chat-memory": "Chat SDK, state in memory, Node",
  "chat-pg": "Chat SDK, state in Postgres (PGlite), Node",
};

/** Where a load goes. */
export interface Address {
  readonly port: number;
  /** Of the webhook; else the channel's own. */
  readonly path?: string;
}

/** All contenders, each in a process of its own, their files on one disk. */
export class Field {
  readonly #folder: string;
  readonly #settings: SandboxSettings;
  readonly #running = new Map<string, Contender>();
  readonly #ports = new Map<string, number>();

  constructor(folder: string, settings: SandboxSettings) {
    this.#folder = folder;
    this.#settings = settings;
  }

  /** Starts it, or starts it again on its old state and port. Milliseconds until it served. */
  async start(name: Name, thinkMs = 0): Promise<number> {
    const process = processOf(name);
    await this.stop(name);
    const port = await this.#port(process);
    const { contender, took } = await Contender.start(...(await this.#command(process, port, thinkMs)));
    this.#running.set(process, contender);
    return took;
  }

  async stop(name: Name): Promise<void> {
    await this.#running.get(processOf(name))?.kill();
    this.#running.delete(processOf(name));
  }

  async address(name: Name): Promise<Address> {
    const port = await this.#port(processOf(name));
    return name === "bare" ? { port, path: "/bare" } : { port };
  }

  memory(name: Name): Promise<number> {
    return this.#running.get(processOf(name))?.memory() ?? Promise.resolve(0);
  }

  /** The end of what it has printed. */
  words(name: Name): string {
    return this.#running.get(processOf(name))?.words ?? "";
  }

  /** As `Contender.cpu`. A database that it uses isn't counted. */
  cpu(name: Name): number | null {
    return this.#running.get(processOf(name))?.cpu() ?? null;
  }

  stateOf(name: Name): string {
    return join(this.#folder, processOf(name));
  }

  async #command(process: string, port: number, thinkMs: number): Promise<[readonly string[], string]> {
    const state = join(this.#folder, process);
    if (process === "ours") {
      const file = join(this.#folder, "settings.env");
      writeFileSync(
        file,
        Object.entries(this.#settings)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(""),
      );
      return [
        ["scripts/serve.ts", "--port", String(port), "--state", state, "--env-file", file],
        "đã sẵn sàng",
      ];
    }
    if (process === "floor") {
      const build = join(this.#folder, "floor-build");
      await dryRun("bench/speed/floor/wrangler.toml", build);
      return [["bench/speed/floor/serve.ts", String(port), state, build], "ready"];
    }
    const { TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET, TELEGRAM_BOT_USERNAME, TELEGRAM_API_ROOT } =
      this.#settings;
    const settings: PeerSettings = {
      port,
      token: TELEGRAM_BOT_TOKEN,
      secret: TELEGRAM_WEBHOOK_SECRET,
      username: TELEGRAM_BOT_USERNAME,
      apiRoot: TELEGRAM_API_ROOT,
      thinkMs,
      ...(process === "chat-pg" && { postgres: await this.#postgres() }),
    };
    const program = process === "grammy" ? "grammy" : "chat-sdk";
    return [[`bench/speed/peers/${program}.ts`, JSON.stringify(settings)], "ready"];
  }

  /** The database lives on when its client is killed, as a real one on another machine would. */
  async #postgres(): Promise<string> {
    const port = await this.#port("postgres");
    if (!this.#running.has("postgres")) {
      const { contender } = await Contender.start(
        ["bench/speed/peers/postgres.ts", String(port), join(this.#folder, "postgres")],
        "ready",
      );
      this.#running.set("postgres", contender);
    }
    return `postgres://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
  }

  async #port(process: string): Promise<number> {
    const port = this.#ports.get(process) ?? (await freePort());
    this.#ports.set(process, port);
    return port;
  }
}

/** The floor and the bare handler are one process: they never run at the same time. */
function processOf(name: Name): string {
  return name === "bare" ? "floor" : name;
}
