import { z } from "zod";

const ChartPoint = z.object({
  label: z.string(),
  /** For drawing only: the exact figure is in `display`. */
  value: z.number(),
  /** The figure as it is written, e.g. "95,58%". */
  display: z.string(),
  /** Which of `series` it belongs to, counted from 0; of a chart without series absent. */
  series: z.exactOptional(z.number().int().min(0)),
});

/** A chart as data: it is stored in the outbox like text and drawn only when it is sent. */
export const ChartSpec = z.object({
  kind: z.enum(["bar", "line"]),
  title: z.string(),
  /** What the values are, e.g. "Tỷ lệ đạt (%)". */
  valueName: z.string(),
  points: z.array(ChartPoint),
  /** Bars side by side for each label, one for each of these names: the years of several types. */
  series: z.exactOptional(z.array(z.string())),
  /** Source and date, lines under the picture. */
  source: z.string(),
});

export type ChartSpec = Readonly<z.infer<typeof ChartSpec>>;

/** Draws a chart as PNG. Passed as a parameter, so that only the Worker includes the drawing code. */
export type DrawChart = (spec: ChartSpec) => Promise<Uint8Array>;
