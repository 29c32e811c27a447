import { foreignLanguage } from "../../language/foreign-language.ts";
import { meantBy } from "../../language/meant.ts";
import { isMadeOf, PatternBook } from "../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../language/utterance.ts";
import type { Reply } from "../../messaging/reply.ts";
import type { Act } from "../../reader/names/act.ts";
import { chanceOf, type Likely } from "../../reader/names/likely.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import cues from "./chat-cues.json" with { type: "json" };
import { GREETED } from "./greeted.ts";
import { heard } from "./mood.ts";
import { isNoise } from "./noise.ts";
import { FILLERS, WHAT_IS_KEPT } from "./smalltalk-lexicon.ts";
import {
  ACKNOWLEDGED,
  CHATTED,
  GOODBYE,
  GREETING,
  HELP,
  HELP_WITH_REPORTS,
  HUMAN,
  IN_LANGUAGE,
  type PrivacyFacts,
  privacy,
  SAD,
  THANKS,
  UNCLEAR,
  WELCOME,
  WHO_AM_I,
  WISHED,
} from "./smalltalk-wording.ts";

interface Answer {
  readonly book: PatternBook;
  readonly reply: Reply;
}

/** The words that choose among the answers to small talk: the first whose cue is there. */
const PLEASANTRIES: readonly Answer[] = [
  { book: new PatternBook(cues.thanks), reply: THANKS },
  { book: new PatternBook(cues.goodbye), reply: GOODBYE },
  { book: new PatternBook(cues.sadness), reply: SAD },
  { book: new PatternBook(cues.wish), reply: WISHED },
  { book: new PatternBook(cues.greeting), reply: GREETING },
  { book: new PatternBook(cues.acknowledgement), reply: ACKNOWLEDGED },
];
const ABOUT_BOT: readonly Answer[] = [
  { book: new PatternBook(cues.human), reply: HUMAN },
  { book: new PatternBook(cues.whatCanYouDo), reply: HELP },
  { book: new PatternBook(cues.whoAreYou), reply: WHO_AM_I },
];
const pleasantWords = new PatternBook([
  ...cues.thanks,
  ...cues.goodbye,
  ...cues.greeting,
  ...cues.wish,
  ...cues.acknowledgement,
  ...FILLERS,
]);
const whatIsKept = new PatternBook(WHAT_IS_KEPT);

/** Longer messages ask for more than who is speaking. */
const SHORT = 16;
/** Below this "… là ai" asks for somebody else: "trưởng ban chỉ đạo là ai". */
const MAY_CHAT = 0.02;
/** From here on nothing is asked or told. On batches that the reader hadn't seen, nine of ten such messages are small talk. */
const CHAT = 0.2;
/** From here on a person is wanted: eight of ten. */
const WANTS_HUMAN = 0.3;

/** Greetings, thanks, questions about the bot, requests for a human, and messages in other languages. */
export function smalltalk(facts: PrivacyFacts): Feature {
  return { name: "smalltalk", take: async (context) => take(context, facts) };
}

function take(
  { inbound, utterance, session, reading: { learned } }: TurnContext,
  facts: PrivacyFacts,
): FeatureResult | null {
  if (whatIsKept.has(utterance)) return { replies: [privacy(facts)] };
  if (isNoise(utterance.clean))
    return inbound.isPrivate ? { replies: [UNCLEAR] } : { replies: [], outcome: "ignored" };
  const language = foreignLanguage(utterance);
  if (language !== null) return { replies: [IN_LANGUAGE[language]] };
  if (chanceOf(learned.acts, "human") >= WANTS_HUMAN) return { replies: [HUMAN] };
  const about =
    utterance.words.length > SHORT
      ? undefined
      : (chosen(ABOUT_BOT, utterance) ?? whoIsIt(utterance, learned.acts));
  if (about !== undefined)
    return { replies: [about === HELP && facts.takesReports ? HELP_WITH_REPORTS : about] };
  const meant = meantBy(utterance.clean);
  // "Không, ý em là …" puts a question right: it is small talk only where what comes after is.
  const reply =
    meant === utterance.clean
      ? pleasantryFor(utterance, chanceOf(learned.acts, "chat") >= CHAT)
      : pleasantryFor(readUtterance(meant), false);
  if (reply === undefined) return null;
  if (!inbound.isPrivate) return { replies: [], outcome: "ignored" };
  const isFirst = reply === GREETING && GREETED.of(session) !== true;
  return { replies: [isFirst ? WELCOME : reply], session: GREETED.with(true) };
}

const chosen = (answers: readonly Answer[], utterance: Utterance): Reply | undefined =>
  answers.find(({ book }) => book.has(utterance))?.reply;

const nameAsked = new PatternBook(cues.whoIsIt);

const whoIsIt = (utterance: Utterance, acts: readonly Likely<Act>[]): Reply | undefined =>
  nameAsked.has(utterance) && chanceOf(acts, "chat") >= MAY_CHAT ? WHO_AM_I : undefined;

/** @param isChat whether the whole message reads as small talk; a few polite words alone always are */
const pleasantryFor = (utterance: Utterance, isChat: boolean): Reply | undefined =>
  isChat
    ? (chosen(PLEASANTRIES, utterance) ?? heard(utterance, CHATTED))
    : PLEASANTRIES.find(({ book }) => isMadeOf(utterance, book, pleasantWords))?.reply;
