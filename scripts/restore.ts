import { resolve } from "node:path";
import { readKeyRing } from "../src/config.ts";
import { restoreBackup } from "./lib/backup/restore.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { file, required, settingsFiles, yes } from "./lib/command-line/flags.ts";
import { settingsGiven, warnOfSlips } from "./lib/settings.ts";

/** Makes a state folder for `npm run serve` from a backup. Never writes into a folder that isn't empty. */
await runCommand({
  name: "npm run restore",
  does: "Dựng lại thư mục dữ liệu của npm run serve từ một bản sao lưu; những gì đã xoá sau đó được xoá lại khi máy chủ khởi động.",
  flags: {
    from: required("BẢN_SAO", "thư mục hoặc tệp .tar.gz của bản sao lưu"),
    state: required("THƯ_MỤC", "thư mục dữ liệu mới, chưa có hoặc trống"),
    "env-file": settingsFiles(),
    erasures: file("danh sách xoá của máy chủ (mặc định: nơi bản sao lưu ghi)"),
    "without-erasures": yes("khôi phục dù danh sách xoá đã mất: những gì đã xoá sau bản sao lưu sẽ sống lại"),
    unsealed: yes("nhận cả bản sao lưu không niêm phong"),
  },
  async run({ flags }) {
    process.umask(0o077);
    warnOfSlips(flags["env-file"]);
    const { files, takenAt, erasures, missingKeys } = await restoreBackup({
      from: resolve(flags.from),
      stateDir: resolve(flags.state),
      ring: readKeyRing(settingsGiven(flags["env-file"])),
      unsealed: flags.unsealed,
      erasures: flags.erasures === undefined ? undefined : resolve(flags.erasures),
      withoutErasures: flags["without-erasures"],
    });
    console.log(`Đã khôi phục ${files} tệp vào ${flags.state}, như lúc ${takenAt}.`);
    if (flags.unsealed) console.log("Lưu ý: bản sao lưu không niêm phong có thể đã bị sửa mà không ai thấy.");
    console.log(
      erasures === undefined
        ? "Lưu ý: không có danh sách xoá, những gì đã xoá sau bản sao lưu sống lại: hãy làm lại từng /xoadulieu."
        : `Danh sách xoá có ${erasures} mục; mục nào sau bản sao lưu sẽ được xoá lại trước khi máy chủ nhận tin.`,
    );
    for (const id of missingKeys)
      console.log(`Lưu ý: một phần dữ liệu còn cần khoá "${id}", không có trong REPORT_ENCRYPTION_KEYS.`);
  },
});
