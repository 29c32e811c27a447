import { resolve } from "node:path";
import { restoreBackup } from "./lib/backup/restore.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { required } from "./lib/command-line/flags.ts";

/** Makes a state folder for `npm run serve` from a backup. Never writes into a folder that isn't empty. */
await runCommand({
  name: "npm run restore",
  does: "Dựng lại thư mục dữ liệu của npm run serve từ một bản sao lưu.",
  flags: {
    from: required("BẢN_SAO", "thư mục hoặc tệp .tar.gz của bản sao lưu"),
    state: required("THƯ_MỤC", "thư mục dữ liệu mới, chưa có hoặc trống"),
  },
  async run({ flags }) {
    process.umask(0o077);
    const { files, takenAt } = await restoreBackup(resolve(flags.from), resolve(flags.state));
    console.log(`Đã khôi phục ${files.length} tệp vào ${flags.state}, như lúc ${takenAt}.`);
  },
});
