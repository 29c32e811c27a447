import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import { afterReportCommand } from "../../../language/report-command.ts";
import type { Utterance } from "../../../language/utterance.ts";
import { readMessage } from "../../../reading/read-message.ts";

/** Words that alone start a report. Each is also a button's payload, or what people type in its place. */
const WORDS = [
  "báo cáo",
  "tố giác",
  "báo tin",
  "báo án",
  "gửi (tin/tin báo/báo cáo)",
  "báo (cáo/tin) (sự việc/vụ việc/tội phạm)",
  "tố giác tội phạm",
  "tôi muốn (báo tin/báo cáo/tố giác/báo án/trình báo)",
  "muốn (báo tin/báo cáo/tố giác/báo án/trình báo) (/sự việc/vụ việc/tội phạm/một vụ)",
  "trình báo",
  "phản ánh",
];

const FILLERS = new PatternBook(
  "tôi em mình cháu cho muốn xin cần với ạ à nhé nha đi giúp giùm một vụ việc này ngay vào lên bot ad ơi".split(
    " ",
  ),
);
const book = new PatternBook(WORDS);
const PREFIX =
  /^(?:báo cáo|bao cao|tố giác|to giac|báo tin|bao tin|trình báo|trinh bao|phản ánh|phan anh)(?<sign>\s*[:,\-–]\s*|\s*\n\s*|\s+)(?<rest>\S[\s\S]*)$/iu;
const QUESTION =
  /\?\s*$|(?:ở đâu|o dau|thế nào|the nao|như nào|nhu nao|ntn|là gì|la gi|làm sao|lam sao|bao lâu|bao lau|được không|duoc khong|đc ko|dc ko|có bị|co bi|có được|co duoc|khác gì|khac gi)(?:\s+\S+){0,3}\s*$/iu;

/** True where the words end as a question does. */
export const asksSomething = (text: string): boolean => QUESTION.test(text.normalize("NFC").trim());

/**
 * The words after the request to report, empty where there are none; null where the message isn't such a request. "tố
 * giác ở đâu?" asks; "tố giác: hàng xóm đánh bạc" reports.
 * @param typed as it came, with line breaks
 */
export function readBegin(typed: string, utterance: Utterance): string | null {
  const text = typed.normalize("NFC").trim();
  const command = afterReportCommand(text);
  if (command !== null) return command;
  const prefixed = PREFIX.exec(text);
  if (prefixed !== null) {
    const { sign = "", rest = "" } = prefixed.groups ?? {};
    const isTold = /[:,\-–\n]/.test(sign) || readMessage(rest).incident !== null;
    if (isTold && !QUESTION.test(text) && !isMadeOf(utterance, book, FILLERS)) return rest.trim();
  }
  return isMadeOf(utterance, book, FILLERS) ? "" : null;
}
