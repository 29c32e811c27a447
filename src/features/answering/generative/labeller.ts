import { z } from "zod";
import type { Passage } from "../../../knowledge/knowledge-index.ts";
import type { ChatModel } from "../../../model/chat-model.ts";
import { fillPrompt, type PromptTexts } from "../../../model/prompt.ts";
import meanings from "./label-acts.json" with { type: "json" };
import { outgoing } from "./outgoing.ts";

/** The acts that the model may choose: what an answer can make use of, and never a danger or a refusal. */
export type LabelledAct = keyof typeof meanings;

/** A message that we aren't sure of, and what it may be. */
export interface Choice {
  readonly message: string;
  readonly earlier?: string;
  readonly acts: readonly LabelledAct[];
  /** Sections whose headings are offered. */
  readonly topics: readonly Passage[];
}

/** One of the offered acts and sections; null where no section is meant. */
export interface Label {
  readonly act: LabelledAct;
  readonly topic: Passage | null;
}

/** What the model says where no offered section is meant. */
const NO_TOPIC = "none";

/** One of what is offered, and nothing else. @throws ModelError where the model chose none of that in time */
export type Labeller = (choice: Choice, signal: AbortSignal) => Promise<Label>;

/** Acts and sections are offered under names of this call; the schema takes no others. */
export const labeller =
  (model: ChatModel, prompts: PromptTexts): Labeller =>
  async ({ message, earlier = "", acts, topics }, signal) => {
    const offered = new Map(topics.map((topic, i) => [`T${i + 1}`, topic]));
    const { value } = await model.ask({
      name: "label",
      system: fillPrompt(prompts, "label", { mostTopics: topics.length }),
      data: {
        message: outgoing(message),
        earlier,
        acts: acts.map((id) => ({ id, means: meanings[id] })),
        topics: [...offered].map(([id, { headings }]) => ({ id, heading: headings.join(" › ") })),
      },
      schema: z.object({ act: z.enum(acts), topic: z.enum([...offered.keys(), NO_TOPIC]) }),
      signal,
    });
    return { act: value.act, topic: offered.get(value.topic) ?? null };
  };
