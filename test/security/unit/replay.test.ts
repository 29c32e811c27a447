import { describe, expect, it } from "vitest";
import { parseBody } from "../../../src/channels/zalo/message-body.ts";
import { eventMac, verifySignature } from "../../../src/channels/zalo/signature.ts";

const APP = "1380000000000000138";
const SECRET = "oa-secret-for-tests";
const STAMP = "1763875200123";
const FRESH = "1795446000000";
const GENUINE = `{"app_id":"${APP}","event_name":"user_send_text","message":{"text":"chào","msg_id":"a"},"timestamp":"${STAMP}"}`;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const macOf = (text: string, stamp: string) => eventMac(APP, bytesOf(text), stamp, SECRET);
const verify = (text: string, header: string | null) =>
  verifySignature({
    appId: APP,
    secretKey: SECRET,
    rawBody: bytesOf(text),
    body: parseBody(bytesOf(text)),
    header,
  });

describe("a genuine event of Zalo's that somebody kept", () => {
  it("is genuine as it stands; its message's key makes the second one nothing", () => {
    expect(verify(GENUINE, `mac=${macOf(GENUINE, STAMP)}`)).toBe(true);
  });

  it.each([
    ["a fresh timestamp", GENUINE.replace(STAMP, FRESH)],
    ["a second, fresh timestamp at the end", GENUINE.replace(/\}$/u, `,"timestamp":"${FRESH}"}`)],
    ["a second, fresh timestamp at the beginning", GENUINE.replace("{", `{"timestamp":"${FRESH}",`)],
    ["another message's key", GENUINE.replace('"msg_id":"a"', '"msg_id":"b"')],
    ["digits of the timestamp moved into the body", `${GENUINE}${STAMP.slice(0, 3)}`],
    ["a blank added", `${GENUINE} `],
    ["a byte order mark", `\ufeff${GENUINE}`],
  ])("is refused with %s", (_, body) => {
    expect(verify(body, `mac=${macOf(GENUINE, STAMP)}`)).toBe(false);
  });

  it.each([
    ["none", () => null],
    ["two at once", (mac: string) => `mac=${mac}, mac=${mac}`],
    ["a part", (mac: string) => `mac=${mac.slice(0, 32)}`],
    ["one with more", (mac: string) => `mac=${mac}00`],
    ["another algorithm's name", (mac: string) => `none=${mac}`],
  ])("is refused with a signature that is %s", (_, change) => {
    expect(verify(GENUINE, change(macOf(GENUINE, STAMP)))).toBe(false);
  });

  it("another app's events don't count, though the same company signed them", () => {
    const other = GENUINE.replace(APP, "1380000000000000139");
    expect(verify(other, `mac=${macOf(other, STAMP)}`)).toBe(false);
  });
});
