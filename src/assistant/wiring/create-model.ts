import type { ModelSettings } from "../../config.ts";
import type { ModelService } from "../../features/answering/generative/compose.ts";
import { createGenerator } from "../../features/answering/generative/generator.ts";
import { withBreaker } from "../../model/breaker.ts";
import type { ChatModel } from "../../model/chat-model.ts";
import { createOpenAiModel } from "../../model/openai-model.ts";
import type { PromptTexts } from "../../model/prompt.ts";
import { UsageBook, withBudget } from "../../model/usage-book.ts";

/** One client per server in each isolate. Failures seen by one chat count for all. */
const shared = new Map<string, ChatModel>();

/** The language model behind its breaker, its budget and the guard. */
export function createModelService(
  ledger: D1Database,
  settings: ModelSettings,
  prompts: PromptTexts,
): ModelService {
  const { tokensPerDay, timeoutMs, callsPerChat } = settings;
  const key = JSON.stringify(settings);
  const model = shared.get(key) ?? withBreaker(createOpenAiModel(settings), Date.now);
  shared.set(key, model);
  const budgeted = withBudget(model, new UsageBook(ledger), { tokensPerDay, now: Date.now });
  return { generator: createGenerator(budgeted, prompts), timeoutMs, callsPerChat };
}
