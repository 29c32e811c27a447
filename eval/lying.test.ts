import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ModelStandIn } from "../sandbox/standins/model.ts";
import { digitChanger, faithful, LIES, liar } from "../sandbox/standins/model-minds.ts";
import { form } from "../test/long-form.ts";
import { type Assistant, openMemoryAssistant } from "./assistant.ts";
import { judge, type Verdict } from "./judge.ts";
import { loadQuestions, type Question } from "./question.ts";
import { withStandIn } from "./stand-in-model.ts";

/** Each question is asked four times. */
const EVERY = form({ short: 6, long: 1 });
const questions = loadQuestions()
  .filter(({ kind }) => kind.startsWith("citizen") || kind === "not-known")
  .filter((_, i) => i % EVERY === 0);
const AT_LEAST = 300 / EVERY;

let plain: Assistant;
let withModel: Assistant;
let standIn: ModelStandIn;
let embedded: readonly Verdict[];

beforeAll(async () => {
  plain = await openMemoryAssistant();
  embedded = await askAll(questions, plain);
  ({ standIn, assistant: withModel } = await withStandIn(plain, liar));
});
afterAll(async () => {
  await standIn.close();
  await plain.close();
});

async function askAll(asked: readonly Question[], whom: Assistant): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const question of asked) verdicts.push(await judge(question, whom));
  return verdicts;
}

const wasAnswered = ({ last }: Verdict): boolean => last?.events.includes("model_answered") === true;

describe("citizens' questions with a model behind the guard", () => {
  it.each([
    ["lies in every sentence", liar],
    ["changes a digit in every sentence", digitChanger],
  ])("is answered as well as without one by a model that %s, and with nothing invented", async (_, mind) => {
    standIn.mind = mind;
    const verdicts = await askAll(questions, withModel);
    expect(verdicts.length).toBeGreaterThanOrEqual(AT_LEAST);
    expect(verdicts.filter(({ last }) => (last?.calls ?? 0) > 0).length).toBeGreaterThanOrEqual(AT_LEAST);
    for (const [i, verdict] of verdicts.entries()) {
      const beside = embedded[i];
      expect(verdict.reply, verdict.question.id).not.toBe("");
      // Judged without the guard: what the model said has its numbers in the sources, all else are the knowledge's own words.
      expect(verdict.strange, verdict.question.id).toEqual([]);
      if (!wasAnswered(verdict)) expect(verdict.reply).toBe(beside?.reply);
      for (const lie of LIES) expect(verdict.reply).not.toContain(lie);
    }
    const worse = verdicts.filter(({ marks }, i) => marks.facts === false && embedded[i]?.marks.facts);
    expect(worse.map(({ question }) => question.id)).toEqual([]);
  });

  it("goes out in the model's words where it repeats its sources, and says nothing besides", async () => {
    standIn.mind = faithful;
    const verdicts = await askAll(questions, withModel);
    const asked = verdicts.filter(
      ({ last }) => (last?.calls ?? 0) > Number(last?.events.includes("model_labelled")),
    );
    expect(verdicts.flatMap(({ strange }) => strange)).toEqual([]);
    expect(asked.filter(wasAnswered).length / asked.length).toBeGreaterThanOrEqual(0.95);
  });
});
