import { answering } from "../features/answering/answering-feature.ts";
import { boundaries } from "../features/boundaries/boundaries-feature.ts";
import { curated } from "../features/curation/curated-feature.ts";
import { curation, curationRefusal } from "../features/curation/curation-feature.ts";
import { emergency } from "../features/emergency/emergency-feature.ts";
import { figureUpdates } from "../features/figure-updates/figure-updates-feature.ts";
import { figures } from "../features/figures/figures-feature.ts";
import { handover } from "../features/handover.ts";
import { incidents } from "../features/incidents/incidents-feature.ts";
import { officialsFeature } from "../features/officials/officials-feature.ts";
import { operations } from "../features/operations/operations-feature.ts";
import { pace } from "../features/rate-limit.ts";
import { citizenReports } from "../features/reporting/citizen/citizen-reports.ts";
import { thenReport } from "../features/reporting/danger-first.ts";
import { duty } from "../features/reporting/duty/duty-feature.ts";
import { nonText } from "../features/smalltalk/non-text.ts";
import { commands } from "../features/smalltalk/smalltalk-commands.ts";
import { smalltalk } from "../features/smalltalk/smalltalk-feature.ts";
import type { Feature } from "./turn.ts";

/**
 * The order in which a message is looked at: danger first, the honest "không có" last. Only the handlers' own words
 * come before: what they write of a danger is for the citizen, not for the machine to answer.
 */
export const FEATURES: readonly Feature[] = [
  duty,
  curation,
  thenReport(emergency),
  handover,
  figureUpdates,
  citizenReports,
  pace,
  nonText,
  officialsFeature,
  operations,
  curationRefusal,
  commands,
  boundaries,
  thenReport(incidents),
  smalltalk,
  figures,
  curated,
  answering,
];
