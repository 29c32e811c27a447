import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64Url } from "../../../platform/crypto/base64url.ts";
import { parseKeyRing } from "../../../platform/crypto/key-ring.ts";
import { signatureOf, verifyReceipt } from "./receipt.ts";
import { receiptText, verdictText } from "./receipt-wording.ts";

const ringOf = (id: string, fill: number) => {
  const ring = parseKeyRing(`${id}:${toBase64Url(new Uint8Array(32).fill(fill))}`);
  if (ring === null) throw new Error("no ring");
  return ring;
};
const ring = ringOf("k1", 1);
const hash = toBase64Url(new Uint8Array(32).fill(7));
const AT = Date.parse("2026-11-23T14:03:22.511+07:00");

describe("receipts", () => {
  it("are true as pasted, wrapped or among words, and give the time only", async () => {
    const text = receiptText(AT, await signatureOf(ring, AT, hash));
    const wrapped = text.replace(/(.{20})(?=[\w-]{8})/g, "$1\n");
    for (const pasted of [text, `/xacminh ${text}`, wrapped, `đây ạ: ${text} em cảm ơn`]) {
      expect(await verifyReceipt(ring, pasted)).toEqual({ kind: "valid", receivedAt: AT });
    }
    expect(verdictText({ kind: "valid", receivedAt: AT })).toContain("14:03:22 ngày 23/11/2026");
    expect(text.length).toBeLessThan(400);
  });

  it("are false after any change", async () => {
    const signature = await signatureOf(ring, AT, hash);
    const start = signature.lastIndexOf(".") + 1;
    for (let i = start; i < signature.length; i += 1) {
      const changed = `${signature.slice(0, i)}${signature[i] === "x" ? "y" : "x"}${signature.slice(i + 1)}`;
      expect(await verifyReceipt(ring, changed)).toEqual({ kind: "invalid" });
    }
    expect(await verifyReceipt(ring, signature.slice(0, -1))).toEqual({ kind: "invalid" });
  });

  it("nobody else's key makes one, and a key that left the ring is told apart", async () => {
    expect(await verifyReceipt(ring, await signatureOf(ringOf("k1", 2), AT, hash))).toEqual({
      kind: "invalid",
    });
    expect(await verifyReceipt(ring, await signatureOf(ringOf("k0", 1), AT, hash))).toEqual({
      kind: "unverifiable",
    });
    expect(await verifyReceipt(ring, "biên lai của tôi đâu")).toEqual({ kind: "none" });
  });

  it("any time is kept to the millisecond", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 ** 47 }), async (at) => {
        expect(await verifyReceipt(ring, await signatureOf(ring, at, hash))).toEqual({
          kind: "valid",
          receivedAt: at,
        });
      }),
      { numRuns: 30 },
    );
  });
});
