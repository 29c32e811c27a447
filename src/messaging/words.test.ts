import { expect, it } from "vitest";
import type { InboundContent } from "./inbound.ts";
import { wordsOf } from "./words.ts";

it.each<[InboundContent, string]>([
  [{ kind: "text", text: "ở chợ" }, "ở chợ"],
  [{ kind: "edited", text: "ở chợ" }, "ở chợ"],
  [{ kind: "media", media: [], caption: "ở chợ" }, "ở chợ"],
  [{ kind: "media", media: [] }, ""],
  [{ kind: "location", lat: 21, lng: 106, label: "ở chợ" }, "ở chợ"],
  [{ kind: "location", lat: 21, lng: 106 }, ""],
  [{ kind: "operator", text: "Chào anh" }, ""],
  [{ kind: "sticker" }, ""],
])("the words of %j", (content, words) => expect(wordsOf(content)).toBe(words));
