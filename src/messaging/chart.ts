import { z } from "zod";

const ChartPoint = z.object({
  label: z.string(),
  /** For drawing only: the exact figure is in `display`. */
  value: z.number(),
  /** The figure as it is written, e.g. "95,58%". */
  display: z.string(),
});

/** A picture of figures, as data: it rests in the outbox like any words and is drawn only when it is sent. */
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

/** Draws a chart as PNG. Handed in, so that only the Worker carries the drawing code. */
export type DrawChart = (spec: ChartSpec) => Promise<Uint8Array>;
