import { expect, it } from "vitest";
import { GroupLimit } from "./group-limit.ts";

const T0 = 1_800_000_000_000;

it("takes twenty messages and changes a minute in its group, then nothing until the seconds it names are over", () => {
  const limit = new GroupLimit("-1");
  for (let i = 0; i < 20; i += 1)
    expect(limit.refuse(i % 2 === 0 ? "sendMessage" : "editMessageText", "-1", T0 + i)).toBeUndefined();
  expect(limit.refuse("sendMessage", "-1", T0 + 20_000)).toEqual({ kind: "rate-limited", retryAfter: 40 });
  expect(limit.refuse("sendPhoto", "-1", T0 + 59_000)).toEqual({ kind: "rate-limited", retryAfter: 1 });
  expect(limit.refuse("sendMessage", "-1", T0 + 61_000)).toBeUndefined();
  expect(limit.refusals).toEqual([T0 + 20_000, T0 + 59_000]);
});

it("leaves other chats alone, and what says nothing", () => {
  const limit = new GroupLimit("-1");
  for (let i = 0; i < 50; i += 1) {
    expect(limit.refuse("sendMessage", "-2", T0)).toBeUndefined();
    expect(limit.refuse("sendChatAction", "-1", T0)).toBeUndefined();
    expect(limit.refuse("answerCallbackQuery", undefined, T0)).toBeUndefined();
  }
  expect(limit.refusals).toEqual([]);
});
