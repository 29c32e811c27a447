import { expect, it, vi } from "vitest";
import { type ChatAddress, type Delivery, type FindChat, tellOfficials } from "./chats.ts";
import { text } from "./reply.ts";

it("one official who can't be reached doesn't keep the word from the others", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  const told: Delivery[] = [];
  const chatOf = (async ({ chat }: ChatAddress) => ({
    deliver: async (delivery: Delivery) => {
      if (chat === "2") throw new Error("gone");
      told.push(delivery);
    },
  })) as unknown as FindChat;
  const reply = { blocks: [text("Có một tin kẹt.")] };
  await tellOfficials(chatOf, ["1", "2", "3"], "alarm:1", reply);
  expect(told).toEqual([
    { key: "alarm:1", channel: "telegram", chat: "1", replies: [reply] },
    { key: "alarm:1", channel: "telegram", chat: "3", replies: [reply] },
  ]);
});
