import { describe, expect, it } from "vitest";
import { toldAge } from "./told-age.ts";
import { readUtterance } from "./utterance.ts";

const age = (message: string) => toldAge(readUtterance(message));

describe("the age that a writer tells of themselves", () => {
  it.each([
    ["tôi năm nay 71 tuổi rồi có được vào tổ bảo vệ không", 71],
    ["toi 68 tuoi muon hoi", 68],
    ["bác đã ngoài 80 tuổi, mắt kém", 80],
    ["em 16t hỏi cái này với ạ", 16],
    ["cháu là học sinh lớp 7 ạ", 12],
    ["dạ chào ạ, năm nay cháu 13 tuổi", 13],
    ["chau hoc lop 9 bi ban danh", 14],
  ])("is read: %s", (message, told) => expect(age(message)).toBe(told));

  it.each([
    "mẹ tôi 80 tuổi bị lừa",
    "con em 5 tuổi đi lạc",
    "em tôi 15 tuổi bỏ nhà",
    "chau noi toi 12 tuoi",
    "bao nhiêu tuổi thì được vào tổ bảo vệ",
    "trên 70 tuổi có được tham gia không",
    "có ông cụ 75 tuổi bị ngã",
    "con cháu học lớp 3 bị đánh",
    "tôi nợ 20 triệu",
    "toi cho ong ba noi va chau 9 tuoi tren mot xe",
    "nhà có cháu 12 tuổi bị lạc",
    "bé em 7 tuổi hóc xương",
    "thằng bé 10 tuổi nhà tôi",
  ])("is nobody else's: %s", (message) => expect(age(message)).toBeNull());
});
