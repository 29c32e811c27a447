import { z } from "zod";
import type { Block, Reply } from "./reply.ts";

/** How a person is spoken to who has told their age; everybody else is "anh/chị". */
export const Address = z.enum(["cháu", "em", "bác"]);
export type Address = z.infer<typeof Address>;

/** Up to this age, in years, people are called so; first row that fits. */
const BY_AGE: readonly (readonly [number, Address | null])[] = [
  [15, "cháu"],
  [17, "em"],
  [59, null],
  [Number.POSITIVE_INFINITY, "bác"],
];

/** How somebody of this age is spoken to; null: as everybody. */
export const addressAt = (age: number): Address | null => BY_AGE.find(([upTo]) => age <= upTo)?.[1] ?? null;

/**
 * The reply with "anh/chị" said as that person is called. Quotes, sources and what a button sends stay.
 * @example addressed({ blocks: [text("Anh/chị gọi 113.")] }, "bác") // "Bác gọi 113."
 */
export function addressed(reply: Reply, as: Address): Reply {
  const capital = `${as[0]?.toUpperCase()}${as.slice(1)}`;
  const say = (words: string): string => words.replace(/Anh\/chị/gu, capital).replace(/anh\/chị/gu, as);
  return {
    ...reply,
    blocks: reply.blocks.map((block) => addressedBlock(block, say)),
    ...(reply.buttons !== undefined && {
      buttons: reply.buttons.map((button) => ({ ...button, label: say(button.label) })),
    }),
  };
}

function addressedBlock(block: Block, say: (words: string) => string): Block {
  switch (block.kind) {
    case "text":
    case "strong":
      return { ...block, text: say(block.text) };
    case "list":
      return { ...block, items: block.items.map(say) };
    default:
      return block;
  }
}
