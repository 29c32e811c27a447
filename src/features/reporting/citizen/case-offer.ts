import { text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { answer, type Input, type Progress } from "../dialogue/dialogue.ts";
import { lostForCitizen, NO_IDENTITY_PAPERS } from "../dialogue/dialogue-wording.ts";
import { EMPTY_DRAFT } from "../dialogue/draft.ts";
import { filesInWords } from "../media/files-in-words.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { DROPPED, NOTHING_KEPT, whereTo } from "./case-wording.ts";
import { FILED, UNSENT } from "./citizen-session.ts";
import { CANT_PASS_ON } from "./citizen-wording.ts";
import { inputOf, keep } from "./open-report.ts";
import { sayToCase } from "./say-to-case.ts";
import { filesOf, keepUnsent, openUnsent, type Piece, saidOf, type Unsent } from "./unsent.ts";

const NOTHING_WAITS = UNSENT.with(undefined);

/** A photo, a video, a voice, a place or a correction after a report was sent: kept sealed, and asked where it goes. */
export async function offerMessage(
  reporting: ReportingServices,
  context: TurnContext,
  codes: readonly string[],
): Promise<FeatureResult | null> {
  const held = await openUnsent(reporting, context);
  const input = await inputOf(reporting, context, held === null ? 0 : filesOf(held).length);
  if (input === null) return null;
  if (input === "identity_paper") return { replies: [NO_IDENTITY_PAPERS] };
  const missing = input.kind === "media" ? lostForCitizen(input.lost) : "";
  const said = missing === "" ? [] : [text(`Không giữ được: ${missing}.`)];
  if (input.kind === "media" && input.media.length === 0 && (input.caption ?? "").trim() === "")
    return { replies: [{ blocks: said }] };
  const { content } = context.inbound;
  const album = content.kind === "media" ? content.album : undefined;
  const unsent = joined(held, { codes, piece: pieceOf(input), album });
  const isSameAlbum = album !== undefined && album === held?.album && said.length === 0;
  const question = whereTo(whatIsIn(unsent), codes, hasPlace(unsent));
  return {
    replies: isSameAlbum ? [] : [{ ...question, blocks: [...said, ...question.blocks] }],
    session: await keepUnsent(reporting, context, unsent),
  };
}

/** Words that may belong to one of several reports: kept sealed, and asked to which. */
export async function offerWords(
  reporting: ReportingServices,
  context: TurnContext,
  {
    codes,
    words,
    lead,
  }: { readonly codes: readonly string[]; readonly words: string; readonly lead: string },
): Promise<FeatureResult> {
  const before = await openUnsent(reporting, context);
  const piece = { kind: "text", text: words } as const;
  const unsent = { ...joined(before, { codes, piece }), lead };
  return {
    replies: [whereTo(whatIsIn(unsent), codes, hasPlace(unsent))],
    session: await keepUnsent(reporting, context, unsent),
  };
}

function joined(
  before: Unsent | null,
  {
    codes,
    piece,
    album,
  }: { readonly codes: readonly string[]; readonly piece: Piece; readonly album?: string | undefined },
): Unsent {
  return {
    codes: [...codes],
    pieces: [...(before?.pieces ?? []), piece],
    lead: before?.lead ?? "",
    ...(album !== undefined && { album }),
  };
}

const pieceOf = (input: Input): Piece =>
  input.kind === "media" ? { ...input, media: [...input.media], lost: [...input.lost] } : input;

const hasPlace = ({ pieces }: Unsent): boolean => pieces.some(({ kind }) => kind === "location");

/** "2 ảnh, vị trí, lời nhắn". */
export function whatIsIn(unsent: Unsent): string {
  const files = filesInWords(filesOf(unsent));
  const { text: words } = saidOf({
    ...unsent,
    pieces: unsent.pieces.filter(({ kind }) => kind !== "location"),
  });
  return [files, hasPlace(unsent) ? "vị trí" : "", words.trim() === "" ? "" : "lời nhắn"]
    .filter((what) => what !== "")
    .join(", ");
}

/** "Thêm vào tin TB-…": all that waits goes to the handlers of that report. */
export async function addUnsent(
  reporting: ReportingServices,
  context: TurnContext,
  code: string,
): Promise<FeatureResult> {
  const unsent = await openUnsent(reporting, context);
  if (unsent === null) return { replies: [NOTHING_KEPT], session: NOTHING_WAITS };
  const { album } = unsent;
  const done = await sayToCase(reporting, context, { ...saidOf(unsent), code, album });
  if (done === null) {
    await reporting.media.drop(filesOf(unsent), context.now);
    return { replies: [CANT_PASS_ON], session: { ...NOTHING_WAITS, ...FILED.with(undefined) } };
  }
  return { ...done, session: { ...done.session, ...NOTHING_WAITS } };
}

/** "Tin mới": a report begins with all that waits. */
export async function reportUnsent(
  reporting: ReportingServices,
  context: TurnContext,
): Promise<FeatureResult> {
  const unsent = await openUnsent(reporting, context);
  if (unsent === null) return { replies: [NOTHING_KEPT], session: NOTHING_WAITS };
  const begun: Progress = { draft: EMPTY_DRAFT, notes: [] };
  const progress = unsent.pieces.reduce((before, piece) => {
    const next = answer(before.draft, piece, context.now);
    return { draft: next.draft, notes: [...before.notes, ...next.notes] };
  }, begun);
  const kept = await keep(reporting, context, progress);
  return { ...kept, session: { ...kept.session, ...NOTHING_WAITS } };
}

/** "Bỏ": nothing of it goes, and its files are deleted. */
export async function dropUnsent(reporting: ReportingServices, context: TurnContext): Promise<FeatureResult> {
  const unsent = await openUnsent(reporting, context);
  if (unsent !== null) await reporting.media.drop(filesOf(unsent), context.now);
  return { replies: [DROPPED], session: NOTHING_WAITS };
}
