import { describe, expect, it } from "vitest";
import type { Hit } from "../../../knowledge/knowledge-index.ts";
import type { Search } from "../found.ts";
import { otherHalf, twoAnswers } from "./both-halves.ts";

const section = (heading: string, chance: number): Hit =>
  ({
    passage: {
      id: heading,
      document: { id: "can-cuoc", title: "Thẻ căn cước" },
      headings: [heading],
      asks: [],
      text: heading,
    },
    score: chance,
    coverage: 1,
    likeness: 0.4,
    chance,
    signals: { asked: 1, topic: 0.9 },
  }) as unknown as Hit;

const LOST = section("Mất thẻ căn cước thì làm lại ở đâu?", 0.9);
const FEE = section("Làm lại thẻ căn cước hết bao nhiêu tiền?", 0.85);

const DOUBLE = "mất thẻ căn cước làm lại ở đâu, mà hết bao nhiêu tiền?";

/** The fee is found only together with what the card is. */
const search: Search = async (question, within) => {
  if (within !== undefined) return [LOST];
  if (question === DOUBLE) return [LOST, FEE];
  if (/bao nhiêu/u.test(question))
    return /căn cước/u.test(question) ? [FEE] : [section("Hộ chiếu bao nhiêu tiền?", 0.2)];
  return [LOST];
};

it("reads the second of two questions as asked on of the first", async () => {
  const both = await twoAnswers(search, DOUBLE, null);
  expect(both?.passages).toEqual([LOST.passage, FEE.passage]);
});

it("leaves one question, and a question beside what is told, to others", async () => {
  expect(await twoAnswers(search, "mất thẻ căn cước làm lại ở đâu?", null)).toBeNull();
  expect(await twoAnswers(search, "tôi mất thẻ căn cước hôm qua, làm lại ở đâu?", null)).toBeNull();
});

it("asks what names nothing of what the first half is about", async () => {
  const within: Search = async (question) =>
    /căn cước/u.test(question) ? [FEE, LOST] : [section("Hộ chiếu bao nhiêu tiền?", 0.9)];
  const question = "làm lại thẻ căn cước ở đâu, bao lâu, mất bao nhiêu tiền";
  expect(await otherHalf(within, question, LOST, [LOST, FEE])).toEqual(FEE.passage);
});

describe("what only one clause of the message finds", () => {
  const post = section("Nhận thẻ căn cước qua bưu điện thế nào?", 0.9);
  const whole = (chance: number): Hit[] => [LOST, { ...post, chance }];

  it("is no other half", async () => {
    const little = { ...LOST, coverage: 0.2 };
    const search: Search = async (question) => (/bưu điện/u.test(question) ? [post, little] : [LOST]);
    const half = (chance: number) =>
      otherHalf(search, "tôi làm ở bưu điện, căn cước mất thì sao", LOST, whole(chance));
    expect(await half(0.05)).toBeNull();
    expect(await half(0.3)).toEqual(post.passage);
  });

  it("is no second answer where it names nothing itself, or all but surely one section is meant", async () => {
    const two = (best: number, chance: number, asked = DOUBLE) =>
      twoAnswers(
        async (question, within) =>
          question === asked
            ? [
                { ...LOST, chance: best },
                { ...FEE, chance },
              ]
            : search(question, within),
        asked,
        null,
      );
    expect(await two(0.5, 0.05)).toBeNull();
    expect(await two(0.5, 0.3)).not.toBeNull();
    const named = "mất thẻ căn cước làm lại ở đâu, căn cước mới hết bao nhiêu tiền?";
    expect(await two(0.5, 0.05, named)).not.toBeNull();
    expect(await two(0.9, 0.05, named)).toBeNull();
  });
});
