/** A picture of figures, as data: drawn only when it is sent. */
export interface ChartSpec {
  readonly kind: "bar" | "line";
  readonly title: string;
  /** What the values are, e.g. "Tỷ lệ đạt (%)". */
  readonly valueName: string;
  readonly points: readonly ChartPoint[];
  /** Source and date, one line under the picture. */
  readonly source: string;
}

export interface ChartPoint {
  readonly label: string;
  /** For drawing only: the exact figure is in `display`. */
  readonly value: number;
  /** The figure as it is written, e.g. "95,58%". */
  readonly display: string;
}
