/** Choices of words that patterns share, by their name: "chồng/vợ/bố", or a sequence with its brackets: "(tôi/em) là". */
export type PatternClasses = Readonly<Record<string, string>>;

const SIGN = /[()]|(?<slash>\/?)<(?<name>\w+)>/gu;

/**
 * A pattern with its classes written out. Inside brackets a class adds its words to the choices there; an empty one
 * adds none.
 * @example
 * withClasses("<KIN> … đánh", { KIN: "chồng/vợ" }); // "(chồng/vợ) … đánh"
 * withClasses("(bạn/<KIN>) dọa", { KIN: "chồng/vợ" }); // "(bạn/chồng/vợ) dọa"
 * @throws where a class isn't known, where nothing is left of a place, or a sequence stands in brackets
 */
export function withClasses(pattern: string, classes: PatternClasses): string {
  return written(pattern, classes, false);
}

function written(pattern: string, classes: PatternClasses, within: boolean): string {
  let isInside = within;
  return pattern.replace(SIGN, (sign, ...rest) => {
    const { slash = "", name } = rest.at(-1) as { readonly slash?: string; readonly name?: string };
    if (name === undefined) {
      isInside = sign === "(";
      return sign;
    }
    const choices = classes[name];
    const isSequence = choices?.includes("(") === true;
    if (choices === undefined || (choices === "" && slash === "") || (isSequence && isInside))
      throw new Error(`<${name}> is no class that can stand there: "${pattern}"`);
    if (choices === "") return "";
    const words = written(choices, classes, !isSequence);
    return slash + (isInside || isSequence ? words : `(${words})`);
  });
}
