import { type Config, readConfig } from "../src/config.ts";
import { ConfigError } from "../src/platform/errors.ts";
import { describe, type Finding, fault, note } from "./doctor/finding.ts";
import { checkEmbeddings, checkModel } from "./doctor/model.ts";
import { checkProject } from "./doctor/project.ts";
import { checkTelegram } from "./doctor/telegram.ts";
import { checkWorker } from "./doctor/worker.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { settingsFiles, webAddress } from "./lib/command-line/flags.ts";
import { describeSlip, settingSlips, settingsGiven } from "./lib/settings.ts";

type Group = readonly [name: string, findings: readonly Finding[]];

/**
 * Checks each setting, here and at the platforms, and says what to do. Changes nothing: the Zalo refresh token is never
 * tried, because each use spends it. Exit code 1 where something is wrong.
 */
await runCommand({
  name: "npm run doctor",
  does: "Xem từng cài đặt, ở đây và ở các nền tảng, và nói cần làm gì. Không đổi gì.",
  flags: {
    "env-file": settingsFiles(),
    url: webAddress("địa chỉ của bot đang chạy, để so mã bí mật ở hai bên"),
  },
  async run({ flags }) {
    const slips = checkNames(flags["env-file"]);
    const groups = await examine(flags["env-file"], slips, flags.url);
    for (const [group, findings] of groups) console.log(describe(group, findings).join("\n"));
    const faults = groups.flatMap(([, findings]) => findings).filter(({ level }) => level === "fault").length;
    console.log(faults === 0 ? "\nKhông thấy lỗi nào." : `\n${faults} lỗi cần sửa.`);
    return faults > 0 ? 1 : 0;
  },
});

/** A malformed setting is the only finding: without it the rest can't be checked. */
async function examine(
  files: readonly string[],
  slips: readonly Finding[],
  url: string | undefined,
): Promise<readonly Group[]> {
  try {
    const config = readConfig(settingsGiven(files));
    return [["Cài đặt", [...slips, ...checkProject(config)]], ...(await checkServices(config, url))];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [["Cài đặt", [...slips, fault(error.message)]]];
  }
}

async function checkServices(config: Config, url: string | undefined): Promise<readonly Group[]> {
  const { telegram, zalo, model, embeddings } = config;
  const groups: Group[] = [];
  if (telegram !== undefined) groups.push(["Telegram", await checkTelegram(telegram, url)]);
  if (zalo !== undefined && url === undefined)
    groups.push(["Zalo", [note("Chỉ kiểm tra được qua bot: thêm --url https://<địa chỉ của bot>.")]]);
  if (model !== undefined) groups.push(["Mô hình ngôn ngữ", await checkModel(model)]);
  if (embeddings !== undefined) groups.push(["Mô hình nhúng", await checkEmbeddings(embeddings)]);
  if (url !== undefined) groups.push(["Worker", await checkWorker(url, config)]);
  return groups;
}

/** A mistyped name silently leaves its setting unset: a fault, unless the right name is there too. */
function checkNames(files: readonly string[]): readonly Finding[] {
  return settingSlips(files).map((slip) =>
    slip.isSet
      ? note(describeSlip(slip), `bỏ dòng ${slip.typed}`)
      : fault(describeSlip(slip), `đổi tên thành ${slip.meant}`),
  );
}
