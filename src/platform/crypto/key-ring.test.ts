import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBase64Url } from "./base64url.ts";
import { type KeyRing, parseKeyRing, SealError } from "./key-ring.ts";

const key = (fill: number): string => toBase64Url(new Uint8Array(32).fill(fill));
const ring = (setting: string): KeyRing => {
  const parsed = parseKeyRing(setting);
  if (parsed === null) throw new Error(`no ring: ${setting}`);
  return parsed;
};
const old = ring(`k1:${key(1)}`);
const both = ring(`k2:${key(2)}, k1:${key(1)}`);

describe("parseKeyRing", () => {
  it("takes base64 and base64url, padded or not", () => {
    const standard = `${"/".repeat(42)}8=`;
    expect(parseKeyRing(`a:${standard}`)?.currentId).toBe("a");
    expect(parseKeyRing(`a:${standard.replace("=", "").replaceAll("/", "_")}`)?.currentId).toBe("a");
    expect(both.currentId).toBe("k2");
  });

  it.each(["", "k1", "k1:", `k1:${key(1)},`, `k1:${key(1)},k1:${key(2)}`, "k1:c2hvcnQ=", `k 1:${key(1)}`])(
    "refuses %j",
    (setting) => {
      expect(parseKeyRing(setting)).toBeNull();
    },
  );
});

describe("KeyRing", () => {
  it("opens what it sealed, in its place only", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const sealed = await old.seal(text, "reports/content/A");
        expect(await old.open(sealed, "reports/content/A")).toBe(text.toWellFormed());
        await expect(old.open(sealed, "reports/content/B")).rejects.toThrow(SealError);
      }),
      { numRuns: 30 },
    );
  });

  it("no changed character opens, and nothing else than an error comes out", async () => {
    const sealed = await old.seal("mất xe máy ở cổng chợ", "x");
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = `${sealed.slice(0, i)}${sealed[i] === "A" ? "B" : "A"}${sealed.slice(i + 1)}`;
      const opened = await old.open(changed, "x").catch((error: unknown) => error);
      // The last character of base64url may carry spare bits; whatever opens is unchanged.
      if (!(opened instanceof SealError)) expect(opened).toBe("mất xe máy ở cổng chợ");
    }
    await expect(old.open("nonsense", "x")).rejects.toThrow(SealError);
  });

  it("the same text is sealed differently each time and never readable", async () => {
    // Long enough never to stand in random bytes by chance.
    const secret = "so xe 12A-34567";
    const [one, other] = [await old.seal(secret, "x"), await old.seal(secret, "x")];
    expect(one).not.toBe(other);
    expect(atob((one.split(".")[3] ?? "").replaceAll("-", "+").replaceAll("_", "/"))).not.toContain(secret);
  });

  it("opens with an older key and seals with the first", async () => {
    const sealed = await old.seal("cũ", "x");
    expect(await both.open(sealed, "x")).toBe("cũ");
    expect(both.needsRotation(sealed)).toBe(true);
    expect(both.needsRotation(await both.seal("mới", "x"))).toBe(false);
    await expect(old.open(await both.seal("mới", "x"), "x")).rejects.toMatchObject({
      code: "seal_unknown_key",
    });
  });

  it("seals bytes alike", async () => {
    const photo = crypto.getRandomValues(new Uint8Array(5000));
    const sealed = await old.sealBytes(photo, "media/1");
    expect(await both.openBytes(sealed, "media/1")).toEqual(photo);
    await expect(both.openBytes(sealed, "media/2")).rejects.toThrow(SealError);
    await expect(both.openBytes(new Uint8Array(3), "media/1")).rejects.toThrow(SealError);
  });

  it("a hash is found again under every key of the ring, and tells nothing without it", async () => {
    const stored = await old.lookupHash("reporter:zalo:84912");
    expect(await both.lookupHashes("reporter:zalo:84912")).toContain(stored);
    expect(await both.lookupHash("reporter:zalo:84912")).not.toBe(stored);
    expect(await old.lookupHash("reporter:zalo:84913")).not.toBe(stored);
  });

  it("one key serves one end: a receipt's signature is no lookup hash", async () => {
    const bytes = new Uint8Array(new TextEncoder().encode("same"));
    const { keyId, mac } = await old.signReceipt(bytes);
    expect(toBase64Url(mac)).not.toBe(await old.lookupHash("same"));
    expect(await both.receiptMac(keyId, bytes)).toEqual(mac);
    expect(await ring(`k9:${key(9)}`).receiptMac(keyId, bytes)).toBeNull();
  });
});
