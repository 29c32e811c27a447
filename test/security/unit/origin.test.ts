import { describe, expect, it } from "vitest";
import { readUpdate } from "../../../src/channels/telegram/update.ts";

const BOT = { id: "138" };
const person = { id: 11, is_bot: false, first_name: "A" };
const group = { id: -100138, type: "supergroup" };
const base = { message_id: 1, date: 1, chat: { id: 11, type: "private" }, from: person, text: "/canbo" };
const read = (update: object) => readUpdate({ update_id: 1, ...update }, BOT, 0);

describe("whose words they are", () => {
  it.each([
    ["a user", { type: "user", sender_user: person, date: 1 }],
    ["somebody hidden", { type: "hidden_user", sender_user_name: "B", date: 1 }],
    ["a channel", { type: "channel", chat: { id: -1, type: "channel" }, message_id: 1, date: 1 }],
  ])("forwarded from %s", (_, forward_origin) => {
    expect(read({ message: { ...base, forward_origin } })).toMatchObject({ inbound: { forwarded: true } });
  });

  it.each([
    ["of a person, as before Bot API 7.0", { forward_from: person, forward_date: 1 }],
    ["of a channel, as before", { forward_from_chat: { id: -1, type: "channel" }, forward_date: 1 }],
    ["of somebody hidden, as before", { forward_sender_name: "B", forward_date: 1 }],
    ["through another bot", { via_bot: { id: 9, is_bot: true } }],
    ["with fields that can't be read", { via_bot: "?" }],
  ])("somebody else's words %s", (_, fields) => {
    expect(read({ message: { ...base, ...fields } })).toMatchObject({ inbound: { forwarded: true } });
  });

  it("one's own words aren't forwarded", () => {
    const reading = read({ message: base });
    expect(reading.kind === "inbound" && "forwarded" in reading.inbound).toBe(false);
  });

  it("an anonymous administrator is the group, never a person", () => {
    const from = { id: 1087968824, is_bot: true, first_name: "Group" };
    const message = { ...base, chat: group, from, sender_chat: group };
    expect(read({ message })).toMatchObject({
      inbound: { sender: String(group.id), isPrivate: false, impersonal: "chat" },
    });
  });

  it("a bot is heard only in the duty group, as a bot", () => {
    const from = { ...person, is_bot: true };
    const update = { update_id: 1, message: { ...base, chat: group, from } };
    expect(readUpdate(update, { ...BOT, dutyChat: String(group.id) }, 0)).toMatchObject({
      inbound: { impersonal: "bot" },
    });
    expect(readUpdate(update, { ...BOT, dutyChat: "-1" }, 0)).toMatchObject({ what: "from_bot" });
  });

  it.each([
    ["a bot", { message: { ...base, from: { ...person, is_bot: true } } }, "from_bot"],
    ["a channel", { channel_post: { ...base, chat: { id: -1, type: "channel" } } }, "channel"],
    [
      "a linked channel in its group",
      { message: { ...base, chat: group, is_automatic_forward: true } },
      "channel",
    ],
    ["an edit in a group", { edited_message: { ...base, chat: group } }, "edited"],
  ])("%s is not read", (_, update, what) => {
    expect(read(update)).toMatchObject({ kind: "ignored", what });
  });

  it("an edit in private is words, never a command typed", () => {
    const words = { ...base, text: "ở chợ" };
    expect(read({ edited_message: words })).toMatchObject({ inbound: { content: { kind: "edited" } } });
    expect(read({ edited_message: base })).toMatchObject({ kind: "ignored", what: "edited" });
  });
});
