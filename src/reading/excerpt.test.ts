import { describe, expect, it } from "vitest";
import { excerptOf } from "./excerpt.ts";
import { READ, READ_WHOLE } from "./page.ts";
import { readMessage } from "./read-message.ts";

const CRY = "Cháy nhà rồi cứu với";
const CALM = "Sáng qua tôi ra chợ mua rau, gặp bác tổ trưởng, hai bác cháu hỏi thăm nhau chuyện đồng áng. ";
const calm = (length: number) => CALM.repeat(Math.ceil(length / CALM.length)).slice(0, length);

describe("what is read of a message", () => {
  it("is all of a page", () => {
    const page = calm(READ_WHOLE);
    expect(excerptOf(page).text).toBe(page);
  });

  it("has a sentence to be read by itself only where there are several", () => {
    expect(excerptOf("nhà em đang cháy, cứu với").cries()).toEqual([]);
    expect(excerptOf(`${CALM}${CRY} giúp em nhanh lên. ${CALM}`).cries()[0]).toContain(CRY);
  });

  it.each([300, 900, 2_000, 4_096])(
    "a danger without any full stop in %i units of talk is heard",
    (length) => {
      const talk = calm(length).replace(/[.,]/gu, "");
      const said = `${talk.slice(0, length / 2)} ${CRY.toLowerCase()} ${talk.slice(length / 2)}`;
      const { danger, doubt } = readMessage(said);
      expect((danger ?? doubt)?.numbers).toContain("114");
      expect(readMessage(talk).danger).toBeNull();
    },
  );

  it.each([4_096, 10_000, 100_000])("is no more than a page of %i units", (length) => {
    const parts = READ.head + READ.telling + READ.tail + 2;
    for (const unit of ["a", "1/", "cháy ", "👨‍👩‍👧", "\n"])
      expect(excerptOf(unit.repeat(length / unit.length)).text.length).toBeLessThanOrEqual(parts);
  });

  it.each([0.2, 0.45, 0.5, 0.8, 0.95])("has the cry for help that stands at %f of it", (share) => {
    const before = calm(10_000 * share);
    const { text } = excerptOf(`${before}. ${CRY}. ${calm(10_000 - before.length)}`);
    expect(text).toContain(CRY);
  });

  it.each([300, 900, 2_000, 4_096, 10_000])("a danger in the midst of %i units is found", (length) => {
    expect(readMessage(`${calm(length / 2)}. ${CRY}. ${calm(length / 2)}`).danger?.numbers[0]).toBe("114");
    expect(readMessage(calm(length)).danger).toBeNull();
  });
});
