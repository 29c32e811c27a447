import type { DocumentRef } from "../../knowledge/knowledge-index.ts";
import { displayDate } from "../../language/dates.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import { readUtterance } from "../../language/utterance.ts";
import { PARTICULARS } from "./answering-wording.ts";

/** What the front matter of a document can answer. */
type Aspect = "signer" | "issuer" | "effective";

const ASPECTS: readonly (readonly [Aspect, readonly string[]])[] = [
  ["signer", ["ai ký", "người ký", "do ai ký"]],
  [
    "issuer",
    [
      "ai ban hành",
      "ban hành khi nào",
      "ban hành ngày nào",
      "ban hành năm nào",
      "ra đời khi nào",
      "cơ quan nào ban hành",
      "ai ra",
      "số bao nhiêu",
      "số mấy",
      "số hiệu",
    ],
  ],
  ["effective", ["hiệu lực", "áp dụng từ", "có giá trị từ"]],
];

const BOOKS = ASPECTS.map(([aspect, phrases]) => ({ aspect, book: new PatternBook(phrases) }));

/** Which particular of a document a short question asks for. */
function aspectOf(question: string): Aspect | null {
  const utterance = readUtterance(question);
  return BOOKS.find(({ book }) => book.has(utterance))?.aspect ?? null;
}

/** The particular in words; null where the front matter doesn't have it. */
function sayParticular(aspect: Aspect, { number, issuer, issued, effective }: DocumentRef): string | null {
  if (number === undefined) return null;
  if (aspect === "effective")
    return effective === undefined ? null : PARTICULARS.effective(number, displayDate(effective));
  if (issuer === undefined) return null;
  const said = PARTICULARS.issuer(number, issuer, issued === undefined ? "" : displayDate(issued));
  return aspect === "signer" ? `${said} ${PARTICULARS.signerUnknown}` : said;
}

/** What the front matter answers: the issuer always; the effective date only where no passage has it. */
export function particularOf(
  question: string,
  document: DocumentRef | undefined,
  passageSays: boolean,
): { readonly text: string; readonly document: DocumentRef } | null {
  const aspect = aspectOf(question);
  if (aspect === null || document === undefined || (aspect === "effective" && passageSays)) return null;
  const text = sayParticular(aspect, document);
  return text === null ? null : { text, document };
}
