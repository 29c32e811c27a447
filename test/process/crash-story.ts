import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { CITIZEN_ID, type CitizenAct, zaloWebhookCall } from "../../sandbox/people/citizen.ts";
import type { WebhookCall } from "../../sandbox/people/delivery.ts";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { PATIENCE_MS } from "../../sandbox/standins/recorder.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import type { CrashPoint } from "../../src/platform/crash-points.ts";
import { stateOfGroup } from "./crash-autopsy.ts";
import type { OnDisk, Story } from "./crash-point-table.ts";
import { deliver, OwnServer, telegramText } from "./harness.ts";
import { hasTable, lookAt } from "./state-on-disk.ts";

/** A 1×1 PNG. */
const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (char) => char.charCodeAt(0),
);

const OFTEN = 25;
const METRICS_TOKEN = "token-for-the-crash-story";
const REPORT = "/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm đánh bạc";
const MORNING = /^Việc của tổ trực, sáng/u;
/** Zalo's refusal where the window to a person is closed. */
const WINDOW_CLOSED = -230;

/** For each story, what tells its reply from every other message to the citizen. */
export const REPLY: Readonly<Record<Story, RegExp>> = {
  question: /khu dân cư/iu,
  refused: /khu dân cư/iu,
  photo: /Kỳ Lừa/u,
  report: /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u,
};

/** The databases of a server that has nothing to do yet; copied for each story, so that each begins alone. */
export async function preparedState(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-prepared-"));
  const settings = sandboxSettings(0);
  const [zalo, telegram] = await Promise.all([
    ZaloStandIn.listen(settings),
    TelegramStandIn.listen(settings),
  ]);
  const server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  await server.start();
  await server.kill();
  cpSync(join(server.stateDir, "v3/d1"), join(dir, "v3/d1"), { recursive: true });
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
  return dir;
}

/** One citizen, one supervisor and the real Worker, which dies at one point and comes back. */
export class CrashStory {
  readonly zalo: ZaloStandIn;
  readonly telegram: TelegramStandIn;
  readonly #server: OwnServer;
  readonly #stateDir: string;
  #last: WebhookCall | undefined;

  private constructor(zalo: ZaloStandIn, telegram: TelegramStandIn, server: OwnServer, stateDir: string) {
    this.zalo = zalo;
    this.telegram = telegram;
    this.#server = server;
    this.#stateDir = stateDir;
  }

  static async begin(prepared: string): Promise<CrashStory> {
    const settings = sandboxSettings(0);
    const stateDir = mkdtempSync(join(tmpdir(), "tro-ly-138-crash-"));
    cpSync(prepared, stateDir, { recursive: true });
    const zalo = await ZaloStandIn.listen(settings);
    const telegram = await TelegramStandIn.listen(settings);
    const roots = { zalo: zalo.url, telegram: telegram.url };
    return new CrashStory(zalo, telegram, await OwnServer.create(roots, settings, { stateDir }), stateDir);
  }

