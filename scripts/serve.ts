import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig, SETTING_NAMES } from "../src/config.ts";
import { ConfigError } from "../src/platform/errors.ts";
import { ROOT } from "./lib/root.ts";
import { readBundle } from "./lib/serve/bundle.ts";
import { lockState, StateInUse } from "./lib/serve/lock.ts";
import { startServer } from "./lib/serve/server.ts";
import { readSettings } from "./lib/settings.ts";

/**
 * npm run serve -- [--host ADDRESS] [--port N] [--state DIR] [--env-file FILE]
 * npm run serve -- --build-only
 * The built Worker on a server of one's own: migrate, ingest, serve, fire the cron triggers. Settings come from the
 * environment and from the file, which wins. With --build-only it makes the build that a later start finds, for an
 * installation that the server's own account may only read.
 */
const { values } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8787" },
    state: { type: "string", default: ".serve/state" },
    "env-file": { type: "string", multiple: true, default: [] },
    "build-only": { type: "boolean", default: false },
  },
});

const LOOPBACK = /^(?:127\.|::1$|localhost$)/u;
const log = (line: string) => console.log(line);

try {
  if (values["build-only"]) await readBundle(log);
  else await serve();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StateInUse)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function serve(): Promise<void> {
  const settings = settingsGiven();
  readConfig(settings);
  const port = readPort(values.port);
  const stateDir = resolve(ROOT, values.state);
  const bundle = await readBundle(log);
  // What is written from here on (databases, files of reports) is for this account alone.
  process.umask(0o077);
  const unlock = lockState(stateDir);
  const server = await startServer({ bundle, host: values.host, port, stateDir, settings, log });
  const stop = async (code: number): Promise<never> => {
    await server.stop();
    unlock();
    process.exit(code);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    // Miniflare's own listener would end the process at once.
    process.removeAllListeners(signal);
    process.once(signal, () => void stop(0));
  }
  void server.broken.then((why) => {
    console.error(`${why} Máy chủ dừng để được khởi động lại.`);
    return stop(1);
  });
  log(`Trợ lý 138 đã sẵn sàng: ${server.url}`);
  // Whoever reaches the runtime's port itself can also fire its triggers (Miniflare's internal CONNECT).
  if (!LOOPBACK.test(values.host))
    log("Lưu ý: cổng này mở ra ngoài máy. Hãy chặn bằng tường lửa, chỉ để reverse proxy gọi vào.");
}

function settingsGiven(): Record<string, string> {
  const files = values["env-file"];
  for (const file of files) {
    if (!existsSync(file)) throw new ConfigError(`Không có tệp cài đặt ${file}.`);
  }
  const fromEnvironment = Object.fromEntries(SETTING_NAMES.map((name) => [name, process.env[name]]));
  const given = { ...fromEnvironment, ...readSettings(files) };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ConfigError(`Cổng ${text} không đúng: cần một số từ 1 đến 65535.`);
  return port;
}
