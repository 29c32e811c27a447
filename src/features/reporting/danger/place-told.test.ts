import { describe, expect, it } from "vitest";
import { betterPlace, canBeFound, placeIn } from "./place-told.ts";

const told = (words: string, isPoint = true, isCaption = false) => placeIn(words, { isPoint, isCaption });

describe("the place in a message of a danger", () => {
  it("is the whole of an answer to where, and only what is named in what tells more", () => {
    expect(told("thôn Nà Mò, xã Gia Cát, nhà cuối dốc")).toMatchObject({
      where: { words: "thôn Nà Mò, xã Gia Cát, nhà cuối dốc" },
      isFirm: true,
    });
    expect(told("nó chạy ra phía chợ Giếng Vuông rồi", false)?.isFirm).not.toBe(true);
  });

  it("isn't what a photo is called", () => expect(told("hiện trường", true, true)?.isFirm).not.toBe(true));
});

describe("the place that is known", () => {
  const firm = (words: string) => ({ where: { words }, isFirm: true });

  it("is never a room where a better one is told, before or after", () => {
    expect(betterPlace({ words: "trong nhà em" }, firm("số 3 ngõ 8"))).toEqual({ words: "số 3 ngõ 8" });
    expect(betterPlace({ words: "số 3 ngõ 8" }, firm("trong phòng"))).toEqual({ words: "số 3 ngõ 8" });
    expect([canBeFound({ words: "dưới sông" }), canBeFound({ words: "sông Kỳ Cùng" })]).toEqual([
      false,
      true,
    ]);
  });

  it("marks what is taken back, and keeps it", () =>
    expect(
      betterPlace({ words: "số 12 ngõ Nà Lai" }, { ...firm("nhầm, số 15"), isCorrection: true }),
    ).toEqual({ words: "nhầm, số 15 (sửa lại; trước đó: số 12 ngõ Nà Lai)" }));

  it("has the newest words first, keeps a point on the map, and isn't moved by a place named in passing", () => {
    const before = { words: "thôn Nà Mò", lat: 21.8, lng: 106.7 };
    expect(betterPlace(before, firm("cổng sau trạm xá"))).toEqual({
      ...before,
      words: "cổng sau trạm xá; thôn Nà Mò",
    });
    expect(betterPlace(before, { where: { words: "chợ Giếng Vuông" }, isFirm: false })).toEqual(before);
    expect(betterPlace(before, { where: { lat: 21.9, lng: 106.8 }, isFirm: true })).toEqual({
      words: "thôn Nà Mò",
      lat: 21.9,
      lng: 106.8,
    });
  });
});
