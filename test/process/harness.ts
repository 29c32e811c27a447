import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { signedZaloCall } from "../../sandbox/people/citizen.ts";
import type { WebhookCall } from "../../sandbox/people/delivery.ts";
import { type SandboxSettings, sandboxSettings } from "../../sandbox/settings.ts";
import { PATIENCE_MS } from "../../sandbox/standins/recorder.ts";
import { freePort } from "../../sandbox/web.ts";
import { watchLogs } from "../security/log-watch.ts";

/**
 * The Worker as a process group that can be killed outright. Two kinds with one surface, so that a test can run against
 * either: `DevServer` is `npm run dev`, `OwnServer` is `npm run serve`.
 */
abstract class WorkerProcess {
  readonly settings: SandboxSettings;
  readonly port: number;
  readonly #dir = mkdtempSync(join(tmpdir(), "tro-ly-138-"));
  #child: ChildProcess | undefined;
  /** Everything the processes printed. */
  output = "";

  constructor(settings: SandboxSettings, port: number) {
    this.settings = settings;
    this.port = port;
  }

  /** What node is given, apart from the file with the settings. */
  protected abstract command(): Promise<readonly string[]>;

  /** Where the databases and objects rest. */
  get stateDir(): string {
    return join(this.#dir, "state");
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** The process that was started, for a signal of one's own; undefined before the first start. */
  get process(): ChildProcess | undefined {
    return this.#child;
  }

  /** @param extra settings for this one life of the process, such as `CRASH_POINT` */
  async start(extra: Readonly<Record<string, string>> = {}): Promise<void> {
    const envFile = join(this.#dir, "settings.env");
    writeFileSync(
      envFile,
      Object.entries({ ...this.settings, ...extra })
        .map(([name, value]) => `${name}=${value}\n`)
        .join(""),
    );
    const child = spawn("node", [...(await this.command()), "--env-file", envFile], {
      detached: true,
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => {
        this.output += String(chunk);
      });
    const endWithUs = () => void this.kill();
    process.once("exit", endWithUs);
    child.once("exit", () => process.off("exit", endWithUs));
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(`${this.url}/healthz`, { signal }).catch(() => null);
      if (response?.ok) return;
      await pause(100);
    }
    throw new Error(`the Worker did not start:\n${this.output.slice(-2_000)}`);
  }

  /** The details of GET /healthz. */
  async health(): Promise<unknown> {
    const authorization = `Bearer ${this.settings.METRICS_TOKEN}`;
    return (await fetch(`${this.url}/healthz`, { headers: { authorization } })).json();
  }

  /** Resolves once the processes have printed this, after so many characters of `output`; a hang is an error. */
  async untilPrinted(words: string, after = 0): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!this.output.includes(words, after)) {
      if (Date.now() > deadline) throw new Error(`never printed ${words}:\n${this.output.slice(-2_000)}`);
      await pause(50);
    }
  }

  /** SIGKILL to the whole group: nothing gets a chance to tidy up. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    process.kill(-child.pid, "SIGKILL");
    await exited;
  }

  async dispose(): Promise<void> {
    await this.kill();
    watchLogs("servers", this.output);
    rmSync(this.#dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What a server may be given besides its settings. */
interface Given {
  /** A folder that is there already, such as a restored one; it is left when the server is disposed of. */
  readonly stateDir?: string;
  /** Another province's folder. */
  readonly knowledge?: string;
  /** True: the first start finds nothing and makes its databases itself; else it finds them migrated and filled. */
  readonly isNew?: boolean;
}

const knowledgeOf = ({ knowledge }: Given) => (knowledge === undefined ? [] : ["--knowledge", knowledge]);

/** `npm run dev` as an operator runs it. */
export class DevServer extends WorkerProcess {
  /** @param roots where the stand-ins listen */
  static async create(
    roots: Roots,
    base = sandboxSettings(0),
    given: Pick<Given, "knowledge"> = {},
  ): Promise<DevServer> {
    return new DevServer(pointedAt(roots, base), await freePort(), given);
  }

  readonly #given: Given;

  private constructor(settings: SandboxSettings, port: number, given: Given) {
    super(settings, port);
    this.#given = given;
  }

  protected override async command(): Promise<readonly string[]> {
    const command = ["--", "scripts/run.js", "scripts/dev.ts"];
    const place = ["--port", String(this.port), "--persist-to", this.stateDir];
    const inspector = ["--inspector-port", String(await freePort())];
    return [...command, ...place, ...inspector, ...knowledgeOf(this.#given)];
  }
}

/** `npm run serve` as an operator runs it: the runtime itself on the port, no proxy before it. */
export class OwnServer extends WorkerProcess {
  /** @param roots where the stand-ins listen */
  static async create(roots: Roots, base = sandboxSettings(0), given: Given = {}): Promise<OwnServer> {
    const server = new OwnServer(pointedAt(roots, base), await freePort(), given);
    const prepared = process.env.PREPARED_STATE;
    const isPrepared = !given.isNew && given.stateDir === undefined && given.knowledge === undefined;
    if (isPrepared && prepared !== undefined) cpSync(prepared, server.stateDir, { recursive: true });
    return server;
  }

  readonly #given: Given;

  private constructor(settings: SandboxSettings, port: number, given: Given) {
    super(settings, port);
    this.#given = given;
  }

  override get stateDir(): string {
    return this.#given.stateDir ?? super.stateDir;
  }

  protected override async command(): Promise<readonly string[]> {
    const command = ["--", "scripts/run.js", "scripts/serve.ts"];
    const place = ["--port", String(this.port), "--state", this.stateDir];
    return [...command, ...place, ...knowledgeOf(this.#given)];
  }
}

interface Roots {
  readonly zalo: string;
  readonly telegram: string;
}

function pointedAt({ zalo, telegram }: Roots, base: SandboxSettings): SandboxSettings {
  return { ...base, ZALO_API_ROOT: zalo, ZALO_OAUTH_ROOT: zalo, TELEGRAM_API_ROOT: telegram };
}

/** What the helpers below need of a server of either kind. */
export type ServerUnderTest = Pick<WorkerProcess, "url" | "settings">;

/** A signed text of a citizen; give `msgId` to send the very same message again. */
export function zaloText(
  server: ServerUnderTest,
  citizen: string,
  text: string,
  msgId = randomBytes(10).toString("hex"),
): WebhookCall {
  const { ZALO_APP_ID, ZALO_OA_ID } = server.settings;
  const timestamp = String(Date.now());
  const body = {
    app_id: ZALO_APP_ID,
    sender: { id: citizen },
    recipient: { id: ZALO_OA_ID },
    event_name: "user_send_text",
    message: { text, msg_id: msgId },
    timestamp,
  };
  return signedZaloCall(server.url, server.settings, JSON.stringify(body), timestamp);
}

/** A private Telegram message. */
export function telegramText(
  server: ServerUnderTest,
  updateId: number,
  userId: number,
  text: string,
): WebhookCall {
  const person = { id: userId, is_bot: false, first_name: "Người thử" };
  const message = {
    message_id: updateId,
    from: person,
    chat: { id: userId, type: "private", first_name: "Người thử" },
    date: Math.floor(Date.now() / 1000),
    text,
  };
  return {
    url: `${server.url}/webhooks/telegram`,
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": server.settings.TELEGRAM_WEBHOOK_SECRET,
    },
    body: JSON.stringify({ update_id: updateId, message }),
  };
}

/** `npm run backup` or `npm run restore` as an operator types it, with the settings of a server. */
export async function runCopying(
  command: "backup" | "restore",
  { settings }: Pick<WorkerProcess, "settings">,
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly printed: string }> {
  const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-settings-"));
  const envFile = join(dir, "settings.env");
  writeFileSync(envFile, `REPORT_ENCRYPTION_KEYS=${settings.REPORT_ENCRYPTION_KEYS}\n`);
  const line = ["--", "scripts/run.js", `scripts/${command}.ts`, ...args, "--env-file", envFile];
  const child = spawn("node", line);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  const [status] = (await once(child, "close")) as [number];
  rmSync(dir, { recursive: true });
  return { status, printed };
}

/** Makes the call; resolves to the HTTP status. */
export async function deliver(call: WebhookCall): Promise<number> {
  const response = await fetch(call.url, { method: "POST", headers: call.headers, body: call.body });
  await response.arrayBuffer();
  return response.status;
}
