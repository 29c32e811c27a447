import { describe, expect, it } from "vitest";
import { fold } from "../../../../language/fold.ts";
import { PROVINCE } from "../../../../language/province.ts";
import { typedWords } from "../typed-words.ts";
import { ENOUGH } from "./head.ts";
import { placeAt } from "./phrase.ts";
import { pointIn } from "./points.ts";

const read = (text: string, at = 0) => {
  const typed = typedWords(text);
  const place = placeAt({ typed, isTime: () => false }, at);
  if (place === null || place.weight < ENOUGH) return null;
  return text.slice(typed[place.start]?.start, typed[place.end - 1]?.end);
};

describe("one place", () => {
  it.each([
    ["ở chợ đêm bị mất", "chợ đêm"],
    ["ở ngay chỗ gần cầu treo", "chỗ gần cầu treo"],
    ["thôn 3 xã Khe Mới, huyện Xa có", "thôn 3 xã Khe Mới, huyện Xa"],
    ["ở đường lên đền Mẫu thì", "đường lên đền Mẫu"],
    ["khúc cua gần trạm thu phí", "khúc cua gần trạm thu phí"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  it.each(["cho toi hoi", "cầu cứu", "ở với bạn", "trường hợp này", "nhà em bị", "trong tài khoản"])(
    "is none: %s",
    (text) => expect(read(text)).toBeNull(),
  );

  it("knows each commune of the province, with marks and without, whatever the province", () => {
    for (const { name } of PROVINCE.communes)
      for (const typed of [`ở ${name} có`, `o ${fold(name)} co`])
        expect(read(typed), typed).toBe(typed.slice(2, -3));
  });

  it("knows a home and where somebody fled", () => {
    const at = (text: string) => {
      const typed = typedWords(text);
      return typed.flatMap((_, i) => placeAt({ typed, isTime: () => false }, i) ?? []).at(0)?.isElsewhere;
    };
    expect(at("em tên Lan ở thôn Khe")).toBe(true);
    expect(at("chạy về phía cầu Treo")).toBe(true);
    expect(at("đánh nhau ở thôn Khe")).toBe(false);
  });
});

describe("a point on a map", () => {
  it("comes with its coordinates", () => {
    expect(pointIn("chỗ này 21.8537, 106.7610 nhé")).toEqual({
      words: "21.8537, 106.7610",
      lat: 21.8537,
      lng: 106.761,
    });
    expect(pointIn("https://www.google.com/maps?q=21.8537%2C106.7610")).toMatchObject({
      lat: 21.8537,
      lng: 106.761,
    });
    expect(pointIn("https://maps.app.goo.gl/abc.")).toEqual({ words: "https://maps.app.goo.gl/abc" });
  });
  it("is no sum of money and no other link", () => {
    expect(pointIn("mất 1.500, 2.300")).toBeNull();
    expect(pointIn("https://example.com/21")).toBeNull();
  });
});
