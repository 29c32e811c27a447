import { expect, it } from "vitest";
import { mostLike } from "./most-like.ts";

const words = (text: string) => text.split(" ");
const CALM = words("khu dân cư là gì và ai lập ra mô hình tổ tự quản ở thôn này vậy ạ");

it("finds the cry for help among many words", () => {
  const cry = words("cháy nhà rồi có người kẹt bên trong cứu với");
  const at = mostLike([...CALM, ...CALM, ...cry, ...CALM]);
  expect(at).toBeGreaterThan(CALM.length);
  expect(at).toBeLessThan(2 * CALM.length + cry.length);
});

it("of nothing says the beginning", () => expect(mostLike([])).toBe(0));
