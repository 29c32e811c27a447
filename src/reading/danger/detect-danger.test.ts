import { describe, expect, it } from "vitest";
import { readUtterance } from "../../language/utterance.ts";
import type { LearnedReading } from "../../reader/read-by.ts";
import { DETECTORS, readMessage } from "../read-message.ts";
import { findDanger, readingsOf } from "./danger-phrases.ts";
import policy from "./danger-policy.json" with { type: "json" };
import { chanceOfDanger, readDanger } from "./detect-danger.ts";

const detect = (message: string) => readMessage(message).danger;

describe("the danger read in a message", () => {
  it.each([
    ["Cháy nhà rồi!!!", "114"],
    ["c.h.á.y nhà", "114"],
    ["chong em dang danh em", "113"],
    ["bố em bị đột quỵ", "115"],
  ])("%s → %s", (message, first) => expect(detect(message)?.numbers[0]).toBe(first));

  it.each(["báo cháy giả bị phạt bao nhiêu", "cách dập lửa khi cháy dầu", "số vụ cháy năm ngoái"])(
    "no danger: %s",
    (message) => expect(detect(message)).toBeNull(),
  );

  it("adds the numbers of everything that is told", () => {
    expect(detect("cháy nhà có người bị bỏng nặng")?.numbers).toEqual(["114", "115"]);
  });

  it.each(["𒃁", "ꙮ", "▓"])("guesses at no other letters: %s", (message) =>
    expect(detect(message)).toBeNull(),
  );

  it("leaves commands for other things alone", () => {
    expect(detect("/solieu vụ cháy")).toBeNull();
    expect(detect("/baocao nhà tôi đang cháy")?.numbers[0]).toBe("114");
  });

  it("reads a long letter without getting lost", () => {
    const letter = "Kính gửi công an phường, tôi xin trình bày như sau. ".repeat(50);
    expect(detect(letter)).toBeNull();
    expect(detect(`${letter} Nhà tôi đang cháy.`)?.numbers[0]).toBe("114");
  });
});

describe("a false alarm", () => {
  it("is a danger told and taken back in one breath", () => {
    expect(readMessage("cháy to lắm, đùa tí").isFalseAlarm).toBe(true);
    expect(readMessage("đùa tí thôi").isFalseAlarm).toBe(false);
    expect(readMessage("cháy to lắm, không đùa đâu").isFalseAlarm).toBe(false);
  });
});

describe("a danger beside an address and a telephone", () => {
  it.each([
    ["vợ tôi đau đẻ dữ lắm, xóm 3 Bản Ngà, đt 0912345678", "115"],
    ["tai nan o km 21 quoc lo 4b, goi lai so 0912 345 678", "115"],
    ["nha toi so 12 ngo 7 dang chay to lam 0912345678", "114"],
    ["Cháy nhà kho rồi, số 9 đường Trần Phú, liên hệ 0912345678", "114"],
  ] as const)("sounds the alarm: %s", (said, number) =>
    expect(readMessage(said).danger?.numbers).toContain(number),
  );

  it.each([
    "ship cho em hai suất bún chả về số 12 ngõ 7, sđt 0912345678",
    "cháy hàng rồi chị ơi, đặt trước gọi 0912345678",
    "cần bán máy cày, liên hệ anh Páo 0912345678",
    "cho hỏi sim 0912345678 bị khoá thì làm ở đâu",
  ])("isn't heard where none is told: %s", (said) => expect(readMessage(said).danger).toBeNull());
});

it.each(["how many wards met the standard", "What % of schools passed", "你们的规定是什么"])(
  "a question about facts in another language raises no doubt: %s",
  (said) => {
    const { danger, doubt } = readMessage(said);
    expect([danger, doubt]).toEqual([null, null]);
  },
);

it.each([
  "how much longer, my friend is bleeding badly",
  "what is the number of the police, help me, he has a knife",
])("a cry beside such a question is read like any message: %s", (said) => {
  const { danger, doubt } = readMessage(said);
  expect(danger ?? doubt).not.toBeNull();
});

it("gives no kind's steps where the kind is a guess and no phrase names it", () => {
  const unsure: typeof DETECTORS.learned = (said, matter) => ({
    ...DETECTORS.learned(said, matter),
    danger: 0.97,
    acts: [{ is: "danger", p: 0.99 }],
    kinds: [
      { is: "drowning", p: 0.5 },
      { is: "violence", p: 0.4 },
    ],
  });
  const read = readMessage("ông ấy làm sao ấy, tới mau đi", { ...DETECTORS, learned: unsure });
  expect(read.danger).toMatchObject({ kind: "unclear", numbers: expect.arrayContaining(["114", "113"]) });
});

it.each(["em muốn chết có ai nghe không", "em muon chet qua ai noi chuyen voi em di"])(
  "despair said in passing is doubted, whatever the words ask for: %s",
  (said) => expect((readMessage(said).danger ?? readMessage(said).doubt)?.kind).toBe("selfHarm"),
);

describe("a danger phrase", () => {
  const OLD = readUtterance("hồi ấy nước lên đến nóc nhà, giờ kể lại ai cũng cười");
  /** Read as a danger by half. */
  const HALF = {
    danger: 0.56,
    acts: [
      { is: "danger", p: 0.56 },
      { is: "tell", p: 0.44 },
    ],
    kinds: [{ is: "flood", p: 0.95 }],
    voices: [],
    incidents: [],
  } as unknown as LearnedReading;

  it("raises a doubt where the rest speaks for no alarm: games and old stories have it too", () => {
    expect(findDanger(readingsOf(OLD))).toContain("flood");
    expect(chanceOfDanger(HALF, false)).toBeLessThan(policy.alarm);
    expect(chanceOfDanger(HALF, true)).toBeGreaterThan(policy.alarm);
    const { danger, doubt } = readDanger(OLD, () => HALF);
    expect(danger).toBeNull();
    expect(doubt?.kind).toBe("flood");
  });
});
