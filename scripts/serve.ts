import { chmodSync } from "node:fs";
import { resolve } from "node:path";
import { readConfig } from "../src/config.ts";
import { checkPort } from "./lib/check-port.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { knowledgeFolder, port, settingsFiles, text, textOr, yes } from "./lib/command-line/flags.ts";
import { preparedKnowledge } from "./lib/prepared.ts";
import { ROOT } from "./lib/root.ts";
import { readBundle } from "./lib/serve/bundle.ts";
import { lockState } from "./lib/serve/lock.ts";
import { startServer } from "./lib/serve/server.ts";
import { presentSettings, settingsGiven, warnOfSlips } from "./lib/settings.ts";
import { UNSEALED } from "./lib/unsealed.ts";

interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly state: string;
  readonly "env-file": readonly string[];
  readonly knowledge: string | undefined;
  readonly erasures: string | undefined;
}

const LOOPBACK = /^(?:127\.|::1$|localhost$)/u;
const log = (line: string) => console.log(line);

/**
 * The built Worker on your own server: migrate, ingest, serve, fire the cron triggers. With --build-only it makes the
 * build for a later start, for an installation that the server's account may only read.
 */
await runCommand({
  name: "npm run serve",
  does: "Chạy trợ lý trên máy chủ riêng: chuẩn bị cơ sở dữ liệu, nạp knowledge/, nhận tin và chạy các việc định kỳ.",
  flags: {
    host: textOr("127.0.0.1", "ĐỊA_CHỈ", "địa chỉ lắng nghe"),
    port: port(8787),
    state: textOr(".serve/state", "THƯ_MỤC", "nơi giữ toàn bộ dữ liệu"),
    "env-file": settingsFiles(),
    knowledge: knowledgeFolder(),
    erasures: text(
      "TỆP",
      "danh sách xoá, để xoá lại sau khi khôi phục (mặc định: cạnh thư mục dữ liệu, .erasures)",
    ),
    "build-only": yes("chỉ dựng chương trình rồi dừng"),
  },
  async run({ flags }) {
    if (flags["build-only"]) {
      await readBundle({ log, knowledge: flags.knowledge });
      await preparedKnowledge(flags.knowledge);
    } else await serve(flags);
  },
});

async function serve(flags: ServeFlags): Promise<void> {
  // First: a mistyped name explains why another setting is missing.
  warnOfSlips(flags["env-file"]);
  const settings = presentSettings(settingsGiven(flags["env-file"]));
  const { reports } = readConfig(settings);
  await checkPort(flags.port, flags.host);
  // Files written from here on (databases, files of reports) are readable only for this account.
  const umask = process.umask(0o077);
  const stateDir = resolve(ROOT, flags.state);
  const unlock = lockState(stateDir);
  // The folder may have been made by another: its content is only for this account.
  chmodSync(stateDir, 0o700);
  process.umask(umask);
  const bundle = await readBundle({ log, knowledge: flags.knowledge });
  process.umask(0o077);
  const { host, port, knowledge } = flags;
  const erasures = flags.erasures === undefined ? undefined : resolve(flags.erasures);
  const server = await startServer({ bundle, host, port, stateDir, settings, log, knowledge, erasures });
  const stop = async (code: number): Promise<never> => {
    await server.stop();
    unlock();
    process.exit(code);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    // Miniflare's own listener would end the process at once.
    process.removeAllListeners(signal);
    process.once(signal, () => void stop(0));
  }
  void server.broken.then((why) => {
    console.error(`${why} Máy chủ dừng để được khởi động lại.`);
    return stop(1);
  });
  log(`Trợ lý 138 đã sẵn sàng: ${server.url}`);
  if (reports === undefined) log(UNSEALED);
  // A client that reaches the runtime's own port can also fire its triggers (Miniflare's internal CONNECT).
  if (!LOOPBACK.test(host))
    log("Lưu ý: cổng này mở ra ngoài máy. Hãy chặn bằng tường lửa, chỉ để reverse proxy gọi vào.");
}
