import { expect, it } from "vitest";
import type { Inbound } from "../../../messaging/inbound.ts";
import { DETECTORS, readMessage } from "../../../reading/read-message.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { sendWish } from "./send-wish.ts";

const said = (text: string) => {
  const reading = readMessage(text, DETECTORS, "draft");
  const inbound = { content: { kind: "text", text } } as Inbound;
  return sendWish({ inbound, reading, matter: "draft", utterance: reading.utterance } as TurnContext);
};

it.each([
  ["Tôi đã đọc lại, nội dung đạt yêu cầu. Đề nghị chuyển.", false, ""],
  ["the dung ghi ten toi. con lai dung roi day gui di", true, ""],
  ["thôi không cần thưởng, chốt, chuyển đi, đừng để lộ tôi làm bốc vác ở đấy", true, ""],
  ["đồng ý, chuyển giúp em, gọi em số 0912 345 678", false, "gọi em số 0912 345 678"],
])("takes the breath that asks to send: %s", (text, unnamed, told) => {
  expect(said(text)).toEqual({ unnamed, told });
});

it.each([
  "nó gửi ảnh dọa em, chuyển tiền rồi nó chặn",
  "gửi đi, à thôi để em suy nghĩ đã",
  "khoan, chưa gửi nhé",
  "gửi đi, mà có lộ tên em không",
])("sends nothing by: %s", (text) => expect(said(text)).toBeNull());
