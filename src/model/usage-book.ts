import { localDay } from "../language/dates.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import { type ChatModel, ModelError, type ModelFailure, NO_USAGE, type Usage } from "./chat-model.ts";

/** The calls of one day with the same result. */
export interface UsageRow {
  readonly outcome: "ok" | ModelFailure;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Time spent waiting, summed. */
  readonly ms: number;
}

/** What the model costs per day, in D1. It contains no text of anyone. */
export class UsageBook {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** Tokens used on a day, as the server counted them. */
  async tokensOn(day: string): Promise<number> {
    const row = await this.#db
      .prepare("SELECT sum(prompt_tokens + completion_tokens) AS n FROM model_usage WHERE day = ?")
      .bind(day)
      .first<{ n: number | null }>();
    return row?.n ?? 0;
  }

  async rowsOn(day: string): Promise<UsageRow[]> {
    const { results } = await this.#db
      .prepare(
        "SELECT outcome, calls, prompt_tokens AS promptTokens, completion_tokens AS completionTokens, ms FROM model_usage WHERE day = ? ORDER BY outcome",
      )
      .bind(day)
      .all<UsageRow>();
    return results;
  }

  async note(day: string, outcome: UsageRow["outcome"], usage: Usage, ms: number): Promise<void> {
    await this.#db
      .prepare(
        `INSERT INTO model_usage (day, outcome, calls, prompt_tokens, completion_tokens, ms) VALUES (?, ?, 1, ?, ?, ?)
         ON CONFLICT (day, outcome) DO UPDATE SET calls = calls + 1, prompt_tokens = prompt_tokens + excluded.prompt_tokens,
           completion_tokens = completion_tokens + excluded.completion_tokens, ms = ms + excluded.ms`,
      )
      .bind(day, outcome, usage.promptTokens, usage.completionTokens, Math.round(ms))
      .run();
  }
}

/**
 * The model with a daily budget; each call is stored in the book. Where the book can't be read, nothing is spent; where
 * it can't be written, the answer is still sent.
 */
export function withBudget(
  model: ChatModel,
  book: UsageBook,
  { tokensPerDay, now }: { readonly tokensPerDay: number; readonly now: () => number },
): ChatModel {
  return {
    async ask(request) {
      const started = now();
      const day = localDay(started);
      const spent = await book.tokensOn(day).catch(() => Number.POSITIVE_INFINITY);
      const note = async (outcome: UsageRow["outcome"], usage: Usage) => {
        await book.note(day, outcome, usage, now() - started).catch((error: unknown) => {
          logEvent("model_usage_not_noted", { code: errorCode(error) });
        });
      };
      if (spent >= tokensPerDay) {
        await note("over_budget", NO_USAGE);
        throw new ModelError("over_budget");
      }
      try {
        const answer = await model.ask(request);
        await note("ok", answer.usage);
        return answer;
      } catch (error) {
        if (error instanceof ModelError) await note(error.failure, error.usage ?? NO_USAGE);
        throw error;
      }
    },
  };
}
