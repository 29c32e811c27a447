/** No font has more letters: a wider table is a slip or a trap, and what opens the file would fill it for minutes. */
const MOST_CODES = 0x10000;
/** Letters of all tables of one stream. */
const MOST_OF_ALL = 4 * MOST_CODES;

const RANGES = /begin(?:bf|cid|notdef)range([\s\S]*?)(?:end(?:bf|cid|notdef)range|$)/gu;
/** From a code to a code, and what the first one means; a slip in it may make another code of two. */
const RANGE = /\s*<([0-9a-f\s]{1,12})>\s*<([0-9a-f\s]{1,12})>\s*(?:<[0-9a-f\s]*>|\[[<>0-9a-f\s]*\]|\d+)/iuy;
/** The widths of a font's letters: numbers in brackets, some of them in brackets of their own. */
const WIDTHS = /\/W2?\s*\[([\d\s.[\]+-]*)/gu;
const LONG_NUMBER = /\d{6,}/u;

/** Whether a table of letters in this part of a PDF claims more of them than there can be. */
export function isAbsurd(text: string): boolean {
  let all = 0;
  for (const [, ranges = ""] of text.matchAll(RANGES)) {
    RANGE.lastIndex = 0;
    let end = 0;
    for (let found = RANGE.exec(ranges); found !== null; found = RANGE.exec(ranges)) {
      end = RANGE.lastIndex;
      const many = codeOf(found[2]) - codeOf(found[1]);
      all += Math.max(0, many);
      if (many > MOST_CODES || all > MOST_OF_ALL) return true;
    }
    if (ranges.slice(end).trim() !== "") return true;
  }
  return [...text.matchAll(WIDTHS)].some(([, numbers = ""]) => LONG_NUMBER.test(numbers));
}

const codeOf = (hex = ""): number => Number.parseInt(hex.replace(/\s+/gu, ""), 16);
