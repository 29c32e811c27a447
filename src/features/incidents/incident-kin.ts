import { z } from "zod";
import { INCIDENT_IDS, type IncidentId } from "../../reader/names/incident.ts";
import json from "./incident-kin.json" with { type: "json" };

/** Kinds that one story often holds together: who is robbed may be beaten too. A kind may stand in several rows. */
const KIN = z.array(z.array(z.enum(INCIDENT_IDS))).parse(json);

/**
 * True where two kinds can't well be one story. "other" goes with everything.
 * @example areApart("trafficAccident", "gambling") // true
 */
export const areApart = (one: IncidentId, other: IncidentId): boolean =>
  one !== other &&
  one !== "other" &&
  other !== "other" &&
  !KIN.some((row) => row.includes(one) && row.includes(other));
