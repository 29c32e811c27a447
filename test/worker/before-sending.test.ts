import { beforeAll, expect, it } from "vitest";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";

beforeAll(migrate);

const STORY = "/baocao có nhóm đánh bạc ăn tiền";
const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;
const say = (chat: CitizenChat, text: string): Promise<string> => chat.hear({ kind: "text", text });

it("shows a report once before it goes, and says afterwards that it has gone", async () => {
  const chat = new CitizenChat({ channel: "telegram" });
  expect(await say(chat, STORY)).toContain("Xảy ra ở đâu?");
  const shown = await say(chat, "gửi");
  expect(shown).toContain("chưa gửi");
  expect(shown).not.toMatch(CODE);
  const code = CODE.exec(await say(chat, "gửi"))?.[0] ?? "none";
  expect(await say(chat, "gửi")).toContain(`Tin ${code} đã gửi rồi`);
});

it("neither sends nor deletes on “khoan đã gửi”", async () => {
  const chat = new CitizenChat({ channel: "telegram" });
  await say(chat, STORY);
  const held = await say(chat, "khoan đã gửi");
  expect(held).toContain("Vâng, chưa gửi");
  expect(held).toContain("đánh bạc");
});

it("says kindly that what was deleted is gone", async () => {
  const chat = new CitizenChat({ channel: "telegram" });
  await say(chat, STORY);
  await say(chat, "huỷ");
  await say(chat, "xoá");
  expect(await say(chat, "lấy lại cái vừa nãy được không")).toContain("tôi không giữ nữa");
  expect(await say(chat, "huỷ")).toContain("Không có tin nào đang viết");
});
