import { afterEach, beforeEach, expect, it } from "vitest";
import { sandboxSettings } from "../sandbox/settings.ts";
import { ZaloStandIn } from "../sandbox/standins/zalo.ts";
import { createZaloChannel } from "../src/channels/zalo/zalo-channel.ts";
import { createZaloClient } from "../src/channels/zalo/zalo-client.ts";
import { dangerReply } from "../src/features/emergency/emergency-feature.ts";
import type { SendOutcome } from "../src/messaging/channel.ts";

/** The answer to a danger on Zalo's wire: the words, then the buttons to call with. */

const settings = sandboxSettings(0);
const USER = "7138000000000138001";
let standIn: ZaloStandIn;

beforeEach(async () => {
  standIn = await ZaloStandIn.listen(settings);
  standIn.citizenWrote(USER);
});
afterEach(() => standIn.close());

/** @param beforeButtons done between the words and the buttons */
async function answerFire(beforeButtons: () => void): Promise<SendOutcome[]> {
  const fields = {
    refresh_token: settings.ZALO_REFRESH_TOKEN,
    app_id: settings.ZALO_APP_ID,
    grant_type: "refresh_token",
  };
  const pair = standIn.tokens.exchange(fields, settings.ZALO_APP_SECRET).json() as Promise<{
    access_token: string;
  }>;
  const token = (await pair).access_token;
  const channel = createZaloChannel(
    createZaloClient({ apiRoot: standIn.url, accessToken: async () => token, timeoutMs: 5_000 }),
    async () => {
      throw new Error("no chart here");
    },
    async () => null,
  );
  const [words, buttons, ...more] = channel.render(
    dangerReply({ kind: "fire", numbers: ["114", "115"], language: "vi" }),
    { chat: USER },
  );
  expect(more).toEqual([]);
  const first = await channel.send(words ?? { body: "" }, { chat: USER });
  beforeButtons();
  return [first, await channel.send(buttons ?? { body: "" }, { chat: USER })];
}

it("Zalo takes both", async () => {
  expect(await answerFire(() => {})).toMatchObject([{ kind: "sent" }, { kind: "sent" }]);
  const [words, buttons] = standIn.sent;
  expect(words?.text).toMatch(/^Gọi ngay 114/u);
  expect(words?.buttons).toEqual([]);
  expect(buttons?.buttons).toEqual([
    { title: "114 (cứu hỏa, cứu nạn)", type: "oa.open.phone", payload: { phone_code: "114" } },
    { title: "115 (cấp cứu)", type: "oa.open.phone", payload: { phone_code: "115" } },
  ]);
});

it("refused buttons are dropped, the words were sent", async () => {
  const outcomes = await answerFire(() => standIn.fail({ kind: "error", code: -201 }, { on: "message/cs" }));
  expect(outcomes).toMatchObject([{ kind: "sent" }, { kind: "sent", dropped: "zalo -201 bad_parameter" }]);
  expect(standIn.sent.map(({ text }) => text?.slice(0, 12))).toEqual(["Gọi ngay 114"]);
});
