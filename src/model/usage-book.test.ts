import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ChatModel, ModelError, type Usage } from "./chat-model.ts";
import { type UsageBook, withBudget } from "./usage-book.ts";

const USED: Usage = { promptTokens: 30, completionTokens: 12 };
const request = {
  name: "answer",
  system: "",
  data: {},
  schema: z.unknown(),
  signal: new AbortController().signal,
};
const answering: ChatModel = { ask: async <T>() => ({ value: "lời" as T, usage: USED }) };
const failing = (error: unknown): ChatModel => ({ ask: () => Promise.reject(error) });

/** A book in which so many tokens of the day are used; `noted` is what was written into it. */
function bookWith(tokens: number | Error) {
  const noted: unknown[] = [];
  const book: Pick<UsageBook, "tokensOn" | "note"> = {
    tokensOn: async () => {
      if (tokens instanceof Error) throw tokens;
      return tokens;
    },
    note: async (day, outcome, usage) => void noted.push([day, outcome, usage]),
  };
  return { book: book as UsageBook, noted };
}

const budget = { tokensPerDay: 100, now: () => Date.parse("2026-11-23T23:59:00+07:00") };
const NOTHING: Usage = { promptTokens: 0, completionTokens: 0 };

describe("withBudget", () => {
  it("asks within the budget and writes down what it cost, on the day as it is here", async () => {
    const { book, noted } = bookWith(99);
    expect(await withBudget(answering, book, budget).ask(request)).toMatchObject({ value: "lời" });
    expect(noted).toEqual([["2026-11-23", "ok", USED]]);
  });

  it.each([
    ["used up", 100],
    ["unreadable", new Error("no database")],
  ])("asks nothing where the budget is %s", async (_, tokens) => {
    const { book, noted } = bookWith(tokens);
    const asked = withBudget(failing(new Error("was asked")), book, budget).ask(request);
    await expect(asked).rejects.toMatchObject({ failure: "over_budget" });
    expect(noted).toEqual([["2026-11-23", "over_budget", NOTHING]]);
  });

  it("writes a failed call down too, with what it cost all the same", async () => {
    const { book, noted } = bookWith(0);
    const junk = new ModelError("junk", { usage: USED });
    await expect(withBudget(failing(junk), book, budget).ask(request)).rejects.toBe(junk);
    expect(noted).toEqual([["2026-11-23", "junk", USED]]);
  });

  it("answers though the book can't be written", async () => {
    const { book } = bookWith(0);
    const full = { ...book, note: () => Promise.reject(new Error("disk full")) } as unknown as UsageBook;
    expect(await withBudget(answering, full, budget).ask(request)).toMatchObject({ value: "lời" });
  });
});
