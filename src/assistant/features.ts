import { aside } from "../dialogue/aside.ts";
import { dialogue } from "../dialogue/dialogue-feature.ts";
import { skillsOf } from "../dialogue/skills.ts";
import { answering } from "../features/answering/answering-feature.ts";
import { boundaries } from "../features/boundaries/boundaries-feature.ts";
import { afterUnknown } from "../features/curation/asked-in-vain.ts";
import { curated } from "../features/curation/curated-feature.ts";
import { curation, curationRefusal } from "../features/curation/curation-feature.ts";
import { emergency } from "../features/emergency/emergency-feature.ts";
import { firstAid } from "../features/emergency/first-aid-feature.ts";
import { inDoubt } from "../features/emergency/in-doubt.ts";
import { figureUpdates } from "../features/figure-updates/figure-updates-feature.ts";
import { figures } from "../features/figures/figures-feature.ts";
import { handover } from "../features/handover.ts";
import { adviceFor, incidents } from "../features/incidents/incidents-feature.ts";
import { journal } from "../features/officials/journal-feature.ts";
import { officialsFeature } from "../features/officials/officials-feature.ts";
import { operations } from "../features/operations/operations-feature.ts";
import { rateLimit } from "../features/rate-limit.ts";
import { citizenReports } from "../features/reporting/citizen/citizen-reports.ts";
import { thenParked } from "../features/reporting/citizen/then-parked.ts";
import { alarmed, whileOpen } from "../features/reporting/danger/in-danger.ts";
import { thenReport } from "../features/reporting/danger/then-report.ts";
import { duty } from "../features/reporting/duty/duty-feature.ts";
import { thenSettle } from "../features/reporting/duty/then-settle.ts";
import { nonText } from "../features/smalltalk/non-text.ts";
import { commands } from "../features/smalltalk/smalltalk-commands.ts";
import { smalltalk } from "../features/smalltalk/smalltalk-feature.ts";
import type { Feature } from "../turn/feature.ts";
import type { Services } from "./services.ts";
import { type TakeTurn, takeTurn } from "./turn.ts";

/**
 * The order in which a message is looked at: danger first, the honest "không có" last. Only the handlers' own words
 * come before: what they write of a danger is for the citizen, not for the machine to answer.
 */
export function featuresOf(services: Services): readonly Feature[] {
  const {
    knowledge,
    isOfficial,
    officials,
    operatorQuietMs = 0,
    botUsername,
    announce,
    model,
    deployment,
  } = services;
  const { reporting, curation: curating, figureUpdates: updating, operations: ledger } = services;
  const takesReports = reporting !== undefined;
  const facts = {
    ...(deployment ?? { isOwnServer: true, searchesElsewhere: false }),
    takesReports,
    asksModel: model !== undefined,
    backupDays: reporting?.backupDays,
  };
  const talk = dialogue(skillsOf(reporting));
  const first = [
    reporting && duty(reporting),
    curating && officials && curation({ ...curating, officials }),
    rateLimit("danger"),
    alarmed(emergency, thenReport(emergency, reporting), reporting),
    // A danger that is open is never silenced either.
    rateLimit("report"),
    whileOpen(talk, reporting),
  ];
  // What belongs to what is open, or says exactly what it wants.
  const own = [
    handover({ operatorQuietMs }),
    updating && officials && figureUpdates({ ...updating, figures: services.figures, officials }),
    reporting && citizenReports(reporting),
    talk,
  ];
  const others = [
    rateLimit("ordinary"),
    nonText,
    officials && thenSettle(officialsFeature({ officials, botUsername, announce }), reporting),
    officials && journal({ officials }),
    ledger && officials && operations({ operations: ledger, officials }),
    curating && officials && curationRefusal,
    commands({ ...facts, officials }),
    boundaries,
    thenReport(firstAid, reporting),
    thenReport(incidents({ takesReports }), reporting),
    smalltalk(facts),
    figures({ store: services.figures, knowledge, isOfficial, officials }),
    curating && curated({ library: curating.library, isOfficial }),
    answering({
      knowledge,
      isOfficial,
      model,
      onTold: ({ inbound }) => adviceFor("other", takesReports && inbound.isPrivate),
      onUnknown: async (context, question, answer) =>
        curating === undefined
          ? answer
          : afterUnknown({ ...curating, isOfficial }, context, question, answer),
    }),
  ];
  const between = (feature: Feature): Feature => aside(inDoubt(feature), reporting);
  const isThere = (feature: Feature | undefined): feature is Feature => feature !== undefined;
  return [
    ...first.filter(isThere),
    ...own.filter(isThere).map((feature) => inDoubt(thenParked(feature, reporting))),
    ...others.filter(isThere).map(between),
  ];
}

/**
 * The assistant over its services: the Worker, the terminal, the evaluation and the tests use this same one.
 * @example
 * const assistant = createAssistant({ knowledge, figures, now: Date.now, isOfficial: async () => false });
 * const { replies, session } = await assistant(inbound, {});
 */
export function createAssistant(services: Services): TakeTurn {
  const features = featuresOf(services);
  return (inbound, session, circumstances) =>
    takeTurn(inbound, session, features, services.now(), circumstances);
}
