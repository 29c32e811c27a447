import type { IncidentId } from "../../reading/incident/incident.ts";

/** Where a piece of advice comes from. */
export interface AdviceSource {
  readonly text: string;
  readonly url?: string;
}

/** What is said to whoever tells of an incident. */
export interface IncidentAdvice {
  readonly id: IncidentId;
  /** The most useful thing to do, first. */
  readonly lead: string;
  readonly steps: readonly string[];
  /** Whom to tell, in the order in which to turn to them. */
  readonly tell: string;
  /** What to have at hand for that. */
  readonly note: string;
  readonly sources: readonly AdviceSource[];
  /** A complaint has its own way: the usual words about channels don't apply. */
  readonly ownWay?: true;
}
