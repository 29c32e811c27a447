import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/** The floors of src/ from top to bottom, as docs/architecture.md lists them: one place for people and for the test. */
export function readFloors(): readonly (readonly string[])[] {
  const page = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");
  const block = /```floors\n([\s\S]*?)```/u.exec(page)?.[1];
  if (block === undefined) throw new Error("docs/architecture.md has no block of floors");
  return block
    .trim()
    .split("\n")
    .map((line) =>
      line
        .replace(/ {2,}.*$/u, "")
        .split(" ")
        .filter(Boolean),
    );
}

/** Every production file of src/ with the files that it imports; imports of types and of text count too. */
export function readImports(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  return new Map(files.map((file) => [file, importsOf(file)]));
}

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+)"/gu;

function importsOf(file: string): string[] {
  const code = readFileSync(join(ROOT, file), "utf8");
  return [...code.matchAll(IMPORT)]
    .map(([, path = ""]) => normalize(join(dirname(file), path)))
    .filter((path) => path.startsWith("src/"));
}

/** Where a file stands: the index of the floor whose room is the longest that holds it; null where none does. */
export function floorOf(file: string, floors: readonly (readonly string[])[]): number | null {
  let best: { readonly length: number; readonly floor: number } | null = null;
  floors.forEach((rooms, floor) => {
    for (const room of rooms) {
      const holds = file === `src/${room}` || file.startsWith(`src/${room.replace(/\/?$/u, "/")}`);
      if (holds && room.length > (best?.length ?? 0)) best = { length: room.length, floor };
    }
  });
  return (best as { readonly floor: number } | null)?.floor ?? null;
}

/** One circle in the graph as a path that ends where it began; null where there is none. */
export function circleIn(
  graph: ReadonlyMap<string, ReadonlySet<string> | readonly string[]>,
): string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next);
      if (circle !== null) return circle;
    }
    path.pop();
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const circle = visit(node);
    if (circle !== null) return circle;
  }
  return null;
}

/** For each folder, what its direct children (files and folders) import of each other. */
export function graphsOfFolders(
  imports: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const graphs = new Map<string, Map<string, Set<string>>>();
  for (const [file, targets] of imports)
    for (const target of targets) {
      const [a, b] = [file.split("/"), target.split("/")];
      let depth = 0;
      while (a[depth] === b[depth] && depth < a.length - 1 && depth < b.length - 1) depth++;
      const folder = a.slice(0, depth).join("/");
      const graph = graphs.get(folder) ?? new Map<string, Set<string>>();
      const from = a.slice(0, depth + 1).join("/");
      const to = b.slice(0, depth + 1).join("/");
      graphs.set(folder, graph.set(from, (graph.get(from) ?? new Set()).add(to)));
    }
  return graphs;
}
