import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { type Mind, ModelStandIn } from "../../../../sandbox/standins/model.ts";
import { faithful, JUNK, LYING_LABELS, labelling, liar } from "../../../../sandbox/standins/model-minds.ts";
import { readPrompts } from "../../../../scripts/lib/prompts.ts";
import { testLibrary } from "../../../../test/knowledge/library.ts";
import { contextOf } from "../../../../test/turn-context.ts";
import type { Hit } from "../../../knowledge/knowledge-index.ts";
import { plainText } from "../../../messaging/reply.ts";
import { createOpenAiModel } from "../../../model/openai-model.ts";
import type { Act } from "../../../reader/names/act.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import { answering } from "../answering-feature.ts";
import { createGenerator } from "./generator.ts";

const label = readFileSync(new URL("../../../../prompts/label.md", import.meta.url), "utf8");
const passages = testLibrary().passages.filter(({ document }) => document.audience === "public");
const MEANT = "Báo nhầm có bị phạt không?";
const QUESTION = "em báo nhầm rồi";
const TOLD = "Anh/chị có thể báo tin này.";
const PATIENT = 10_000;

const open: ModelStandIn[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

interface Asking {
  readonly chance: number;
  readonly acts: Partial<Record<Act, number>>;
  readonly timeoutMs: number;
  readonly callsPerChat: number;
  readonly doubt: TurnContext["reading"]["doubt"];
}

/** Asks with a stand-in behind the wire; without a mind there is no model. */
async function ask(mind: Mind | null, { chance = 0.1, ...asking }: Partial<Asking> = {}) {
  const { acts = { ask: 0.6, tell: 0.25, outside: 0.15 }, doubt = null } = asking;
  const { timeoutMs = PATIENT, callsPerChat = 9 } = asking;
  const server = await ModelStandIn.listen(mind ?? faithful);
  open.push(server);
  const model = createOpenAiModel({ apiKey: "k", baseUrl: server.url, model: "stand-in", maxTokens: 700 });
  const hits = passages.map((passage, i): Hit => ({ passage, score: -i, coverage: 0, likeness: 0, chance }));
  const context = contextOf(QUESTION);
  const { utterance, learned } = context.reading;
  const read = Object.entries(acts).map(([is, p]) => ({ is: is as Act, p }));
  const reading = { ...context.reading, danger: null, doubt, utterance, learned: { ...learned, acts: read } };
  const unknown: string[] = [];
  const feature = answering({
    knowledge: { search: async () => hits },
    isOfficial: async () => false,
    onTold: () => ({ blocks: [{ kind: "text", text: TOLD }] }),
    onUnknown: async (_, question, answer) => {
      unknown.push(question);
      return answer;
    },
    ...(mind !== null && {
      model: {
        generator: createGenerator(model, { ...readPrompts(), label }),
        timeoutMs,
        callsPerChat,
      },
    }),
  });
  const run = () => feature.take({ ...context, reading }) as Promise<FeatureResult>;
  return { server, run, unknown };
}

async function saidBy(mind: Mind | null, asking: Partial<Asking> = {}) {
  const { server, run, unknown } = await ask(mind, asking);
  const result = await run();
  const labels = server.calls.items.filter(({ name }) => name === "label");
  return {
    words: result.replies.map(plainText).join("\n\n"),
    result,
    labels,
    calls: server.calls.items,
    unknown,
  };
}

/** What the model chooses by a heading. */
const meant: Mind = labelling(
  ({ topics }) => ({
    act: "ask",
    topic: topics.find(({ heading }) => heading.endsWith(MEANT))?.id ?? "none",
  }),
  () => JSON.stringify({ sentences: [] }),
);
const saying = (act: string): Mind =>
  labelling(
    () => ({ act, topic: "none" }),
    () => JSON.stringify({ sentences: [] }),
  );

describe("a message that we aren't sure of", () => {
  it("is answered from the section that the model chose, under its heading", async () => {
    const { words, result, labels, unknown } = await saidBy(meant);
    expect(words).toContain(`“${MEANT}”`);
    expect(words).toContain("cố ý báo sai");
    expect(words).toContain("Nguồn:");
    expect(labels).toHaveLength(1);
    expect(result.events).toContain("model_labelled");
    expect(unknown).toEqual([]);
  });

  it("goes through the guard as ever: a lying model says nothing of its own about the section", async () => {
    const mind: Mind = (call) => (call.name === "label" ? meant(call) : liar(call));
    const { words } = await saidBy(mind);
    expect(words).toBe((await saidBy(meant)).words);
  });

  it("is told how to report where the model takes it for a told wrong", async () => {
    expect((await saidBy(saying("tell"))).words).toBe(TOLD);
  });

  it("isn't put before officials where it is nobody's matter", async () => {
    const { words, unknown } = await saidBy(saying("outside"));
    expect(words).toContain("ngoài phạm vi");
    expect(unknown).toEqual([]);
  });

  it("is shown to the model masked, with headings and nothing of their text", async () => {
    const { labels } = await saidBy(meant);
    expect(labels[0]?.sent).toContain(MEANT);
    expect(labels[0]?.sent).not.toContain("cố ý báo sai");
    expect(labels[0]?.sent).not.toMatch(/"id":"(?:danger|decline)"/u);
  });
});

describe("the model isn't asked", () => {
  it.each<[string, Partial<Asking>]>([
    ["where somebody may be in danger", { doubt: { numbers: ["113"], kind: "fight" } as never }],
    ["where the answer is sure", { chance: 0.9 }],
    ["where only a danger was read", { acts: { danger: 0.95, ask: 0.05 } }],
    ["where the chat has used its questions", { callsPerChat: 0 }],
  ])("%s", async (_, asking) => {
    expect((await saidBy(meant, asking)).labels).toEqual([]);
  });

  it("about an act that the reader rules out", async () => {
    const { labels } = await saidBy(meant, { acts: { ask: 0.95, tell: 0.05 } });
    expect(labels[0]?.sent).not.toContain('\\"id\\":\\"tell\\"');
  });
});

describe("a model that lies or fails changes nothing but which section is shown", () => {
  const HEADINGS = passages.map(({ headings }) => headings.at(-1) ?? "");

  it.each(Object.entries(LYING_LABELS))("%s", async (_, lie) => {
    const without = (await saidBy(null)).words;
    const { words, labels } = await saidBy(labelling(lie, liar));
    expect(labels).toHaveLength(1);
    const isReal = HEADINGS.some((heading) => words.includes(`“${heading}”`));
    expect([without, TOLD].includes(words) || isReal || words.startsWith("Tôi chưa có thông tin")).toBe(true);
    expect(words).not.toMatch(/5\.350\.000|T99/u);
  });

  it.each(Object.entries(JUNK))("writes %s", async (_, junk) => {
    const mind: Mind = (call) => (call.name === "label" ? junk(call) : liar(call));
    expect((await saidBy(mind)).words).toBe((await saidBy(null)).words);
  });

  it.each([
    { kind: "status", status: 500 },
    { kind: "rate-limited", retryAfter: 30 },
    { kind: "drop" },
  ] as const)("fails: $kind", async (fault) => {
    const { server, run } = await ask(meant);
    server.fail(fault, { times: 9 });
    const { replies } = await run();
    expect(replies.map(plainText).join("\n\n")).toBe((await saidBy(null)).words);
  });

  it("hangs: one time limit holds for all that a turn asks", async () => {
    const { server, run } = await ask(meant, { timeoutMs: 30 });
    server.fail({ kind: "hang" }, { times: 9 });
    const { replies, events } = await run();
    expect(replies.map(plainText).join("\n\n")).toBe((await saidBy(null)).words);
    expect(events).toContain("model_timeout");
  });
});
