import OpenAI, { APIError } from "openai";
import { z } from "zod";
import type { EmbeddingSettings, ModelSettings } from "../../src/config.ts";
import { ModelError } from "../../src/model/chat-model.ts";
import { createOpenAiModel } from "../../src/model/openai-model.ts";
import { type Finding, fault, note, ok } from "./finding.ts";

const PATIENCE = 30_000;
const Probe = z.object({ ready: z.boolean() });

const REMEDIES = {
  rejected: "xem lại OPENAI_API_KEY, OPENAI_MODEL và OPENAI_BASE_URL",
  unreachable: "xem lại OPENAI_BASE_URL và mạng",
  timeout: "máy chủ quá chậm: bot sẽ trả lời bằng chính tài liệu",
  rate_limited: "tài khoản đã hết hạn mức",
} as const;

/** One small question to the model, as the bot would ask it. It costs a few tokens. */
export async function checkModel(settings: ModelSettings): Promise<Finding[]> {
  const started = Date.now();
  try {
    await createOpenAiModel(settings).ask({
      name: "probe",
      system: 'Trả về đối tượng JSON {"ready": true}.',
      data: {},
      schema: Probe,
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (error) {
    const failure = error instanceof ModelError ? error.failure : "unreachable";
    const todo =
      REMEDIES[failure as keyof typeof REMEDIES] ?? "thử mô hình khác: câu trả lời không đúng dạng yêu cầu";
    return [fault(`Mô hình ${settings.model} không dùng được (${failure}).`, todo)];
  }
  const seconds = (Date.now() - started) / 1_000;
  const answered = ok(`Mô hình ${settings.model} trả lời sau ${seconds.toFixed(1).replace(".", ",")} giây.`);
  return seconds * 1_000 > settings.timeoutMs
    ? [answered, note("Chậm hơn OPENAI_TIMEOUT_SECONDS: đa số câu sẽ được trả lời bằng chính tài liệu.")]
    : [answered];
}

/** Embeds one text: its size must be that of the settings. */
export async function checkEmbeddings(settings: EmbeddingSettings): Promise<Finding[]> {
  const { apiKey, baseUrl: baseURL, model, dimensions } = settings;
  try {
    const client = new OpenAI({ apiKey, baseURL, maxRetries: 0, logLevel: "off", timeout: PATIENCE });
    const { data } = await client.embeddings.create({
      model,
      input: "an ninh trật tự",
      encoding_format: "float",
    });
    const size = data[0]?.embedding.length ?? 0;
    return size === dimensions
      ? [ok(`Mô hình nhúng ${model} trả về ${size} chiều.`)]
      : [fault(`Mô hình nhúng ${model} trả về ${size} chiều.`, `đặt OPENAI_EMBEDDING_DIMENSIONS=${size}`)];
  } catch (error) {
    const status = error instanceof APIError && error.status !== undefined ? ` (${error.status})` : "";
    return [fault(`Mô hình nhúng ${model} không dùng được${status}.`, REMEDIES.rejected)];
  }
}
