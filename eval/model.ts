import { readConfig } from "../src/config.ts";
import { withBreaker } from "../src/model/breaker.ts";
import type { ChatModel } from "../src/model/chat-model.ts";
import { createOpenAiModel } from "../src/model/openai-model.ts";

/** A model to be measured. */
export interface Measured {
  readonly name: string;
  readonly model: ChatModel;
  /** What a turn may wait for it, in milliseconds. */
  readonly timeoutMs: number;
}

/** A channel has to be set for the settings to be whole; none is used here. */
const NO_CHANNEL = { TELEGRAM_BOT_TOKEN: "1:khong-dung", TELEGRAM_WEBHOOK_SECRET: "khong-dung-den-dau" };

/**
 * The model of the settings, as the Worker would ask it, without the day's budget.
 * @returns null where OPENAI_MODEL isn't set
 * @throws ConfigError where its settings are incomplete
 */
export function openModel(env: Readonly<Record<string, string | undefined>>): Measured | null {
  const own = Object.entries(env).filter(([name]) => name.startsWith("OPENAI_"));
  const { model } = readConfig({ ...Object.fromEntries(own), ...NO_CHANNEL });
  if (model === undefined) return null;
  const asked = withBreaker(createOpenAiModel(model), Date.now);
  return { name: model.model, model: asked, timeoutMs: model.timeoutMs };
}
