import { describe, expect, it } from "vitest";
import { sandboxSettings } from "../../../sandbox/settings.ts";
import { leakIn, PLANTED } from "../planted.ts";

const SECRETS = Object.entries(sandboxSettings(0)).filter(([name]) => /TOKEN|SECRET|KEYS/u.test(name));

describe("what the watch over the logs finds", () => {
  it.each(SECRETS)("a line with %s", (_, value) => {
    expect(leakIn(`{"event":"send_deferred","code":"${value}"}`)).not.toBeNull();
    expect(leakIn(`TypeError: fetch failed: https://api.example/${value}/x`)).not.toBeNull();
  });

  it.each(Object.entries(PLANTED))("a line with what is planted: %s", (_, value) => {
    expect(leakIn(`Error: ${value}`)).not.toBeNull();
  });

  it.each([
    "sandbox-access-0123456789abcdefghijklmnopqrstuv",
    "chat 7135120946683100003 is stuck",
    "update of 138000001",
    "called 0912345678 back",
    "tel +84912345678",
    "case TB-7K2M-9QXA moved",
    "said: khu dân cư là gì",
    '{"event":"turn","text":"nhà tôi"}',
    "\u001b[31m{\u001b[0m 0987138138",
  ])("%s", (line) => {
    expect(leakIn(line)).not.toBeNull();
  });

  it.each([
    '{"event":"sweep","chats":12,"ms":1763875200123}',
    '{"event":"config_refused","reason":"Thiếu cài đặt ZALO_APP_ID."}',
    "Trợ lý 138 đã sẵn sàng: http://127.0.0.1:43817",
    "[wrangler:info] POST /webhooks/zalo 200 OK (12ms)",
    "chat 0c4b2f7138000000138000001aa09123456781763875200123fe0123456789ab",
    "",
  ])("nothing in: %s", (line) => {
    expect(leakIn(line)).toBeNull();
  });
});
