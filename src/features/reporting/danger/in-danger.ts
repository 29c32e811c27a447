import { readReportCode } from "../../../language/report-code.ts";
import { type Block, beforeSources } from "../../../messaging/reply.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import { chanceOf } from "../../../reader/names/likely.ts";
import type { Feature, FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { CHOICES } from "../../../turn/session.ts";
import { cellOn } from "../../emergency/answer/event-step.ts";
import { type EventName, isCalmer, isOfQuestion } from "../../emergency/event/read-events.ts";
import type { NextPoint } from "../../emergency/next/next-step.ts";
import { OPEN_DANGER, type OpenDanger, openDanger } from "../../emergency/open-danger.ts";
import { REPORT } from "../citizen/citizen-session.ts";
import { ASK_ASSISTANT, REPORT_THIS } from "../citizen/citizen-wording.ts";
import { sayDanger } from "../citizen/talk.ts";
import { whatIsTold } from "../dialogue/choice-wording.ts";
import { readIntent } from "../dialogue/intents.ts";
import { screen } from "../dialogue/screen.ts";
import { readWhere } from "../dialogue/where.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { end, hold, passNow } from "./danger-skills.ts";
import { DONT_PASS, NO, offer, PASS_ON, WAY_OUT, YES } from "./danger-wording.ts";
import { goOn } from "./go-on.ts";
import { type Heard, hear } from "./hear.ts";
import { isGlad, isPlainlyOver } from "./over.ts";
import { asksToSend } from "./send-words.ts";
import { notUrgent, ofAnimals, pastTold, saysNotUrgent, saysPast, standDown } from "./stand-down.ts";

/** From here on a message that sounds an alarm asks to pass nothing on. */
const HOLDS = 0.5;

/**
 * An alarm with the open danger behind it: the advice comes first, whatever happens to the rest; what was told is kept or goes to
 * the case that was made of it, and one tap passes it on.
 * @param alarm answers a danger and opens it
 * @param inReport the same for an alarm within a report, or within the talk with its handlers
 */
export function alarmed(
  alarm: Feature,
  inReport: Feature,
  reporting: ReportingServices | undefined,
): Feature {
  return {
    name: alarm.name,
    async take(context) {
      const { reading, inbound, session, now } = context;
      if (reading.danger === null || !inbound.isPrivate || reporting === undefined)
        return alarm.take(context);
      const before = openDanger(session, now);
      if (belongsToReport(context, before === undefined)) return inReport.take(context);
      const past = before === undefined ? await pastTold(reporting, context).catch(() => null) : null;
      if (past !== null) return past;
      const advised = await alarm.take(context);
      if (before !== undefined && chanceOf(reading.learned.acts, "cancel") >= HOLDS)
        return hold(reporting, context, before).catch(() => advised);
      return advised === null ? null : withPassing(reporting, context, advised).catch(() => advised);
    },
  };
}

/** What stands in the way of help is met before the same steps are said again. */
const HINDERS: ReadonlySet<NextPoint> = new Set(["cantCall", "noCredit", "noAnswer", "noVoice", "notCome"]);

const isCommand = ({ inbound: { content } }: TurnContext): boolean =>
  content.kind === "text" && /^\s*\//u.test(content.text);

/** A first alarm within a report, a report's command, or a reply to a handler. */
function belongsToReport(context: TurnContext, isFirst: boolean): boolean {
  const { about, asked, session, now } = context;
  if (isCommand(context)) return true;
  if (about !== undefined) return about !== openDanger(session, now)?.code;
  return isFirst && (REPORT.of(session) !== undefined || asked !== undefined || begins(context));
}

const begins = ({ inbound: { content } }: TurnContext): boolean =>
  content.kind === "text" &&
  /^\s*(?:báo (?:cáo|tin|án)|bao (?:cao|tin|an)|tố giác|to giac|trình báo|trinh bao)/iu.test(content.text);

async function withPassing(
  reporting: ReportingServices,
  context: TurnContext,
  advised: FeatureResult,
): Promise<FeatureResult> {
  const [advice] = advised.replies;
  const opened = OPEN_DANGER.of(advised.session ?? {});
  if (advice === undefined || opened === undefined) return advised;
  const before = openDanger(context.session, context.now);
  const isFirst = before === undefined;
  const { answer: _, ...heard } = hear(context, opened);
  const shown = isFirst ? { ...advice, blocks: withOffer(advice.blocks, context) } : advice;
  const isSame = context.reading.danger?.kind === before?.kind;
  const said = isSame && HINDERS.has(heard.row) ? undefined : shown;
  const result = await goOn(reporting, context, opened, { ...heard, isEmpty: false }, said);
  // A first alarm after a report was sent may be more of it: those who have the report read it too.
  const also = isFirst ? await sayDanger(reporting, context).catch(() => null) : null;
  return {
    ...advised,
    ...result,
    replies: [...result.replies, ...(also?.replies ?? [])],
    session: { ...advised.session, ...also?.session, ...result.session },
  };
}

/** Before the sources: what one tap passes on. */
function withOffer(
  blocks: readonly Block[],
  { inbound: { content }, reading }: TurnContext,
): readonly Block[] {
  const words = content.kind === "text" ? content.text : "";
  const { findings } = screen([{ text: words }], { danger: true });
  const line = offer(whatIsTold(findings, readWhere(words) !== null));
  const lines = reading.danger?.isUnsure === true ? [line, WAY_OUT] : [line];
  return beforeSources(blocks, ...lines);
}

/**
 * Whatever comes while a danger is open and sounds no alarm belongs to it: our own buttons, files, places on the map,
 * corrections; other words are the policy's.
 * @param policy decides what words do
 */
export function whileOpen(policy: Feature, reporting: ReportingServices | undefined): Feature {
  return {
    name: "whileOpen",
    async take(context) {
      const { inbound, utterance, session, now } = context;
      const danger = openDanger(session, now);
      if (danger === undefined || !inbound.isPrivate) return null;
      const { content } = inbound;
      switch (content.kind) {
        case "text":
          break;
        case "edited":
          if (content.text.trim().startsWith("/")) return null;
          return goOn(reporting, context, danger, hear(context, danger));
        case "media":
        case "location":
        case "sticker":
        case "unsupported":
          return goOn(reporting, context, danger, hear(context, danger));
        default:
          return null;
      }
      const said = utterance.clean.toLowerCase();
      if (said === PASS_ON.payload || said === REPORT_THIS.payload)
        return passNow(reporting, context, danger);
      if (reporting !== undefined && saysNotUrgent(danger, utterance)) {
        const calm = await notUrgent(reporting, context, danger);
        if (calm !== null) return calm;
      }
      if (said === DONT_PASS.payload) return hold(reporting, context, danger);
      if (danger.asked === "state" && (said === YES.payload || said === NO.payload))
        return goOn(reporting, context, danger, hear(context, danger));
      const isSeen = REPORT.of(session) !== undefined;
      const isSent = danger.code !== undefined;
      const heard = hear(context, danger);
      if (isPlainlyOver(utterance) || isBack(danger, heard, context))
        return end(reporting, context, danger, answerBeside(danger, heard));
      const isOther = isOthers(context, danger.code);
      if (reporting !== undefined && !isOther) {
        const calm = saysPast(context, danger)
          ? await standDown(reporting, context, danger)
          : await ofAnimals(reporting, context, danger);
        if (calm !== null) return calm;
      }
      if (readIntent(utterance) === "send")
        // A report that was begun after the danger's went is another one.
        return isSeen && isSent ? null : passNow(reporting, context, danger, isSeen);
      // The report's own button; the danger has "Đừng chuyển".
      if (isSeen && readIntent(utterance) === "cancel") return null;
      if (isOther) return null;
      if (asksToSend(utterance)) return passNow(reporting, context, danger);
      return hasCell(context, danger, heard) ? goOn(reporting, context, danger, heard) : policy.take(context);
    },
  };
}

/** What is asked with the word that it is over: "dập xong rồi, giờ đền bù hỏi ai". */
const answerBeside = (danger: OpenDanger, { events, isAsked }: Heard): string | undefined =>
  isAsked ? cellOn(danger, events.filter(isOfQuestion), true)?.say : undefined;

/** Who was looked for is there again, and whoever tells it is glad: "tìm thấy rồi" alone may be the worst news. */
const isBack = (danger: OpenDanger, { events }: Heard, { utterance, reading }: TurnContext): boolean =>
  SOUGHT.has(danger.kind) &&
  events.some((event) => BACK.has(event)) &&
  isCalmer(events) &&
  isGlad(utterance) &&
  chanceOf(reading.learned.acts, "settled", "chat") >= WISHES;
const SOUGHT: ReadonlySet<DangerKind> = new Set(["missingPerson", "lost"]);
const BACK: ReadonlySet<EventName> = new Set(["found", "home"]);

/** What was told or asked has its step, whatever the policy makes of it; what is wished goes before. */
const hasCell = ({ reading }: TurnContext, danger: OpenDanger, { events, isAsked, answer }: Heard): boolean =>
  danger.language === undefined &&
  answer === undefined &&
  (events.includes("secrecy") || chanceOf(reading.learned.acts, "send", "cancel", "human") < WISHES) &&
  cellOn(danger, events, isAsked) !== undefined;
/** From here on something is wished of us. */
const WISHES = 0.5;

/** A command, another button, a report's code, a reply to the handlers of another case. */
function isOthers(context: TurnContext, code: string | undefined): boolean {
  const { inbound, utterance, session, about } = context;
  const { content } = inbound;
  if (content.kind !== "text" || isCommand(context) || content.tapped === true) return true;
  if (utterance.clean.toLowerCase() === ASK_ASSISTANT.payload) return true;
  if (CHOICES.of(session)?.includes(content.text.trim()) === true) return true;
  return (
    (about !== undefined && about !== code) ||
    (utterance.words.length <= 4 && readReportCode(utterance.clean).kind !== "none")
  );
}
