import type { IncidentId } from "../../../reader/names/incident.ts";
import type { Lane } from "../report.ts";

interface CategoryLane {
  /** Null where it can't be reported by chat. */
  readonly lane: Lane | null;
  /** Someone may be harmed while it goes on. */
  readonly urgentWhileOngoing?: true;
}

/** The lane of each category, as data. A complaint against an official's conduct has its own law and no chat lane. */
const CATEGORY_LANES: Readonly<Record<IncidentId, CategoryLane>> = {
  onlineScamInProgress: { lane: "crime", urgentWhileOngoing: true },
  onlineScam: { lane: "crime" },
  fraud: { lane: "crime" },
  blackmail: { lane: "crime", urgentWhileOngoing: true },
  loanShark: { lane: "crime" },
  drugs: { lane: "crime" },
  gambling: { lane: "crime" },
  illegalCrossing: { lane: "crime", urgentWhileOngoing: true },
  smuggling: { lane: "crime" },
  weaponsHandover: { lane: "feedback" },
  fireworks: { lane: "crime" },
  fireHazard: { lane: "feedback", urgentWhileOngoing: true },
  domesticViolence: { lane: "crime", urgentWhileOngoing: true },
  humanTrafficking: { lane: "crime", urgentWhileOngoing: true },
  assault: { lane: "crime", urgentWhileOngoing: true },
  trafficAccident: { lane: "crime", urgentWhileOngoing: true },
  theft: { lane: "crime", urgentWhileOngoing: true },
  lostProperty: { lane: "feedback" },
  suspiciousPerson: { lane: "feedback" },
  vice: { lane: "crime" },
  publicDisorder: { lane: "crime", urgentWhileOngoing: true },
  whistleblowerComplaint: { lane: null },
  childHarm: { lane: "crime", urgentWhileOngoing: true },
  environment: { lane: "feedback" },
  foundThing: { lane: "feedback" },
  other: { lane: "feedback" },
};

export const CATEGORY_IDS: readonly string[] = Object.keys(CATEGORY_LANES);

/**
 * The lane of a report of this category; an unknown category is feedback, so that nothing is lost.
 * @returns null for a "tố cáo", which isn't taken by chat: the citizen is told the right procedure. Danger comes before
 * that: with `danger` the report is always urgent.
 */
export function laneOf(
  category: string,
  { ongoing = false, danger = false }: { readonly ongoing?: boolean; readonly danger?: boolean } = {},
): Lane | null {
  if (danger) return "urgent";
  const rule = isKnown(category) ? CATEGORY_LANES[category] : CATEGORY_LANES.other;
  return ongoing && rule.urgentWhileOngoing === true ? "urgent" : rule.lane;
}

const isKnown = (category: string): category is keyof typeof CATEGORY_LANES =>
  Object.hasOwn(CATEGORY_LANES, category);
