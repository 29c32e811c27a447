import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAX_UNPACKED, store, unpack } from "./zip.ts";

const part = (name: string, text: string) => ({ [name]: strToU8(text) });
const packed = (files: Readonly<Record<string, Uint8Array>>) => new Uint8Array(zipSync({ ...files }));

describe("a spreadsheet's ZIP", () => {
  it("comes out as it went in, packed or stored, without what is no XML", async () => {
    const files = { ...part("xl/workbook.xml", "số liệu "), ...part("a/b.rels", "x".repeat(90_000)) };
    const parts = await unpack(packed({ ...files, ...part("a.png", "y") }));
    expect(parts).toEqual(files);
    expect(await unpack(store(parts ?? {}))).toEqual(files);
  });

  it("may tell its sizes after the data, as writers of streams do", async () => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const zip = new Zip((_, chunk) => void chunks.push(new Uint8Array(chunk)));
    for (const name of ["xl/workbook.xml", "xl/styles.xml"]) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(strToU8(`<${name}>`.repeat(3_000)), true);
    }
    zip.end();
    const parts = await unpack(new Uint8Array(await new Blob(chunks).arrayBuffer()));
    expect(parts?.["xl/styles.xml"]).toEqual(strToU8("<xl/styles.xml>".repeat(3_000)));
  });

  it("is refused beyond the bound, whatever sizes it claims", async () => {
    const bomb = packed({ "xl/workbook.xml": new Uint8Array(MAX_UNPACKED + 1) });
    expect(await unpack(bomb)).toBeNull();
    new DataView(bomb.buffer).setUint32(22, 100, true);
    expect(await unpack(bomb)).toBeNull();
    await expect(unpack(bomb.subarray(0, 900))).rejects.toThrow();
  });
});
