import { displayMoment } from "../../../language/dates.ts";
import { list, type Reply, strong, text } from "../../../messaging/reply.ts";
import type { CaseEvent } from "../case.ts";
import { filesInWords } from "../media/files-in-words.ts";
import { isClosed } from "../workflow/workflow.ts";
import { STATE_NAMES } from "../workflow/workflow-wording.ts";
import { ACTION_WORDS, LIST_WORDS, who } from "./duty-wording.ts";
import { short } from "./short.ts";

/** The newest lines of a long history, and the length of each, in UTF-16 units. */
const SHOWN_EVENTS = 30;
const SHOWN_WORDS = 300;

/** A line of the history for the card: without the words, which may be long, unless they are what was done. */
export const eventInShort = (event: CaseEvent): string => {
  const { text: _, media: __, ...facts } = event;
  const isResult = event.to !== undefined && isClosed(event.to);
  return eventLine(isResult || TELLING.has(event.action) ? event : facts);
};
const TELLING: ReadonlySet<CaseEvent["action"]> = new Set(["assigned", "snoozed", "placed"]);

/** The history of a case: who, when, from which state to which, the words. */
export function historyReply(code: string, events: readonly CaseEvent[]): Reply {
  const earlier = events.length - SHOWN_EVENTS;
  return {
    blocks: [
      strong(LIST_WORDS.history(code)),
      ...(earlier > 0 ? [text(LIST_WORDS.earlier(earlier))] : []),
      list(...events.slice(-SHOWN_EVENTS).map(eventLine)),
    ],
    protect: true,
  };
}

function eventLine({ at, actor, action, from, to, text: words = "", media = [] }: CaseEvent): string {
  const states = [from, to].flatMap((state) => (state === undefined ? [] : [STATE_NAMES[state]])).join(" → ");
  const what = [
    ACTION_WORDS[action],
    ...(action === "received" ? [] : [states]),
    short(words.replace(/\s+/gu, " ").trim(), SHOWN_WORDS),
    filesInWords(media),
  ].filter((part) => part !== "");
  return `${displayMoment(at)}, ${who(actor)}: ${what.join("; ")}`;
}
