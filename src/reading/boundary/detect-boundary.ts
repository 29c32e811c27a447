import { foreignLanguage } from "../../language/foreign-language.ts";
import type { Utterance } from "../../language/utterance.ts";
import type { Act } from "../../reader/names/act.ts";
import type { BoundaryId } from "../../reader/names/boundary.ts";
import type { IncidentId } from "../../reader/names/incident.ts";
import { chanceOf, type Likely, oddsOf, weighed } from "../../reader/names/likely.ts";
import { tellsOfIncident } from "../incident/detect-incident.ts";
import { fixedForm, swearsAtBot } from "./fixed-forms.ts";

/** What must be known of a message before a boundary is checked. */
interface ReadBefore {
  readonly utterance: Utterance;
  readonly isFalseAlarm: boolean;
  readonly learned: {
    readonly acts: readonly Likely<Act>[];
    readonly boundaries: readonly Likely<BoundaryId>[];
    readonly incidents: readonly Likely<IncidentId>[];
  };
}

/** How probable a refusal must be. On batches that the reader hadn't seen, of ten refusals eight are right. */
const REFUSED = 0.36;

/** What would betray somebody, or hand over the assistant, is refused sooner: of ten, six to seven are right. */
const IN_DOUBT = 0.24;

/** A list of people, by belief or by anything else, is refused in any doubt. */
const IN_ANY_DOUBT = 0.2;

/** These words stand in many harmless questions too ("đổi biển số xe ở đâu"). */
const OFTEN_HARMLESS = { personalLookup: 0.45, operations: 0.28 } as const;

/**
 * "Cách làm …" is asked by parents, victims and pupils more often than by who plans a wrong: of 122 of them three are refused, of
 * 156 own plans put as questions 42. Not refused costs little: the knowledge teaches no wrong.
 */
const SURELY = 0.7;

const LEAST: Readonly<Partial<Record<BoundaryId, number>>> = {
  impersonation: IN_DOUBT,
  whoReported: IN_DOUBT,
  personList: IN_ANY_DOUBT,
  promptInjection: IN_DOUBT,
  ...OFTEN_HARMLESS,
  wrongdoing: SURELY,
};

/** The boundary that the message crosses, or null. */
export function detectBoundary({ utterance, isFalseAlarm, learned }: ReadBefore): BoundaryId | null {
  if (isFalseAlarm) return "falseAlarm";
  const fixed = fixedForm(utterance);
  // A victim who gives the number of the one who did it gets the advice.
  if (fixed !== null && !(fixed === "personalLookup" && tellsOfIncident(learned))) return fixed;
  if (foreignLanguage(utterance) !== null) return null;
  return refused(learned) ?? (swearsAtBot(utterance) ? "abuse" : null);
}

/** Below this nothing is asked that could be refused, however clear it is what that would be. */
const POSSIBLE = 0.005;

/** Odds: which it would be is often certain where nothing is to be refused, so more of that says nothing. */
const SURE_OF_WHICH = 7;

/** Above this somebody tells of what happened: a victim or a witness is never refused. */
const TOLD = 0.5;

/** Talk that is nobody's matter, and moves of a report, ask for nothing that could be refused. */
const NOTHING_ASKED = ["outside", "chat", "more", "edit", "send", "track"] as const;
/** So many times as probable such a message isn't refused: a bus time, a fruit advert. */
const OFTEN = 4;
/** These are such talk themselves, and their refusal says where it belongs. */
const TALK: ReadonlySet<BoundaryId> = new Set(["offTopic", "politics"]);

function refused({ acts, boundaries }: ReadBefore["learned"]): BoundaryId | null {
  const [boundary] = boundaries;
  if (boundary === undefined || chanceOf(acts, "decline") < POSSIBLE) return null;
  if (chanceOf(acts, "tell", "danger") > TOLD) return null;
  const isTalk = chanceOf(acts, ...NOTHING_ASKED) > OFTEN * chanceOf(acts, "decline");
  if (isTalk && !TALK.has(boundary.is)) return null;
  const chance = weighed(
    -1.44,
    [0.46, oddsOf(chanceOf(acts, "decline"))],
    [0.28, Math.min(SURE_OF_WHICH, oddsOf(sureness(boundaries, boundary)))],
  );
  return chance >= (LEAST[boundary.is] ?? REFUSED) ? boundary.is : null;
}

/** What is somebody's own: by whichever of these it is asked for, it is refused. */
const SECRETS: ReadonlySet<BoundaryId> = new Set([
  "whoReported",
  "personList",
  "personalLookup",
  "impersonation",
  "secretOffered",
]);

/** From here on nothing is split. */
const ONE = 0.9;

/** How sure the boundary is; where it is split between kinds of what is somebody's own, they count together. */
const sureness = (boundaries: readonly Likely<BoundaryId>[], { is, p }: Likely<BoundaryId>): number =>
  SECRETS.has(is) && p < ONE
    ? boundaries.reduce((sum, other) => sum + (SECRETS.has(other.is) ? other.p : 0), 0)
    : p;
