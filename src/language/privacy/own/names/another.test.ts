import { expect, it } from "vitest";
import { ownDetails } from "../own-details.ts";

const whoseOf = (text: string) => ownDetails(text).map(({ words, whose }) => [words, whose]);

it.each([
  "ong chu ten Minh, xe mau trang",
  "co thang dan duong la nguoi ban ben, ten hay goi la A Sung",
  "người bên kia hay gọi là A Sùng",
  "ten tk la TRAN VAN BINH",
  "chỗ đấy gọi là lũng Khuổi Mò, xã Hữu Kiên",
  "di vao tung nha o ban Pac Luong xa Tan Tien",
  "địa chỉ số 9 ngõ 2 đường Bà Triệu, chủ nhà tên Cường",
])("leaves what the words give to somebody else, or to the scene: %s", (text) => {
  expect(whoseOf(text)).toEqual([]);
});

it.each([
  ["tên tôi là Lý A Sùng, hay gọi là A Phử", "Lý A Sùng", "A Phử"],
  ["em ở địa chỉ số 9 ngõ 2 đường Bà Triệu, chủ nhà tên Cường", "số 9 ngõ 2 đường Bà Triệu"],
  ["chú tên Minh", "Minh"],
  ["nha o ban Pac Luong xa Tan Tien", "ban Pac Luong xa Tan Tien"],
])("still finds what may be the writer's: %s", (text, ...own) => {
  expect(whoseOf(text).map(([words]) => words)).toEqual(expect.arrayContaining(own));
});

it("takes a wish to be kept secret for no name", () => {
  expect(whoseOf("Tên cháu tuyệt đối giữ kín giùm")).toEqual([]);
});
