import { expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { asksToSend } from "./send-words.ts";

it.each(["uk gui i", "gửi đi ạ", "Duoc roi bao len cho toi", "em muốn báo công an", "chuyển giúp tôi với"])(
  "asks to pass it on: %s",
  (typed) => expect(asksToSend(readUtterance(typed))).toBe(true),
);

it.each([
  "đừng gửi nữa",
  "gửi rồi mà chưa ai đến",
  "gửi nhà em cho ai thế",
  "báo công an rồi",
  "nó bắt em gửi ảnh",
  "gửi được không?",
])("doesn't: %s", (typed) => expect(asksToSend(readUtterance(typed))).toBe(false));
