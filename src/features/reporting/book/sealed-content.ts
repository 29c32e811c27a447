import { z } from "zod";
import { toBase64Url } from "../../../platform/crypto/base64url.ts";
import type { ReportContent } from "../report.ts";
import { type BookContext, bindings } from "./book-context.ts";
import { LostItem, MediaItem } from "./report-media.ts";

const SALT_BYTES = 16;

const Content = z.object({
  what: z.string(),
  where: z
    .object({
      words: z.string().exactOptional(),
      lat: z.number().exactOptional(),
      lng: z.number().exactOptional(),
      unknown: z.literal(true).exactOptional(),
    })
    .exactOptional(),
  when: z
    .object({ words: z.string(), from: z.number().exactOptional(), to: z.number().exactOptional() })
    .exactOptional(),
  details: z.record(z.string(), z.string()),
  media: z.array(MediaItem),
  lostMedia: z.array(LostItem),
  ongoing: z.boolean().exactOptional(),
});

/** The content before encryption. The salt is inside, so the hash outside reveals nothing. */
const Sealed = z.object({ salt: z.string(), content: Content });

export const EMPTY_CONTENT: ReportContent = { what: "", details: {}, media: [], lostMedia: [] };

export interface SealedContent {
  readonly sealed: string;
  /** Salted SHA-256 of the code and the content, base64url. */
  readonly hash: string;
}

/** Encrypts a report's content for its row. */
export async function sealContent(
  { ring }: BookContext,
  code: string,
  content: ReportContent,
): Promise<SealedContent> {
  const salt = toBase64Url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  const plain = JSON.stringify({ salt, content });
  return { sealed: await ring.seal(plain, bindings.content(code)), hash: await hashContent(code, plain) };
}

/** @throws SealError where the row was changed or its key is missing */
export async function openContent(
  { ring }: BookContext,
  code: string,
  sealed: string,
): Promise<ReportContent> {
  return Sealed.parse(JSON.parse(await ring.open(sealed, bindings.content(code)))).content;
}

async function hashContent(code: string, plain: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${code}\n${plain}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
