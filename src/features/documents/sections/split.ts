/** The longest section, in characters: less than a phone's screen. */
export const MAX_SECTION = 600;

/** Where a text may be parted, the best first; what stands before the place stays with the part before. */
const PLACES = [/(?<=[.!?…]["”’)]*)\s+(?=\p{Lu}|\d)/u, /(?<=;)\s+/u, /(?<=[,:])\s+/u, /\s+/u] as const;

/**
 * Parts a text into pieces of at most so many characters, at its lines, its sentences, its points, and only where one of
 * these is longer than that within it. But for the spaces between them nothing is lost, and the order stays.
 */
export function split(text: string, most: number = MAX_SECTION): string[] {
  return packed(
    text.split("\n").filter((line) => line.trim() !== ""),
    "\n",
    most,
    0,
  );
}

/** Units put together as long as they fit; one that doesn't fit alone is parted at the next kind of place. */
function packed(units: readonly string[], joint: string, most: number, place: number): string[] {
  const pieces: string[] = [];
  let open = "";
  for (const unit of units.map((one) => one.trim()).filter(Boolean)) {
    if (open !== "" && open.length + joint.length + unit.length > most) {
      pieces.push(open);
      open = "";
    }
    if (unit.length <= most) {
      open = open === "" ? unit : `${open}${joint}${unit}`;
      continue;
    }
    const smaller = parted(unit, most, place);
    pieces.push(...smaller.slice(0, -1));
    open = smaller.at(-1) ?? "";
  }
  return open === "" ? pieces : [...pieces, open];
}

function parted(unit: string, most: number, place: number): string[] {
  const at = PLACES[place];
  if (at !== undefined) return packed(unit.split(at), " ", most, place + 1);
  // One word of hundreds of letters: whole letters stay whole.
  const letters = [...unit];
  const pieces: string[] = [];
  for (let from = 0; from < letters.length; from += Math.floor(most / 2))
    pieces.push(letters.slice(from, from + Math.floor(most / 2)).join(""));
  return pieces;
}
