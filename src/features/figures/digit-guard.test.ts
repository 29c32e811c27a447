import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACTS } from "../../../test/figures/fixtures.ts";
import { list, source, strong, text } from "../../messaging/reply.ts";
import { guardFigures, numbersIn } from "./digit-guard.ts";
import { createProvenanceWriter } from "./provenance.ts";
import { rational } from "./rational.ts";

const fact = FACTS.find(({ id }) => id === "LS2022-std-commune");

function provenance() {
  const writer = createProvenanceWriter("năm 2022 bao nhiêu xã đạt");
  if (fact !== undefined) writer.use([fact]);
  writer.percent(rational(17300, 181));
  return writer.provenance();
}

describe("digit guard", () => {
  it("passes the fraction, the percent, the year, the date of the source", () => {
    const reply = {
      blocks: [
        strong("173/181 xã (95,58%)"),
        text("năm 2022"),
        source("Báo Lạng Sơn, 09/02/2023", fact?.url),
      ],
    };
    expect(guardFigures(reply, provenance())).toEqual({ ok: true });
  });

  it.each([
    "174/181",
    "95,59%",
    "95,58",
    "năm 2024",
    "10/02/2023",
    "181/173/2",
    "1.73",
    "124/2021/TT-BCA",
    "−173",
  ])("stops %s", (words) => {
    expect(guardFigures({ blocks: [text(words)] }, provenance())).toMatchObject({ ok: false });
  });

  it("stops an address that no fact has", () => {
    expect(guardFigures({ blocks: [source("Báo", "https://khac.vn")] }, provenance())).toMatchObject({
      ok: false,
    });
  });

  it("lets no number through that has no origin, wherever it stands", () => {
    const known = new Set(["173", "181", "2022", "95,58%"]);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(100_000).map(String), fc.constantFrom(...known))),
        fc.nat(3),
        (numbers, shape) => {
          const words = numbers.map((n) => `số ${n}`);
          const block =
            shape === 0
              ? text(words.join(" "))
              : shape === 1
                ? list(...words)
                : shape === 2
                  ? strong(words.join("; "))
                  : ({ kind: "table", header: ["x"], rows: words.map((w) => [w]) } as const);
          const allowed = new Set([
            ...known,
            ...(fact === undefined
              ? []
              : [fact.period, fact.asOf, fact.source, fact.note ?? ""].flatMap(numbersIn)),
          ]);
          expect(guardFigures({ blocks: [block] }, provenance()).ok).toBe(
            numbers.every((n) => allowed.has(n)),
          );
        },
      ),
    );
  });
});
