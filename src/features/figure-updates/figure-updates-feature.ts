import { z } from "zod";
import { fold } from "../../language/fold.ts";
import type { Media } from "../../messaging/inbound.ts";
import type { Reply } from "../../messaging/reply.ts";
import { AppError } from "../../platform/errors.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { slice } from "../../turn/session.ts";
import type { FigureStore } from "../figures/figure-store.ts";
import type { Officials } from "../officials/directory.ts";
import { may } from "../officials/roles.ts";
import { REPORT } from "../reporting/citizen/citizen-session.ts";
import { arrange, type Change, preview } from "./diff.ts";
import {
  alreadyApplied,
  applied,
  CANCELLED,
  EXPIRED,
  historyReply,
  how,
  NOTHING_TO_UNDO,
  previewReply,
  problem,
  STALE,
  UNKNOWN_DRAFT,
  undoPreview,
  wrongColumns,
} from "./figure-updates-wording.ts";
import { MAX_FILE, readTable } from "./read-file.ts";
import { DRAFT_LIFE, type FigureUpdates } from "./updates.ts";

/** What sending figures needs; absent where nobody can send them. */
export interface FigureUpdateServices {
  /** The figures in use. */
  readonly figures: FigureStore;
  readonly officials: Pick<Officials, "roleOf">;
  readonly updates: FigureUpdates;
  /** Only the figures of `knowledge/`: a step back may show them again. */
  readonly seed: FigureStore;
  /** Fetches a file from Telegram. @throws AppError */
  readonly download: (media: Media, into: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Until when a file counts as figures, in milliseconds since the epoch. */
const AWAITS_FIGURES = slice("awaitsFigures", z.number());

const COMMAND = /^\s*\/capnhat(?:@\w+)?(?:\s+([\s\S]*))?$/iu;
/** A tap on a preview's button: what to do, and with which draft. */
const ON_DRAFT = /^(xacnhan|huy)([0-9a-f]{16})$/u;
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
      if (command === null && file === undefined) return null;
      const role = await services.officials.roleOf(inbound);
      if (!may(role, "update_knowledge")) return null;
      return file === undefined
        ? act(services, context, command?.[1] ?? "")
        : takeFile(services, context, file);
    },
  };
}

async function act(
  services: FigureUpdateServices,
  context: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const { updates } = services;
  const { inbound, now } = context;
  const word = fold(argument).replace(/\s+/gu, "");
  const [, what, draft = ""] = ON_DRAFT.exec(word) ?? [];
  if (what === "xacnhan") return confirm(updates, draft, inbound.sender, now);
  if (what === "huy")
    return { replies: [(await updates.dropDraft(draft, inbound.sender)) ? CANCELLED : UNKNOWN_DRAFT] };
  if (word === "lichsu") return { replies: [historyReply(await updates.history(HISTORY))] };
  if (word === "hoantac") return { replies: [await stepBack(services, context)] };
  return { replies: [how(now)], session: AWAITS_FIGURES.with(now + DRAFT_LIFE) };
}

async function takeFile(
  { updates, download, figures }: FigureUpdateServices,
  { inbound, now }: TurnContext,
  file: Media,
): Promise<FeatureResult> {
  const refuse = (reply: Reply): FeatureResult => ({
    replies: [reply],
    session: AWAITS_FIGURES.with(now + DRAFT_LIFE),
  });
  if (file.bytes !== undefined && file.bytes > MAX_FILE) return refuse(problem("too_large"));
  const bytes = await download(file, new Uint8Array(MAX_FILE)).catch((error: unknown) =>
    error instanceof AppError && error.code === "too_large"
      ? ("too_large" as const)
      : ("not_fetched" as const),
  );
  if (typeof bytes === "string") return refuse(problem(bytes));
  const read = await readTable(bytes);
  if (read.problem !== undefined) return refuse(problem(read.problem, read.where));
  const columns = arrange(read.rows);
  if (columns.kind === "wrong") return refuse(wrongColumns(columns));
  const base = await updates.head();
  const fileName = nameOf(file);
  const shown = preview(fileName, columns.rows, await figures.facts("internal"));
  const facts = [...shown.fresh, ...shown.changed.map(({ after }) => after)];
  if (facts.length === 0) return refuse(previewReply(shown, null));
  const id = await draftId(inbound.sender, inbound.key);
  const isKept = await updates.keepDraft({
    id,
    kind: "upload",
    sentBy: inbound.sender,
    at: now,
    base,
    fileName,
    fileHash: await sha256(bytes),
    fresh: shown.fresh.length,
    changed: shown.changed.length,
    unchanged: shown.unchanged,
    refused: new Set(shown.refused.map(({ line }) => line)).size,
    restores: null,
    changes: facts.map((after) => ({ id: after.id, after })),
  });
  if (!isKept) return refuse(problem("too_many_changes"));
  return { replies: [previewReply(shown, id)], session: AWAITS_FIGURES.with(undefined) };
}

async function stepBack(
  { updates, seed, figures }: FigureUpdateServices,
  { inbound, now }: TurnContext,
): Promise<Reply> {
  const back = await updates.stepBack();
  if (back === null) return NOTHING_TO_UNDO;
  const { base, undone, restores, changes } = back;
  const id = await draftId(inbound.sender, inbound.key);
  const byId = (store: FigureStore) =>
    store.facts("internal").then((facts) => new Map(facts.map((fact) => [fact.id, fact])));
  const [current, seeded] = await Promise.all([byId(figures), byId(seed)]);
  const shown = changes.map(
    (change): Change => ({
      before: current.get(change.id) ?? null,
      after: change.after ?? seeded.get(change.id) ?? null,
    }),
  );
  const isKept = await updates.keepDraft({
    id,
    kind: "rollback",
    sentBy: inbound.sender,
    at: now,
    base,
    fileName: "",
    fileHash: "",
    fresh: 0,
    changed: changes.length,
    unchanged: 0,
    refused: 0,
    restores,
    changes,
  });
  return isKept ? undoPreview({ undone, restores, changes: shown }, id) : problem("too_many_changes");
}

async function confirm(
  updates: FigureUpdates,
  draft: string,
  by: string,
  now: number,
): Promise<FeatureResult> {
  const outcome = await updates.confirm(draft, by, now);
  switch (outcome.kind) {
    case "applied":
      if (outcome.again) return { replies: [alreadyApplied(outcome.version)] };
      return { replies: [applied(outcome.version)], events: [`figures_${outcome.version.kind}`] };
    case "unknown":
      return { replies: [UNKNOWN_DRAFT] };
    case "expired":
      return { replies: [EXPIRED] };
    case "stale":
      return { replies: [STALE] };
  }
}

const nameOf = ({ name = "tệp" }: Media): string =>
  name.replace(/[^\p{L}\p{M}\p{N} ._-]/gu, "_").slice(0, 60);

/** Equal for a repeated turn, so that its preview is the same draft. */
const draftId = async (by: string, key: string): Promise<string> =>
  (await sha256(new TextEncoder().encode(`${by}:${key}`))).slice(0, 16);

async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
