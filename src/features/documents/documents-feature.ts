import { z } from "zod";
import type { AddedPassage } from "../../knowledge/added-passages.ts";
import type { Encoder } from "../../knowledge/encoder.ts";
import { fold } from "../../language/fold.ts";
import type { Media } from "../../messaging/inbound.ts";
import type { Reply } from "../../messaging/reply.ts";
import { sha256 } from "../../platform/digest.ts";
import { AppError } from "../../platform/errors.ts";
import { MemoryRoom } from "../../platform/memory-room.ts";
import type { Pace } from "../../platform/pace.ts";
import { MINUTE, SECOND } from "../../platform/time.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { slice } from "../../turn/session.ts";
import type { Officials } from "../officials/directory.ts";
import { may } from "../officials/roles.ts";
import {
  type DownloadFile,
  DRAFT_ID,
  DRAFT_LIFE,
  draftId,
  fetchSent,
  nameOf,
} from "../officials/sent-file.ts";
import { REPORT } from "../reporting/citizen/citizen-session.ts";
import type { DocumentBook, DocumentVersion } from "./document-book.ts";
import type { DocumentLibrary } from "./document-library.ts";
import {
  alreadyApproved,
  approved,
  type Changes,
  changed,
  changePreview,
  documentReply,
  HOW,
  listReply,
  previewReply,
  problem,
  sectionsReply,
  WORDING,
} from "./documents-wording.ts";
import { prepare } from "./prepare.ts";
import { MAX_FILE, readDocument } from "./reading/read-document.ts";

/** What sending documents needs; absent where nobody can send them. */
export interface DocumentServices {
  readonly officials: Pick<Officials, "roleOf">;
  readonly book: DocumentBook;
  readonly library: Pick<DocumentLibrary, "changed">;
  readonly encoder: Encoder;
  readonly download: DownloadFile;
  readonly pace: Pace;
}

/** Until when any file counts as a document, in milliseconds since the epoch. */
const AWAITS_DOCUMENT = slice("awaitsDocument", z.number());

const COMMAND = /^\s*\/tailieu(?:@\w+)?(?:\s+([\s\S]*))?$/iu;
/** Figures are announced by another command, and a document may be sent under it too. */
const FIGURES = /^\s*\/capnhat(?:@\w+)?\s*$/iu;
const NAMED = /\.(?:pdf|docx?)$/iu;
const SHOWN = 4;
const HISTORY = 10;
/** The most sections of all documents: what a search can look at in passing. */
const MOST_SECTIONS = 3_000;

/** One document is read at a time: a large one takes tens of megabytes. */
const room = new MemoryRoom(1, 0, MINUTE);
const PATIENCE = 5 * SECOND;

/**
 * A PDF or DOCX that a supervisor sends becomes sections of the knowledge: they look at it, approve it, and can step
 * back (`/tailieu`). Only in a private Telegram chat; for everyone else there is no such command. It comes before
 * reports, because a file without words would begin one.
 */
export function documents(services: DocumentServices): Feature {
  return {
    name: "documents",
    async take(context): Promise<FeatureResult | null> {
      const { inbound, now, session } = context;
      if (inbound.channel !== "telegram" || !inbound.isPrivate) return null;
      const { content } = inbound;
      if (content.kind !== "text" && content.kind !== "media") return null;
      const typed = content.kind === "text" ? content.text : (content.caption ?? "");
      // Somebody else's words are no command, but their file may be a document.
      const command = content.kind === "text" && inbound.forwarded === true ? null : COMMAND.exec(typed);
      const isAwaited = (AWAITS_DOCUMENT.of(session) ?? 0) > now;
      const file =
        content.kind === "media" ? fileOf(content.media, command !== null || isAwaited) : undefined;
      const isMeant =
        command !== null || FIGURES.test(typed) || (typed.trim() === "" && REPORT.of(session) === undefined);
      if (content.kind === "media" ? file === undefined || !isMeant : command === null) return null;
      if (!may(await services.officials.roleOf(inbound), "update_knowledge")) return null;
      return file === undefined
        ? act(services, context, command?.[1] ?? "")
        : takeFile(services, context, file);
    },
  };
}

