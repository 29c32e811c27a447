import { describe, expect, it } from "vitest";
import { openFiles } from "./open-files.ts";

const limits = (files: string) =>
  `Limit                     Soft Limit           Hard Limit           Units\nMax processes             95966                95966                processes\nMax open files            ${files.padEnd(21)}${files.padEnd(21)}files\n`;

describe("the limit of open files", () => {
  it("leaves room for three files a conversation, and advises where it is low", () => {
    expect(openFiles(limits("20000"))).toEqual({ chatsAtOnce: 5_833 });
    expect(openFiles(limits("1024"))).toMatchObject({
      chatsAtOnce: 64,
      advice: expect.stringContaining("1024"),
    });
  });

  it.each(["", limits("unlimited")])("says nothing where there is no limit to read", (text) => {
    expect(openFiles(text)).toBeNull();
  });
});
