import { resolve } from "node:path";
import { readConfig } from "../src/config.ts";
import type { AuditHead, Break } from "../src/features/officials/audit-chain.ts";
import { type Verdict, verifyAudit } from "./lib/audit/verify-audit.ts";
import { UsageError } from "./lib/command-errors.ts";
import { runCommand } from "./lib/command-line/command.ts";
import { settingsFiles, text, textOr } from "./lib/command-line/flags.ts";
import { readLedger } from "./lib/read-ledger.ts";
import { settingsGiven } from "./lib/settings.ts";

const BROKEN: Readonly<Record<Break | "head", string>> = {
  missing: "thiếu dòng trước nó, hoặc số thứ tự sai",
  moved: "không nối với dòng trước: có dòng bị sửa, chèn hoặc đổi chỗ",
  altered: "nội dung đã bị sửa, hoặc dòng không do chương trình này ghi",
  unsigned: "dòng không có chữ ký của bộ khóa, sau những dòng có chữ ký",
  unknown_key: "ký bằng khóa không có trong REPORT_ENCRYPTION_KEYS: thêm lại khóa cũ rồi kiểm tra lại",
  old_rows: "các dòng có từ trước chuỗi đã bị sửa, xóa hoặc thêm",
  head: "không có dòng mang số và mã này: các dòng cuối đã bị xóa hoặc thay",
};

/** Proves that the audit of a state folder, or of a restored backup, is as it was written, or names the first wrong row. */
await runCommand({
  name: "npm run audit:verify",
  does: "Kiểm tra nhật ký: từng dòng còn nguyên và nối đúng dòng trước; nếu không, nói dòng sai đầu tiên.",
  flags: {
    state: textOr(".serve/state", "THƯ_MỤC", "thư mục dữ liệu, hoặc bản sao lưu đã khôi phục"),
    "env-file": settingsFiles(),
    head: text("SỐ:MÃ", "số dòng và mã cuối mà giám sát nhận buổi sáng; thấy được cả việc xóa các dòng cuối"),
  },
  async run({ flags }) {
    const ring = readConfig(settingsGiven(flags["env-file"])).reports?.keyRing;
    const head = flags.head === undefined ? undefined : readHead(flags.head);
    const verdict = readLedger(resolve(flags.state), (ledger) => verifyAudit(ledger, ring, head));
    console.log(inWords(verdict));
    return verdict.kind === "broken" || verdict.kind === "unproved" ? 1 : 0;
  },
});

function readHead(typed: string): AuditHead {
  const [, n, hash] = /^(\d+):([\w-]{43})$/u.exec(typed) ?? [];
  if (hash === undefined)
    throw new UsageError(`--head ${typed} không đúng: cần dạng SỐ:MÃ, như trong tin buổi sáng.`);
  return { n: Number(n), hash };
}

function inWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case "empty":
      return "Nhật ký chưa có dòng nào.";
    case "broken":
      return `SAI ở dòng ${verdict.n} (${verdict.key}): ${BROKEN[verdict.why]}.`;
    case "unproved":
      return `CHƯA CHỨNG MINH ĐƯỢC: không dòng nào trong ${verdict.head.n} dòng có chữ ký của bộ khóa, nên ai ghi được vào thư mục này cũng có thể đã viết lại tất cả. Hãy thêm --head với số dòng và mã cuối trong tin buổi sáng của giám sát.`;
    case "whole": {
      const { head, old, signed } = verdict;
      const unsigned =
        signed === head.n
          ? ""
          : `\n${head.n - signed} dòng không có chữ ký (chưa đặt REPORT_ENCRYPTION_KEYS khi ghi): chỉ đối chiếu --head mới chứng minh được.`;
      return `Nhật ký còn nguyên: ${head.n} dòng, thêm ${old} dòng có từ trước chuỗi. Mã cuối ${head.n}:${head.hash}${unsigned}`;
    }
  }
}