/** A document by its name, or whatever file was announced as one. */
const fileOf = (media: readonly Media[], isAnnounced: boolean): Media | undefined =>
  media.find(({ kind, name = "" }) => kind === "file" && (isAnnounced || NAMED.test(name)));

async function act(
  services: DocumentServices,
  context: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const { book } = services;
  const { inbound, now } = context;
  const [verb = "", about = "", ...rest] = fold(argument).trim().split(/\s+/u);
  const number = Number(/^\d{1,9}$/u.test(about) ? about : Number.NaN);
  switch (verb) {
    case "noibo":
    case "congkhai":
      return approve(services, context, about, verb === "congkhai" ? "public" : "internal");
    case "huy":
      return {
        replies: [(await book.dropDraft(about, inbound.sender)) ? WORDING.cancelled : WORDING.unknownDraft],
      };
    case "xem":
      return { replies: [await show(book, inbound.sender, about, Number(rest[0] ?? 0) || 0)] };
    case "lui":
    case "go":
      return change(services, context, { number, verb, isSure: rest[0] === "xacnhan" });
    case "danhsach":
      return { replies: [listReply(await book.told())] };
    default:
      return /^\d{1,9}$/u.test(verb)
        ? { replies: [await shown(book, Number(verb))] }
        : { replies: [HOW], session: AWAITS_DOCUMENT.with(now + DRAFT_LIFE) };
  }
}

async function takeFile(
  services: DocumentServices,
  context: TurnContext,
  file: Media,
): Promise<FeatureResult> {
  // Others' turns aren't to wait for this one, and whoever sent the file sees that it is read.
  context.searching?.();
  try {
    return await room.use(PATIENCE, () => read(services, context, file));
  } catch (error) {
    const code = error instanceof AppError ? error.code : "";
    if (code === "busy" || code === "overtaken") return { replies: [problem(code)] };
    throw error;
  }
}

async function read(services: DocumentServices, context: TurnContext, file: Media): Promise<FeatureResult> {
  const { book, download, encoder } = services;
  const { inbound, now } = context;
  const pace = untilOvertaken(services.pace, context);
  const bytes = await fetchSent(download, file, MAX_FILE);
  if (typeof bytes === "string") return { replies: [problem(bytes)] };
  const fileHash = await sha256(bytes);
  const document = await readDocument(bytes, pace);
  if (document.problem !== undefined) return { replies: [problem(document.problem)] };
  const draft = await draftId(inbound.sender, inbound.key);
  const fileName = nameOf(file);
  const ready = await prepare(
    document,
    { draft, fileName: fileName.replace(NAMED, ""), now },
    { encoder, pace },
  );
  if (ready === "secret") return { replies: [problem("secret")], events: ["document_secret"] };
  const { front, key, sections, look, isInternal } = ready;
  const told = await book.told();
  const newest = await book.newestOf(key);
  const others = told.filter((version) => version.document !== key);
  const sum = others.reduce((many, version) => many + version.sections, sections.length);
  if (sum > MOST_SECTIONS) return { replies: [problem("full")] };
  const [first] = sections;
  if (first === undefined) return { replies: [problem("empty")] };
  await book.keepDraft({
    id: draft,
    sentBy: inbound.sender,
    at: now,
    document: key,
    base: newest?.version ?? 0,
    ref: first.passage.document,
    isInternal,
    fileName,
    fileHash,
    sections,
  });
  const replaces =
    newest === null || newest.draft === null
      ? null
      : { version: newest, changes: changesOf(await book.sections(newest.draft), sections) };
  const { pages, withoutWords, isLegacy = false } = document;
  const preview = { front, pages, sections, look, withoutWords, isLegacy, isInternal, replaces };
  return { replies: [previewReply(preview, draft)], session: AWAITS_DOCUMENT.with(undefined) };
}

