import { type AddedPassage, readyToAdd } from "../../knowledge/added-passages.ts";
import { wordsOf } from "../../knowledge/build-index.ts";
import type { Encoder } from "../../knowledge/encoder.ts";
import { eachPaced, type Pace } from "../../platform/pace.ts";
import type { DocumentText } from "./reading/read-document.ts";
import { type Front, frontOf, keyOf } from "./sections/front.ts";
import { type Look, lookAt, together } from "./sections/look.ts";
import { partsOf } from "./sections/parts.ts";
import { passagesOf } from "./sections/passages.ts";
import { stampOf } from "./sections/stamp.ts";

/** A document as it would be told, and what to look at before. */
export interface Prepared {
  readonly front: Front;
  /** What a later version of it has too. */
  readonly key: string;
  readonly sections: readonly AddedPassage[];
  readonly look: Look;
  readonly isInternal: boolean;
}

/** Lines and sections between which others come in: some milliseconds' work. */
const LINES = 20;
const SECTIONS = 5;

/** @param draft the preview's id @param fileName what it is called where its text doesn't say */
export async function prepare(
  { lines }: Extract<DocumentText, { readonly problem?: never }>,
  { draft, fileName, now }: { readonly draft: string; readonly fileName: string; readonly now: number },
  { encoder, pace }: { readonly encoder: Encoder; readonly pace: Pace },
): Promise<Prepared | "secret"> {
  const stamp = stampOf(lines);
  if (stamp === "secret") return stamp;
  const front = frontOf(lines, fileName);
  const body = lines.slice(front.body);
  await pace();
  const { passages } = passagesOf({ id: `van-ban-gui-${draft}`, front, parts: partsOf(body), now });
  await pace();
  const pages = Array.from({ length: Math.ceil(body.length / LINES) }, (_, i) =>
    body.slice(i * LINES, (i + 1) * LINES),
  );
  const looks = await eachPaced(pages, 1, pace, (some) => lookAt(some));
  const sections = await eachPaced(passages, SECTIONS, pace, (passage) =>
    readyToAdd(passage, wordsOf(passage), encoder),
  );
  return { front, key: keyOf(front), sections, look: together(looks), isInternal: stamp === "internal" };
}
