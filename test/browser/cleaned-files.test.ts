import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanFile } from "../../src/platform/media/clean/clean.ts";
import { hasChromium, launchChromium } from "./chromium.ts";

/** Runs in the page: the pixels of a picture, or of a film in its middle; for sound the length alone. */
const SEE = `async ([element, url]) => {
  const shown = (film) => new Promise((done) => {
    const look = (_, { mediaTime }) => mediaTime > 0 ? done() : film.requestVideoFrameCallback(look);
    film.requestVideoFrameCallback(look);
  });
  // Of an animation the first image: what a page shows depends on when it looks.
  const media = element === "img" ? await createImageBitmap(await (await fetch(url)).blob()) : document.createElement(element);
  if (element !== "img") {
    const seen = (name) => new Promise((done, failed) => {
      media.addEventListener(name, done, { once: true });
      media.addEventListener("error", () => failed(new Error("can't be shown: " + media.error?.message)), { once: true });
    });
    media.muted = true;
    const loaded = seen("loadeddata");
    media.src = url;
    await loaded;
    // "seeked" may come before the image is there: until then the page draws the one before.
    const sought = element === "video" ? shown(media) : seen("seeked");
    media.currentTime = media.duration / 2;
    await sought;
  }
  if (element === "audio") return { duration: media.duration };
  const canvas = document.createElement("canvas");
  canvas.width = element === "img" ? media.width : media.videoWidth;
  canvas.height = element === "img" ? media.height : media.videoHeight;
  const pen = canvas.getContext("2d");
  pen.drawImage(media, 0, 0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, pixels: data.reduce((sum, byte, i) => (sum * 31 + byte + i) % 1000000007, 0) };
}`;

const FILES = [
  ["photo.jpg", "img"],
  ["prog.jpg", "img"],
  ["photo.png", "img"],
  ["photo.webp", "img"],
  ["anim.webp", "img"],
  ["anim.gif", "img"],
  ["film.mp4", "video"],
  ["film.mov", "video"],
  ["voice.m4a", "audio"],
] as const;

describe.skipIf(!hasChromium)("a cleaned file looks as before (needs Chromium)", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it.each(FILES)("%s", async (name, element) => {
    const file = readFileSync(fileURLToPath(new URL(`../files/media/${name}`, import.meta.url)));
    const cleaned = cleanFile(new Uint8Array(file));
    if (cleaned.kind !== "clean") throw new Error(`unclean ${cleaned.contentType}`);
    const page = await browser.newPage();
    // A MOV with these codecs is an MP4 to a browser.
    const type = cleaned.contentType.replace("quicktime", "mp4");
    const see = (bytes: Uint8Array) =>
      page.evaluate(
        `(${SEE})(${JSON.stringify([element, `data:${type};base64,${Buffer.from(bytes).toString("base64")}`])})`,
      );
    expect(await see(cleaned.bytes)).toEqual(await see(file));
    await page.close();
  });
});
