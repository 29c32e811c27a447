import {
  type Asked,
  dripped,
  hideDetails,
  namesAgain,
  type OwnDetail,
  type OwnKind,
  ownDetails,
  readable,
  type Whose,
} from "../../../language/privacy/own/own-details.ts";
import { HIDDEN, hideSecrets } from "./protect.ts";
import { withoutPlaces } from "./screen-places.ts";

/** What the citizen chose for one detail: to hide it, or to pass it on as it is. */
export type Choice = "hide" | "pass";
export type Choices = Readonly<Record<string, Choice>>;

/** A text on its way to the handlers. */
export interface ToScreen {
  readonly text: string;
  /** The question that it answers, where that says whose the numbers in it are. */
  readonly answers?: "numbers of the accused" | "the place" | "the time";
}

export interface Screening {
  /** A danger that is happening: the place and a number to call back are passed on as told. */
  readonly danger?: boolean;
  readonly choices?: Choices;
  /** What a handler's question asked for; absent where the words answer none. */
  readonly asked?: ReadonlySet<Asked>;
}

/** One thing that may point to the reporter, wherever it stands in the texts. */
export interface Finding {
  readonly id: string;
  readonly kind: OwnKind;
  /** As it was first written. */
  readonly words: string;
  readonly whose: Whose;
  /** `told`: passed on because of the danger. `presumed`: passed on as the accused's, as we asked for theirs. `theirs`: plainly the accused's, and nobody asked. */
  readonly shown: "hidden" | "chosen" | "told" | "presumed" | "theirs";
  /** The citizen decided. */
  readonly isChosen: boolean;
}

export interface Screened {
  /** The texts as handlers may see them, in the same order. */
  readonly texts: readonly string[];
  readonly findings: readonly Finding[];
}

const PASSED_IN_DANGER: ReadonlySet<OwnKind> = new Set(["phone", "address"]);

/**
 * The texts without what points to the reporter. Whatever isn't plainly another's is hidden until the citizen says
 * otherwise; what was decided for one place holds for all of them.
 * @example
 * screen([{ text: "em là Lan, 0912345678" }]).texts; // ["em là [đã che], [đã che]"]
 */
export function screen(texts: readonly ToScreen[], screening: Screening = {}): Screened {
  const read = readTogether(texts, screening.asked);
  const findings = findingsOf(
    read.flatMap(({ details }) => details),
    screening,
  );
  const hidden = new Set(findings.filter(({ shown }) => shown === "hidden").map(({ id }) => id));
  const isHidden = ({ key }: OwnDetail) => hidden.has(idOf(key));
  const words = read.flatMap(({ details }) => details.filter(isHidden).map((detail) => detail.words));
  const screened = read.map(({ text, details }, i) => {
    const whole = read.find((other, at) => at < i && text !== "" && other.text.includes(text));
    const own = details.filter(isHidden);
    // A place or a time was cut out of the telling: there stand the words that say whose it is.
    const cut =
      whole === undefined
        ? []
        : within(whole.details.filter(isHidden), whole.text.indexOf(text), text.length);
    return hideWords(hideDetails(text, merged([...own, ...cut]), HIDDEN), words);
  });
  return { texts: screened, findings: findings.filter(({ shown }) => shown !== "theirs") };
}

/** A detail, and whether it is another's only because we asked for theirs. */
type Read = OwnDetail & { readonly presumed?: boolean };

/** Each text by itself; then what only all of them together show: a name that comes again, a number told in pieces. */
function readTogether(
  texts: readonly ToScreen[],
  asked: Screening["asked"],
): readonly { readonly text: string; readonly details: readonly Read[] }[] {
  const clean = texts.map(({ text }) => readable(hideSecrets(text)));
  const all = clean.map((text) => ownDetails(text, asked));
  const places = clean.filter((_, i) => texts[i]?.answers === "the place");
  // What the telling says of a name counts for the place that was cut out of it: "ở nhà ông …".
  const asInWhole = (details: readonly OwnDetail[], text: string, i: number): readonly OwnDetail[] => {
    const at = clean.findIndex((other, n) => n !== i && text !== "" && other.includes(text));
    if (at < 0) return details;
    const told = within(all[at] ?? [], clean[at]?.indexOf(text) ?? 0, text.length);
    return details.filter(
      ({ kind, whose, start, end }) =>
        kind !== "name" || whose !== "unclear" || told.some((one) => one.start < end && one.end > start),
    );
  };
  const alone = clean.map((text, i): readonly Read[] => {
    const details = all[i] ?? [];
    switch (texts[i]?.answers) {
      case "numbers of the accused":
        return ofTheAccused(details);
      // "dem kia, sang day" names nobody.
      case "the time":
        return details.filter(({ kind, whose }) => kind !== "name" || whose !== "unclear");
      case "the place":
        return withoutPlaces(asInWhole(details, text, i), text, places);
      default:
        return withoutPlaces(details, text, places);
    }
  });
  const names = alone.flat().filter(({ kind }) => kind === "name");
  const pieces = dripped(clean);
  return clean.map((text, i) => {
    const details = [...(alone[i] ?? []), ...(pieces[i] ?? [])];
    return { text, details: [...details, ...namesAgain(text, details, names)] };
  });
}

