import { createWriteStream, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startSandbox } from "../sandbox/server.ts";
import { sandboxSettings } from "../sandbox/settings.ts";
import { freePort } from "../sandbox/web.ts";
import { registerCommands } from "../src/channels/telegram/setup.ts";
import { createTelegramApi } from "../src/channels/telegram/telegram-client.ts";
import { codesOf } from "../src/features/officials/one-time-code.ts";
import { parseKeyRing } from "../src/platform/crypto/key-ring.ts";
import { CommandError } from "./lib/command-errors.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { knowledgeFolder, port } from "./lib/command-line/flags.ts";
import { ROOT } from "./lib/root.ts";
import { readBundle } from "./lib/serve/bundle.ts";
import { lockState } from "./lib/serve/lock.ts";

/** Two, as opening an identity takes two persons. */
const SUPERVISORS = ["138000001", "138000002"] as const;
/** In what the assistant says when it wants a one-time code. */
const ASKS_FOR_CODE = "mã 6 số";
/** Each port has its own folder here, so that several can run side by side. */
const STATES = join(ROOT, ".sandbox");
const STATE = "state";
const ANSWER_WITHIN_MS = 2_000;

/** The sandbox: both phones on one page, with their own Worker. Each start begins with empty chats. */
await runCommand({
  name: "npm start",
  does: "Chạy thử trên máy này: hai điện thoại trên một trang, không cần tài khoản, khoá hay mạng.",
  flags: { port: port(8787), knowledge: knowledgeFolder() },
  run: ({ flags }) => start(flags.port, flags.knowledge),
});

async function start(port: number, knowledge?: string): Promise<void> {
  const workerPort = await freePort();
  const settings = { ...sandboxSettings(port), TELEGRAM_ADMIN_IDS: SUPERVISORS.join(",") };
  const opened = Promise.withResolvers<void>();
  // The port first: where another process has it, nothing of that process is touched.
  const sandbox = await startSandbox({
    port,
    workerUrl: `http://127.0.0.1:${workerPort}`,
    settings,
    ready: opened.promise,
  }).catch((error: unknown) => refuse(error, port));
  const folder = takeFolder(port);
  console.log(`Đang khởi động Trợ lý 138, trang http://localhost:${port} đã mở…`);

  // Imported late: the page is already shown while the runtime's code is loaded.
  const { startServer } = await import("./lib/serve/server.ts");
  const log = createWriteStream(join(folder, "log"));
  const server = await startServer({
    bundle: await readBundle({ knowledge }),
    host: "127.0.0.1",
    port: workerPort,
    stateDir: join(folder, STATE),
    settings,
    log: (line) => log.write(`${line}\n`),
    onLog: ({ message }) => log.write(`${message}\n`),
    graceMs: 0,
    knowledge,
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // Miniflare's own listener would end the process at once.
    process.removeAllListeners(signal);
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  await registerCommands(
    createTelegramApi({
      token: settings.TELEGRAM_BOT_TOKEN,
      apiRoot: settings.TELEGRAM_API_ROOT,
      timeoutSeconds: 10,
    }),
  );
  opened.resolve();
  console.log(
    `Trợ lý 138 đã sẵn sàng: http://localhost:${port}\nNhật ký: ${join(folder, "log")}. Nhấn Ctrl+C để dừng.`,
  );
  showCodes(settings.REPORT_ENCRYPTION_KEYS);
  sandbox.telegram.api.changes.subscribe((change) => {
    if (change.kind === "message" && change.message.text.includes(ASKS_FOR_CODE))
      showCodes(settings.REPORT_ENCRYPTION_KEYS);
  });
  void server.broken.then((why) => {
    console.error(`${why} Xem ${join(folder, "log")}, rồi chạy lại npm start.`);
    process.exit(1);
  });
}

/** What the supervisors' authenticator apps would show: invented people have no phones. */
function showCodes(keys: string): void {
  const ring = parseKeyRing(keys);
  for (const id of SUPERVISORS) {
    const codes = ring === null ? null : codesOf(ring, id, { epoch: 0, keyId: ring.currentId });
    if (codes !== null)
      console.log(`Mã một lần của giám sát ${id} lúc này: ${codes.at(Date.now())} (khóa ${codes.secret})`);
  }
  console.log("Mã dùng khi xem danh tính, đổi mỗi 30 giây; mã mới hiện ở đây khi trợ lý hỏi.");
}

/** The port's own folder, emptied and locked while this process lives. */
function takeFolder(port: number): string {
  const folder = join(STATES, String(port));
  lockState(folder);
  for (const name of readdirSync(folder))
    if (!name.startsWith("serve."))
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(join(folder, STATE));
  return folder;
}

async function refuse(error: unknown, port: number): Promise<never> {
  if ((error as { code?: string }).code !== "EADDRINUSE") throw error;
  const other = `chọn cổng khác, ví dụ npm start -- --port ${port + 1}`;
  throw new CommandError(
    (await isOurs(port))
      ? `Trợ lý 138 đang chạy ở cổng ${port}: mở http://localhost:${port}, hoặc ${other}.`
      : `Cổng ${port} đang được một chương trình khác dùng: ${other}.`,
  );
}

/** True where our own page answers there. */
async function isOurs(port: number): Promise<boolean> {
  const page = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    .then((response) => response.text())
    .catch(() => "");
  return page.includes("<title>Trợ lý 138");
}
