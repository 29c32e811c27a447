import { describe, expect, it } from "vitest";
import { readPlain } from "./read-plain.ts";

const NOW = Date.parse("2026-11-23T02:40:00+07:00");
const read = (typed: string) => readPlain(typed, NOW);

it.each([
  ["bàn giao ca cho chị Hoa nhé", "handOver"],
  ["ban giao het cho anh Tu", "handOver"],
  ["giao lại ca cho Páo", "handOver"],
  ["em nhận ca nhé", "takeOver"],
  ["nhan ca", "takeOver"],
  ["em đang giữ mấy vụ nhỉ", "mine"],
  ["toi con om nhung vu nao", "mine"],
  ["tin nào của mình ấy nhỉ", "mine"],
  ["cái nào sắp đến hạn rồi", "due"],
  ["vu nao qua han roi", "overdue"],
  ["có tin nào trễ hạn không", "overdue"],
  ["còn vụ nào chưa ai nhận không", "new"],
  ["co tin moi khong", "new"],
  ["ai đang lo vụ cá chết ở đập thế", "who"],
  ["vu mat xe o cho dem ai giu vay", "who"],
  ["tìm giúp vụ đốt rẫy ở Quan Sơn", "find"],
  ["vu trom go thong the nao roi", "find"],
  ["để em lo vụ loa kéo", "take"],
  ["vụ này cho tôi nhận", "take"],
  ["giao vụ trộm gà cho Nga", "assign"],
  ["phân cho anh Páo vụ cờ bạc", "assign"],
  ["vụ xe ben chuyển cho chị Hoa làm", "assign"],
  ["vụ trộm mai thúy giao luôn cho Nga", "assign"],
  ["vụ đốt rác để Páo xử lý", "assign"],
  ["vụ phân bón chờ dân gửi ảnh đã", "wait"],
  ["gác vụ loa kéo đến 8h sáng mai", "snooze"],
  ["hen lai vu do rac sau 2 tieng", "snooze"],
  ["gộp hai vụ cháy lại đi", "duplicate"],
  ["chuyen vu pha rung ve kiem lam", "forwarded"],
  ["đóng vụ con bò đi", "resolved"],
] as const)("%s: %s", (typed, ask) => expect(read(typed)?.ask).toBe(ask));

it.each([
  "tối nay ai mua bún không",
  "anh em ăn cơm chưa",
  "mai họp 8h nhé",
  "nhận tin chưa em",
  "đường đèo đang sương mù, đi chậm thôi",
  "để tôi gọi lại cho trưởng thôn",
  "hẹn 8h sáng mai ở cổng xã",
  "bắt được rồi, hai đứa",
  "// ghi chú",
  "/tin của tôi",
])("words for colleagues are left alone: %s", (typed) => expect(read(typed)).toBeNull());

describe("the case", () => {
  it("is what is left of the words", () => {
    expect(read("giao vụ trộm gà cho Nga")?.about).toBe("trom ga nga");
    expect(read("tìm giúp vụ đốt rẫy ở Quan Sơn tháng trước")?.about).toBe("dot ray quan son");
    expect(read("giao vụ này cho Nga")?.about).toBe("nga");
  });
  it("has no words of the time", () => {
    expect(read("gác vụ loa kéo đến 8h sáng mai")).toMatchObject({ about: "loa keo", until: "8h sáng mai" });
  });
});

it("a time that is over, or none, puts nothing off", () => {
  expect(read("gác vụ loa kéo đã")?.ask).not.toBe("snooze");
});
