import { z } from "zod";
import type { Passage } from "../../../knowledge/knowledge-index.ts";
import type { ChatModel } from "../../../model/chat-model.ts";
import { fillPrompt, type PromptTexts } from "../../../model/prompt.ts";
import { type DraftSentence, judgeSentences } from "../grounding/grounding-guard.ts";
import { type Labeller, labeller } from "./labeller.ts";
import { outgoing } from "./outgoing.ts";

/** The input for the model. `earlier` is our own text: the question of the knowledge that was answered last. */
export interface Asked {
  readonly question: string;
  readonly earlier?: string;
  readonly passages: readonly Passage[];
}

/** The sentences that passed the guard. */
export interface Generated {
  readonly sentences: readonly DraftSentence[];
  /** How many sentences the guard dropped. */
  readonly dropped: number;
}

/** Writes answers from passages, and labels messages. Every sentence that it returns has passed the guard. */
export interface Generator {
  /** @throws ModelError where the model gave no usable answer in time */
  answer(asked: Asked, signal: AbortSignal): Promise<Generated>;
  /** The question as it would be asked by itself; null where the model's isn't one. @throws ModelError */
  standalone(question: string, earlier: string, signal: AbortSignal): Promise<string | null>;
  /** Absent without its prompt. */
  readonly label?: Labeller;
}

const MOST_SENTENCES = 5;
const MOST_CHARACTERS = 600;
/** At most so many sentences of the model are checked. */
const JUDGED_AT_MOST = 12;
/** A longer text is not a rewritten question. */
const LONGEST_QUESTION = 200;

/** The generator that uses a model. Passages are numbered for this call only: the model can't know other ids. */
export function createGenerator(model: ChatModel, prompts: PromptTexts): Generator {
  return {
    async answer({ question, earlier = "", passages }, signal) {
      const open = passages.filter(
        (passage) => passage.document.audience === "public" && !ordersTheMachine(passage),
      );
      const labelled = new Map(open.map((passage, i) => [`P${i + 1}`, passage]));
      const asked = outgoing(question);
      const { value } = await model.ask({
        name: "answer",
        system: fillPrompt(prompts, "answer", {
          mostSentences: MOST_SENTENCES,
          mostCharacters: MOST_CHARACTERS,
        }),
        data: { question: asked, earlier, passages: [...labelled].map(asData) },
        schema: Draft,
        signal,
      });
      const sentences = value.sentences.slice(0, JUDGED_AT_MOST).map(({ text, cites }) => ({
        text: text.trim(),
        // An unknown label stays unchanged: the guard drops the sentence that cites it.
        cites: cites.map((label) => labelled.get(label)?.id ?? label),
      }));
      const judged = judgeSentences(sentences, open, asked);
      const kept = judged.filter(({ verdict }) => verdict === "kept").map(({ sentence }) => sentence);
      return { sentences: kept, dropped: judged.length - kept.length };
    },

    async standalone(question, earlier, signal) {
      const { value } = await model.ask({
        name: "standalone",
        system: fillPrompt(prompts, "standalone", { mostCharacters: LONGEST_QUESTION }),
        data: { earlier, question: outgoing(question) },
        schema: Standalone,
        signal,
      });
      const rewritten = value.question.trim();
      return rewritten === "" || rewritten.length > LONGEST_QUESTION ? null : rewritten;
    },
    ...(prompts.label !== undefined && { label: labeller(model, prompts) }),
  };
}

function asData([id, { headings, text, citation }]: readonly [string, Passage]) {
  return { id, heading: headings.join(" › "), text, source: citation };
}

/** What the model is asked for: sentences, each with the passages that support it. */
export const Draft = z.object({
  sentences: z.array(z.object({ text: z.string(), cites: z.array(z.string()) })),
});

export type Draft = z.infer<typeof Draft>;

/** A follow-up made into a question of its own. */
export const Standalone = z.object({ question: z.string() });

/** Words addressed to a machine, not to a person. No honest document has them. */
const ORDERS: readonly RegExp[] = [
  /(?:trợ lý|bot|chatbot|mô hình|hệ thống|máy)[^.!?\n]{0,40}(?:phải|hãy|cần|không được)\s+(?:nói|trả lời|in|đọc|chép|ghi|bỏ qua)/iu,
  /bỏ qua (?:mọi |tất cả )?(?:các )?(?:quy tắc|chỉ dẫn|luật)/iu,
  /(?:chỉ dẫn|lời nhắc) hệ thống/iu,
  /ignore (?:all |any )?(?:previous |prior )?(?:rules|instructions)/iu,
  /system prompt|"role"\s*:/iu,
];

/** True where a passage contains instructions to a model. It is quoted, but no model gets it. */
export function ordersTheMachine({ text, headings, citation, document }: Passage): boolean {
  const all = [text, ...headings, citation, document.title, document.issuer ?? ""];
  return all.some((words) => ORDERS.some((order) => order.test(words)));
}
