import { describe, expect, it } from "vitest";
import { readOwn } from "../own-reading.ts";
import { knownNames } from "./known-names.ts";
import { ownNames } from "./own-names.ts";

const namesIn = (text: string) => ownNames(readOwn(text), []).map(({ words }) => words);

describe("names by which people call themselves", () => {
  it.each([
    ["noọng là Hoa, noọng thấy nó đốn cây", ["Hoa"]],
    ["e tn la trag, bạn e bị đánh", ["trag"]],
    ["dạ hùng đây ạ", ["hùng"]],
    ["tên của mình thì là quỳnh như ạ", ["quỳnh như"]],
    ['tìm fb "Hạnh Hạnh Lạng" là thấy em', ["Hạnh Hạnh Lạng"]],
    ["Cho tôi giấu tên. (Lăng Thị Bích, hội phụ nữ)", ["Lăng Thị Bích"]],
    ["BỌN NÓ ĐÁNH NHAU Ở CHỢ HÔM QUA\ndạ em Hiên bán nước ạ", ["Hiên"]],
  ])("%s", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    "vợ em đau đẻ",
    "chồng em say rượu cầm dao",
    "cháy rừng ở Mẫu Sơn",
    "trộm vào trường tiểu học Hoà Bình",
    "năm nay mẹ em hai lần bị lừa",
    "người tên Hải bán hàng cấm",
  ])("are none: %s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it("don't go on in the next line", () => {
    const reading = readOwn("Cảm ơn. Hoàng Minh Đức\nNguyễn Thị Mỹ xin trình báo");
    expect(knownNames(reading).all).toHaveLength(2);
  });
});
