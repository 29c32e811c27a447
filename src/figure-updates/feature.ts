import type { Feature, FeatureResult, TurnContext } from "../conversation/turn.ts";
import { AppError } from "../errors.ts";
import type { Media } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import { may } from "../officials/roles.ts";
import { arrange, preview } from "./diff.ts";
import { MAX_FILE, readTable } from "./read-file.ts";
import { DRAFT_LIFE, type FigureUpdates } from "./updates.ts";
import {
  applied,
  CANCELLED,
  EXPIRED,
  HOW,
  historyReply,
  NOTHING_TO_UNDO,
  previewReply,
  problem,
  STALE,
  UNKNOWN_DRAFT,
  undoPreview,
  wrongColumns,
} from "./wording.ts";

/** What sending figures needs; absent where nobody can. */
export interface FigureUpdateServices {
  readonly updates: FigureUpdates;
  /** Fetches a file from Telegram. @throws AppError */
  readonly download: (media: Media, maxBytes: number) => Promise<Uint8Array<ArrayBuffer>>;
}

const COMMAND = /^\/capnhat(?:@\w+)?(?:\s+(\S+))?(?:\s+(\S+))?\s*$/iu;
const HISTORY = 10;

/**
 * `/capnhat`: a supervisor sends figures as a table, sees what would change, confirms, and can step back. In a private
 * Telegram chat; for everyone else there is no such command.
 */
export const figureUpdates: Feature = {
  name: "figureUpdates",
  async take(context): Promise<FeatureResult | null> {
    const { inbound, services, session } = context;
    const { figureUpdates: sending } = services;
    if (sending === undefined || inbound.channel !== "telegram" || !inbound.isPrivate) return null;
    const { content } = inbound;
    const typed =
      content.kind === "text" ? content.text : content.kind === "media" ? (content.caption ?? "") : "";
    const command = COMMAND.exec(typed.trim());
    const isAwaited = (session.awaitsFigures ?? 0) > services.now();
    const file = content.kind === "media" && (command !== null || isAwaited) ? content.media[0] : undefined;
    if (command === null && file === undefined) return null;
    const role = (await services.officials?.roleOf(inbound)) ?? null;
    if (!may(role, "update_knowledge")) return null;
    if (file !== undefined)
      return { replies: [await takeFile(sending, context, file)], session: { awaitsFigures: undefined } };
    return act(sending, context, command?.[1]?.toLowerCase(), command?.[2] ?? "");
  },
};

async function act(
  { updates }: FigureUpdateServices,
  { inbound, services }: TurnContext,
  what: string | undefined,
  draft: string,
): Promise<FeatureResult> {
  const now = services.now();
  switch (what) {
    case "xacnhan":
      return { replies: [await confirm(updates, draft, inbound.sender, now)] };
    case "huy":
    case "huỷ":
      await updates.dropDraft(draft, inbound.sender);
      return { replies: [CANCELLED] };
    case "lichsu":
      return { replies: [historyReply(await updates.history(HISTORY))] };
    case "hoantac":
      return { replies: [await stepBack(updates, inbound.sender, inbound.key, now)] };
    default:
      return { replies: [HOW], session: { awaitsFigures: now + DRAFT_LIFE } };
  }
}

async function takeFile(
  { updates, download }: FigureUpdateServices,
  { inbound, services }: TurnContext,
  file: Media,
): Promise<Reply> {
  if (file.bytes !== undefined && file.bytes > MAX_FILE) return problem("too_large");
  const bytes = await download(file, MAX_FILE).catch((error: unknown) =>
    error instanceof AppError && error.code === "too_large"
      ? ("too_large" as const)
      : ("not_fetched" as const),
  );
  if (typeof bytes === "string") return problem(bytes);
  const read = await readTable(bytes);
  if (read.problem !== undefined) return problem(read.problem);
  const columns = arrange(read.rows);
  if (columns.kind === "wrong") return wrongColumns(columns);
  const base = await updates.head();
  const shown = preview(fileName(file), columns.rows, await services.figures.facts("internal"));
  const changes = [...shown.fresh, ...shown.changed.map(({ after }) => after)].map((after) => ({
    id: after.id,
    after,
  }));
  if (changes.length === 0) return previewReply(shown, null);
  const id = await draftId(inbound.sender, inbound.key);
  await updates.keepDraft({
    id,
    kind: "upload",
    sentBy: inbound.sender,
    at: services.now(),
    base,
    fileHash: await sha256(bytes),
    fresh: shown.fresh.length,
    changed: shown.changed.length,
    changes,
  });
  return previewReply(shown, id);
}

async function stepBack(updates: FigureUpdates, by: string, key: string, now: number): Promise<Reply> {
  const back = await updates.stepBack();
  if (back === null) return NOTHING_TO_UNDO;
  const id = await draftId(by, key);
  await updates.keepDraft({
    id,
    kind: "rollback",
    sentBy: by,
    at: now,
    base: back.version,
    fileHash: "",
    fresh: 0,
    changed: back.changes.length,
    changes: back.changes,
  });
  return undoPreview(back.version, back.changes.length, id);
}

async function confirm(updates: FigureUpdates, draft: string, by: string, now: number): Promise<Reply> {
  const outcome = await updates.confirm(draft, by, now);
  switch (outcome.kind) {
    case "applied":
      return applied(outcome.version, outcome.fresh, outcome.changed);
    case "unknown":
      return UNKNOWN_DRAFT;
    case "expired":
      return EXPIRED;
    case "stale":
      return STALE;
  }
}

const fileName = ({ name = "tệp" }: Media): string => name.slice(0, 60);

/** The same for a repeated turn, so that its preview is the same draft. */
const draftId = async (by: string, key: string): Promise<string> =>
  (await sha256(new Uint8Array(new TextEncoder().encode(`${by}:${key}`)))).slice(0, 16);

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
