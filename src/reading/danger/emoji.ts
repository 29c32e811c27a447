import type { DangerKind } from "../../reader/names/danger.ts";

const WITH_FIRE = /🏠|🏡|🏢|🏭|🚒|🌲|🌳|🆘|🏚|🚗/u;

/** Emoji without words: 🆘, or 🔥 alone or with a house. "🔥" after a sentence is praise. */
export function emojiKind(text: string): DangerKind | null {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (text.includes("🔥")) {
    if (letters === 0 || WITH_FIRE.test(text)) return "fire";
  }
  if (text.includes("🆘")) return "unclear";
  if (letters > 0) return null;
  if (/🚒|🧯/u.test(text)) return "fire";
  if (/🚑|🩸/u.test(text)) return "medical";
  return /🚨|🚓|🔪|🔫/u.test(text) ? "unclear" : null;
}
