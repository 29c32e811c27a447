import type { InboundContent } from "./inbound.ts";

/**
 * The words of a message of any kind; empty where there are none. What an operator wrote isn't the person's.
 * @example wordsOf({ kind: "media", media: [photo], caption: "cháy nhà cứu với" }) // "cháy nhà cứu với"
 */
export function wordsOf(content: InboundContent): string {
  switch (content.kind) {
    case "text":
    case "edited":
      return content.text;
    case "media":
      return content.caption ?? "";
    case "location":
      return content.label ?? "";
    default:
      return "";
  }
}
