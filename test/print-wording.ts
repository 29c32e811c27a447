/**
 * node test/print-wording.ts --knowledge DIR FILE …
 * What the files of wording export, as one JSON object by file, the way the program has them for that folder's province.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { useKnowledge } from "../scripts/lib/knowledge-dir.ts";

const [flag = "", folder = "", ...files] = process.argv.slice(2);
useKnowledge([flag, folder]);

const plain = (_: string, value: unknown): unknown => {
  if (value instanceof Map || value instanceof Set) return [...value];
  return typeof value === "function" ? String(value) : value;
};
const exported = await Promise.all(
  files.map(async (file) => [file, { ...(await import(pathToFileURL(resolve(file)).href)) }]),
);
console.log(JSON.stringify(Object.fromEntries(exported), plain));
