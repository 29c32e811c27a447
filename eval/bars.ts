import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Bars } from "./table.ts";

/** The recorded bars. @throws where `bars.json` is no record of percents */
export function loadBars(): Bars {
  const text = readFileSync(join(import.meta.dirname, "bars.json"), "utf8");
  return z.record(z.string(), z.number().min(0).max(100)).parse(JSON.parse(text));
}
