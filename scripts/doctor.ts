import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { ConfigError } from "../src/platform/errors.ts";
import { describe, type Finding } from "./doctor/finding.ts";
import { checkEmbeddings, checkModel } from "./doctor/model.ts";
import { checkProject } from "./doctor/project.ts";
import { checkTelegram } from "./doctor/telegram.ts";
import { checkWorker } from "./doctor/worker.ts";
import { readSettings } from "./lib/settings.ts";

/**
 * npm run doctor -- [--env-file FILE] [--url https://…]
 * Looks at each setting, here and at the platforms, and says what to do. Changes nothing: the Zalo refresh token is
 * never tried, as each use spends it. Exit 1 where something is wrong.
 */
const { values } = parseArgs({
  options: { url: { type: "string" }, "env-file": { type: "string", multiple: true, default: [] } },
});

try {
  const config = readConfig({ ...readSettings(values["env-file"]), ...process.env });
  const { telegram, zalo, model } = config;
  const groups: [string, Finding[]][] = [["Cài đặt", checkProject(config)]];
  if (telegram !== undefined) groups.push(["Telegram", await checkTelegram(telegram, values.url)]);
  if (zalo !== undefined && values.url === undefined)
    groups.push([
      "Zalo",
      [{ level: "note", what: "Chỉ kiểm tra được qua bot: thêm --url https://<địa chỉ của bot>." }],
    ]);
  if (model !== undefined) groups.push(["Mô hình ngôn ngữ", await checkModel(model)]);
  if (config.embeddings !== undefined)
    groups.push(["Mô hình nhúng", await checkEmbeddings(config.embeddings)]);
  if (values.url !== undefined) groups.push(["Worker", await checkWorker(values.url, config)]);
  for (const [group, findings] of groups) console.log(describe(group, findings).join("\n"));
  const faults = groups.flatMap(([, findings]) => findings).filter(({ level }) => level === "fault").length;
  console.log(faults === 0 ? "\nKhông thấy lỗi nào." : `\n${faults} lỗi cần sửa.`);
  if (faults > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.log(describe("Cài đặt", [{ level: "fault", what: error.message }]).join("\n"));
  process.exitCode = 1;
}
