import { fold } from "../../language/fold.ts";
import type { Inbound } from "../../messaging/inbound.ts";
import type { Attachment, Reply } from "../../messaging/reply.ts";
import { type Sheet, XLSX_TYPE, xlsx } from "../../platform/xlsx.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { answerFigures } from "../figures/answer-query.ts";
import { placeName } from "../figures/describe.ts";
import type { Fact } from "../figures/fact.ts";
import type { FigureStore } from "../figures/figure-store.ts";
import { FIGURE_THREAD } from "../figures/figure-thread.ts";
import { HOME } from "../figures/places.ts";
import type { Officials } from "../officials/directory.ts";
import { may } from "../officials/roles.ts";
import { EXPORT, RESULT_TITLES, SHEET_NAMES, type Told } from "./figure-files-wording.ts";
import { figureSheets } from "./figure-rows.ts";
import { factsWanted, latestYear, readWanted, type Wanted } from "./what-to-export.ts";

/** Stores a file that was made for the chat that asked; null where it can't be stored now. */
export type KeepMade = (
  inbound: Pick<Inbound, "channel" | "chat" | "key">,
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  now: number,
) => Promise<Attachment | null>;

/** Draws a period's figures as a page for a conference. */
export type MakeReport = (
  period: Extract<Wanted, { kind: "period" }>["period"],
  facts: readonly Fact[],
  now: number,
) => Promise<Uint8Array<ArrayBuffer>>;

export interface FigureFileServices {
  readonly figures: FigureStore;
  readonly officials: Pick<Officials, "roleOf" | "noteUse">;
  readonly keep: KeepMade;
  readonly report: MakeReport;
}

const COMMAND = /^\s*\/xuat(?:@\w+)?(?:\s+([\s\S]*))?$/iu;
/** "xuất excel năm 2022", "cho tôi bản pdf năm 2022" say the same as the command. */
const IN_WORDS =
  /^(?:(?:thoi|ok|oke|vay|roi|the|a|giup|nho) )*(?:xin|cho|gui|xuat|tai|lay|lam|can|toi can)\b.{0,40}\b(?:excel|xlsx|pdf|file|tep)\b/u;
/** "cho file 3 loại đó": without its form a file is only one of what was told; it may also be one that they have. */
const FORM = /\b(?:excel|xlsx|pdf)\b/u;
const POINTS = /\b(?:do|ay|nay|tren|vua \p{L}+|nay gio|tu nay)(?: |$)/u;
const WISH =
  /^(?:(?:thôi|thoi|ok|oke|vậy|vay|rồi|roi|thế|the|giúp|giup|nhờ|nho|anh|chị|chi|a|xin|cho|gửi|gui|xuất|xuat|tải|tai|lấy|lay|làm|lam|cần|can|tôi|toi|em|mình|minh)\s+)+/iu;
const PDF_TYPE = "application/pdf";

/**
 * `/xuat`: figures as files, with their sources: an official's private Telegram chat only, since files carry internal
 * figures. For everyone else there is no such command.
 */
export function figureFiles(services: FigureFileServices): Feature {
  return {
    name: "figureFiles",
    async take(context): Promise<FeatureResult | null> {
      const { inbound, utterance } = context;
      if (inbound.channel !== "telegram" || !inbound.isPrivate || inbound.content.kind !== "text")
        return null;
      const argument = COMMAND.exec(inbound.content.text);
      const inWords = argument === null && IN_WORDS.test(fold(utterance.clean));
      if (argument === null && !inWords) return null;
      if (!may(await services.officials.roleOf(inbound), "see_internal")) return null;
      if (!inWords) return give(services, context, argument?.[1] ?? "");
      const isSure = FORM.test(fold(utterance.clean));
      if (!isSure && !POINTS.test(fold(utterance.clean))) return null;
      return give(services, context, utterance.clean.replace(WISH, ""), isSure);
    },
  };
}

async function give(
  { figures, officials, keep, report }: FigureFileServices,
  { inbound, session, now }: TurnContext,
  argument: string,
  isSure = true,
): Promise<FeatureResult | null> {
  const all = await figures.facts("internal");
  const wanted = readWanted(argument, all, FIGURE_THREAD.of(session), now);
  if (!isSure && (wanted.kind !== "queries" || factsWanted(wanted, all).length === 0)) return null;
  if (wanted.kind === "unsaid") return { replies: [howReply(all)] };
  const facts = factsWanted(wanted, all);
  const told = toldOf(wanted, facts);
  if (facts.length === 0) return { replies: [EXPORT.nothing(told.what)] };
  const internal = facts.filter(({ audience }) => audience === "internal").map(({ id }) => id);
  if (internal.length > 0) await officials.noteUse(inbound.key, inbound.sender, internal.join(" "), now);
  const isReport = wanted.kind === "period" && wanted.as === "report";
  const bytes = isReport
    ? await report(wanted.period, facts, now)
    : xlsx([...figureSheets(facts), ...resultSheets(wanted, all)]);
  const file = await keep(inbound, bytes, isReport ? PDF_TYPE : XLSX_TYPE, now);
  if (file === null) return { replies: [EXPORT.noRoom] };
  const name = isReport ? EXPORT.reportName(slug(wanted)) : EXPORT.sheetName(slug(wanted));
  const reply = isReport ? EXPORT.report(told) : EXPORT.sheet(told);
  return { replies: [{ ...reply, attachments: [{ ...file, name }] }], events: ["figures_exported"] };
}

/** What was worked out from the figures, a row for each question in the words of its answer, and the period of its figures. */
function resultSheets(wanted: Wanted, facts: readonly Fact[]): readonly Sheet[] {
  if (wanted.kind !== "queries") return [];
  const rows = wanted.queries.flatMap((query) => {
    const { reply, provenance } = answerFigures(
      { kind: "query", query: { ...query, claims: [] } },
      facts,
      "",
    );
    const [head] = reply.blocks;
    const periods = [...new Set(provenance.facts.map(({ period }) => period))].join("; ");
    return head?.kind === "strong" ? head.text.split("\n").map((line) => [line, periods]) : [];
  });
  return [{ name: SHEET_NAMES.results, rows: [RESULT_TITLES, ...rows] }];
}

const howReply = (facts: readonly Fact[]): Reply => EXPORT.how(latestYear(facts)?.start.slice(0, 4) ?? "");

function toldOf(wanted: Exclude<Wanted, { kind: "unsaid" }>, facts: readonly Fact[]): Told {
  const what =
    wanted.kind === "all"
      ? EXPORT.all
      : wanted.kind === "period"
        ? EXPORT.of(wanted.period.label, placeName(HOME))
        : wanted.kind === "queries"
          ? wanted.of === "last"
            ? EXPORT.lastAsked
            : EXPORT.asked
          : wanted.said;
  return { what, rows: facts.length, hasInternal: facts.some(({ audience }) => audience === "internal") };
}

/** "2022", "tat-ca": the part of a file's name that tells files apart. */
function slug(wanted: Wanted): string {
  if (wanted.kind === "all") return "tat-ca";
  if (wanted.kind !== "period") return "da-hoi";
  return fold(wanted.period.label)
    .replace(/^nam /u, "")
    .replace(/[^a-z0-9]+/gu, "-");
}
