import { z } from "zod";

const ChartPoint = z.object({
  label: z.string(),
  /** For drawing only: the exact figure is in `display`. */
  value: z.number(),
  /** The figure as it is written, e.g. "95,58%". */
  display: z.string(),
});

/** A chart as data: it is stored in the outbox like text and drawn only when it is sent. */
export const ChartSpec = z.object({
  kind: z.enum(["bar", "line"]),
  title: z.string(),
  /** What the values are, e.g. "Tỷ lệ đạt (%)". */
  valueName: z.string(),
  points: z.array(ChartPoint),
  /** Source and date, one line under the picture. */
  source: z.string(),
});

export type ChartSpec = Readonly<z.infer<typeof ChartSpec>>;

/** Draws a chart as PNG. Passed as a parameter, so that only the Worker includes the drawing code. */
export type DrawChart = (spec: ChartSpec) => Promise<Uint8Array>;
