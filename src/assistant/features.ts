import { aside } from "../dialogue/aside.ts";
import { bareSlot } from "../dialogue/bare-slot.ts";
import { dialogue } from "../dialogue/dialogue-feature.ts";
import { skillsOf } from "../dialogue/skills.ts";
import { toldOn } from "../dialogue/told-on.ts";
import { answering, answeringSurely, isSaidOn, TOLD_EVENT } from "../features/answering/answering-feature.ts";
import { seeAlso } from "../features/answering/see-also.ts";
import { boundaries } from "../features/boundaries/boundaries-feature.ts";
import { knownInstead } from "../features/boundaries/known-instead.ts";
import { afterUnknown } from "../features/curation/asked-in-vain.ts";
import { curated, curatedChosen } from "../features/curation/curated-feature.ts";
import { curation, curationRefusal } from "../features/curation/curation-feature.ts";
import { documents } from "../features/documents/documents-feature.ts";
import { emergency } from "../features/emergency/emergency-feature.ts";
import { firstAid, knownOfCase } from "../features/emergency/first-aid-feature.ts";
import { inDoubt } from "../features/emergency/in-doubt.ts";
import { figureFiles } from "../features/figure-files/figure-files-feature.ts";
import { figureUpdates } from "../features/figure-updates/figure-updates-feature.ts";
import { figures, figuresSurely } from "../features/figures/figures-feature.ts";
import { handover } from "../features/handover.ts";
import {
  adviceFor,
  advisedOn,
  endsAsQuestion,
  incidents,
  toldAndAsked,
  toldAndKnown,
} from "../features/incidents/incidents-feature.ts";
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

/** So probable a section must be to stand before a refusal, or before the advice on what is told: of ten, eight are right. */
const SURELY_MEANT = 0.7;
/** The same where a refusal would hide nothing that is anybody's: of ten, seven are right. */
const LIKELY_MEANT = 0.45;

/**
 * The order in which a message is looked at: danger first, the honest "không có" last. Only the handlers' own words
 * come before: what they write of a danger is for the citizen, not for the machine to answer.
 */
export function featuresOf(services: Services): readonly Feature[] {
  const {
    knowledge,
    agedSections = async () => [],
    isOfficial,
    officials,
    operatorQuietMs = 0,
    botUsername,
    announce,
    model,
    deployment,
  } = services;
  const {
    reporting,
    curation: curating,
    figureUpdates: updating,
    figureFiles: files,
    documents: papers,
    operations: ledger,
  } = services;
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
    curating && officials && curation({ ...curating, officials, agedSections }),
    rateLimit("danger"),
    alarmed(emergency, thenReport(emergency, reporting), reporting),
    // A danger that is open is never silenced either.
    rateLimit("report"),
    whileOpen(talk, reporting),
    reporting && bareSlot(reporting),
  ];
  // What belongs to what is open, or says exactly what it wants.
  const own = [
    handover({ operatorQuietMs }),
    papers && officials && documents({ ...papers, officials }),
    files && officials && figureFiles({ ...files, figures: services.figures, officials }),
    updating &&
      officials &&
      figureUpdates({ ...updating, figures: services.figures, officials, keep: files?.keep }),
    reporting && citizenReports(reporting),
    talk,
    reporting && toldOn(reporting),
  ];
  const approved = curating && curated({ library: curating.library, isOfficial });
  const surely = figuresSurely({ store: services.figures, knowledge, isOfficial, officials });
  const others = [
    rateLimit("ordinary"),
    nonText,
    officials && thenSettle(officialsFeature({ officials, botUsername, announce }), reporting),
    officials && journal({ officials }),
    ledger && officials && operations({ operations: ledger, officials }),
    curating && officials && curationRefusal,
    commands({ ...facts, officials }),
    surely,
    curating && curatedChosen({ library: curating.library, isOfficial }),
    // What an official approved as the answer is told where a question like it would be refused.
    approved && knownInstead({ surely: approved, likely: approved }),
    knownInstead(
      {
        surely: answeringSurely({ knowledge, isOfficial, least: SURELY_MEANT }),
        likely: answeringSurely({ knowledge, isOfficial, least: LIKELY_MEANT }),
      },
      isSaidOn,
    ),
    boundaries,
    thenReport(knownOfCase(answeringSurely({ knowledge, isOfficial, least: SURELY_MEANT })), reporting),
    thenReport(firstAid, reporting),
    thenReport(toldAndAsked(answeringSurely({ knowledge, isOfficial })), reporting),
    thenReport(toldAndKnown(answeringSurely({ knowledge, isOfficial, least: SURELY_MEANT })), reporting),
    thenReport(seeAlso(incidents({ takesReports }), { knowledge, isOfficial }), reporting),
    smalltalk(facts),
    figures({ store: services.figures, knowledge, isOfficial, officials }),
    approved,
    thenReport(
      answering({
        knowledge,
        isOfficial,
        model,
        onTold: ({ inbound, reading, utterance }) =>
          endsAsQuestion(utterance)
            ? undefined
            : adviceFor(advisedOn(reading), takesReports && inbound.isPrivate, reading),
        onUnknown: async (context, question, answer) =>
          curating === undefined
            ? answer
            : afterUnknown({ ...curating, isOfficial }, context, question, answer),
      }),
      reporting,
      (_, { events = [] }) => events.includes(TOLD_EVENT),
    ),
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
