/** Cutting text without breaking a character. Lengths are UTF-16 units: never fewer than a platform's characters. */

/**
 * Invisible characters, and marks that reverse the direction of reading, so that "exe.gpj" shows as "jpg.exe". A name
 * or a report must look like what it is. Joiners stay: emoji and some scripts need them.
 */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** The same text without its invisible marks. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, "");

const JOINING = /\p{M}|\u200d/u;

/** The longest beginning of `text` within `max` units that doesn't cut a character. `text` is well-formed. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, boundary(text, max));
}

/** Where to end at or before `max`: not inside a surrogate pair and, where possible, not before a combining mark. */
function boundary(text: string, max: number): number {
  let end = codePointStart(text, max);
  while (end > 0 && (JOINING.test(charAt(text, end)) || text[end - 1] === "\u200d")) {
    end = codePointStart(text, end - 1);
  }
  return end > 0 ? end : codePointStart(text, max);
}

const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function codePointStart(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

/** Where to end a part, best first. `share`: how full the part must be for this end to be used. */
const ENDS: readonly { readonly pattern: RegExp; readonly fill: number }[] = [
  { pattern: /\n[^\S\n]*\n/gu, fill: 1 / 2 },
  { pattern: /\n/gu, fill: 1 / 2 },
  { pattern: /[.!?…;:]["”’)]*\s/gu, fill: 1 / 3 },
  { pattern: /\s/gu, fill: 0 },
];

/**
 * Splits a text into as few parts as its paragraph, line, sentence and word ends allow, each within `limit` units.
 * Nothing but white space at the cuts is lost.
 * @param limit at least 2
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text.toWellFormed().trim();
  while (rest.length > limit) {
    const end = bestEnd(rest, limit);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}

function bestEnd(text: string, limit: number): number {
  // One unit more: a full part may end right before white space.
  const window = text.slice(0, limit + 1);
  for (const { pattern, fill } of ENDS) {
    const end = lastEnd(window, pattern);
    if (end > limit * fill && end > 0) return end;
  }
  return boundary(text, limit);
}

/** The index just before the white space of the last match: the white space itself needn't fit. */
function lastEnd(window: string, pattern: RegExp): number {
  let end = 0;
  for (const match of window.matchAll(pattern)) {
    end = match.index + match[0].trimEnd().length;
  }
  return end;
}
