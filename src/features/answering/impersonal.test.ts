import { describe, expect, it } from "vitest";
import { withoutPersonal } from "./impersonal.ts";

describe("a question among personal things", () => {
  it.each([
    ["Số tôi 0912 345 678. Báo tin nhầm có bị phạt không?", "Báo tin nhầm có bị phạt không?"],
    ["113 là số gì", "113 là số gì"],
    ["số 0912345678 là ai", "số   là ai"],
  ])("is what is left of: %s", (message, question) => {
    expect(withoutPersonal(message)).toBe(question);
  });
});
