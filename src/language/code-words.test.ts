import { expect, it } from "vitest";
import { withoutCode } from "./code-words.ts";

it.each([
  ["<script>alert(1)</script>'; DROP TABLE reports;-- Toi bi mat trom", "DROP TABLE Toi bi mat trom"],
  ["{{7*7}} {process.env.KEY}", ""],
])("%s", (text, rest) => expect(withoutCode(text)).toBe(rest));

it.each(["Nhà tôi (số 5) bị trộm; mất xe", "cháy nhà rồi =))", "giá 15k, còn 3-4 cái", ""])(
  "leaves %s as it is",
  (text) => expect(withoutCode(text)).toBe(text),
);
