import type { Feature, FeatureResult, TurnContext } from "../conversation/turn.ts";
import type { Reply } from "../messaging/reply.ts";
import { isMadeOf, PhraseBook } from "../vietnamese/phrase-book.ts";
import { foreignLanguage } from "./language.ts";
import {
  ACKNOWLEDGEMENTS,
  FILLERS,
  GOODBYES,
  GREETINGS,
  THANKING,
  WANTS_HUMAN,
  WHO_ARE_YOU,
} from "./lexicon.ts";
import {
  ACKNOWLEDGED,
  GOODBYE,
  GREETING,
  HUMAN,
  IN_CHINESE,
  IN_ENGLISH,
  THANKS,
  WELCOME,
  WHO_AM_I,
} from "./wording.ts";

/** Pleasantries: the whole message is one, or it isn't smalltalk. */
const PLEASANTRIES: readonly { readonly book: PhraseBook; readonly reply: Reply }[] = [
  { book: new PhraseBook(GOODBYES), reply: GOODBYE },
  { book: new PhraseBook(THANKING), reply: THANKS },
  { book: new PhraseBook(GREETINGS), reply: GREETING },
  { book: new PhraseBook(ACKNOWLEDGEMENTS), reply: ACKNOWLEDGED },
];
const pleasantries = new PhraseBook([
  ...GOODBYES,
  ...THANKING,
  ...GREETINGS,
  ...ACKNOWLEDGEMENTS,
  ...FILLERS,
]);
const whoAreYou = new PhraseBook(WHO_ARE_YOU);
const wantsHuman = new PhraseBook(WANTS_HUMAN);
/** Longer messages ask for something more than who is speaking. */
const SHORT = 16;

/** Greetings, thanks, who is speaking, a human please, and messages in English or Chinese. */
export const smalltalk: Feature = { name: "smalltalk", take };

function take({ inbound, utterance, session }: TurnContext): FeatureResult | null {
  if (utterance.words.length <= SHORT) {
    if (wantsHuman.has(utterance)) return { replies: [HUMAN] };
    if (whoAreYou.has(utterance)) return { replies: [WHO_AM_I] };
  }
  const pleasantry = PLEASANTRIES.find(({ book }) => isMadeOf(utterance, book, pleasantries));
  if (pleasantry !== undefined) {
    if (!inbound.isPrivate) return { replies: [], outcome: "ignored" };
    const isFirst = pleasantry.reply === GREETING && session.greeted !== true;
    return { replies: [isFirst ? WELCOME : pleasantry.reply], session: { greeted: true } };
  }
  const language = foreignLanguage(utterance);
  if (language !== null) return { replies: [language === "zh" ? IN_CHINESE : IN_ENGLISH] };
  return null;
}
