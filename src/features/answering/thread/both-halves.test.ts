import { expect, it } from "vitest";
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

/** The fee is found only together with what the card is. */
const search: Search = async (question, within) => {
  if (within !== undefined) return [LOST];
  if (/bao nhiêu/u.test(question))
    return /căn cước/u.test(question) ? [FEE] : [section("Hộ chiếu bao nhiêu tiền?", 0.2)];
  return [LOST];
};

it("reads the second of two questions as asked on of the first", async () => {
  const both = await twoAnswers(search, "mất thẻ căn cước làm lại ở đâu, mà hết bao nhiêu tiền?", null);
  expect(both?.passages).toEqual([LOST.passage, FEE.passage]);
});

it("leaves one question, and a question beside what is told, to others", async () => {
  expect(await twoAnswers(search, "mất thẻ căn cước làm lại ở đâu?", null)).toBeNull();
  expect(await twoAnswers(search, "tôi mất thẻ căn cước hôm qua, làm lại ở đâu?", null)).toBeNull();
});

it("asks what names nothing of what the first half is about", async () => {
  const within: Search = async (question) =>
    /căn cước/u.test(question) ? [FEE, LOST] : [section("Hộ chiếu bao nhiêu tiền?", 0.9)];
  const other = await otherHalf(within, "làm lại thẻ căn cước ở đâu, bao lâu, mất bao nhiêu tiền", LOST);
  expect(other).toEqual(FEE.passage);
});
