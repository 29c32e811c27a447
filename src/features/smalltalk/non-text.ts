import type { Reply } from "../../messaging/reply.ts";
import { chanceOf } from "../../reader/names/likely.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import { GREETED } from "./greeted.ts";
import { NON_TEXT, WELCOME } from "./smalltalk-wording.ts";

const IGNORED: FeatureResult = { replies: [], outcome: "ignored" };

/** Messages without words get a helpful answer instead of silence. A caption is treated as text. */
export const nonText: Feature = { name: "nonText", take };

function take({ inbound, utterance, reading }: TurnContext): FeatureResult | null {
  const { content } = inbound;
  switch (content.kind) {
    case "left":
    case "joined":
    case "standing":
    case "operator":
    case "withdrawn":
    case "pause":
      return IGNORED;
    case "edited":
      return asksAnew(reading) ? null : IGNORED;
    case "opened":
      return { replies: [WELCOME], session: GREETED.with(true) };
    case "text":
      return hasWords(utterance) ? null : answer(inbound.isPrivate, NON_TEXT.empty);
    case "media": {
      if (hasWords(utterance)) return null;
      const [first] = content.media;
      return answer(inbound.isPrivate, first === undefined ? NON_TEXT.unsupported : NON_TEXT[first.kind]);
    }
    case "location":
    case "sticker":
    case "unsupported":
      return answer(inbound.isPrivate, NON_TEXT[content.kind]);
  }
}

/** An edit into another question, or into something that happened, is answered as one; "cám ơn" was heard before. */
const asksAnew = ({ learned: { acts } }: TurnContext["reading"]): boolean =>
  chanceOf(acts, "ask", "figures", "aid", "tell", "danger", "decline") >= MOSTLY;
const MOSTLY = 0.5;

/** "❤️" contains a combining mark, which isn't a word; "%?" after a figure asks for the share. */
const hasWords = ({ clean }: TurnContext["utterance"]): boolean => /[\p{L}\p{N}%]/u.test(clean);

/** In a group people send each other pictures: only private chats are answered. */
const answer = (isPrivate: boolean, reply: Reply): FeatureResult =>
  isPrivate ? { replies: [reply] } : IGNORED;
