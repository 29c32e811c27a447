import { expect, it } from "vitest";
import { decodeLegacy } from "./legacy-fonts.ts";
import { readUtterance } from "./utterance.ts";

it.each([
  ["Ch¸y nhµ ë ch©n ®Ìo, cã ng­êi m¾c kÑt", "Cháy nhà ở chân đèo, có người mắc kẹt"],
  ["C«ng an ph­êng ë ®©u", "Công an phường ở đâu"],
  ["Coâng an phöôøng ôû ñaâu", "Công an phường ở đâu"],
  ["coù ngöôøi ñang bò ñaùnh, cöùu vôùi", "có người đang bị đánh, cứu với"],
])("%s", (typed, meant) => expect(decodeLegacy(typed)).toBe(meant.normalize("NFC")));

it.each(["Công an phường ở đâu", "cong an o dau", "Café Müller, 20 µm", "việc này ©2026", "São Paulo", ""])(
  "leaves %s as it is",
  (text) => expect(decodeLegacy(text)).toBe(text),
);

it("is read like any other message", () => {
  expect(readUtterance("Coâng an phöôøng ôû ñaâu").words).toEqual(["công", "an", "phường", "ở", "đâu"]);
});
