import { standingOf } from "../../src/knowledge/ageing.ts";
import { displayDate } from "../../src/language/dates.ts";
import { at, type Checked, type Finding } from "./checked.ts";

/** What an ingest refuses is no knowledge at all. */
export const refused = ({ refused: all }: Checked): readonly Finding[] =>
  all.map(({ file, line, why }) => ({ file, line, why: `bị từ chối khi nạp: ${why}` }));

/** Sections past their day: somebody has to look whether they still hold. */
export const pastDay = ({ sections, today }: Checked): Finding[] =>
  sections.flatMap((section) => {
    const { ageing = {} } = section.passage;
    if (standingOf(ageing, today) !== "past") return [];
    return [at(section, `đã quá ngày xem lại ${displayDate(ageing.checkAfter ?? "")}`)];
  });

/** Sections for which nobody said how long they hold. What is replaced needn't be looked at again. */
export const noDay = ({ sections }: Checked): Finding[] =>
  sections.flatMap((section) => {
    const { ageing = {} } = section.passage;
    return ageing.checkAfter !== undefined || ageing.supersededBy !== undefined
      ? []
      : [at(section, "chưa ghi check_after: xem lại vào ngày nào")];
  });

/** Four lines of a phone, to which the day of the last look and the address come. */
const SOURCE_LENGTH = 160;

/** Source lines longer than what they are for: the law and one good source, then the rest belongs into the addresses. */
export const longSource = ({ sections }: Checked): Finding[] =>
  sections.flatMap((section) => {
    const { length } = section.passage.citation;
    if (length <= SOURCE_LENGTH) return [];
    return [at(section, `dòng Nguồn dài ${length} ký tự, trên điện thoại nên trong ${SOURCE_LENGTH}`)];
  });

/** What the assistant says of itself has no other source. */
const OWN = /^Trợ lý 138(?:[,;]|$)/u;
/** Plain advice in our own words: it needs no source where it is marked as weak. */
const ADVICE = /Trợ lý 138 biên soạn/u;

/** Sections whose source nobody can look up; what is said to be unknown needs none. */
export const noAddress = ({ sections }: Checked): Finding[] =>
  sections.flatMap((section) => {
    const { citation, sources, ageing = {} } = section.passage;
    const needsNone =
      ageing.confirmed === "no" ||
      OWN.test(citation) ||
      (ageing.confirmed === "weak" && ADVICE.test(citation));
    return sources.length > 0 || needsNone ? [] : [at(section, "dòng Nguồn không có địa chỉ")];
  });
