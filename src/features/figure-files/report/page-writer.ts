import { type PDFFont, type PDFPage, rgb } from "pdf-lib";

export const INK = rgb(0.08, 0.13, 0.24);
export const MUTED = rgb(0.36, 0.39, 0.46);
export const BLUE = rgb(0.04, 0.37, 0.84);
export const PALE = rgb(0.92, 0.94, 0.97);
const LINE = rgb(0.78, 0.81, 0.86);

interface Style {
  readonly size: number;
  readonly font?: PDFFont;
  readonly color?: ReturnType<typeof rgb>;
}

/** Writes on one page from top to bottom, in points; `y` is where the next line's top is. */
export class PageWriter {
  y: number;
  readonly page: PDFPage;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly #font: PDFFont;
  readonly #widths = new Map<string, number>();

  constructor(page: PDFPage, font: PDFFont, margin: number) {
    this.page = page;
    this.#font = font;
    this.left = margin;
    this.right = page.getWidth() - margin;
    this.bottom = margin;
    this.y = page.getHeight() - margin;
  }

  get width(): number {
    return this.right - this.left;
  }

  /** One line of text with its top at `top`; cut to nothing, so it has to fit. */
  put(words: string, x: number, top: number, { size, font = this.#font, color = INK }: Style): void {
    this.page.drawText(words, { x, y: top - size, size, font, color });
  }

  putRight(words: string, right: number, top: number, style: Style): void {
    this.put(words, right - (style.font ?? this.#font).widthOfTextAtSize(words, style.size), top, style);
  }

  centred(words: string, style: Style): void {
    for (const line of this.wrap(words, this.width, style)) {
      const width = (style.font ?? this.#font).widthOfTextAtSize(line, style.size);
      this.put(line, this.left + (this.width - width) / 2, this.y, style);
      this.y -= style.size * 1.35;
    }
  }

  /** Lines that are no wider than this; a word that is too long alone is broken. */
  wrap(words: string, width: number, { size, font = this.#font }: Style): string[] {
    const space = this.#widthOf(" ", font) * size;
    const lines: string[] = [];
    let used = 0;
    for (const word of words.split(/[ \n]+/u).flatMap((one) => this.#broken(one, width / size, font))) {
      const own = this.#widthOf(word, font) * size;
      if (lines.length > 0 && used + space + own <= width) {
        lines[lines.length - 1] += ` ${word}`;
        used += space + own;
      } else {
        lines.push(word);
        used = own;
      }
    }
    return lines;
  }

  rule(top: number): void {
    this.page.drawLine({
      start: { x: this.left, y: top },
      end: { x: this.right, y: top },
      thickness: 0.5,
      color: LINE,
    });
  }

  /** The width at size 1, remembered: measuring is what takes the time. */
  #widthOf(words: string, font: PDFFont): number {
    const key = `${font === this.#font}${words}`;
    const known = this.#widths.get(key) ?? font.widthOfTextAtSize(words, 1);
    this.#widths.set(key, known);
    return known;
  }

  #broken(word: string, width: number, font: PDFFont): string[] {
    if (this.#widthOf(word, font) <= width) return [word];
    const pieces: string[] = [];
    let used = Number.POSITIVE_INFINITY;
    for (const letter of word) {
      const own = this.#widthOf(letter, font);
      if (used + own > width) {
        pieces.push(letter);
        used = own;
      } else {
        pieces[pieces.length - 1] += letter;
        used += own;
      }
    }
    return pieces;
  }
}
