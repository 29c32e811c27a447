import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMultipart } from "./multipart.ts";

const TYPE = "multipart/form-data; boundary=xx";

describe("readMultipart", () => {
  it("reads headers without spaces and quotes, as grammY writes them", async () => {
    const body = Buffer.concat([
      Buffer.from('--xx\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n42\r\n'),
      Buffer.from(
        '--xx\r\ncontent-disposition:form-data;name="f";filename=a.png\r\ncontent-type:image/png\r\n\r\n',
      ),
      Buffer.from([1, 13, 10, 2]),
      Buffer.from("\r\n--xx--\r\n"),
    ]);
    const fields = readMultipart(body, TYPE);
    expect(fields?.chat_id).toBe("42");
    const file = fields?.f;
    if (!(file instanceof File)) throw new Error("no file");
    expect([file.name, file.type, [...new Uint8Array(await file.arrayBuffer())]]).toEqual([
      "a.png",
      "image/png",
      [1, 13, 10, 2],
    ]);
  });

  it("reads back what FormData writes", async () => {
    const text = fc.string({ unit: "grapheme" }).filter((value) => !/[\r\n]/.test(value));
    await fc.assert(
      fc.asyncProperty(text, fc.uint8Array(), async (caption, bytes) => {
        const form = new FormData();
        form.set("caption", caption);
        form.set("file", new File([Uint8Array.from(bytes)], "a b.png"));
        const request = new Request("http://x", { method: "POST", body: form });
        const type = request.headers.get("content-type") ?? "";
        const fields = readMultipart(Buffer.from(await request.arrayBuffer()), type);
        const file = fields?.file;
        if (!(file instanceof File)) throw new Error("no file");
        expect(fields?.caption).toBe(caption);
        expect(file.name).toBe("a b.png");
        expect(new Uint8Array(await file.arrayBuffer())).toEqual(Uint8Array.from(bytes));
      }),
      { numRuns: 40 },
    );
  });

  it("never throws on junk", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readMultipart(Buffer.from(bytes), TYPE)));
    expect(readMultipart(Buffer.from("abc"), TYPE)).toBeUndefined();
    expect(readMultipart(Buffer.from("abc"), "multipart/form-data")).toBeUndefined();
  });
});
