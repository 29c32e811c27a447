import { gzipSync } from "node:zlib";
import { readBundle } from "../../scripts/lib/serve/bundle.ts";
import { round } from "./numbers.ts";

export interface Weight {
  /** Kilobytes (1,024 bytes) of all modules. */
  readonly whole: number;
  readonly gzip: number;
}

/** Of the bundle as it is deployed. */
export async function weigh(): Promise<Weight> {
  const { modules } = await readBundle();
  const contents = Object.values(modules).map(({ contents }) => Buffer.from(contents));
  const kilobytes = (sizes: readonly number[]) => round(sizes.reduce((a, b) => a + b, 0) / 1024, 0);
  return {
    whole: kilobytes(contents.map(({ length }) => length)),
    gzip: kilobytes(contents.map((content) => gzipSync(content).length)),
  };
}
