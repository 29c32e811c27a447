import { answering } from "../answering/feature.ts";
import { boundaries } from "../boundaries/feature.ts";
import { emergency } from "../emergency/feature.ts";
import { figures } from "../figures/feature.ts";
import { handover } from "../handover/feature.ts";
import { incidents } from "../incidents/feature.ts";
import { officialsFeature } from "../officials/feature.ts";
import { citizenReports } from "../reporting/citizen/feature.ts";
import { thenReport } from "../reporting/danger-first.ts";
import { duty } from "../reporting/duty/feature.ts";
import { commands } from "../smalltalk/commands.ts";
import { smalltalk } from "../smalltalk/feature.ts";
import { nonText } from "../smalltalk/non-text.ts";
import type { Feature } from "./turn.ts";

/** The order in which a message is looked at: danger first, the honest "không có" last. */
export const FEATURES: readonly Feature[] = [
  thenReport(emergency),
  handover,
  duty,
  citizenReports,
  nonText,
  officialsFeature,
  commands,
  boundaries,
  thenReport(incidents),
  smalltalk,
  figures,
  answering,
];
