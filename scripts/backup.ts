import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isArchive, pack, withFolderBeside } from "./lib/backup/archive.ts";
import { BackupRefused } from "./lib/backup/manifest.ts";
import { type Taken, takeBackup } from "./lib/backup/take.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { required, textOr } from "./lib/command-line/flags.ts";

/** Copies the state folder of `npm run serve`, which may keep running. */
await runCommand({
  name: "npm run backup",
  does: "Sao lưu dữ liệu của npm run serve, kể cả khi máy chủ đang chạy.",
  flags: {
    to: required("NƠI", "thư mục hoặc tệp .tar.gz sẽ chứa bản sao"),
    state: textOr(".serve/state", "THƯ_MỤC", "thư mục dữ liệu của máy chủ"),
  },
  async run({ flags }) {
    // Waiting messages, tokens, reports: readable only for this account.
    process.umask(0o077);
    const { files, takenAt, standstillMs } = await take(resolve(flags.state), resolve(flags.to));
    console.log(`Đã sao lưu ${files.length} tệp vào ${flags.to}, theo đúng lúc ${takenAt}.`);
    if (standstillMs > 0) console.log(`Chương trình đã dừng chờ ${standstillMs} mili giây.`);
  },
});

async function take(stateDir: string, to: string): Promise<Taken> {
  if (!isArchive(to)) return takeBackup(stateDir, to);
  if (existsSync(to)) throw new BackupRefused(`${to} đã có: hãy chọn nơi khác.`);
  mkdirSync(dirname(to), { recursive: true });
  return withFolderBeside(to, async (folder) => {
    const taken = await takeBackup(stateDir, join(folder, "backup"));
    pack(join(folder, "backup"), to);
    return taken;
  });
}
