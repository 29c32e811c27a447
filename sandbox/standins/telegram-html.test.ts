import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTelegramHtml } from "./telegram-html.ts";

describe("parseTelegramHtml", () => {
  it("takes the markup away", () => {
    const html = '<b>97,63%</b> của <a href="https://vi-du.example">1.727</a> &lt;2022&gt;';
    expect(parseTelegramHtml(html)).toEqual({ text: "97,63% của 1.727 <2022>" });
  });

  it.each([
    ["an unknown tag", "<script>x</script>", /Unsupported start tag "script"/],
    ["an open tag", "<b>x", /Can't find end tag/],
    ["crossed tags", "<b><i>x</b></i>", /Unexpected end tag/],
    ["a bare <", "2 < 3", /Unsupported start tag|Unclosed/],
  ])("refuses %s", (_, html, reason) => {
    expect(parseTelegramHtml(html)).toMatchObject({ error: expect.stringMatching(reason) });
  });

  it("gives escaped text back unchanged", () => {
    const escaped = (text: string): string =>
      text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseTelegramHtml(escaped(text))).toEqual({ text });
      }),
    );
  });
});
