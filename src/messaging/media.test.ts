import { expect, it } from "vitest";
import { bytesOf } from "./media.ts";

it("puts the parts of a file together, in order", async () => {
  const open = async function* () {
    yield new Uint8Array([1, 2]);
    yield new Uint8Array([3]);
  };
  expect(await bytesOf({ contentType: "image/png", size: 3, open })).toEqual(new Uint8Array([1, 2, 3]));
});
