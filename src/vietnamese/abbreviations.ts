import table from "../../knowledge/abbreviations.json" with { type: "json" };

const ABBREVIATIONS: Readonly<Record<string, string>> = table;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Writes out abbreviations and teencode word by word: "ko dc" → "không được".
 * Document numbers keep theirs: in "124/2021/TT-BCA" a neighbour of "/" or "-" is left alone.
 * @param text lower case
 */
export function expandAbbreviations(text: string): string {
  return text.replace(WORD, (word, offset: number) => {
    const before = text[offset - 1];
    const after = text[offset + word.length];
    if (before === "/" || before === "-" || after === "/" || after === "-") return word;
    return Object.hasOwn(ABBREVIATIONS, word) ? (ABBREVIATIONS[word] as string) : expandMoney(word);
  });
}

/** "15tr" → "15 triệu", "500k" → "500 nghìn", "2ty" → "2 tỷ". */
function expandMoney(word: string): string {
  const match = /^(\d+)(tr|trieu|k|ty|tỷ|tỉ|củ)$/u.exec(word);
  if (match === null) return word;
  const unit =
    match[2] === "k" ? "nghìn" : match[2] === "ty" || match[2] === "tỷ" || match[2] === "tỉ" ? "tỷ" : "triệu";
  return `${match[1]} ${unit}`;
}
