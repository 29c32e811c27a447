import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startSandbox } from "../sandbox/server.ts";
import { sandboxSettings } from "../sandbox/settings.ts";
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
console.log(`\nTrợ lý 138 đã sẵn sàng: ${sandbox.url}\nNhấn Ctrl+C để dừng.`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void Promise.all([sandbox.close(), worker.stop()]).then(() => process.exit(0)));
}
worker.process.once("exit", (code) => process.exit(code ?? 1));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 8788;
}
