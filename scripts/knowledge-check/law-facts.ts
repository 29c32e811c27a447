import { numeralsOf } from "../../src/features/answering/grounding/numerals.ts";
import { displayDate } from "../../src/language/dates.ts";
import { at, type Checked, type Finding, named, type Section } from "./checked.ts";
import { lawsIn } from "./laws-named.ts";

/** A number under a wrong kind: "Thông tư 1/2025/NĐ-CP". Only kinds whose name and letters never mean another one. */
export const lawKinds = ({ sections }: Checked): Finding[] =>
  sections.flatMap((section) => {
    const { text, citation } = section.passage;
    return lawsIn(`${text}\n${citation}`).flatMap(({ said, coded, name }) =>
      said === undefined ||
      coded === undefined ||
      said === coded ||
      said.name.startsWith(coded.name) ||
      !(said.isUnmistakable === true || coded.isUnmistakable === true)
        ? []
        : [at(section, `${name} bị gọi là ${said.name}`)],
    );
  });

const SENTENCE_END = /(?<=[.!?…])\s+|\n+/u;
const IN_FORCE = /(?<!hết )hiệu lực từ|có hiệu lực|áp dụng từ/iu;

/** One law that comes into force on two days. Only sentences with a single law and a single date are read. */
export function lawDates({ sections }: Checked): Finding[] {
  const first = new Map<string, { readonly day: string; readonly section: Section }>();
  return sections.flatMap((section) =>
    daysOf(section).flatMap(({ law, day }) => {
      const known = first.get(law.key);
      if (known === undefined) first.set(law.key, { day, section });
      return known === undefined || known.day === day
        ? []
        : [
            at(
              section,
              `${law.name} có hiệu lực từ ${displayDate(day)}, nhưng ${named(known.section)} ghi ${displayDate(known.day)}`,
            ),
          ];
    }),
  );
}

function daysOf({ passage: { text } }: Section) {
  return text.split(SENTENCE_END).flatMap((sentence) => {
    if (!IN_FORCE.test(sentence)) return [];
    const laws = lawsIn(sentence);
    const days = numeralsOf(sentence, false).flatMap(({ key }) =>
      key.startsWith("date:") ? [key.slice(5)] : [],
    );
    const [law] = laws;
    const [day] = days;
    return law === undefined || day === undefined || laws.length > 1 || days.length > 1 ? [] : [{ law, day }];
  });
}
