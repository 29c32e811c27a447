import { z } from "zod";
import type { Block } from "../../../messaging/reply.ts";
import { KEPT_FOR } from "../../../platform/retention.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { merged, type Session, type Slice } from "../../../turn/session.ts";
import { LostItem, MediaItem } from "../book/report-media.ts";
import type { Choices } from "../dialogue/screen.ts";
import { filesInWords } from "../media/files-in-words.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { wentAlong } from "./case-wording.ts";
import { pauseForTold, type Sealed, toldUntil, UNSENT } from "./citizen-session.ts";
import type { Said } from "./say-to-case.ts";
import { sealedPart } from "./sealed-part.ts";
import { screenWords } from "./to-duty.ts";

/** One message, as the dialogue of a report takes it too. */
const Piece = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({
    kind: z.literal("location"),
    lat: z.number(),
    lng: z.number(),
    label: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal("media"),
    media: z.array(MediaItem),
    lost: z.array(LostItem),
    caption: z.string().exactOptional(),
  }),
]);
export type Piece = z.infer<typeof Piece>;

/** What waits for the tap that says where it goes. */
const Unsent = z.object({
  /** The reports that the question named. */
  codes: z.array(z.string()),
  pieces: z.array(Piece),
  /** Our own words before them. */
  lead: z.string(),
  /** The album whose photos are arriving: they get one question together. */
  album: z.string().exactOptional(),
});
export type Unsent = Readonly<z.infer<typeof Unsent>>;

const { seal, open } = sealedPart("unsent", Unsent);

/** What waits in this chat; null where nothing does, or it waited for too long. */
export async function openUnsent(
  { ring }: Pick<ReportingServices, "ring">,
  { inbound, session, now }: TurnContext,
  where: Slice<Sealed> = UNSENT,
): Promise<Unsent | null> {
  const kept = where.of(session);
  return kept === undefined || now >= kept.at + KEPT_FOR.halfToldReport ? null : open(ring, inbound, kept);
}

/** The session that keeps it sealed until the tap; its files stay as long. */
export async function keepUnsent(
  { ring, media }: Pick<ReportingServices, "ring" | "media">,
  { inbound, session, now }: TurnContext,
  unsent: Unsent,
  where: Slice<Sealed> = UNSENT,
): Promise<Session> {
  await media.hold(filesOf(unsent), now);
  const kept = where.with(await seal(ring, inbound, unsent, now));
  return { ...kept, ...pauseForTold(merged(session, kept)) };
}

/** A day has passed without the tap: what waited is gone, with its files. Null where nothing did. */
export async function dropOldUnsent(
  { ring, media }: Pick<ReportingServices, "ring" | "media">,
  { inbound, session, now }: TurnContext,
): Promise<{ readonly gone: Unsent; readonly session: Session } | null> {
  const kept = UNSENT.of(session);
  if (kept === undefined || toldUntil(kept) > now) return null;
  const gone = await open(ring, inbound, kept);
  if (gone === null) return null;
  await media.drop(filesOf(gone), now);
  return { gone, session: UNSENT.with(undefined) };
}

export const filesOf = ({ pieces }: Pick<Unsent, "pieces">) =>
  pieces.flatMap((piece) => (piece.kind === "media" ? piece.media : []));
export const lostOf = ({ pieces }: Pick<Unsent, "pieces">) =>
  pieces.flatMap((piece) => (piece.kind === "media" ? piece.lost : []));

/** The words of a message as handlers read them. */
export function wordsOf(piece: Piece): string {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "media":
      return piece.caption ?? "";
    case "location":
      return [piece.label, `Vị trí: ${piece.lat}, ${piece.lng}`].filter(Boolean).join(" · ");
  }
}

/** Whoever taps where a place on the map goes was told that handlers see it: the point goes, not what is written on it. */
const pointsAgreed = (pieces: readonly Piece[]): Choices =>
  Object.fromEntries(
    pieces
      .flatMap((piece) => (piece.kind === "location" ? [wordsOf({ ...piece, label: "" })] : []))
      .flatMap((point) => screenWords({ text: point, asked: new Set(), danger: false }).findings)
      .map(({ id }) => [id, "pass"]),
  );

/** The files that wait for this report go with further words to it. A place, which may be a home, waits for its own tap. */
export async function goesAlong(
  reporting: Pick<ReportingServices, "ring" | "media">,
  context: TurnContext,
  code: string,
): Promise<{
  readonly said: Omit<Said, "code">;
  readonly names: readonly Block[];
  readonly session: Session;
}> {
  const unsent = await openUnsent(reporting, context);
  const [only, ...others] = unsent?.codes ?? [];
  const going = unsent?.pieces.filter(({ kind }) => kind === "media") ?? [];
  if (unsent === null || only !== code || others.length > 0 || going.length === 0)
    return { said: { text: "" }, names: [], session: {} };
  const left = unsent.pieces.filter(({ kind }) => kind !== "media");
  return {
    said: saidOf({ pieces: going, lead: "" }),
    names: [wentAlong(filesInWords(filesOf({ pieces: going })))],
    session:
      left.length === 0
        ? UNSENT.with(undefined)
        : await keepUnsent(reporting, context, { ...unsent, pieces: left }),
  };
}

/** All of it, for the handlers of one report. */
export function saidOf(unsent: Pick<Unsent, "pieces" | "lead">): Omit<Said, "code"> {
  const { pieces, lead } = unsent;
  const hasFiles = pieces.some(({ kind }) => kind === "media");
  return {
    text: pieces
      .map(wordsOf)
      .filter((words) => words !== "")
      .join("\n"),
    isPoint: pieces.some(({ kind }) => kind === "location"),
    choices: pointsAgreed(pieces),
    ...(lead !== "" && { lead }),
    ...(hasFiles && { files: async () => ({ media: filesOf(unsent), lost: lostOf(unsent) }) }),
  };
}
