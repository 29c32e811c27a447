import { z } from "zod";
import { fold } from "../../language/fold.ts";
import { XLSX_TYPE, xlsx } from "../../platform/xlsx.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { slice } from "../../turn/session.ts";
import { may } from "../officials/roles.ts";
import { DRAFT_LIFE } from "../officials/sent-file.ts";
import { REPORT } from "../reporting/citizen/citizen-session.ts";
import { asksCorrection } from "./correction.ts";
import type { FigureUpdateServices } from "./figure-update-services.ts";
import { HOW } from "./figure-updates-wording.ts";
import { answer, confirm, showPage } from "./open-draft.ts";
import { CANCELLED, historyReply, UNKNOWN_DRAFT } from "./outcome-wording.ts";
import { correct, stepBack, takeFile } from "./prepare.ts";
import { communeTemplate, yearTemplate } from "./template.ts";
import { TEMPLATE } from "./template-wording.ts";

/** Until when a file counts as figures, in milliseconds since the epoch. */
const AWAITS_FIGURES = slice("awaitsFigures", z.number());

const COMMAND = /^\s*\/capnhat(?:@\w+)?(?:\s+([\s\S]*))?$/iu;
/** A tap on a preview's button: what to do, with which draft, and the page or how many questions are left. */
const ON_DRAFT = /^(xacnhan|huy|xem|hoi|dunghet|dung|bo)([0-9a-f]{16})(?:x(\d{1,4}))?$/u;
/** "mau", "mau xa": the template of a year, or one with a row for each commune. */
const TEMPLATE_WORD = /^mau(?:bang)?(xa|xaphuong|cacxa)?\d*$/u;
const HISTORY = 10;

/**
 * `/capnhat`: a supervisor sends figures as a table, sees what would change, confirms, and can step back. Only in a
 * private Telegram chat; for everyone else there is no such command. It comes before reports, because a file without
 * words would begin one.
 */
export function figureUpdates(services: FigureUpdateServices): Feature {
  return {
    name: "figureUpdates",
    async take(context): Promise<FeatureResult | null> {
      const { inbound, now, session } = context;
      if (inbound.channel !== "telegram" || !inbound.isPrivate) return null;
      const { content } = inbound;
      if (content.kind !== "text" && content.kind !== "media") return null;
      const typed = content.kind === "text" ? content.text : (content.caption ?? "");
      const command = COMMAND.exec(typed);
      // A file that comes while a report is open belongs to the report.
      const isAwaited = REPORT.of(session) === undefined && (AWAITS_FIGURES.of(session) ?? 0) > now;
      const file =
        content.kind === "media" && (command !== null || (isAwaited && typed.trim() === ""))
          ? content.media[0]
          : undefined;
      const corrects = command === null && content.kind === "text" && asksCorrection(typed);
      if (command === null && file === undefined && !corrects) return null;
      const role = await services.officials.roleOf(inbound);
      if (!may(role, "update_knowledge")) return null;
      if (corrects) {
        const reply = await correct(services, context, typed);
        return reply === null ? null : { replies: [reply] };
      }
      if (file === undefined) return act(services, context, command?.[1] ?? "");
      const caption = command === null ? "" : (command[1] ?? "");
      const { replies, isDone } = await takeFile(services, context, file, caption);
      return { replies, session: AWAITS_FIGURES.with(isDone ? undefined : now + DRAFT_LIFE) };
    },
  };
}

async function act(
  services: FigureUpdateServices,
  context: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const { updates, figures, officials } = services;
  const { inbound, now } = context;
  const word = fold(argument).replace(/\s+/gu, "");
  const [, what, id = "", number = "0"] = ON_DRAFT.exec(word) ?? [];
  const draft = { id, by: inbound.sender, now };
  if (what === "xacnhan") return confirm(updates, draft);
  if (what === "huy")
    return { replies: [(await updates.drafts.drop(id, inbound.sender)) ? CANCELLED : UNKNOWN_DRAFT] };
  if (what === "xem") return { replies: [await showPage(updates, figures, draft, Number(number))] };
  if (what !== undefined)
    return {
      replies: [
        await answer(updates, figures, draft, what as "hoi" | "dung" | "dunghet" | "bo", Number(number)),
      ],
    };
  if (word === "lichsu") {
    const versions = await updates.history(HISTORY);
    const known = [...new Set(versions.map(({ sentBy }) => sentBy))];
    const names = await Promise.all(known.map(async (who) => [who, await officials.nameOf(who)] as const));
    return { replies: [historyReply(versions, new Map(names))] };
  }
  if (word === "hoantac") return { replies: [await stepBack(services, context)] };
  const session = AWAITS_FIGURES.with(now + DRAFT_LIFE);
  const ofCommunes = TEMPLATE_WORD.exec(word);
  if (ofCommunes !== null)
    return { ...(await template(services, context, ofCommunes[1] !== undefined)), session };
  return { replies: [HOW], session };
}

/** The template as a file; what comes back within its time counts as figures. */
async function template(
  { keep, figures }: FigureUpdateServices,
  { inbound, now }: TurnContext,
  ofCommunes: boolean,
): Promise<Pick<FeatureResult, "replies">> {
  const { sheets, period, rows } = ofCommunes
    ? communeTemplate(now)
    : yearTemplate(await figures.facts("internal"), now);
  const file = (await keep?.(inbound, xlsx(sheets), XLSX_TYPE, now)) ?? null;
  if (file === null) return { replies: [TEMPLATE.noRoom] };
  const name = TEMPLATE.fileName(fold(period.label).replace(/[^a-z0-9]+/gu, "-"));
  const words = ofCommunes ? TEMPLATE.communes(period.label, rows) : TEMPLATE.reply(period.label, rows);
  return { replies: [{ ...words, attachments: [{ ...file, name }] }] };
}
