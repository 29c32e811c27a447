import { type Mind, ModelStandIn } from "../sandbox/standins/model.ts";
import { createOpenAiModel } from "../src/model/openai-model.ts";
import type { Assistant } from "./assistant.ts";

const PATIENCE = 8_000;

/** An assistant with a stand-in for its model, over the wire, whose mind can be changed. */
export async function withStandIn(assistant: Assistant, mind: Mind) {
  const standIn = await ModelStandIn.listen(mind);
  const model = createOpenAiModel({
    apiKey: "khoa-thu-nghiem",
    baseUrl: standIn.url,
    model: "stand-in",
    maxTokens: 700,
  });
  return { standIn, assistant: assistant.withModel(model, PATIENCE) };
}
