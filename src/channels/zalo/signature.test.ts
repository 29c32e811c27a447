import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  APP_ID,
  FOLLOW,
  FOLLOW_MAC,
  LOCATION,
  LOCATION_MAC,
  OA_SECRET_KEY,
  TEXT,
  TEXT_MAC,
} from "../../../test/zalo/samples.ts";
import { parseBody } from "./message-body.ts";
import { eventMac, verifySignature } from "./signature.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const macOf = (body: string, timestamp: string): string =>
  createHash("sha256").update(APP_ID).update(body).update(timestamp).update(OA_SECRET_KEY).digest("hex");
const verify = (body: string, header: string | null | undefined, appId = APP_ID, secretKey = OA_SECRET_KEY) =>
  verifySignature({ appId, secretKey, rawBody: bytes(body), body: parseBody(bytes(body)), header });

describe("eventMac", () => {
  it("gives the hashes that others published", () => {
    const zgo =
      '{"oa_id":"oa_id","user_id_by_app":"user_id_by_app","event_name":"remove_user_from_tag","tag":{"user_ids":["user_id"],"name":"Hoàn thành"},"app_id":"app_id","timestamp":"1702095007436"}';
    expect(eventMac("X", bytes("BODY"), "1234567890", "Y")).toBe(
      "2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9",
    );
    expect(eventMac("appID", bytes(zgo), "1702095007436", "oaSecret")).toBe(
      "315f0bb0c84fa87c816e302a590f5d26e6112a950c81bf28fb6b795130a19d09",
    );
  });
});

describe("verifySignature", () => {
  it.each([
    ["text", TEXT, TEXT_MAC],
    ["location", LOCATION, LOCATION_MAC],
    ["follow", FOLLOW, FOLLOW_MAC],
  ])("accepts the %s sample, with the prefix or bare, in any case, as bytes or a buffer", (_, body, mac) => {
    for (const header of [`mac=${mac}`, mac, `  MAC = ${mac.toUpperCase()} `]) {
      expect(verify(body, header)).toBe(true);
    }
    const rawBody = bytes(body).slice().buffer;
    const parsed = parseBody(bytes(body));
    expect(
      verifySignature({ appId: APP_ID, secretKey: OA_SECRET_KEY, rawBody, body: parsed, header: mac }),
    ).toBe(true);
  });

  it("takes a numeric timestamp by its literal digits, however many", () => {
    const timestamp = "1763875200123456789";
    const body = TEXT.replace('"timestamp":"1763875200123"', `"timestamp":${timestamp}`);
    expect(verify(body, macOf(body, timestamp))).toBe(true);
    const spaced = body.replace(timestamp, " 1.763875200123e12 ");
    expect(verify(spaced, macOf(spaced, "1.763875200123e12"))).toBe(true);
  });

  it("doesn't confuse a timestamp inside the text with the body's own", () => {
    const body = TEXT.replace("Đèn đường", '\\"timestamp\\":1,');
    expect(verify(body, macOf(body, "1763875200123"))).toBe(true);
    expect(verify(body, macOf(body, "1"))).toBe(false);
  });

  it.each([
    ["no header", null],
    ["undefined", undefined],
    ["empty", ""],
    ["only the prefix", "mac="],
    ["short", TEXT_MAC.slice(1)],
    ["long", `${TEXT_MAC}0`],
    ["one digit off", `${TEXT_MAC.slice(0, -1)}4`],
    ["first digit off", `0${TEXT_MAC.slice(1)}`],
    ["not hex", "z".repeat(64)],
    ["two values", `${TEXT_MAC},${TEXT_MAC}`],
    ["another body's", LOCATION_MAC],
    ["an HMAC", createHmac("sha256", OA_SECRET_KEY).update(TEXT).digest("hex")],
  ])("refuses a header that is %s", (_, header) => {
    expect(verify(TEXT, header)).toBe(false);
  });

  it("refuses a changed body, a changed white space, another secret, another app", () => {
    expect(verify(TEXT.replace("12", "13"), TEXT_MAC)).toBe(false);
    expect(verify(`${TEXT} `, TEXT_MAC)).toBe(false);
    expect(verify(TEXT, TEXT_MAC, APP_ID, "app-secret-for-tests")).toBe(false);
    expect(verify(TEXT, TEXT_MAC, "4187350265901873215")).toBe(false);
  });

  it("refuses a body that names another app although the hash is right", () => {
    const body = TEXT.replace(APP_ID, "1");
    expect(verify(body, macOf(body, "1763875200123"))).toBe(false);
    const none = TEXT.replace(`"app_id":"${APP_ID}",`, "");
    expect(verify(none, macOf(none, "1763875200123"))).toBe(false);
  });

  it("refuses everything while a setting is empty", () => {
    const mac = createHash("sha256").update(APP_ID).update(TEXT).update("1763875200123").digest("hex");
    expect(verify(TEXT, mac, APP_ID, "")).toBe(false);
    expect(verify(TEXT.replace(APP_ID, ""), TEXT_MAC, "")).toBe(false);
  });

  it.each([
    "",
    "null",
    "[]",
    "{",
    '"x"',
    "{}",
    '{"timestamp":"1"}',
    `{"app_id":"${APP_ID}"}`,
    "[".repeat(100_000),
  ])("refuses the body %.20s without throwing", (body) => {
    expect(verify(body, macOf(body, ""))).toBe(false);
  });

  it("refuses bytes that are no UTF-8", () => {
    const rawBody = new Uint8Array([0xff, 0xfe, 0x7b, 0x7d]);
    expect(
      verifySignature({
        appId: APP_ID,
        secretKey: OA_SECRET_KEY,
        rawBody,
        body: parseBody(rawBody),
        header: TEXT_MAC,
      }),
    ).toBe(false);
  });
});
