import { resolve } from "node:path";
import { readConfig } from "../src/config.ts";
import { CommandError } from "./lib/command-errors.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { settingsFiles, textOr } from "./lib/command-line/flags.ts";
import { ROOT } from "./lib/root.ts";
import { readBundle } from "./lib/serve/bundle.ts";
import { lockState } from "./lib/serve/lock.ts";
import { sealState } from "./lib/serve/seal.ts";
import { presentSettings, settingsGiven, warnOfSlips } from "./lib/settings.ts";

const log = (line: string) => console.log(line);

/** Seals the chats of a state folder that an earlier release wrote, or a time without keys, while no server runs. */
await runCommand({
  name: "npm run seal",
  does: "Niêm phong các cuộc trò chuyện cũ trong thư mục dữ liệu. Chạy một lần sau khi nâng cấp hoặc sau khi đặt khoá, lúc máy chủ đang dừng.",
  flags: {
    state: textOr(".serve/state", "THƯ_MỤC", "thư mục dữ liệu của máy chủ"),
    "env-file": settingsFiles(),
  },
  async run({ flags }) {
    warnOfSlips(flags["env-file"]);
    const settings = presentSettings(settingsGiven(flags["env-file"]));
    if (readConfig(settings).reports === undefined)
      throw new CommandError(
        "Chưa đặt REPORT_ENCRYPTION_KEYS nên chưa có khoá để niêm phong. Xem docs/deploy.md.",
      );
    process.umask(0o077);
    const stateDir = resolve(ROOT, flags.state);
    const unlock = lockState(stateDir);
    try {
      const bundle = await readBundle({ log });
      const { moved, files } = await sealState({ bundle, stateDir, settings, log });
      log(
        `Đã niêm phong ${moved} cuộc trò chuyện, xoá ${files} tệp cũ. Không còn cuộc trò chuyện nào chưa niêm phong.`,
      );
      log("Bản sao lưu làm trước lúc này vẫn chưa niêm phong: hãy sao lưu lại rồi xoá các bản cũ.");
    } finally {
      unlock();
    }
  },
});
