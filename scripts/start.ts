import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startSandbox } from "../sandbox/server.ts";
import { sandboxSettings } from "../sandbox/settings.ts";
import { freePort } from "../sandbox/web.ts";
import { registerCommands } from "../src/channels/telegram/setup.ts";
import { createTelegramApi } from "../src/channels/telegram/telegram-client.ts";
import { startWorker } from "./lib/worker.ts";

/** npm start [-- --port N]: the sandbox, with a Worker of its own behind it. Each start begins with empty chats. */
const STATE = ".sandbox";

const { values } = parseArgs({ options: { port: { type: "string", default: "8787" } } });
const port = Number(values.port);

rmSync(STATE, { recursive: true, force: true });
mkdirSync(STATE, { recursive: true });
const settings = sandboxSettings(port);
const envFile = join(STATE, "settings.env");
writeFileSync(
  envFile,
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join(""),
);

console.log("Đang chuẩn bị dữ liệu và khởi động Trợ lý 138…");
const worker = await startWorker({
  port: await freePort(),
  envFiles: [envFile],
  persistTo: join(STATE, "state"),
  log: (line) => console.log(line),
});
const sandbox = await startSandbox({ port, workerUrl: worker.url, settings });
await registerCommands(
  createTelegramApi({
    token: settings.TELEGRAM_BOT_TOKEN,
    apiRoot: settings.TELEGRAM_API_ROOT,
    timeoutSeconds: 10,
  }),
);
console.log(`\nTrợ lý 138 đã sẵn sàng: http://localhost:${port}\nNhấn Ctrl+C để dừng.`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void Promise.all([sandbox.close(), worker.stop()]).then(() => process.exit(0)));
}
worker.process.once("exit", (code) => process.exit(code ?? 1));
