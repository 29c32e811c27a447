import { describe, expect, it } from "vitest";
import { readMessage } from "../read-message.ts";

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

  it("leaves commands for other things alone", () => {
    expect(detect("/solieu vụ cháy")).toBeNull();
    expect(detect("/baocao nhà tôi đang cháy")?.numbers[0]).toBe("114");
  });

  it("reads a long letter without getting lost", () => {
    const letter = "Kính gửi anh chị, tôi xin trình bày như sau. ".repeat(60);
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
