import { describe, expect, it } from "vitest";
import { isAbsurd } from "./pdf-tables.ts";

const ranges = (...all: readonly string[]) => `1 beginbfrange\n${all.join("\n")}\nendbfrange`;

describe("tables of letters", () => {
  it.each([
    ranges("<0000> <00ff> <0000>", "<0100> <01ff> <0100>"),
    ranges("<0000> <ffff> <0000>"),
    ranges("<03> <03> [<00660069>]", "<0004> <0005> <0041 0042>"),
    "<< /W [0 [500 600.5] 20 65535 500] /DW 1000 >>",
    "trailer << /Size 1234567 >>",
  ])("may be %s", (text) => expect(isAbsurd(text)).toBe(false));

  it.each([
    ranges("<0000> <ffffff> <0000>"),
    "begincidrange <00> <0fffffff> 0",
    ranges("<0000> <00ff\u0093 <0000>", "<0100> <01ff> <0100>"),
    ranges(...Array.from({ length: 9 }, () => "<0000> <ffff> <0000>")),
    "<< /W [0 99999999 500] >>",
    "<< /W2[ 1 4294967295 500 0 0 ] >>",
  ])("can't be %s", (text) => expect(isAbsurd(text)).toBe(true));
});
