import { isMadeOf, PatternBook } from "../../language/pattern-book.ts";
import type { Reply } from "../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { GREETED } from "./greeted.ts";
import { foreignLanguage, isNoise } from "./language.ts";
import {
  ACKNOWLEDGEMENTS,
  FILLERS,
  GOODBYES,
  GREETINGS,
  SADNESS,
  THANKING,
  WANTS_HUMAN,
  WHAT_CAN_YOU_DO,
  WHAT_IS_KEPT,
  WHERE_AND_WHEN,
  WHO_ARE_YOU,
} from "./smalltalk-lexicon.ts";
import {
  ACKNOWLEDGED,
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
} from "./smalltalk-wording.ts";

/** Pleasantries: they count only where they are the whole message. */
const PLEASANTRIES: readonly { readonly book: PatternBook; readonly reply: Reply }[] = [
  { book: new PatternBook(GOODBYES), reply: GOODBYE },
  { book: new PatternBook(THANKING), reply: THANKS },
  { book: new PatternBook(GREETINGS), reply: GREETING },
  { book: new PatternBook(ACKNOWLEDGEMENTS), reply: ACKNOWLEDGED },
  { book: new PatternBook(SADNESS), reply: SAD },
];
const pleasantries = new PatternBook([
  ...GOODBYES,
  ...THANKING,
  ...GREETINGS,
  ...ACKNOWLEDGEMENTS,
  ...FILLERS,
]);
const whereAndWhen = new PatternBook(WHERE_AND_WHEN);
const whatCanYouDo = new PatternBook(WHAT_CAN_YOU_DO);
const whatIsKept = new PatternBook(WHAT_IS_KEPT);
const whoAreYou = new PatternBook(WHO_ARE_YOU);
const wantsHuman = new PatternBook(WANTS_HUMAN, { gap: 4 });
/** Longer messages ask for more than who is speaking. */
const SHORT = 16;

/** Greetings, thanks, questions about the bot, requests for a human, and messages in other languages. */
export function smalltalk(facts: PrivacyFacts): Feature {
  return { name: "smalltalk", take: async (context) => take(context, facts) };
}

function take({ inbound, utterance, session }: TurnContext, facts: PrivacyFacts): FeatureResult | null {
  if (utterance.words.length <= SHORT) {
    if (wantsHuman.has(utterance) && !whereAndWhen.has(utterance)) return { replies: [HUMAN] };
    if (whatIsKept.has(utterance)) return { replies: [privacy(facts)] };
    if (whatCanYouDo.has(utterance)) return { replies: [facts.takesReports ? HELP_WITH_REPORTS : HELP] };
    if (whoAreYou.has(utterance)) return { replies: [WHO_AM_I] };
  }
  const pleasantry = PLEASANTRIES.find(({ book }) => isMadeOf(utterance, book, pleasantries));
  if (pleasantry !== undefined) {
    if (!inbound.isPrivate) return { replies: [], outcome: "ignored" };
    const isFirst = pleasantry.reply === GREETING && GREETED.of(session) !== true;
    return { replies: [isFirst ? WELCOME : pleasantry.reply], session: GREETED.with(true) };
  }
  if (isNoise(utterance.clean)) {
    return inbound.isPrivate ? { replies: [UNCLEAR] } : { replies: [], outcome: "ignored" };
  }
  const language = foreignLanguage(utterance);
  if (language !== null) return { replies: [IN_LANGUAGE[language]] };
  return null;
}
