import { PROVINCE } from "../../../language/province.ts";
import { communeOf } from "../book/find/commune.ts";
import { decided, undecided } from "../media/telling-files.ts";
import type { Place, ReportContent } from "../report.ts";
import { asksForNumbers } from "./details.ts";
import type { Draft } from "./draft.ts";
import { needsHelp } from "./pleas.ts";
import { HIDDEN } from "./protect.ts";
import { type Finding, screen, type ToScreen } from "./screen.ts";

export interface ScreenedDraft {
  /** What goes to the handlers and is stored with the case: what is hidden isn't in it. */
  readonly content: ReportContent;
  /** What may point to the reporter, and how it will appear. */
  readonly findings: readonly Finding[];
}

/**
 * The content of an open report as handlers will see it: every text of it is screened, all by one decision. A file that
 * the citizen didn't agree to hand over isn't in it.
 */
export function screenDraft(draft: Draft): ScreenedDraft {
  const { what = "", where, ahead, details, media, lostMedia, ongoing, danger, choices } = draft;
  const entries = Object.entries(details);
  // What is to come stands first: the date behind the words is that of what was.
  const times = [ahead, draft.when?.words].filter((words) => words !== undefined).join("; ");
  const when = times === "" ? undefined : { ...draft.when, words: times };
  const told: ToScreen[] = [
    { text: what },
    { text: where?.words ?? "", answers: "the place" },
    { text: when?.words ?? "", answers: "the time" },
    ...entries.map(([id, text]): ToScreen => {
      const isAnswer = id === "told" && asksForNumbers(draft.category);
      return { text, ...(isAnswer && { answers: "numbers of the accused" }) };
    }),
  ];
  const isHelpless = danger && needsHelp([what, where?.words ?? ""]);
  const { texts, findings } = screen(told, {
    danger: isHelpless,
    ...(choices !== undefined && { choices }),
  });
  const [safeWhat = "", safeWhere = "", safeWhen = "", ...safeDetails] = texts;
  const content: ReportContent = {
    what: safeWhat,
    details: Object.fromEntries(
      entries
        .map(([id], i) => [id, withoutHidden(safeDetails[i] ?? "")] as const)
        .filter(([, value]) => value !== ""),
    ),
    media: decided(media),
    lostMedia: [...lostMedia, ...undecided(media).map(({ kind }) => ({ kind, why: "not_agreed" as const }))],
    ...(where !== undefined && {
      where: {
        ...(where.words !== undefined && { words: withCommune(safeWhere, where, findings) }),
        ...(where.lat !== undefined && { lat: where.lat }),
        ...(where.lng !== undefined && { lng: where.lng }),
        ...(where.unknown === true && { unknown: true as const }),
      },
    }),
    ...(when !== undefined && {
      when: {
        words: safeWhen,
        ...(when.from !== undefined && { from: when.from }),
        ...(when.to !== undefined && { to: when.to }),
      },
    }),
    ...(ongoing !== undefined && { ongoing }),
  };
  return { content, findings };
}

/**
 * Where it happened at the reporter's home the commune stays, unless they chose to hide it: thousands live there, and without it
 * the report finds nobody.
 */
function withCommune(safe: string, where: Place, findings: readonly Finding[]): string {
  const isHome = findings.some(
    ({ kind, shown, isChosen }) => kind === "address" && shown === "hidden" && !isChosen,
  );
  const commune = isHome && safe.includes(HIDDEN) ? communeOf(where) : null;
  return commune === null || communeOf({ words: safe }) !== null ? safe : `${safe}, ${withKind(commune)}`;
}

const withKind = (commune: string): string =>
  `${PROVINCE.communes.find(({ name }) => name === commune)?.kind ?? ""} ${commune}`.trim();

/** "[đã che]; 0987…" without what is hidden; empty where nothing else is left. */
const withoutHidden = (value: string): string =>
  value
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one.replaceAll(HIDDEN, "").trim() !== "")
    .join("; ");
