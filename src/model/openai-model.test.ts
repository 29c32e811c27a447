import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { ModelStandIn } from "../../sandbox/standins/model.ts";
import { JUNK } from "../../sandbox/standins/model-minds.ts";
import { type ChatModel, ModelError } from "./chat-model.ts";
import { createOpenAiModel } from "./openai-model.ts";

const Colour = z.object({ colour: z.string() });
const GOOD = '{"colour":"xanh"}';

let server: ModelStandIn;
let model: ChatModel;
beforeAll(async () => {
  server = await ModelStandIn.listen(() => GOOD);
});
beforeEach(() => {
  server.recover();
  server.mind = () => GOOD;
  server.lacks = {};
  server.calls.items.length = 0;
  model = createOpenAiModel({ apiKey: "k", baseUrl: server.url, model: "m", maxTokens: 50 });
});
afterAll(() => server.close());

const ask = (signal = AbortSignal.timeout(60_000)) =>
  model.ask({ name: "colour", system: "Nói một màu.", data: { of: "trời" }, schema: Colour, signal });

const failure = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof ModelError ? error.failure : `not a ModelError: ${String(error)}`;
};

describe("a model behind an OpenAI-compatible server", () => {
  it("sends instructions and data apart, with a strict schema and a limit", async () => {
    const { value, usage } = await ask();
    expect(value).toEqual({ colour: "xanh" });
    expect(usage).toEqual({ promptTokens: 900, completionTokens: 80 });
    const [call] = server.calls.items;
    expect(call?.body).toMatchObject({ model: "m", max_completion_tokens: 50, temperature: 0 });
    expect(call?.system).toBe("Nói một màu.");
    expect(call?.data).toEqual({ of: "trời" });
    expect(call?.body.response_format).toMatchObject({ json_schema: { name: "colour", strict: true } });
  });

  it("does without what the server lacks, and remembers it", async () => {
    server.lacks = { jsonSchema: true, maxCompletionTokens: true, temperature: true };
    expect((await ask()).value).toEqual({ colour: "xanh" });
    await ask();
    expect(server.calls.items).toHaveLength(2);
    expect(server.calls.items[1]?.body).toMatchObject({
      max_tokens: 50,
      response_format: { type: "json_object" },
    });
    expect(server.calls.items[1]?.system).toContain('"colour"');
  });

  it("takes JSON out of a fence and out of words around it", async () => {
    for (const written of [`\`\`\`json\n${GOOD}\n\`\`\``, `Đây ạ: ${GOOD} Xin cảm ơn.`]) {
      server.mind = () => written;
      expect((await ask()).value).toEqual({ colour: "xanh" });
    }
  });

  it.each([
    ["a 500", { kind: "status", status: 500 } as const],
    ["a cut connection", { kind: "drop" } as const],
    ["a 429 that asks for no time", { kind: "rate-limited", retryAfter: 0 } as const],
  ])("tries once more after %s", async (_, fault) => {
    server.fail(fault);
    expect((await ask()).value).toEqual({ colour: "xanh" });
  });

  it.each([
    ["server_error", { kind: "status", status: 503 } as const],
    ["unreachable", { kind: "drop" } as const],
    ["rate_limited", { kind: "rate-limited", retryAfter: 60 } as const],
    ["rejected", { kind: "error", code: 401 } as const],
  ])("gives up as %s", async (expected, fault) => {
    server.fail(fault, { times: 9 });
    expect(await failure(ask())).toBe(expected);
  });

  it("ends at the signal while the server hangs", async () => {
    server.fail({ kind: "hang" }, { times: 2 });
    expect(await failure(ask(AbortSignal.timeout(50)))).toBe("timeout");
  });

  it("ends at the signal while the body hangs", async () => {
    server.mind = () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    expect(await failure(ask(AbortSignal.timeout(200)))).toBe("timeout");
  });

  const answersOfOurShape = new Set(["no such source", "no source", "100 kB"]);
  it.each(Object.entries(JUNK).filter(([name]) => !answersOfOurShape.has(name)))(
    "calls %s what it is",
    async (name, mind) => {
      server.mind = mind;
      expect(await failure(ask())).toBe(name === "a refusal of its own" ? "refused" : "junk");
    },
  );

  it("never quotes what was asked or answered in an error", async () => {
    server.mind = () => "bí mật của người dân";
    const error = await ask().catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error as object))).not.toMatch(
      /bí mật|trời|Nói một/u,
    );
  });
});
