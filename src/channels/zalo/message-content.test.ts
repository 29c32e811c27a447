import { describe, expect, it } from "vitest";
import { OA_ID, personEvent } from "../../../test/zalo/samples.ts";
import { readEvent } from "./zalo-events.ts";

/** What is made of a person's event; the whole message object is given, as odd as it comes. */
function said(kind: string, message: unknown) {
  const reading = readEvent(personEvent(kind, message), OA_ID);
  if (reading.kind !== "inbound") throw new Error(JSON.stringify(reading));
  return reading.inbound;
}

const URL = "https://f4.example.vn/9ae8ca";
const ALARM = "cháy nhà ở chợ, cứu với";
const attached = (type: string, payload: unknown) => [{ type, payload }];

describe("every word that a message carries", () => {
  it.each([
    ["a text", "text", { text: ALARM }, ALARM],
    [
      "a link without words",
      "link",
      { attachments: attached("link", { url: URL, description: ALARM }) },
      ALARM,
    ],
    [
      "a link whose text is its address",
      "link",
      { text: URL, attachments: attached("link", { url: URL, title: "Tin", description: ALARM }) },
      `${URL}\nTin\n${ALARM}`,
    ],
    ["a video", "video", { attachments: attached("video", { url: URL, description: ALARM }) }, ALARM],
    [
      "a video that says it twice",
      "video",
      { text: ALARM, attachments: attached("video", { url: URL, description: ALARM }) },
      ALARM,
    ],
    [
      "an image, its own words first",
      "image",
      { text: "Ở chợ", attachments: attached("image", { url: URL, description: "Đường ngập" }) },
      "Ở chợ\nĐường ngập",
    ],
    ["a GIF", "gif", { text: ALARM, attachments: attached("gif", { url: URL }) }, ALARM],
    ["a file", "file", { text: ALARM, attachments: attached("file", { url: URL, name: "a.pdf" }) }, ALARM],
    ["an audio", "audio", { text: ALARM, attachments: attached("audio", { url: URL }) }, ALARM],
    [
      "a place",
      "location",
      {
        text: "Nhà văn hoá",
        attachments: attached("location", { coordinates: { latitude: "21.8", longitude: "106.7" } }),
      },
      "Nhà văn hoá",
    ],
    ["a place that is none", "location", { text: ALARM, attachments: attached("location", {}) }, ALARM],
    ["an image that is none", "image", { text: ALARM, attachments: attached("image", { url: 7 }) }, ALARM],
    ["a kind of tomorrow", "poll", { text: ALARM }, ALARM],
    [
      "a kind of tomorrow with words inside",
      "hologram",
      { attachments: attached("x", { title: ALARM }) },
      ALARM,
    ],
  ])("%s", (_, kind, message, words) => {
    const { content } = said(kind, { msg_id: "m1", ...message });
    const read =
      content.kind === "text"
        ? content.text
        : content.kind === "media"
          ? content.caption
          : content.kind === "location"
            ? content.label
            : "";
    expect(read).toBe(words);
  });

  it("keeps what a person typed though it looks like data, and nothing of a card's", () => {
    expect(said("text", { text: '{"a":1}' }).content).toEqual({ kind: "text", text: '{"a":1}' });
    const card = attached("link", { url: URL, description: '{"phone":"84900000001"}' });
    expect(said("link", { attachments: card }).content).toEqual({ kind: "text", text: URL });
    expect(said("business_card", { text: "Hoa", attachments: card }).content).toEqual({
      kind: "unsupported",
      what: "business_card",
    });
  });
});

describe("an odd optional field", () => {
  it.each([
    ["attachments null", { text: ALARM, attachments: null }],
    ["attachments an object", { text: ALARM, attachments: {} }],
    ["an attachment of null", { text: ALARM, attachments: [null, 5, { type: 1, payload: "x" }] }],
    ["an id as a number", { text: ALARM, msg_id: 12 }],
    ["an empty id", { text: ALARM, msg_id: "" }],
    ["a quote of null", { text: ALARM, quote_msg_id: null }],
  ])("%s costs only itself", (_, message) => {
    expect(said("text", message).content).toEqual({ kind: "text", text: ALARM });
  });

  it.each([
    ["a text of null", "text", { text: null }, { kind: "text", text: "" }],
    ["a text that is a number", "text", { text: 5 }, { kind: "text", text: "" }],
    ["no message at all", "text", null, { kind: "text", text: "" }],
    ["an image without attachments", "image", { attachments: [] }, { kind: "unsupported", what: "image" }],
    ["a link without anything", "link", {}, { kind: "unsupported", what: "link" }],
    ["a place without anything", "location", {}, { kind: "unsupported", what: "location" }],
    ["a kind of tomorrow without words", "hologram", {}, { kind: "unsupported", what: "hologram" }],
  ])("%s still gets a word", (_, kind, message, content) => {
    expect(said(kind, message).content).toEqual(content);
  });
});

it("says which of our messages is replied to", () => {
  expect(said("text", { text: "xe màu xanh", quote_msg_id: "5e0c37ab" })).toMatchObject({
    repliedTo: "5e0c37ab",
  });
  expect(said("text", { text: "xe màu xanh" })).not.toHaveProperty("repliedTo");
});
