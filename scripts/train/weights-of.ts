import { COARSE_ROWS } from "../../src/reader/features.ts";
import { MATTERS } from "../../src/reader/names/labels.ts";
import { type Table, WEIGHTS_VERSION, type Weights, type WeightsHeader } from "../../src/reader/weights.ts";
import { HEADS } from "./examples.ts";
import type { Network, Plain } from "./network.ts";

/** What was learned, in the form of the file. */
export function weightsOf(
  network: Network,
  plain: Readonly<Record<string, Plain>>,
  { inputs, seed, calibration }: Pick<WeightsHeader, "inputs" | "seed" | "calibration">,
): Weights {
  const { dims, hidden } = network.sizes;
  const names = Object.keys(HEADS);
  return {
    header: {
      version: WEIGHTS_VERSION,
      inputs,
      seed,
      dims,
      hidden,
      matters: MATTERS,
      heads: HEADS,
      calibration,
    },
    table: inEightBits(network.table.values, dims),
    danger: inEightBits(plain.danger?.weights.values ?? new Float32Array(), 1),
    coarse: sideBySide(names.filter((name) => name !== "danger").map((name) => plain[name] as Plain)),
    layer: network.layer.values,
    layerBias: network.layerBias.values,
    heads: Object.fromEntries(
      names.map((name) => {
        const { weights, bias } = network.heads[name] as Network["heads"][string];
        const both = bias.values.map((value, i) => value + (plain[name]?.bias[i] as number));
        return [name, { classes: HEADS[name] as readonly string[], weights: weights.values, bias: both }];
      }),
    ),
  };
}

/** Each column by its own scale. */
function inEightBits(values: Float32Array, columns: number): Table {
  const scale = new Float32Array(columns);
  values.forEach((value, i) => {
    scale[i % columns] = Math.max(scale[i % columns] as number, Math.abs(value) / 127);
  });
  return {
    values: Int8Array.from(values, (value, i) => Math.round(value / (scale[i % columns] || 1))),
    scale,
  };
}

function sideBySide(tables: readonly Plain[]): Table {
  const columns = tables.reduce((sum, { bias }) => sum + bias.length, 0);
  const all = new Float32Array(COARSE_ROWS * columns);
  let from = 0;
  for (const { weights, bias } of tables) {
    for (let row = 0; row < COARSE_ROWS; row += 1)
      all.set(weights.values.subarray(row * bias.length, (row + 1) * bias.length), row * columns + from);
    from += bias.length;
  }
  return inEightBits(all, columns);
}
