import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { SourceFile } from "../src/knowledge/document.ts";
import { displayDate } from "../src/language/dates.ts";
import { attraction } from "./knowledge-check/attracts.ts";
import { type Checked, readChecked } from "./knowledge-check/checked.ts";
import { check, describe, type Judged } from "./knowledge-check/rules.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { folder, knowledgeFolder, today, yes } from "./lib/command-line/flags.ts";
import { readFiles } from "./lib/ingest.ts";
import { HOME_KNOWLEDGE } from "./lib/knowledge-dir.ts";

/** So long the index is asked; then what it has shown so far is told. */
const ASKING_MS = 90_000;

/** Looks through the knowledge by the rules of `knowledge-check/rules.ts`, one line a finding. Changes nothing. */
await runCommand({
  name: "npm run knowledge:check",
  does: "Soát kho kiến thức: mục quá ngày, trùng câu hỏi, trái nhau, thiếu nguồn, luật đã thay. Không đổi gì.",
  flags: {
    knowledge: knowledgeFolder(),
    today,
    sources: folder("các tệp .txt, .md của nguồn, để tìm câu chép nguyên văn"),
    attract: yes("hỏi thử chỉ mục: mục nào hút câu hỏi của mục khác (tới một phút rưỡi)"),
    strict: yes("mã thoát 1 cả khi chỉ có điều cần nhắc"),
  },
  async run({ flags }) {
    const files = readFiles(flags.knowledge ?? HOME_KNOWLEDGE, "documents", ".md");
    const sources = flags.sources === undefined ? [] : readSources(flags.sources);
    const checked = readChecked(files, { today: flags.today, sources });
    const found = await check(checked);
    for (const finding of found) console.log(describe(finding));
    if (flags.attract) await tellAttraction(checked);
    return conclude(checked, found, flags.strict);
  },
});

function readSources(path: string): SourceFile[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:txt|md)$/iu.test(name))
    .sort()
    .map((name) => ({
      name: relative(path, join(path, name)),
      text: readFileSync(join(path, name), "utf8"),
    }));
}

async function tellAttraction(checked: Checked): Promise<void> {
  const until = Date.now() + ASKING_MS;
  const { findings, asked, wanted, missed } = await attraction(checked, () => Date.now() > until);
  for (const finding of findings) console.log(describe({ ...finding, level: "remark" }));
  const ofAll = asked < wanted ? ` trong ${wanted} (hết giờ)` : "";
  console.log(`Đã hỏi thử ${asked} câu${ofAll}: ${missed} câu rơi vào mục khác.`);
}

/** The last line, and the exit code. */
function conclude({ sections, today: day }: Checked, found: readonly Judged[], isStrict: boolean): number {
  const count = (wanted: Judged["level"]) => found.filter(({ level }) => level === wanted).length;
  const [faults, reminders] = [count("fault"), count("reminder")];
  console.log(`${sections.length} mục, ngày ${displayDate(day)}: ${faults} lỗi, ${reminders} điều cần nhắc.`);
  return faults > 0 || (isStrict && reminders > 0) ? 1 : 0;
}
