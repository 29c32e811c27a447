import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readBackupDays, readKeyRing } from "../src/config.ts";
import { isArchive, pack, withFolderBeside } from "./lib/backup/archive.ts";
import { BackupRefused } from "./lib/backup/backup-refused.ts";
import { expireBackups } from "./lib/backup/expire.ts";
import { type Taken, type TakeOptions, takeBackup } from "./lib/backup/take.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { required, settingsFiles, text, textOr, yes } from "./lib/command-line/flags.ts";
import { erasureListOf } from "./lib/erasures/erasure-list.ts";
import { settingsGiven, warnOfSlips } from "./lib/settings.ts";

/** Copies the state folder of `npm run serve`, which may keep running, and seals the copy. */
await runCommand({
  name: "npm run backup",
  does: "Sao lưu dữ liệu của npm run serve, kể cả khi máy chủ đang chạy; bản sao được niêm phong bằng khoá của máy chủ.",
  flags: {
    to: required("NƠI", "thư mục hoặc tệp .tar.gz sẽ chứa bản sao"),
    state: textOr(".serve/state", "THƯ_MỤC", "thư mục dữ liệu của máy chủ"),
    "env-file": settingsFiles(),
    expire: yes(
      "xoá các bản sao trong cùng thư mục, tên theo giờ như 20261128T090000Z.tar.gz, cũ hơn BACKUP_DAYS ngày",
    ),
    erasures: text("TỆP", "danh sách xoá của máy chủ (mặc định: cạnh thư mục dữ liệu, .erasures)"),
  },
  async run({ flags }) {
    // Waiting messages, tokens, reports: readable only for this account.
    process.umask(0o077);
    warnOfSlips(flags["env-file"]);
    const settings = settingsGiven(flags["env-file"]);
    const ring = readKeyRing(settings);
    // First, and though the backup may fail: citizens were told when old copies go.
    if (flags.expire) expire(dirname(resolve(flags.to)), readBackupDays(settings));
    const stateDir = resolve(flags.state);
    const erasures = flags.erasures === undefined ? erasureListOf(stateDir) : resolve(flags.erasures);
    const { files, takenAt, standstillMs, warning } = await take({
      stateDir,
      to: resolve(flags.to),
      ring,
      erasures,
    });
    console.log(`Đã sao lưu ${files} tệp vào ${flags.to}, theo đúng lúc ${takenAt.toISOString()}.`);
    if (standstillMs > 0) console.log(`Chương trình đã dừng chờ ${standstillMs} mili giây.`);
    if (warning !== undefined) console.error(`Lưu ý: ${warning}`);
    console.log(
      ring === undefined
        ? "Không có REPORT_ENCRYPTION_KEYS: bản sao không được niêm phong, ai có nó đều đọc và sửa được. Việc nhận tin báo cũng đang đóng."
        : `Bản sao được niêm phong bằng khoá "${ring.currentId}": không có khoá này thì không khôi phục được.`,
    );
  },
});

function expire(folder: string, days: number | undefined): void {
  if (days === undefined) {
    console.error("Chưa đặt BACKUP_DAYS: không xoá bản sao cũ nào.");
    return;
  }
  const expired = expireBackups(folder, days, Date.now());
  if (expired.length > 0) console.log(`Đã xoá ${expired.length} bản sao cũ hơn ${days} ngày.`);
}

async function take(options: TakeOptions): Promise<Taken> {
  const { to } = options;
  if (!isArchive(to)) return takeBackup(options);
  if (existsSync(to)) throw new BackupRefused(`${to} đã có: hãy chọn nơi khác.`);
  mkdirSync(dirname(to), { recursive: true });
  return withFolderBeside(to, async (folder) => {
    const taken = await takeBackup({ ...options, to: join(folder, "backup") });
    await pack(join(folder, "backup"), to, taken.shownAt);
    return taken;
  });
}
