import { expect, it } from "vitest";
import { spokenIn } from "./spoken.ts";

it.each([
  ["xem giúp https://a.example/xYz9?q=1 với", "xem giúp  link  với"],
  ["vietcombank-uudai.top/nhanqua", " link "],
  ["gửi cho ai@vidu.vn", "gửi cho  link "],
  ["tb-7k2m-9qp4 xong chưa", "  xong chưa"],
])("%s", (text, said) => expect(spokenIn(text)).toBe(said));

it.each(["xong.Em chào anh", "lúc 9.30 ở nhà ông Ba", "cháy.nhà.rồi", "kết quả 3.5 triệu", "T.P. Lạng Sơn"])(
  "leaves %s",
  (text) => expect(spokenIn(text)).toBe(text),
);
