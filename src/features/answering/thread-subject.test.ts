import { describe, expect, it } from "vitest";
import type { Hit } from "../../knowledge/knowledge-index.ts";
import type { Search } from "./found.ts";
import { ofSubject, subjectOf } from "./thread-subject.ts";

const TITLE = "Pháo hoa, pháo nổ";
const hit = (heading: string, chance: number, coverage = 1): Hit =>
  ({
    passage: { id: heading, headings: [heading], document: { id: "phao", title: TITLE } },
    chance,
    coverage,
    likeness: 0,
    score: 1,
  }) as unknown as Hit;
const thread = { documentId: "phao", topic: "Đốt pháo nổ bị phạt bao nhiêu tiền?", at: 0 };
const asked = (hits: readonly Hit[]) => {
  const questions: string[] = [];
  const search: Search = async (question) => {
    questions.push(question);
    return hits;
  };
  return { questions, search };
};

describe("what a thread is about", () => {
  it.each([
    ["Đốt pháo nổ bị phạt bao nhiêu tiền?", TITLE, "pháo nổ"],
    ["Làm, đổi thẻ căn cước mất bao nhiêu tiền?", "Thẻ căn cước - làm mới, đổi, mất", "thẻ căn cước"],
    ["Ai được miễn lệ phí?", TITLE, ""],
  ])("%s", (topic, title, subject) => expect(subjectOf(topic, title)).toBe(subject));
});

describe("a bare question within a thread", () => {
  const within = [hit(thread.topic, 0.2)];

  it("is asked of the subject", async () => {
    const { search, questions } = asked([hit("Thấy đốt pháo thì báo ai?", 0.9)]);
    const found = await ofSubject(search, "bao cho ai", thread, {
      own: [hit("Bạo lực thì báo ai?", 0.5)],
      within,
    });
    expect(questions).toEqual(["pháo nổ bao cho ai"]);
    expect(found).toMatchObject({ kind: "answer", passages: [{ id: "Thấy đốt pháo thì báo ai?" }] });
  });

  it.each([
    ["answered better by itself", [hit("Thấy đốt pháo thì báo ai?", 0.6)], [hit("Khu dân cư là gì?", 0.9)]],
    ["answered by what was shown just now", [hit(thread.topic, 0.9)], []],
    ["not surely answered", [hit("Thấy đốt pháo thì báo ai?", 0.3)], []],
    ["no question of anything that is written", [hit("Trẻ em có được đốt không?", 0.6, 0.3)], []],
  ])("is left to others where it is %s", async (_, hits, own) => {
    expect(await ofSubject(asked(hits).search, "bao cho ai", thread, { own, within })).toBeNull();
  });
});