/** The text with blanks in the place of addresses that are said to be the reporter's home, and nothing happened there. */
export function withoutHomes(text: string): string {
  const clean = readable(text);
  const homes = ownDetails(clean).filter(({ kind, whose }) => kind === "address" && whose === "reporter");
  return hideDetails(clean, homes, ";");
}

/** True where an address in the text is said to be the reporter's home, whether something happened there or not. */
export const namesHome = (text: string): boolean =>
  ownDetails(readable(text)).some(({ kind, whose }) => kind === "address" && whose !== "other");

const ACCOUNTS: ReadonlySet<OwnKind> = new Set(["phone", "number", "profile", "email"]);

/** The numbers of an answer to the question for the accused's, unless the answer says who the writer is. */
function ofTheAccused(details: readonly OwnDetail[]): readonly Read[] {
  const isPlain = details.every(({ kind, whose }) => ACCOUNTS.has(kind) && whose !== "reporter");
  if (!isPlain) return details;
  return details.map((detail) => ({ ...detail, whose: "other", presumed: detail.whose === "unclear" }));
}

function findingsOf(details: readonly Read[], { danger = false, choices = {} }: Screening): Finding[] {
  return [...Map.groupBy(details, ({ key }) => key)].map(([key, same]) => {
    const { kind, words } = same[0] as OwnDetail;
    const id = idOf(key);
    const whose = togetherWhose(same.map((detail) => detail.whose));
    const choice = choices[id];
    const isPresumed = same.every(({ presumed }) => presumed === true);
    const isTold = danger && PASSED_IN_DANGER.has(kind);
    const shown = shownAs(choice, whose, { isPresumed, isTold });
    return { id, kind, words, whose, shown, isChosen: choice !== undefined };
  });
}

function shownAs(
  choice: Choice | undefined,
  whose: Whose,
  { isPresumed, isTold }: { readonly isPresumed: boolean; readonly isTold: boolean },
): Finding["shown"] {
  if (choice !== undefined) return choice === "hide" ? "hidden" : "chosen";
  if (whose === "other") return isPresumed ? "presumed" : "theirs";
  return isTold ? "told" : "hidden";
}

/** Said once to be the reporter's it is theirs everywhere; said to be both it is unclear. */
function togetherWhose(all: readonly Whose[]): Whose {
  if (all.includes("reporter")) return all.includes("other") ? "unclear" : "reporter";
  return all.includes("other") ? "other" : "unclear";
}

/** The details within a part of a text, counted from its beginning. */
const within = (details: readonly OwnDetail[], from: number, length: number): OwnDetail[] =>
  details
    .map((detail) => ({
      ...detail,
      start: Math.max(0, detail.start - from),
      end: Math.min(length, detail.end - from),
    }))
    .filter(({ start, end }) => end > start);

/** In order, and those that overlap made one. */
function merged(details: readonly OwnDetail[]): OwnDetail[] {
  const all: OwnDetail[] = [];
  for (const detail of [...details].sort((a, b) => a.start - b.start)) {
    const before = all.at(-1);
    if (before === undefined || detail.start > before.end) all.push(detail);
    else all[all.length - 1] = { ...before, end: Math.max(before.end, detail.end) };
  }
  return all;
}

/** Shorter words may be anything: "Lan", "tổ 3". */
const SHORTEST_AGAIN = 6;

/** The same words once more, where nothing said whose they are. */
function hideWords(text: string, words: readonly string[]): string {
  return [...new Set(words)]
    .filter((one) => one.length >= SHORTEST_AGAIN)
    .reduce((all, one) => all.replaceAll(one, HIDDEN), text);
}

/** A short name of a detail for a button, from which the detail can't be read at a glance. */
export function idOf(key: string): string {
  let hash = 0x811c9dc5;
  for (const sign of key) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
