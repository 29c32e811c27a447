import { expect, it } from "vitest";
import type { Hit } from "../../../knowledge/knowledge-index.ts";
import { nearestOf, openingOf } from "./before-no.ts";
import type { Candidate } from "./suits.ts";

const hit = (heading: string, text: string, chance: number, asked = 1): Hit =>
  ({
    passage: { id: heading, document: { id: "xe" }, headings: [heading], asks: [], text },
    chance,
    signals: { asked },
  }) as unknown as Hit;
const candidate = (of: Hit, joined: number, isHere = true): Candidate => ({
  hit: of,
  alone: undefined,
  joined,
  words: 0.5,
  subject: isHere ? 1 : 0,
  isHere,
  suits: -1,
});

it("tells what was shown begins with, where it is asked once more by its own words", () => {
  const shown = hit("Rơi xuống hố thì làm gì?", "Gọi to. Nằm yên. Chờ người đến. Giữ ấm.", 0.5);
  expect(openingOf(shown, { words: 2 })).toMatchObject({ kind: "again", lines: ["Gọi to.", "Nằm yên."] });
  expect(openingOf(shown, { words: 0 })).toBeNull();
  expect(openingOf({ ...shown, chance: 0.05 }, { words: 2 })).toBeNull();
});

it("tells the nearest only of the same subject, and where it says what is asked", () => {
  const fee = hit("Phí bao nhiêu?", "Phí.", 0.3);
  expect(nearestOf([candidate(fee, 0.3)], "tốn mấy đồng")).toMatchObject({ sure: false });
  expect(nearestOf([candidate(fee, 0.3, false)], "tốn mấy đồng")).toBeNull();
  expect(nearestOf([candidate(fee, 0.1)], "tốn mấy đồng")).toBeNull();
  expect(nearestOf([candidate(hit("Phí?", "Phí.", 0.3, 0.1), 0.3)], "tốn mấy đồng")).toBeNull();
});

it("tells what holds for the age that is supposed", () => {
  const younger = hit("Trẻ dưới 12 tuổi đi xe gì?", "Xe đạp.", 0.3);
  const older = hit("Từ 12 tuổi đi xe gì?", "Xe máy.", 0.1);
  const found = nearestOf([candidate(younger, 0.1), candidate(older, 0.1)], "thế đứa 15 tuổi");
  expect(found).toMatchObject({ passages: [older.passage] });
});
