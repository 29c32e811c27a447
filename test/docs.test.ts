import { describe, expect, it } from "vitest";
import {
  anchorsOf,
  filesOf,
  linesOf,
  linksOf,
  matcher,
  pathsIn,
  quotedIn,
  read,
  stands,
  stepsUnder,
  tableUnder,
} from "./docs.ts";
import { readImports } from "./layers.ts";

const files = filesOf();
const pages = files.filter((file) => file.endsWith(".md") && isPage(file));
const book = pages.filter((file) => file.startsWith("docs/") && !file.startsWith("docs/decisions/"));
const decisions = pages.filter((file) => /^docs\/decisions\/\d/u.test(file));
const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);

/** What people read of the project itself. Documents of the knowledge and material of tests are no pages. */
function isPage(file: string): boolean {
  return /^(?:[A-Z]+\.md|(?:docs|\.github)\/.*|(?:prompts|examples|knowledge|knowledge\/figures)\/README\.md)$/u.test(
    file,
  );
}

describe.each(pages)("%s", (page) => {
  it("links to files and headings that exist", () => {
    const broken = linksOf(page).filter(
      ({ file, heading }) =>
        !stands(file, page, files) || (heading !== undefined && !anchorsOf(file).includes(heading)),
    );
    expect(broken).toEqual([]);
  });

  // The log of changes names what there was.
  if (page !== "CHANGELOG.md")
    it("names files that exist", () => {
      expect(pathsIn(read(page)).filter((path) => !stands(path, page, files))).toEqual([]);
    });

  it("names npm scripts that exist", () => {
    const named = [...read(page).matchAll(/npm run (?:--silent )?([\w:-]+)/gu)].map(([, name = ""]) => name);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

describe("the book", () => {
  const index = linksOf("docs/README.md").map(({ file }) => file);

  it.each(book)("%s has at most 200 lines and a place in the index", (page) => {
    expect(linesOf(page)).toBeLessThanOrEqual(200);
    expect(page === "docs/README.md" || index.includes(page)).toBe(true);
  });

  it.each(decisions)("%s has at most 60 lines, the four headings and a place in its index", (page) => {
    expect(linesOf(page)).toBeLessThanOrEqual(60);
    const headings = [...read(page).matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    expect(headings).toEqual(["Context", "Decision", "Also considered", "Consequences"]);
    expect(linksOf("docs/decisions/README.md").map(({ file }) => file)).toContain(page);
  });
});

describe("README.md", () => {
  const rows = tableUnder("README.md", "## To change X open Y").map(([what = "", where = ""]) => ({
    what,
    where,
    paths: inFull(pathsIn(where)),
  }));

  it("has at most 280 lines", () => expect(linesOf("README.md")).toBeLessThanOrEqual(280));

  it("says for twenty things or more where to change them", () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows.filter(({ paths }) => paths.length === 0)).toEqual([]);
  });

  it("names files that stand where it says", () => {
    const lost = rows.flatMap(({ what, paths }) =>
      paths.filter((path) => !files.some(matcher(path, "whole"))).map((path) => `${what}: ${path}`),
    );
    expect(lost).toEqual([]);
  });

  it("names what really stands in those files", () => {
    const lost = rows.flatMap(({ what, where, paths }) => {
      const texts = files.filter((file) => paths.some((path) => matcher(path, "whole")(file))).map(read);
      const names = quotedIn(where).filter((token) => /^[A-Z_]+$|^[a-z]+$/u.test(token));
      return names
        .filter((name) => !texts.some((text) => text.includes(name)))
        .map((name) => `${what}: ${name}`);
    });
    expect(lost).toEqual([]);
  });
});

/** As the table shortens them: a name without a folder lies in the folder of the one before it. */
function inFull(paths: readonly string[]): string[] {
  let folder = "";
  return paths.map((path) => {
    const full = path.replace(/^reporting\//u, "src/features/reporting/");
    if (!full.includes("/")) return files.includes(full) ? full : `${folder}/${full}`;
    folder = full.slice(0, full.lastIndexOf("/"));
    return full;
  });
}

describe("docs/architecture.md", () => {
  const page = "docs/architecture.md";

  it("tells a message's way in at most twelve steps, each with its file", () => {
    const steps = stepsUnder(page, "## A message's way");
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.length).toBeLessThanOrEqual(12);
    expect(steps.filter((step) => !pathsIn(step).some((path) => path.startsWith("src/")))).toEqual([]);
  });

  it("follows one question in at most 22 files, each imported by one before it", () => {
    const imports = readImports();
    const way = stepsUnder(page, "## Follow one question").map((step) => pathsIn(step)[0] ?? "");
    expect(way.length).toBeLessThanOrEqual(22);
    expect(way[0]).toBe("src/index.ts");
    expect(new Set(way).size).toBe(way.length);
    const unreached = way.slice(1).filter((file, i) => {
      const before = way.slice(0, i + 1);
      return !before.some((earlier) => imports.get(earlier)?.includes(file) === true);
    });
    expect(unreached).toEqual([]);
  });
});
