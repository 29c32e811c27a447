import { type Box, boxOf, tableOf } from "./boxes.ts";
import { must, viewOf } from "./parts.ts";

/** Where a sample of a track stands in the file. */
export interface Sample {
  readonly at: number;
  readonly length: number;
}

/** The samples of a track, from its sample table (`stbl`): size, chunk and place (ISO/IEC 14496-12, 8.7). */
export function samplesOf(table: readonly Box[]): Sample[] {
  const sizes = sizesOf(boxOf(table, "stsz").body);
  const chunks = chunksOf(table);
  // From which chunk on there are how many samples in each.
  const runs = tableOf(boxOf(table, "stsc").body, 3);
  const samples: Sample[] = [];
  let run = -1;
  for (let i = 0; i < chunks.count && samples.length < sizes.count; i += 1) {
    while (run + 1 < runs.rows && runs.cell(run + 1, 0) <= i + 1) run += 1;
    must(run >= 0);
    let at = chunks.of(i);
    for (let n = runs.cell(run, 1); n > 0 && samples.length < sizes.count; n -= 1) {
      const length = sizes.of(samples.length);
      samples.push({ at, length });
      at += length;
    }
  }
  must(samples.length === sizes.count);
  return samples;
}

/** More samples than a film or recording of the largest size that is taken has: a false count must not fill the memory. */
const MOST_SAMPLES = 400_000;

interface Numbers {
  readonly count: number;
  readonly of: (i: number) => number;
}

function sizesOf(body: Uint8Array): Numbers {
  const view = viewOf(body);
  const same = view.getUint32(4);
  const count = view.getUint32(8);
  must(count <= MOST_SAMPLES);
  if (same !== 0) {
    body.fill(0, 12);
    return { count, of: () => same };
  }
  must(12 + 4 * count <= body.length);
  body.fill(0, 12 + 4 * count);
  return { count, of: (sample) => view.getUint32(12 + 4 * sample) };
}

/** Where each chunk of samples begins, in 4 bytes or in 8. */
function chunksOf(table: readonly Box[]): Numbers {
  const isShort = table.some(({ name }) => name === "stco");
  const { rows, cell } = tableOf(boxOf(table, isShort ? "stco" : "co64").body, isShort ? 1 : 2);
  return { count: rows, of: (i) => (isShort ? cell(i, 0) : cell(i, 0) * 2 ** 32 + cell(i, 1)) };
}
