import { expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import { audienceOf } from "./audience.ts";

it.each([
  ["an official in private", true, true, "internal"],
  ["an official where others read along", false, true, "public"],
  ["anybody else in private", true, false, "public"],
  ["anybody else in a group", false, false, "public"],
])("shows %s (private: %j, official: %j) what is %s", async (_, isPrivate, isOfficial, audience) => {
  const context = contextOf("lịch trực", { isPrivate });
  expect(await audienceOf(context, async () => isOfficial)).toBe(audience);
});

it("asks for the sender's role on the messenger that they write by", async () => {
  const asked: unknown[] = [];
  await audienceOf(contextOf("lịch trực", { channel: "zalo" }), async ({ channel, sender }) => {
    asked.push([channel, sender]);
    return false;
  });
  expect(asked).toEqual([["zalo", "1"]]);
});
