import { describe, expect, it } from "vitest";
import { toBase64Url } from "../../platform/crypto/base64url.ts";
import { parseKeyRing } from "../../platform/crypto/key-ring.ts";
import { codesOf, OneTimeCodes } from "./one-time-code.ts";

const key = (fill: number) => toBase64Url(new Uint8Array(32).fill(fill));
const ringOf = (setting: string) => {
  const ring = parseKeyRing(setting);
  if (ring === null) throw new Error("no ring");
  return ring;
};
const ring = ringOf(`k1:${key(1)}`);
const EPOCH = { epoch: 0, keyId: "k1" };
const NOW = Date.UTC(2026, 10, 23, 1);

describe("one-time codes", () => {
  it("are those of RFC 6238, appendix B, cut to six digits", () => {
    const codes = new OneTimeCodes("1", new Uint8Array(new TextEncoder().encode("12345678901234567890")));
    expect(codes.at(59_000)).toBe("287082");
    expect(codes.at(1_111_111_109_000)).toBe("081804");
    expect(codes.at(20_000_000_000_000)).toBe("353130");
  });

  it("hold one step before and after, and no further", () => {
    const codes = codesOf(ring, "9001", EPOCH);
    const code = codes?.at(NOW) ?? "";
    const step = NOW / 30_000;
    expect([-30_000, 0, 30_000].map((late) => codes?.stepOf(code, NOW + late))).toEqual([step, step, step]);
    expect([-60_000, 60_000].map((late) => codes?.stepOf(code, NOW + late))).toEqual([null, null]);
  });

  it("are another's for another official, epoch or key", () => {
    const others = [
      codesOf(ring, "9002", EPOCH),
      codesOf(ring, "9001", { ...EPOCH, epoch: 1 }),
      codesOf(ringOf(`k1:${key(2)}`), "9001", EPOCH),
    ];
    const secrets = new Set([codesOf(ring, "9001", EPOCH), ...others].map((codes) => codes?.secret));
    expect(secrets.size).toBe(4);
  });

  it("stay the same when the ring gets a new first key, and end with their key", () => {
    const before = codesOf(ring, "9001", EPOCH)?.secret;
    expect(codesOf(ringOf(`k2:${key(2)},k1:${key(1)}`), "9001", EPOCH)?.secret).toBe(before);
    expect(codesOf(ringOf(`k2:${key(2)}`), "9001", EPOCH)).toBeNull();
  });

  it("come to an app as an address that names no whole id", () => {
    const address = codesOf(ring, "138009001", EPOCH)?.address ?? "";
    expect(address).toMatch(/^otpauth:\/\/totp\//u);
    expect(address).not.toContain("138009001");
  });
});
