import { standingOf } from "../../src/knowledge/ageing.ts";
import { displayDate } from "../../src/language/dates.ts";
import { at, type Checked, type Finding } from "./checked.ts";

const TO_COME = /(?<!\p{L})sẽ(?!\p{L})|chưa (?:có hiệu lực|áp dụng)/iu;

/** What will hold only later, told as if it held today: neither the day nor a word of the future stands in it. */
export const aheadAsPresent = ({ sections, today }: Checked): Finding[] =>
  sections.flatMap((section) => {
    const { text, ageing = {} } = section.passage;
    const { validFrom = "" } = ageing;
    if (validFrom <= today || standingOf(ageing, today) === "replaced") return [];
    const [year = "", month = "", day = ""] = validFrom.split("-").map(Number);
    const isTold =
      TO_COME.test(text) || text.includes(displayDate(validFrom)) || text.includes(`${day}/${month}/${year}`);
    return isTold
      ? []
      : [at(section, `đến ${displayDate(validFrom)} mới có hiệu lực mà lời văn như đang áp dụng`)];
  });
