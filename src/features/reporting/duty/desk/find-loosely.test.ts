import { expect, it } from "vitest";
import type { CaseQuery, Found } from "../../book/find/case-query.ts";
import type { ReportBook } from "../../book/report-book.ts";
import { findLoosely } from "./find-loosely.ts";

/** A book of stories; it finds those that have all words of a query. */
const bookOf = (stories: Readonly<Record<string, string>>) =>
  ({
    find: async ({ words = "" }: CaseQuery): Promise<Found> => {
      const cases = Object.entries(stories)
        .filter(([, story]) => words.split(" ").every((word) => story.split(" ").includes(word)))
        .map(([code]) => ({ code }));
      return { cases, total: cases.length, overdue: 0, isCut: false } as unknown as Found;
    },
  }) as ReportBook;

const BOOK = bookOf({ A: "vit giong thon khuoi", B: "vit quay cho", C: "xoai non" });
const find = async (words: string) => {
  const found = await findLoosely(BOOK, { group: "all", words, now: 0, limit: 10 });
  return { codes: found.cases.map(({ code }) => code), isLoose: found.isLoose === true };
};

it("finds as the book does where a case has all words", async () => {
  expect(await find("vit quay")).toEqual({ codes: ["B"], isLoose: false });
});

it("else finds what has most of them, and says that it isn't all", async () => {
  expect(await find("vit giong khuoi keo")).toEqual({ codes: ["A"], isLoose: true });
});

it("of which fewer than half are there is nothing found", async () => {
  expect(await find("xoai keo bong")).toEqual({ codes: [], isLoose: false });
  expect(await find("keo")).toEqual({ codes: [], isLoose: false });
});
