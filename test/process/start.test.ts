import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { freePort } from "../../sandbox/web.ts";
import { ROOT } from "../../scripts/lib/root.ts";
import { allGone, familyOf, spawnArguments } from "./family.ts";

/** `npm start` as somebody types it, in a process group of its own, as a terminal gives it. */
class Start {
  static readonly all: Start[] = [];
  readonly port: number;
  readonly child: ChildProcess;
  printed = "";

  constructor(port: number) {
    this.port = port;
    this.child = spawn("npm", ["start", "--silent", "--", "--port", String(port)], {
      cwd: ROOT,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        this.printed += chunk.toString();
      });
    Start.all.push(this);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error("npm did not start");
    return this.child.pid;
  }

  /** Resolves once it has printed this; at its end at the latest. */
  async says(words: string): Promise<void> {
    while (!this.printed.includes(words) && this.child.exitCode === null)
      await Promise.race([once(this.child.stdout ?? this.child, "data"), once(this.child, "exit")]);
    if (!this.printed.includes(words)) throw new Error(`it ended:\n${this.printed}`);
  }

  page(): Promise<string> {
    return fetch(`http://localhost:${this.port}/`).then((response) => response.text());
  }

  /** Asks on the citizen's phone and reads along until the bot answers. */
  async answers(question: string): Promise<string> {
    const url = `http://localhost:${this.port}/sandbox`;
    const stop = new AbortController();
    const events = await fetch(`${url}/events`, { signal: stop.signal });
    await fetch(`${url}/zalo/send`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "text", text: question }),
    });
    let seen = "";
    for await (const chunk of events.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      seen += chunk;
      const said = /"chat":"oa","from":"bot".*?"text":"([^"]*)/u.exec(seen);
      if (said !== null) {
        stop.abort();
        return said[1] ?? "";
      }
    }
    throw new Error("the page's stream ended");
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "close");
    return this.child.exitCode;
  }
}

const folderOf = (port: number) => join(ROOT, ".sandbox", String(port));
const ready = async (port: number): Promise<Start> => {
  const start = new Start(port);
  await start.says("đã sẵn sàng");
  return start;
};

/** The Node process that npm started, through its shell or not. */
function programOf(start: Start): number {
  const program = familyOf(start.pid).find(({ pid }) => isProgram(pid));
  if (program === undefined) throw new Error("no program");
  return program.pid;
}

function isProgram(pid: number): boolean {
  return spawnArguments(pid)[0]?.endsWith("node") === true && spawnArguments(pid).includes("--port");
}

async function leavesNothingAfter(start: Start, stop: () => void): Promise<void> {
  const family = familyOf(start.pid);
  expect(family.length).toBeGreaterThan(2);
  stop();
  await allGone(family);
}

async function endAll(): Promise<void> {
  for (const start of Start.all.splice(0)) {
    const family = familyOf(start.pid);
    for (const { pid } of family) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Gone already.
      }
    }
    await allGone(family);
    rmSync(folderOf(start.port), { recursive: true, force: true, maxRetries: 5 });
  }
}

afterEach(endAll);
afterAll(endAll);

describe.skipIf(process.platform !== "linux")("npm start (looks at Linux's list of processes)", () => {
  it("serves a page that says so while it starts, and prints nothing but its own few lines", async () => {
    const start = new Start(await freePort());
    await start.says("Đang khởi động");
    expect(await start.page()).toContain("Trợ lý 138 đang khởi động");
    await start.says("đã sẵn sàng");
    expect(await start.page()).toContain('id="phone-zalo"');
    await start.says("mã mới hiện ở đây");
    const code = expect.stringMatching(/^Mã một lần của giám sát \d+ lúc này: \d{6} \(khóa [A-Z2-7]{32}\)$/u);
    expect(start.printed.trim().split("\n")).toEqual([
      `Đang khởi động Trợ lý 138, trang http://localhost:${start.port} đã mở…`,
      `Trợ lý 138 đã sẵn sàng: http://localhost:${start.port}`,
      expect.stringMatching(/^Nhật ký: .*log\. Nhấn Ctrl\+C để dừng\.$/u),
      code,
      code,
      expect.stringMatching(/^Mã dùng khi xem danh tính, đổi mỗi 30 giây/u),
    ]);
    await leavesNothingAfter(start, () => process.kill(-start.pid, "SIGINT"));
  });

  it("runs twice side by side on two ports; a third on a taken one is one sentence and harms nobody", async () => {
    const [first, second] = await Promise.all([ready(await freePort()), ready(await freePort())]);
    const third = new Start(first.port);
    expect(await third.ended()).toBe(1);
    expect(third.printed.trim()).toBe(
      `Trợ lý 138 đang chạy ở cổng ${first.port}: mở http://localhost:${first.port}, hoặc chọn cổng khác, ví dụ npm start -- --port ${first.port + 1}.`,
    );
    for (const start of [first, second]) expect(await start.answers("113 là số gì")).toContain("113");
    // Somebody kills npm; somebody closes the terminal.
    await leavesNothingAfter(first, () => process.kill(first.pid, "SIGKILL"));
    await leavesNothingAfter(second, () => process.kill(-second.pid, "SIGHUP"));
  });

  it("leaves a port that something else has, and makes no folder for it", async () => {
    const other = createServer((_, response) => response.end("khác"));
    const port = await freePort();
    other.listen(port);
    await once(other, "listening");
    const start = new Start(port);
    expect(await start.ended()).toBe(1);
    expect(start.printed.trim()).toBe(
      `Cổng ${port} đang được một chương trình khác dùng: chọn cổng khác, ví dụ npm start -- --port ${port + 1}.`,
    );
    expect(existsSync(folderOf(port))).toBe(false);
    other.close();
  });

  it("leaves none behind when it is killed while it starts", async () => {
    const start = new Start(await freePort());
    await start.says("Đang khởi động");
    let family = familyOf(start.pid);
    // The runtime that takes in the knowledge.
    while (!family.some(({ pid }) => spawnArguments(pid)[0]?.endsWith("workerd"))) {
      await pause(5);
      family = familyOf(start.pid);
    }
    await leavesNothingAfter(start, () => process.kill(programOf(start), "SIGKILL"));
  });
});