  async end(): Promise<void> {
    await this.#server.dispose();
    await Promise.all([this.zalo.close(), this.telegram.close()]);
    for (const path of [this.#stateDir, `${this.#stateDir}.erasures`])
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Plays the story up to the point and kills everything there. @returns the last webhook's status, 0 where none came */
  async dieAt(point: CrashPoint, story: Story): Promise<number> {
    await this.#server.start({ CRASH_POINT: point });
    // By then the first cron run has fetched Zalo's token: a death in the midst of that breaks the chain (docs/faults.md).
    if (!(await this.#says(/"event":"sweep"/u))) throw new Error(`no cron run:\n${this.#server.output}`);
    if (story === "report") await this.ask({ kind: "text", text: REPORT });
    if (story === "photo") await this.ask({ kind: "text", text: "/baocao" });
    if (story === "refused") this.zalo.fail({ kind: "error", code: WINDOW_CLOSED }, { on: "message/cs" });
    const status = this.#tell(this.#lastAct(story)).catch(() => 0);
    await this.#dead(point);
    return status;
  }

  /** Comes back only to die at the next point, without anyone's doing: the messenger at most delivers again. */
  async dieAgainAt(point: CrashPoint, isDeliveredAgain: boolean): Promise<void> {
    const started = this.#server.start({ CRASH_POINT: point });
    // The first cron run may come to the point before the server has said that it is there.
    if (!isDeliveredAgain) started.catch(() => undefined);
    else void started.then(() => this.deliverAgain()).catch(() => 0);
    await this.#dead(point);
  }

  async #dead(point: CrashPoint): Promise<void> {
    const isReached = await this.#says(
      new RegExp(`"event":"crash_point_reached"[^}]*"point":"${point}"`, "u"),
    );
    const state = isReached ? "" : stateOfGroup(this.#server.process?.pid);
    await this.#server.kill();
    if (!isReached)
      throw new Error(
        `${point} was not reached; on disk ${JSON.stringify(this.onDisk())}; processes:\n${state}\n${this.#server.output.slice(-2_000)}`,
      );
  }

  /** Resolves to whether the Worker has said this, in any life. */
  async #says(words: RegExp): Promise<boolean> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(OFTEN))
      if (words.test(this.#server.output)) return true;
    return false;
  }

  #lastAct(story: Story): CitizenAct {
    if (story === "report") return { kind: "text", text: "gửi" };
    if (story !== "photo") return { kind: "text", text: "khu dân cư là gì" };
    const url = `${this.zalo.url}/media/${this.zalo.media.put({ bytes: PNG, type: "image/png" })}`;
    return { kind: "photo", url, caption: REPORT.slice("/baocao ".length) };
  }

  comeBack(): Promise<void> {
    return this.#server.start({ METRICS_TOKEN });
  }

  /** The messenger delivers the message at which everything died once more. */
  async deliverAgain(): Promise<number> {
    if (this.#last === undefined) throw new Error("nothing was delivered yet");
    return deliver(this.#last);
  }

  /** The citizen's act and the next thing that they are told. */
  async ask(act: CitizenAct): Promise<string> {
    const before = this.told().length;
    await this.#tell(act);
    return this.zalo.waitUntilSent(() => this.told()[before]);
  }

  /** Resolves once the citizen was told something like this. */
  untilTold(words: RegExp): Promise<string> {
    return this.zalo.waitUntilSent(() => this.told().find((text) => words.test(text)));
  }

  /** All that the citizen was told, in order. */
  told(): readonly string[] {
    return this.zalo.sent.filter(({ userId }) => userId === CITIZEN_ID).map((sent) => JSON.stringify(sent));
  }

  /** The texts of the duty group that say this, once there is one; the list of a morning names cases too. */
  async cards(words: string): Promise<readonly string[]> {
    const group = this.#server.settings.TELEGRAM_DUTY_CHAT_ID;
    const { changes } = this.telegram.api;
    const isHere = (change: (typeof changes.items)[number]) =>
      change.kind === "message" &&
      change.message.chatId === group &&
      change.message.text.includes(words) &&
      !MORNING.test(change.message.text);
    await changes.waitUntil((all) => all.find(isHere));
    return changes.items.flatMap((change) =>
      isHere(change) && change.kind === "message" ? [change.message.text] : [],
    );
  }

  /** Counts until it is so, or long enough: the book learns of a chat when that chat's alarm fires. */
  async countsUntil(
    expected: Readonly<Record<string, number>>,
  ): Promise<Readonly<Record<string, number | undefined>>> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const counts = await this.count();
      const isSo = Object.entries(expected).every(([name, n]) => counts[name] === n);
      if (isSo || Date.now() > deadline) return counts;
    }
  }

  /** Asks the machine to count anew, as a supervisor does, and reads what it counted. */
  async count(): Promise<Readonly<Record<string, number>>> {
    const admin = Number(this.#server.settings.TELEGRAM_ADMIN_IDS);
    const before = this.telegram.sent.length;
    await deliver(telegramText(this.#server, before + 1, admin, "/sotin"));
    await this.telegram.api.sent.waitUntil((sent) =>
      sent.slice(before).find(({ text }) => text.includes("Sổ tin")),
    );
    const page = await fetch(`${this.#server.url}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
    });
    const figures = (await page.text()).matchAll(
      /^tl138_(?:messages_today\{channel="zalo",outcome="(\w+)"\}|messages_(received)_today\{channel="zalo"\}|ledger_(gap)_today\{channel="zalo"\}|(parked)) (-?\d+)$/gmu,
    );
    return Object.fromEntries(
      [...figures].map(([, outcome, received, gap, listed, n]) => [
        outcome ?? received ?? gap ?? (listed && "listed"),
        Number(n),
      ]),
    );
  }

  /** What rests in the state folder of a process that is dead. */
  onDisk(): OnDisk {
    return lookAt(this.#stateDir, (databases) => {
      const rows = (table: string, condition = "true") =>
        databases.reduce((sum, database) => sum + countIn(database, table, condition), 0);
      return {
        waiting: rows("inbox", "state = 'pending'"),
        done: rows("inbox", "state IN ('answered', 'ignored')"),
        outgoing: rows("outbox", "state = 'pending'"),
        held: rows("outbox", "state = 'held'"),
        marked: rows("active_conversations"),
        listed: rows("parked_messages", "resolved_at IS NULL"),
        cases: rows("reports"),
        uncarried: rows("report_dispatches", "state = 'pending'"),
        files: rows("_mf_objects"),
      };
    });
  }

  async stop(): Promise<void> {
    await this.#server.kill();
  }

  #tell(act: CitizenAct): Promise<number> {
    this.#last = zaloWebhookCall(this.#server.url, this.#server.settings, act, CITIZEN_ID);
    this.zalo.citizenWrote(CITIZEN_ID);
    return deliver(this.#last);
  }
}

function countIn(database: DatabaseSync, table: string, condition: string): number {
  if (!hasTable(database, table)) return 0;
  return Number(database.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${condition}`).get()?.n);
}