/** So many steps, about a second's, are done whatever comes: a short document is read to its end. */
const UNDISTURBED = 60;

/** The next message of the chat may be a danger: a long document doesn't keep it waiting. */
function untilOvertaken(pace: Pace, { isOvertaken }: TurnContext): Pace {
  let steps = 0;
  return async () => {
    await pace();
    steps += 1;
    if (steps > UNDISTURBED && isOvertaken?.() === true)
      throw new AppError("overtaken", "a newer message of the chat waits");
  };
}

/** By their headings. */
function changesOf(before: readonly AddedPassage[], after: readonly AddedPassage[]): Changes {
  const textsOf = (sections: readonly AddedPassage[]) =>
    new Map(sections.map(({ passage: { headings, text } }) => [headings.at(-1) ?? "", text]));
  const [old, fresh] = [textsOf(before), textsOf(after)];
  return {
    fresh: [...fresh.keys()].filter((heading) => !old.has(heading)).length,
    changed: [...fresh].filter(([heading, text]) => old.has(heading) && old.get(heading) !== text).length,
    dropped: [...old.keys()].filter((heading) => !fresh.has(heading)).length,
  };
}

async function approve(
  { book, library }: DocumentServices,
  { inbound, now }: TurnContext,
  draft: string,
  audience: "public" | "internal",
): Promise<FeatureResult> {
  const outcome = await book.confirm(draft, inbound.sender, audience, now);
  switch (outcome.kind) {
    case "applied":
      if (outcome.again) return { replies: [alreadyApproved(outcome.version)] };
      library.changed();
      return { replies: [approved(outcome.version)], events: ["document_upload"] };
    case "unknown":
      return { replies: [WORDING.unknownDraft] };
    case "expired":
      return { replies: [WORDING.expired] };
    case "stale":
      return { replies: [WORDING.stale] };
    case "not_public":
      return { replies: [WORDING.notPublic] };
  }
}

/** Sections of a preview of this person, by its id, or of a version, by its number. */
async function show(book: DocumentBook, by: string, about: string, from: number): Promise<Reply> {
  const isDraft = DRAFT_ID.test(about) && (await book.isDraftOf(about, by));
  const draft = isDraft ? about : (await book.version(Number(about) || 0))?.draft;
  if (draft === undefined || draft === null) return WORDING.unknownDraft;
  const sections = await book.sections(draft, from, SHOWN + 1);
  const next = sections.length > SHOWN ? `/tailieu xem ${about} ${from + SHOWN}` : undefined;
  return sectionsReply(sections.slice(0, SHOWN), from, next);
}

async function shown(book: DocumentBook, number: number): Promise<Reply> {
  const version = await book.version(number);
  if (version === null) return WORDING.noSuchVersion;
  const newest: DocumentVersion = (await book.newestOf(version.document)) ?? version;
  return documentReply(newest, await book.history(version.document, HISTORY));
}

/** A step back or a withdrawal: first what it would do, then, by a tap, the deed. */
async function change(
  { book, library }: DocumentServices,
  { inbound, now }: TurnContext,
  asked: { readonly number: number; readonly verb: "lui" | "go"; readonly isSure: boolean },
): Promise<FeatureResult> {
  const from = await book.version(asked.number || 0);
  const newest = from === null ? null : await book.newestOf(from.document);
  if (from === null || newest?.version !== from.version || from.draft === null)
    return { replies: [WORDING.noSuchVersion] };
  const isBack = asked.verb === "lui";
  const earlier = isBack ? await book.before(from) : null;
  if (isBack && earlier === null) return { replies: [WORDING.nothingBefore] };
  if (!asked.isSure) return { replies: [changePreview(from, earlier)] };
  const done = await book.change(from, isBack ? "rollback" : "withdrawal", inbound.sender, now);
  if (done === null) return { replies: [WORDING.noSuchVersion] };
  library.changed();
  return { replies: [changed(done)], events: [`document_${done.kind}`] };
}
