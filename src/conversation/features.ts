import { answering } from "../answering/feature.ts";
import { boundaries } from "../boundaries/feature.ts";
import { curated } from "../curation/curated.ts";
import { curation, curationRefusal } from "../curation/feature.ts";
import { emergency } from "../emergency/feature.ts";
import { figureUpdates } from "../figure-updates/feature.ts";
import { figures } from "../figures/feature.ts";
import { handover } from "../handover/feature.ts";
import { incidents } from "../incidents/feature.ts";
import { officialsFeature } from "../officials/feature.ts";
import { operations } from "../operations/feature.ts";
import { citizenReports } from "../reporting/citizen/feature.ts";
import { thenReport } from "../reporting/danger-first.ts";
import { duty } from "../reporting/duty/feature.ts";
import { commands } from "../smalltalk/commands.ts";
import { smalltalk } from "../smalltalk/feature.ts";
import { nonText } from "../smalltalk/non-text.ts";
import { pace } from "./pace.ts";
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
