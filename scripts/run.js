/**
 * node -- scripts/run.js FILE [flags]
 * What every npm script starts with: a Node that is too old is named in one sentence, before it meets TypeScript that it
 * can't read. Plain JavaScript, which any Node runs. The `--` keeps Node from taking `--env-file` for its own.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const OLDEST = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `Cần Node ${OLDEST.join(".")} trở lên, máy này đang chạy ${process.versions.node}: hãy cài bản mới từ nodejs.org.`,
  );
  process.exit(1);
}

// Hides the warning that node:sqlite is experimental; other warnings are shown.
const printers = process.listeners("warning");
process.removeAllListeners("warning");
process.on("warning", (warning) => {
  if (warning.name !== "ExperimentalWarning") for (const print of printers) print(warning);
});

// Must run before src/ is loaded, because src/ imports its province.
if (process.argv.some((arg) => arg.startsWith("--knowledge"))) {
  const { useKnowledge } = await import("./lib/knowledge-dir.ts");
  useKnowledge(process.argv.slice(3));
}

const file = resolve(import.meta.dirname, "..", process.argv[2] ?? "");
process.argv.splice(1, 2, file);
await import(pathToFileURL(file).href);
