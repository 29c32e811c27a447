import { PatternBook } from "../../language/pattern-book.ts";
import type { Utterance } from "../../language/utterance.ts";
import type { Reply } from "../../messaging/reply.ts";
import moods from "./moods.json" with { type: "json" };
import { MOOD_REPLIES, type Mood } from "./smalltalk-wording.ts";

/** In the order of the replies: grief goes before joy, so nobody is congratulated on a loss. */
const BOOKS = (Object.keys(MOOD_REPLIES) as Mood[]).map((mood) => ({
  mood,
  book: new PatternBook(moods[mood]),
}));

/** The mood whose words are in a message; null where there are none. */
export const moodOf = (utterance: Utterance): Mood | null =>
  BOOKS.find(({ book }) => book.has(utterance))?.mood ?? null;

/** What is said to who tells of their day, and asks and reports nothing; `plain` where its mood isn't. */
export function heard(utterance: Utterance, plain: Reply): Reply {
  const mood = moodOf(utterance);
  return mood === null ? plain : MOOD_REPLIES[mood];
}
