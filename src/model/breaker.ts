import { type ChatModel, ModelError, type ModelFailure } from "./chat-model.ts";

/** After so many failures in a row the model isn't asked for a while. */
const TRIPS_AT = 3;
/** How long, in milliseconds. Then one call tries; the others still go without. */
const REST_MS = 30_000;

/** Failures of the server. A refusal or a wrong shape concerns only that answer. */
const SERVER_TROUBLE: ReadonlySet<ModelFailure> = new Set([
  "timeout",
  "rate_limited",
  "server_error",
  "rejected",
  "unreachable",
]);

/**
 * The model with a circuit breaker: while the server fails, only the first people wait a few seconds, not everyone.
 * Each isolate has its own state.
 * @param now the present, in milliseconds since the epoch
 */
export function withBreaker(model: ChatModel, now: () => number): ChatModel {
  let failures = 0;
  let restsUntil = 0;
  return {
    async ask(request) {
      if (failures >= TRIPS_AT) {
        if (now() < restsUntil) throw new ModelError("resting");
        restsUntil = now() + REST_MS;
      }
      try {
        const answer = await model.ask(request);
        failures = 0;
        return answer;
      } catch (error) {
        if (error instanceof ModelError && SERVER_TROUBLE.has(error.failure)) {
          failures += 1;
          if (failures >= TRIPS_AT) restsUntil = now() + REST_MS;
        } else {
          failures = 0;
        }
        throw error;
      }
    },
  };
}
