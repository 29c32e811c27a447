import { expect, it } from "vitest";
import { kindOfWhole } from "./kind-of-whole.ts";

it("is that of all that was told, not of its first words", () => {
  const story = "em để ở cổng trường, quay ra không thấy\nbị trộm cạy khoá lấy mất xe đạp điện";
  expect(kindOfWhole("trafficAccident", story)).toBe("theft");
  expect(kindOfWhole("other", story)).toBe("theft");
});

it("stays where the whole isn't surely another", () => {
  expect(kindOfWhole("theft", "xe màu đỏ\nở cổng chợ")).toBe("theft");
});
