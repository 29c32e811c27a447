import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { toBase64Url } from "../../../src/platform/crypto/base64url.ts";
import { parseKeyRing } from "../../../src/platform/crypto/key-ring.ts";
import { FRAME_BYTES, openFile, sealFile } from "./frames.ts";

const dir = mkdtempSync(join(tmpdir(), "tro-ly-138-frames-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const ring = parseKeyRing(`k1:${toBase64Url(new Uint8Array(32).fill(1))}`);
if (ring === null) throw new Error("no ring");
const PLACE = { backup: "b1", file: 3, path: "v3/a.sqlite" };

let n = 0;
const fresh = () => join(dir, String(n++));
/** A file with other bytes in each frame. */
function fileOf(bytes: number): string {
  const path = fresh();
  writeFileSync(path, Buffer.from(Array.from({ length: bytes }, (_, i) => Math.floor(i / 1000) % 251)));
  return path;
}
function sealed(plain: string, place = PLACE): Buffer[] {
  const to = fresh();
  sealFile(ring as NonNullable<typeof ring>, place, plain, to);
  const bytes = readFileSync(to);
  const frames: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + bytes.readUInt32BE(at);
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return frames;
}
function opened(frames: readonly Buffer[], place = PLACE): Buffer {
  const [from, to] = [fresh(), fresh()];
  writeFileSync(from, Buffer.concat(frames));
  openFile(ring as NonNullable<typeof ring>, place, from, to);
  return readFileSync(to);
}

describe("frames", () => {
  it.each([0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES, 2 * FRAME_BYTES + 7])(
    "give back %i bytes",
    (bytes) => {
      const plain = fileOf(bytes);
      const frames = sealed(plain);
      expect(frames.length).toBe(Math.max(1, Math.ceil(bytes / FRAME_BYTES)));
      expect(opened(frames).equals(readFileSync(plain))).toBe(true);
    },
  );

  const plain = fileOf(2 * FRAME_BYTES + 7);
  const [first, second, third] = sealed(plain) as [Buffer, Buffer, Buffer];
  const [otherFirst] = sealed(plain, { ...PLACE, path: "v3/b.sqlite" }) as [Buffer];
  const [olderFirst] = sealed(plain, { ...PLACE, backup: "b0" }) as [Buffer];
  const changed = Buffer.from(second);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  const endless = Buffer.from(first);
  endless.writeUInt32BE(0xffffffff);

  it.each([
    ["swapped", [second, first, third]],
    ["repeated", [first, first, second, third]],
    ["cut after a frame", [first, second]],
    ["cut inside a frame", [first, second.subarray(0, 5000)]],
    ["cut inside a length", [first, second, third, Buffer.of(0, 0)]],
    ["left out", [first, third]],
    ["empty", []],
    ["changed in one bit", [first, changed, third]],
    ["of another file", [otherFirst, second, third]],
    ["of an older backup", [olderFirst, second, third]],
    ["as long as it says", [endless]],
    ["followed by more", [first, second, third, third]],
  ])("that are %s are refused", (_, frames) => {
    expect(() => opened(frames)).toThrow();
  });

  it("are refused as another file's", () => {
    expect(() => opened([first, second, third], { ...PLACE, file: 4 })).toThrow();
  });
});
