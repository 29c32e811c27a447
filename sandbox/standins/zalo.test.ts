import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sandboxSettings } from "../settings.ts";
import { ZaloStandIn } from "./zalo.ts";

const settings = sandboxSettings(0);
const USER = "7138000000000138001";
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

interface Answer {
  readonly error?: number;
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly expires_in?: unknown;
  readonly data?: { readonly message_id?: string; readonly attachment_id?: string; readonly quota?: object };
}

let standIn: ZaloStandIn;
beforeEach(async () => {
  standIn = await ZaloStandIn.listen(settings);
});
afterEach(() => standIn.close());

async function refresh(token: string): Promise<Answer> {
  const response = await fetch(`${standIn.url}/v4/oa/access_token`, {
    method: "POST",
    headers: { secret_key: settings.ZALO_APP_SECRET },
    body: new URLSearchParams({
      refresh_token: token,
      app_id: settings.ZALO_APP_ID,
      grant_type: "refresh_token",
    }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function send(accessToken: string, message: object): Promise<Answer> {
  const response = await fetch(`${standIn.url}/v3.0/oa/message/cs`, {
    method: "POST",
    headers: { access_token: accessToken, "content-type": "application/json" },
    body: JSON.stringify({ recipient: { user_id: USER }, message }),
  });
  return (await response.json()) as Answer;
}

const token = async (): Promise<string> => (await refresh(settings.ZALO_REFRESH_TOKEN)).access_token ?? "";

describe("tokens", () => {
  it("a refresh token works once and brings a new pair", async () => {
    const pair = await refresh(settings.ZALO_REFRESH_TOKEN);
    expect(pair.expires_in).toBe("90000");
    expect((await refresh(settings.ZALO_REFRESH_TOKEN)).error).toBe(-14014);
    expect((await refresh(pair.refresh_token ?? "")).access_token).toBeTypeOf("string");
  });

  it("a token from an earlier run is taken only where told to, and once", async () => {
    expect((await refresh("sandbox-refresh-earlier")).error).toBe(-14014);
    const adopting = new ZaloStandIn(settings, { adoptTokens: true });
    const ask = () => {
      const fields = {
        refresh_token: "sandbox-refresh-earlier",
        app_id: settings.ZALO_APP_ID,
        grant_type: "refresh_token",
      };
      return adopting.tokens.exchange(fields, settings.ZALO_APP_SECRET).json() as Promise<Answer>;
    };
    expect((await ask()).access_token).toBeTypeOf("string");
    expect((await ask()).error).toBe(-14014);
  });

  it("a revoked access token is refused with HTTP 200 and −216", async () => {
    const access = await token();
    standIn.tokens.revoke();
    expect((await send(access, { text: "x" })).error).toBe(-216);
  });
});

describe("messages", () => {
  it("delivers text with buttons and counts the free replies down", async () => {
    const buttons = [{ title: "Gửi", type: "oa.query.hide", payload: "gửi" }];
    const message = { text: "Chào", attachment: { type: "template", payload: { buttons } } };
    standIn.citizenWrote(USER);
    const answer = await send(await token(), message);
    expect(answer.data?.quota).toEqual({ quota_type: "reply", remain: "7", total: "8" });
    expect(await standIn.waitForSent(1)).toMatchObject([{ userId: USER, text: "Chào", buttons }]);
  });

  it("the ninth reply has no quota: it was charged", async () => {
    const access = await token();
    const answers: Answer[] = [];
    for (let n = 0; n < 9; n += 1) answers.push(await send(access, { text: "x" }));
    expect(answers[7]?.data?.quota).toMatchObject({ remain: "0" });
    expect(answers[8]?.data).not.toHaveProperty("quota");
  });

  it("sends an uploaded image", async () => {
    const access = await token();
    const form = new FormData();
    form.set("file", new File([PNG], "bieu-do.png", { type: "image/png" }));
    const headers = { access_token: access };
    const upload = await fetch(`${standIn.url}/v2.0/oa/upload/image`, {
      method: "POST",
      headers,
      body: form,
    });
    const id = ((await upload.json()) as Answer).data?.attachment_id;
    const elements = [{ media_type: "image", attachment_id: id }];
    await send(access, {
      text: "Biểu đồ",
      attachment: { type: "template", payload: { template_type: "media", elements } },
    });
    expect(standIn.sent[0]).toMatchObject({ text: "Biểu đồ", attachmentId: id });
    expect((await fetch(`${standIn.url}/media/${id}`)).headers.get("content-type")).toBe("image/png");
  });

  const template = (payload: object) => ({ text: "x", attachment: { type: "template", payload } });
  const button = { title: "a", type: "oa.query.show", payload: "a" };

  it.each([
    ["2,001 characters", { text: "a".repeat(2001) }, -210],
    ["nothing", {}, -201],
    ["six buttons", template({ buttons: Array(6).fill(button) }), -201],
    ["a button title of 101", template({ buttons: [{ ...button, title: "a".repeat(101) }] }), -201],
    [
      "url and attachment at once",
      template({ elements: [{ media_type: "image", url: "u", attachment_id: "a" }] }),
      -201,
    ],
    ["an expired attachment", template({ elements: [{ media_type: "image", attachment_id: "gone" }] }), -100],
  ])("refuses %s", async (_, message, error) => {
    expect((await send(await token(), message)).error).toBe(error);
    expect(standIn.sent).toEqual([]);
  });

  it("is told to fail: an error in the envelope, too many calls, no answer", async () => {
    const access = await token();
    standIn.fail({ kind: "error", code: -230 }, { on: "message/cs" });
    expect((await send(access, { text: "x" })).error).toBe(-230);
    standIn.fail({ kind: "rate-limited", retryAfter: 2 });
    expect((await send(access, { text: "x" })).error).toBe(-32);
    standIn.fail({ kind: "hang" }, { times: 1 });
    const hanging = fetch(`${standIn.url}/v3.0/oa/message/cs`, {
      method: "POST",
      signal: AbortSignal.timeout(50),
    });
    await expect(hanging).rejects.toMatchObject({ name: "TimeoutError" });
    standIn.fail({ kind: "drop" }, { times: Infinity });
    await expect(send(access, { text: "x" })).rejects.toThrow();
    standIn.heal();
    expect((await send(access, { text: "x" })).error).toBe(0);
    expect(standIn.calls.items.map(({ fault }) => fault).filter(Boolean)).toEqual([
      "error",
      "rate-limited",
      "hang",
      "drop",
    ]);
  });
});
