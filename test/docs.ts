import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/** Made by tools, or somebody else's. */
const NOT_OURS = new Set(["node_modules", ".git", "dist", "coverage", ".wrangler", ".sandbox", ".serve"]);

/** Every file of the repository, from its root, with forward slashes. */
export function filesOf(folder = ""): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.has(entry.name)) return [];
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

export const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

export const linesOf = (path: string): number => read(path).trimEnd().split("\n").length;

/** A page without its code blocks: what stands in those is shell and source, not prose. */
const prose = (page: string): string => page.replace(/^```[\s\S]*?^```/gmu, "");

/** The links of a page to places in this repository: where they lead to, from its root, with the heading if any. */
export function linksOf(path: string): { readonly file: string; readonly heading: string | undefined }[] {
  return [...prose(read(path)).matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/u.test(target))
    .map((target) => {
      const [file = "", heading] = target.split("#");
      return { file: file === "" ? path : normalize(join(dirname(path), file)), heading };
    });
}

/** The anchors that GitHub gives to a page's headings. */
export function anchorsOf(path: string): string[] {
  return [...prose(read(path)).matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** What stands in backticks in a text. */
export const quotedIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/gu)].map(([, t = ""]) => t);

const TOP = readdirSync(ROOT, { withFileTypes: true }).filter(({ name }) => !NOT_OURS.has(name));
const FOLDERS = TOP.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const EXTENSION = /\.(ts|js|json|jsonc|md|sql|csv|tsv|toml|conf|html|css|yml|yaml|sh|service|timer)$/u;

/**
 * The paths that a text names in backticks: those that begin with a folder of ours, and names of files. A path may have
 * `*`, `{a,b}` and `<any>`; "test/x.ts:12" counts as "test/x.ts".
 */
export function pathsIn(text: string): string[] {
  return quotedIn(text)
    .map((token) => token.replace(/:\d+$/u, "").replace(/\/$/u, ""))
    .filter((token) => /^[\w.@*{},<>/-]+$/u.test(token) && !token.startsWith("/") && !token.startsWith("@"))
    .filter((token) =>
      FOLDERS.includes(token.split("/")[0] ?? "") ? token.includes("/") : EXTENSION.test(token),
    );
}

/** Whether a path that a page names stands for a file or a folder: from the root, from the page, or as the end of a path. */
export function stands(path: string, page: string, files: readonly string[]): boolean {
  if (existsSync(join(ROOT, path)) || existsSync(join(ROOT, dirname(page), path))) return true;
  const isFromRoot = FOLDERS.includes(path.split("/")[0] ?? "");
  return files.some(matcher(path, isFromRoot ? "whole" : "end"));
}

/**
 * Whether a file is, or lies in, what a path with `*`, `{a,b}` and `<any>` stands for.
 * @param where "whole": from the repository's root; "end": at the end of a path too
 */
export function matcher(glob: string, where: "whole" | "end"): (file: string) => boolean {
  const pattern = glob
    .replace(/[.+()|^$]/gu, "\\$&")
    .replace(/\{([^}]*)\}/gu, (_, choices: string) => `(?:${choices.replaceAll(",", "|")})`)
    .replace(/<[^>]*>/gu, "[^/]+")
    .replaceAll("*", "[^/]*");
  const whole = new RegExp(`${where === "whole" ? "^" : "(?:^|/)"}${pattern}(?:$|/)`, "u");
  return (file) => whole.test(file);
}

/** The rows of the first table under a heading, cells trimmed; the head and the line under it are left out. */
export function tableUnder(path: string, heading: string): string[][] {
  const [, after = ""] = read(path).split(`\n${heading}\n`);
  const [section = ""] = after.split(/^#/mu);
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/u)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** The numbered list under a heading, one string a step. */
export function stepsUnder(path: string, heading: string): string[] {
  const [, after = ""] = read(path).split(`\n${heading}\n`);
  const [section = ""] = after.split(/^#/mu);
  return section.split(/^(?=\d+\. )/mu).filter((step) => /^\d+\. /u.test(step));
}
