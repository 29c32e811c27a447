import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { indicatorFileSchema } from "../../src/features/figures/indicator-file.ts";
import { parseProvince } from "../../src/language/province-file.ts";
import { parseDataFile } from "../../src/platform/data-file.ts";
import { ConfigError } from "../../src/platform/errors.ts";
import { sentenceFor } from "./command-line/sentences.ts";
import { ROOT } from "./root.ts";

/** The project's own province. */
export const HOME_KNOWLEDGE = join(ROOT, "knowledge");

/**
 * The files for `import … from "#province"` and the like, in a folder of knowledge; package.json names them for the
 * home province. The first one defines the province and must exist; for the others the home province's file is used
 * where a folder has none.
 */
const FILES = {
  "#province": "province.json",
  "#indicators": "figures/indicators.json",
} as const;

export type KnowledgeModules = Readonly<Record<keyof typeof FILES, string>>;

/**
 * The files of a folder of knowledge that replace the home province's.
 * @throws ConfigError in one sentence that names the missing or wrong file and field
 */
export function knowledgeModules(folder: string = HOME_KNOWLEDGE): KnowledgeModules {
  const province = join(folder, FILES["#province"]);
  if (!existsSync(province))
    throw new ConfigError(`Thư mục ${folder} không có province.json: xem knowledge/README.md.`);
  parseProvince(readJson(province));
  const indicators = join(folder, FILES["#indicators"]);
  if (!existsSync(indicators))
    return { "#province": province, "#indicators": join(HOME_KNOWLEDGE, FILES["#indicators"]) };
  parseDataFile(indicatorFileSchema, readJson(indicators), "figures/indicators.json");
  return { "#province": province, "#indicators": indicators };
}

/**
 * Flags of `wrangler dev` and `wrangler deploy` that bundle them; none for the home province. They name a tsconfig whose
 * `paths` go before the `imports` of package.json: `wrangler dev` ignores `--alias`.
 */
export function knowledgeFlags(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  const paths = Object.fromEntries(
    Object.entries(knowledgeModules(folder)).map(([name, path]) => [name, [path]]),
  );
  const text = JSON.stringify({ extends: join(ROOT, "tsconfig.json"), compilerOptions: { paths } });
  const name = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const file = join(ROOT, ".wrangler", `knowledge-${name}.tsconfig.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return ["--tsconfig", file];
}

/**
 * Makes this process import them. Call it with the typed arguments before any of `src/` is loaded. A wrong folder is
 * reported when the command reads its flags; a wrong file in it is one sentence and exit code 1.
 * @example useKnowledge(["--port", "8787", "--knowledge", "/srv/other-province"])
 */
export function useKnowledge(args: readonly string[]): void {
  const folder = typedFolder(args);
  if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  try {
    const modules: Readonly<Record<string, string>> = knowledgeModules(resolve(folder));
    registerHooks({
      resolve(specifier, context, next) {
        const path = modules[specifier];
        if (path === undefined) return next(specifier, context);
        const url = pathToFileURL(path).href;
        return { url, format: "json", importAttributes: { type: "json" }, shortCircuit: true };
      },
    });
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exit(1);
  }
}

function typedFolder(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => /^--knowledge(?:=|$)/u.test(arg));
  const typed = args[at]?.split("=").slice(1).join("=");
  return at === -1 ? undefined : typed === "" ? args[at + 1] : typed;
}

function readJson(path: string): unknown {
  if (statSync(path).isDirectory()) throw new ConfigError(`${path} là thư mục, phải là tệp JSON.`);
  try {
    // Editors on Windows write a byte order mark first.
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/u, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigError(`Tệp ${path} không phải là JSON đúng: ${error.message}`);
  }
}
