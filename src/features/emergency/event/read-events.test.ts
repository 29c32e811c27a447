import { describe, expect, it } from "vitest";
import { hasQuestion } from "../../../language/asks.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { NUMBERS_OF } from "../../../reader/names/danger.ts";
import { fittingEvents } from "../answer/event-step.ts";
import { type EventName, isCalmer, isEased, isUnplaced, isWorse, readEvents } from "./read-events.ts";

const read = (typed: string): readonly EventName[] => {
  const said = readUtterance(typed);
  return readEvents(said, { points: [] }, hasQuestion(said));
};

describe("what is told while a danger is open", () => {
  it.each([
    ["vot duoc len roi ma no ko tho", "notBreathing"],
    ["1 đứa bắt đầu giật", "fits"],
    ["ra dc roi, ba bi bong tay", "burnt"],
    ["khiêng được bà ra sân rồi", "pulledOut"],
    ["xe den cho het r", "taken"],
    ["xe của hàng xóm chở đi viện Tràng Định rồi", "taken"],
    ["cong an chua chay dang phun nuoc roi", "helped"],
    ["nó đi rồi, hàng xóm ra đuổi", "gone"],
    ["no di roi nhung bao toi quay lai", "comesBack"],
    ["nó quay lại rồi, lần này có súng", "cameBack"],
    ["bé gái 4 tuổi áo vàng váy bò tóc buộc 2 bên", "looks"],
    ["có người bảo thấy một bà dắt đi ra cổng phía sông", "seenWith"],
    ["điện thoại còn 8%", "battery"],
    ["goi no ko nghe may", "noReach"],
    ["goi 113 co mat tien k", "cost"],
  ] as const)("%s: %s", (typed, event) => expect(read(typed)).toContain(event));

  it.each([
    ["Trường mầm non Hoa Phượng", "vomiting"],
    ["chở đi viện tỉnh rồi ạ", "breathes"],
    ["goi het roi anh a", "shouts"],
    ["sao lau the chau oi", "cleans"],
    ["bien phong giu duoc xe", "plate"],
    ["tim thay no roi, no ngoi quan nuoc", "exploded"],
    ["công an tới chưa", "helped"],
    ["xe cấp cứu chưa tới", "helped"],
    ["hình như nó bỏ đi rồi", "gone"],
    ["nó đi rồi mà khoá trái cửa, em không ra được", "gone"],
    ["nó giật túi của em", "fits"],
    ["nó không có dao, tay không", "armed"],
    ["khoa Ngoại tầng 4 nhà B", "hides"],
    ["nó về rồi", "gone"],
  ] as const)("%s isn't %s", (typed, event) => expect(read(typed)).not.toContain(event));

  it("is over for now only where nothing in it goes on", () => {
    expect(isCalmer(read("xe cấp cứu chở đi rồi"))).toBe(true);
    expect(isCalmer(read("xe cấp cứu chở đi rồi nhưng còn một người kẹt trong xe"))).toBe(false);
    expect(isCalmer(read("ra được rồi, bà bị bỏng tay"))).toBe(false);
    expect(isEased(read("nó khóc được rồi"))).toBe(true);
    expect(isWorse(read("nó vào được nhà rồi"))).toBe(true);
  });

  it("names no place of the danger where it says who was seen, or how they look", () => {
    expect(isUnplaced(read("áo đỏ nhé không phải áo vàng"))).toBe(true);
    expect(isUnplaced(read("thôn Nà Mò, xã Gia Cát"))).toBe(false);
  });

  it("counts only where such a danger has a step for it, but for help and for what goes on", () => {
    const weapon = { kind: "weapon", numbers: NUMBERS_OF.weapon, at: 0 } as const;
    expect(fittingEvents(weapon, ["out", "pulledOut", "helped", "trapped", "gone"])).toEqual([
      "helped",
      "trapped",
      "gone",
    ]);
  });
});
