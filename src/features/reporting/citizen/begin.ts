import { asksPlainly } from "../../../language/asks.ts";
import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import { afterReportCommand } from "../../../language/report-command.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
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
const book = new PatternBook([...WORDS, "baocao"]);
/** How a letter begins: to whom it goes, and who writes. */
const POLITE = new PatternBook(
  "kính gửi thưa chào alo dạ vâng đồng chí các anh chị bác chú cô ban trực cán bộ công an xã phường đấy đây hộ với tôi em mình cháu cho xin muốn được ạ à bot ad ơi".split(
    " ",
  ),
);
const PART = /[^,;.!\n]+/gu;
/** "Tôi phản ánh việc hút cát": what follows is told, whatever the reader makes of it. */
const TELLS_OF =
  /^(?:\S+\s+){0,4}?(?:báo|bao|phản ánh|phan anh|trình báo|trinh bao|tố giác|to giac|báo cáo|bao cao) (?:về |ve )?(?:việc|viec|vụ|vu|tình trạng|tinh trang|trường hợp|truong hop|hiện tượng|hien tuong) (?=\S+\s+\S)/iu;
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
  return isMadeOf(utterance, book, FILLERS) ? "" : behindWish(text);
}

/** What stands behind a wish that is a clause of its own, or is said of something: "kính gửi …, tôi phản ánh việc …". */
function behindWish(text: string): string | null {
  if (QUESTION.test(text) || asksPlainly(readUtterance(text))) return null;
  for (const { 0: part, index } of text.matchAll(PART)) {
    const said = readUtterance(part);
    const after = text.slice(index + part.length).replace(/^[\s,;.!]+/u, "");
    if (isMadeOf(said, book, POLITE)) return isPolite(after) ? "" : after;
    if (isPolite(part)) continue;
    const [wish] = TELLS_OF.exec(part.trimStart()) ?? [];
    if (wish === undefined || !isPolite(wish)) return null;
    return text.slice(index).trimStart().slice(wish.length);
  }
  return null;
}

/** Nothing but politeness, and the words for the wish itself. */
const isPolite = (text: string): boolean => {
  const said = readUtterance(text);
  return said.words.length === 0 || isMadeOf(said, ABOUT, POLITE) || isMadeOf(said, POLITE, POLITE);
};
const ABOUT = new PatternBook([
  ...WORDS,
  "baocao",
  "báo",
  "(/về) (việc/vụ/tình trạng/trường hợp/hiện tượng)",
]);
