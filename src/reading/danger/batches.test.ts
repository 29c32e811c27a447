import { describe, expect, it } from "vitest";
import { CALM_1 } from "../../../test/emergency/fixtures/calm-1.fixture.ts";
import { CALM_2 } from "../../../test/emergency/fixtures/calm-2.fixture.ts";
import { CALM_3 } from "../../../test/emergency/fixtures/calm-3.fixture.ts";
import { CALM_4 } from "../../../test/emergency/fixtures/calm-4.fixture.ts";
import { CALM_5 } from "../../../test/emergency/fixtures/calm-5.fixture.ts";
import { CALM_6 } from "../../../test/emergency/fixtures/calm-6.fixture.ts";
import { CALM_7 } from "../../../test/emergency/fixtures/calm-7.fixture.ts";
import { CALM_8 } from "../../../test/emergency/fixtures/calm-8.fixture.ts";
import { CALM_9 } from "../../../test/emergency/fixtures/calm-9.fixture.ts";
import { CALM_10 } from "../../../test/emergency/fixtures/calm-10.fixture.ts";
import { CALM_11 } from "../../../test/emergency/fixtures/calm-11.fixture.ts";
import { CALM_12 } from "../../../test/emergency/fixtures/calm-12.fixture.ts";
import { CALM_13 } from "../../../test/emergency/fixtures/calm-13.fixture.ts";
import { DANGER_1 } from "../../../test/emergency/fixtures/danger-1.fixture.ts";
import { DANGER_2 } from "../../../test/emergency/fixtures/danger-2.fixture.ts";
import { DANGER_3 } from "../../../test/emergency/fixtures/danger-3.fixture.ts";
import { DANGER_4 } from "../../../test/emergency/fixtures/danger-4.fixture.ts";
import { DANGER_5 } from "../../../test/emergency/fixtures/danger-5.fixture.ts";
import { DANGER_6 } from "../../../test/emergency/fixtures/danger-6.fixture.ts";
import { DANGER_7 } from "../../../test/emergency/fixtures/danger-7.fixture.ts";
import { DANGER_8 } from "../../../test/emergency/fixtures/danger-8.fixture.ts";
import { DANGER_9 } from "../../../test/emergency/fixtures/danger-9.fixture.ts";
import { DANGER_10 } from "../../../test/emergency/fixtures/danger-10.fixture.ts";
import { DANGER_11 } from "../../../test/emergency/fixtures/danger-11.fixture.ts";
import { DANGER_12 } from "../../../test/emergency/fixtures/danger-12.fixture.ts";
import { DANGER_13 } from "../../../test/emergency/fixtures/danger-13.fixture.ts";
import { DANGER_14 } from "../../../test/emergency/fixtures/danger-14.fixture.ts";
import { DANGER_15 } from "../../../test/emergency/fixtures/danger-15.fixture.ts";
import { DANGER_16 } from "../../../test/emergency/fixtures/danger-16.fixture.ts";
import { DANGER_17 } from "../../../test/emergency/fixtures/danger-17.fixture.ts";
import { EVERYDAY } from "../../../test/emergency/fixtures/everyday.fixture.ts";
import { dangerReply } from "../../features/emergency/emergency-feature.ts";
import { plainText } from "../../messaging/reply.ts";
import { readMessage } from "../read-message.ts";

const DANGERS = [
  DANGER_1,
  DANGER_2,
  DANGER_3,
  DANGER_4,
  DANGER_5,
  DANGER_6,
  DANGER_7,
  DANGER_8,
  DANGER_9,
  DANGER_10,
  DANGER_11,
  DANGER_12,
  DANGER_13,
  DANGER_14,
  DANGER_15,
  DANGER_16,
  DANGER_17,
].flat();
const CALM = [
  CALM_1,
  CALM_2,
  CALM_3,
  CALM_4,
  CALM_5,
  CALM_6,
  CALM_7,
  CALM_8,
  CALM_9,
  CALM_10,
  CALM_11,
  CALM_12,
  CALM_13,
  EVERYDAY,
].flat();

function firstLineTo(message: string): string {
  const danger = readMessage(message).danger;
  return danger === null ? "" : (plainText(dangerReply(danger)).split("\n")[0] ?? "");
}

describe("messages of danger", () => {
  it.each(DANGERS.map(([message, ...numbers]) => ({ message, numbers })))(
    "$message → $numbers",
    ({ message, numbers }) => {
      const line = firstLineTo(message);
      for (const number of numbers) expect(line).toContain(number);
    },
  );
});

describe("messages of no danger", () => {
  it.each(CALM)("%s", (message) => expect(readMessage(message).danger).toBeNull());
});
