/** What people don't type: a tag, a brace, a call, an assignment. */
const CODE = /<\/?\w|[{}$\\]|\w\(|\w=\S|;--|--;|^--$/u;

/** The text without the pieces that are code: a wrong may be told between them. */
export const withoutCode = (text: string): string =>
  text
    .split(/\s+/u)
    .filter((piece) => !CODE.test(piece))
    .join(" ");
