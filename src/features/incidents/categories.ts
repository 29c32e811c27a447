import type { IncidentId } from "../../reading/incident/incident.ts";
import { COMMUNITY } from "./categories/community.ts";
import { FAMILY } from "./categories/family.ts";
import { MONEY } from "./categories/money.ts";
import { PROPERTY } from "./categories/property.ts";
import type { IncidentAdvice } from "./incident-advice.ts";

const ADVICE: ReadonlyMap<IncidentId, IncidentAdvice> = new Map(
  [...MONEY, ...FAMILY, ...COMMUNITY, ...PROPERTY].map((advice) => [advice.id, advice]),
);

/** What is said of an incident; throws where a kind has no advice, which the build's tests find. */
export function adviceOf(id: IncidentId): IncidentAdvice {
  const advice = ADVICE.get(id);
  if (advice === undefined) throw new Error(`no advice for ${id}`);
  return advice;
}

export const INCIDENT_IDS: readonly IncidentId[] = [...ADVICE.keys()];
