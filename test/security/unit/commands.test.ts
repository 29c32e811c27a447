import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  ALLOWED,
  asMarkdown,
  COMMANDS_OF_DEEDS,
  NO_COMMANDS,
  OPEN_COMMANDS,
  ROLES,
} from "../authorisation.ts";

const SOURCE = new URL("../../../src/", import.meta.url);
/** "/moi" in a string or a table, `\/capnhat` or `\/(?:solieu|bieudo)` in a pattern. */
const QUOTED = /["'`]\/([a-z_]{2,20})(?=["'`\s])/gu;
const IN_PATTERN = /\^(?:\\s\*)?\\\/(?:\((?:\?:)?([a-z_|]+)\)|([a-z_]{2,20}))/gu;

const isCode = (name: string) =>
  name.endsWith(".ts") && !/\.(?:test|fixture)\.ts$|(?:^|\/)testing\/|fixtures\//u.test(name);

function commandsInCode(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(SOURCE, { recursive: true }).map(String).filter(isCode)) {
    const code = readFileSync(new URL(name, SOURCE), "utf8");
    const words = [
      ...[...code.matchAll(QUOTED)].map(([, word = ""]) => word),
      ...[...code.matchAll(IN_PATTERN)].flatMap(([, many = "", one = ""]) => [...many.split("|"), one]),
    ];
    for (const word of words) if (word !== "" && !NO_COMMANDS.has(word)) found.set(word, name);
  }
  return found;
}

describe("the table of who may do what", () => {
  it("has every command that the code has, and none besides", () => {
    const known = [...Object.keys(COMMANDS_OF_DEEDS), ...OPEN_COMMANDS];
    const inCode = commandsInCode();
    expect([...inCode].filter(([command]) => !known.includes(command))).toEqual([]);
    expect(known.filter((command) => !inCode.has(command))).toEqual([]);
  });

  it("names only roles that there are", () => {
    for (const roles of Object.values(ALLOWED)) for (const role of roles) expect(ROLES).toHaveProperty(role);
  });

  it("is what docs/threat-model.md shows", () => {
    const page = readFileSync(new URL("../../../docs/threat-model.md", import.meta.url), "utf8");
    expect(page).toContain(asMarkdown());
  });
});
