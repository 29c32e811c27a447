import { describe, expect, it } from "vitest";
import type { Passage } from "./knowledge-index.ts";
import { readPassage } from "./passage-terms.ts";
import { readQuestion } from "./reduced-question.ts";
import { createVocabulary } from "./search-vocabulary.ts";
import { topicNamed } from "./topic-words.ts";

const passage = (heading: string, ...asks: string[]): Passage => ({
  id: heading,
  document: { id: "d", title: "", asOf: "2026-11-28", audience: "public" },
  headings: [heading],
  text: "",
  asks,
  citation: "",
  sources: [],
});
const vocabulary = createVocabulary(100, {
  phat: 40,
  ruou: 5,
  xe: 30,
  dap: 4,
  may: 20,
  uong: 10,
  can: 20,
  cuoc: 9,
  lam: 50,
});
const bicycle = readPassage(
  passage(
    "Uống rượu đi xe đạp có bị phạt không?",
    "say rượu đạp xe phạt bao nhiêu",
    "xe đạp có cồn bị phạt à",
  ),
);
const named = (question: string) => topicNamed(readQuestion(question, vocabulary), bicycle, vocabulary);

describe("topicNamed", () => {
  it("is less where the question leaves out what the section is about", () => {
    expect(named("uống rượu đi xe máy phạt bao nhiêu")).toBeLessThan(
      named("uống rượu đi xe đạp phạt bao nhiêu"),
    );
    expect(named("uong ruou di xe dap co bi phat khong")).toBe(1);
  });

  it("is nothing where nothing of it is said, or where the section has no words of its own", () => {
    expect(named("căn cước làm")).toBe(0);
    const empty = readPassage(passage(""));
    expect(topicNamed(readQuestion("xe đạp", vocabulary), empty, vocabulary)).toBe(0);
  });
});
