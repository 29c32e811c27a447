import { expect, it } from "vitest";
import { contextOf } from "../../test/turn-context.ts";
import { toldBetween } from "./told-between.ts";

const between = (text: string) => toldBetween(contextOf(text, { matter: "incident" }));

it("keeps what a question is told beside, and not the question", () => {
  const said = "con bé sợ quá không dám nói với ai, hàng xóm như em báo thay có được không ạ?";
  expect(between(said)).toContain("không dám nói");
  expect(between(said)).not.toContain("báo thay");
});

it("keeps a doubt about somebody else", () => {
  const said = "có ông đội mũ cối đứng đấy suốt, tôi nghi ông ấy lấy mà chưa dám chắc";
  expect(between(said)).toBe(said);
});

it.each(["báo ở đây có mất phí không ạ?", "bao giờ thì công an xuống"])(
  "has nothing of a mere question: %s",
  (said) => {
    expect(between(said)).toBeNull();
  },
);

it("has nothing where nothing is told", () => {
  expect(toldBetween(contextOf("có ông đội mũ cối đứng đấy suốt", { matter: "none" }))).toBeNull();
});
