import type { Feature, FeatureResult, TurnContext } from "../conversation/turn.ts";
import type { Hit, KnowledgeIndex, Passage } from "../knowledge/index.ts";
import { type Button, type Reply, text } from "../messaging/reply.ts";
import { type Found, findPassages } from "./find.ts";
import { questionOf } from "./message.ts";
import { ANSWER_LENGTH, cite, citeDocument, quote } from "./quote.ts";
import { liveThread } from "./thread.ts";
import { DID_YOU_MEAN, NEAREST, NO_WORDS, NOT_KNOWN, WHOM_TO_ASK } from "./wording.ts";

/** A button's payload in UTF-8, in bytes: the messengers' limit. */
const PAYLOAD_BYTES = 60;
const MAX_BUTTONS = 3;

/** Answers from the knowledge in its own words with the source, or says that it doesn't know. Takes every message. */
export const answering: Feature = {
  name: "answering",
  async take(context) {
    const question = questionOf(context.utterance.clean);
    if (context.utterance.words.length === 0) return { replies: [NO_WORDS] };
    const now = context.services.now();
    const thread = liveThread(context.session.knowledge, now);
    const found = await findPassages(await searchFor(context), question, thread);
    switch (found.kind) {
      case "none":
        return { replies: [NOT_KNOWN], events: ["not_known"] };
      case "near":
        return { replies: [askBack(found.hits)] };
      case "particular":
        return { replies: [{ blocks: [text(found.text), citeDocument(found.document)] }] };
      case "answer": {
        const [first] = found.passages;
        const topic = first.headings.at(-1) ?? first.document.title;
        const asked = found.nearest === undefined ? {} : { asked: found.nearest };
        return {
          replies: [answer(found, question)],
          session: { knowledge: { documentId: first.document.id, topic, ...asked, at: now } },
        } satisfies FeatureResult;
      }
    }
  },
};

type Search = (question: string, within?: string) => ReturnType<KnowledgeIndex["search"]>;

/** Internal passages only for an official, and only where nobody else reads along. */
async function searchFor({ inbound, services }: TurnContext): Promise<Search> {
  const audience = inbound.isPrivate && (await services.isOfficial(inbound)) ? "internal" : "public";
  return (question, within) =>
    services.knowledge.search(question, { audience, limit: 8, ...(within !== undefined && { within }) });
}

function answer({ passages, related, sure }: Extract<Found, { kind: "answer" }>, question: string): Reply {
  const room = Math.floor(ANSWER_LENGTH / passages.length);
  const lead = sure ? [] : [text(NEAREST(passages[0].headings.at(-1) ?? ""))];
  const blocks = [
    ...lead,
    ...passages.flatMap((passage) => quote(passage, question, room)),
    ...cite(passages),
  ];
  const buttons = related.flatMap(toButton).slice(0, MAX_BUTTONS);
  return buttons.length > 0 ? { blocks, buttons } : { blocks };
}

function askBack(hits: readonly Hit[]): Reply {
  const buttons = hits
    .map((hit) => hit.passage)
    .flatMap(toButton)
    .slice(0, MAX_BUTTONS);
  if (buttons.length === 0) return NOT_KNOWN;
  const choices = buttons.map(({ label }, i) => `${i + 1}. ${label}`).join("\n");
  return { blocks: [text(`${DID_YOU_MEAN}\n${choices}`), text(WHOM_TO_ASK)], buttons };
}

/** The heading as a question to tap or to type; none where it is too long to be typed. */
function toButton(passage: Passage): Button[] {
  const heading = passage.headings.at(-1) ?? "";
  const fits = heading !== "" && new TextEncoder().encode(heading).length <= PAYLOAD_BYTES;
  return fits ? [{ label: heading, payload: heading }] : [];
}
