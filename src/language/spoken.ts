import { withoutReportCodes } from "./report-code.ts";

/** A link or an address of the network; the ending needs a path or a known name, so that "xong.Em" is none. */
const LINK =
  /(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}_.-]+@[\p{L}\p{N}-]+\.[\p{L}.]+|(?<![\p{L}\p{N}])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|info|top|xyz|cc|me|io|shop|vip|app|link)(?:\/\S*)?(?![\p{L}\p{N}])/giu;

/**
 * The message without what nobody says: a link becomes one word, a report's code none. The letters in them are anybody's,
 * and would be read as words.
 * @example spokenIn("xem giúp https://a.b/xYz9 với") // "xem giúp link với"
 */
export const spokenIn = (text: string): string => withoutReportCodes(text).replace(LINK, " link ");
