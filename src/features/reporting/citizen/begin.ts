import { asksPlainly } from "../../../language/asks.ts";
import { fold } from "../../../language/fold.ts";
import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import { afterReportCommand } from "../../../language/report-command.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import { readMessage } from "../../../reading/read-message.ts";
import WORDS from "./begin.json" with { type: "json" };

const FILLERS = new PatternBook(WORDS.fillers.split(" "));
/** Words that alone start a report. Each is also a button's payload, or what people type in its place. */
const book = new PatternBook(WORDS.wishes);
/** How a letter begins: to whom it goes, and who writes. */
const POLITE = new PatternBook(WORDS.polite.split(" "));
const ABOUT = new PatternBook([...WORDS.wishes, ...WORDS.of]);
const PART = /[^,;.!\n]+/gu;
/** "Tôi phản ánh việc hút cát": what follows is told, whatever the reader makes of it. Looked for without marks. */
const TELLS_OF =
  /^(?:\S+\s+){0,4}?(?:bao|phan anh|trinh bao|to giac|bao cao) (?:ve )?(?:viec|vu|tinh trang|truong hop|hien tuong) (?=\S+\s+\S)/u;
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
    const isTold = /[:,\-–\n]/.test(sign) || readMessage(rest).incident !== null || ifTold(rest) !== null;
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
    if (isMadeOf(said, book, POLITE)) return isPolite(after) ? "" : ifTold(after);
    if (isPolite(part)) continue;
    // In NFC folding moves no letters; with its marks "đã" is no "dạ".
    const told = text.slice(index).trimStart();
    const wish = TELLS_OF.exec(fold(part.trimStart()))?.[0].length ?? 0;
    return wish > 0 && isPolite(told.slice(0, wish)) ? ifTold(told.slice(wish)) : null;
  }
  return null;
}

const MOSTLY = 0.5;
/** "… nhưng sợ bị trả thù", "… thôi không báo nữa": what isn't told begins no report. */
const ifTold = (rest: string): string | null =>
  chanceOf(readMessage(rest).learned.acts, "tell", "danger", "more") > MOSTLY ? rest : null;

/** Nothing but politeness, and the words for the wish itself. */
const isPolite = (text: string): boolean => {
  const said = readUtterance(text);
  return said.words.length === 0 || isMadeOf(said, ABOUT, POLITE) || isMadeOf(said, POLITE, POLITE);
};
