import { nameOfNumber } from "../../src/language/document-kinds.ts";
import { at, type Checked, type Finding, named, type Section } from "./checked.ts";
import { lawsIn } from "./laws-named.ts";

interface Replacement {
  /** The key of the law that has replaced it, and its name. */
  readonly by: string;
  readonly name: string;
  readonly told: Section;
}

/** Words by which a section says itself that it speaks of what was. */
const OF_OLD = /thay|cũ|trước đây|hết hiệu lực|bãi bỏ|sửa đổi|bổ sung|không còn/iu;

/**
 * Laws that a section with `superseded_by` shows to be replaced, named in another one as if they were in force: without
 * the new one, and without a word that they are old.
 */
export function replacedLaws({ sections }: Checked): Finding[] {
  const replaced = replacements(sections);
  return sections.flatMap((section) => {
    const { text, citation, ageing = {} } = section.passage;
    if (ageing.supersededBy !== undefined || OF_OLD.test(text)) return [];
    const laws = lawsIn(`${text}\n${citation}`);
    const old = new Map(
      laws.flatMap((law) => {
        const replacement = replaced.get(law.key);
        return replacement === undefined || laws.some(({ key }) => key === replacement.by)
          ? []
          : [[law.key, { law, replacement }] as const];
      }),
    );
    return [...old.values()].map(({ law, replacement }) =>
      at(section, `${law.name} đã được thay bằng ${replacement.name}, theo ${named(replacement.told)}`),
    );
  });
}

/** Which law has replaced which, as the sections themselves tell: the old one is of the same kind and stands in their source. */
export function replacements(sections: readonly Section[]): ReadonlyMap<string, Replacement> {
  return new Map(
    sections.flatMap((told) => {
      const { citation, text, document, ageing = {} } = told.passage;
      if (ageing.supersededBy === undefined) return [];
      const name = nameOfNumber(ageing.supersededBy);
      const [by] = lawsIn(name);
      if (by === undefined) return [];
      const isOld = ({ key }: { readonly key: string }) => key !== by.key && kindOf(key) === kindOf(by.key);
      const cited = lawsIn(citation).filter(isOld);
      const own = lawsIn(document.number === undefined ? "" : nameOfNumber(document.number)).filter(isOld);
      const mentioned = lawsIn(text).filter(isOld);
      const [old = []] = [cited, own, mentioned].filter((laws) => laws.length > 0);
      // Two candidates: which of them was replaced isn't told.
      const keys = new Set(old.map(({ key }) => key));
      return keys.size === 1 ? [...keys].map((key) => [key, { by: by.key, name, told }] as const) : [];
    }),
  );
}

const kindOf = (key: string): string => key.replace(/ \d+\/\d+$/u, "");
