import { describe, expect, it } from "vitest";
import { z } from "zod";
import { withBreaker } from "./breaker.ts";
import { type ChatModel, ModelError, type ModelFailure, NO_USAGE } from "./chat-model.ts";

const Anything = z.unknown();
const request = {
  name: "x",
  system: "",
  data: null,
  schema: Anything,
  signal: new AbortController().signal,
};

/** A model that fails as it is told, and counts how often it was asked. */
function told(...failures: (ModelFailure | null)[]): { model: ChatModel; asked: () => number } {
  let n = 0;
  return {
    asked: () => n,
    model: {
      async ask({ schema }) {
        const failure = failures[n] ?? null;
        n += 1;
        if (failure !== null) throw new ModelError(failure);
        return { value: schema.parse("ok"), usage: NO_USAGE };
      },
    },
  };
}

const outcome = (model: ChatModel): Promise<string> =>
  model.ask(request).then(
    () => "ok",
    (error: unknown) => (error instanceof ModelError ? error.failure : "other"),
  );

describe("the circuit breaker", () => {
  it("leaves a failing server alone after three failures, then lets one call try", async () => {
    let now = 0;
    const { model, asked } = told("timeout", "server_error", "unreachable", "timeout", null);
    const guarded = withBreaker(model, () => now);
    expect([await outcome(guarded), await outcome(guarded), await outcome(guarded)]).toEqual([
      "timeout",
      "server_error",
      "unreachable",
    ]);
    expect(await outcome(guarded)).toBe("resting");
    expect(asked()).toBe(3);
    now = 30_000;
    const [tries, waits] = await Promise.all([outcome(guarded), outcome(guarded)]);
    expect([tries, waits]).toEqual(["timeout", "resting"]);
    now = 60_001;
    expect([await outcome(guarded), await outcome(guarded)]).toEqual(["ok", "ok"]);
  });

  it("doesn't hold one answer's faults against the server", async () => {
    const { model } = told("junk", "refused", "junk", "junk", null);
    const guarded = withBreaker(model, () => 0);
    for (let i = 0; i < 4; i++) await outcome(guarded);
    expect(await outcome(guarded)).toBe("ok");
  });
});
