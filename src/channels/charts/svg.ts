import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ChartSpec } from "../../messaging/chart.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** In pixels: twice the width of a chat bubble on a phone, so that letters stay sharp. */
export const WIDTH = 900;
const ROW = 72;
/** So many bars are thinner: a ranking of communes is still one picture. */
const MANY = 14;
const THIN_ROW = 46;
const PLOT_LINE = 360;
const TITLE_LINE = 42;
const SOURCE_LINE = 26;
const SOURCE_WIDTH = 78;
const LEGEND = 52;
/** Under the plot: the labels of a line's axis stand outside of the bars' space. */
const BELOW_PLOT = { bar: 44, line: 84 };

const INK = "#14213d";
const MUTED = "#5b6475";
/** Told apart also in grey: years from the lightest to the darkest would be read as a scale. */
const COLOURS = ["#0b5ed7", "#e07b00", "#2a9d5c", "#8a4fbf"];
const BLUE = "#0b5ed7";
const FONT = "Be Vietnam Pro";
const TITLE_WIDTH = 44;
const LABEL_WIDTH = 22;

/** The chart as SVG text: horizontal bars for comparisons, a line for a series. No animation, no script. */
export function chartSvg(spec: ChartSpec): string {
  const height = abovePlot(spec) + plotHeight(spec) + belowPlot(spec);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption(spec.kind === "line" ? lineOption(spec) : barOption(spec));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

const labelsOf = (spec: ChartSpec): readonly string[] => [...new Set(spec.points.map(({ label }) => label))];

/** The height that a label's bars have. */
function rowOf(spec: ChartSpec): number {
  const bars = spec.series?.length ?? 1;
  return labelsOf(spec).length > MANY ? THIN_ROW * bars : Math.max(ROW, 24 + 38 * bars);
}

const plotHeight = (spec: ChartSpec): number =>
  spec.kind === "line" ? PLOT_LINE : rowOf(spec) * labelsOf(spec).length;

const linesOf = (text: string, width: number): number => wrap(text, width).split("\n").length;

/** Space for the title, the name of the values and the years' colours. A line's labels stand above its points. */
function abovePlot(spec: ChartSpec): number {
  const legend = spec.series === undefined ? 0 : LEGEND;
  return 86 + TITLE_LINE * linesOf(spec.title, TITLE_WIDTH) + legend + (spec.kind === "line" ? 60 : 0);
}

/** The sources have as much space as they have lines. */
const belowPlot = (spec: ChartSpec): number =>
  BELOW_PLOT[spec.kind] + SOURCE_LINE * linesOf(spec.source, SOURCE_WIDTH);

function grid(spec: ChartSpec, right: number): object {
  const bounds = { outerBoundsMode: "same", outerBoundsContain: "axisLabel" };
  return { left: 36, right, top: abovePlot(spec), bottom: belowPlot(spec), ...bounds };
}

function frame(spec: ChartSpec): EChartsCoreOption {
  return {
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: FONT },
    title: [
      {
        text: wrap(spec.title, TITLE_WIDTH),
        subtext: spec.valueName,
        left: 36,
        top: 28,
        textStyle: {
          color: INK,
          fontSize: 32,
          fontWeight: "normal",
          fontFamily: FONT,
          lineHeight: TITLE_LINE,
        },
        subtextStyle: { color: MUTED, fontSize: 24, fontFamily: FONT },
      },
      {
        text: wrap(spec.source, SOURCE_WIDTH),
        left: 36,
        bottom: 20,
        textStyle: {
          color: MUTED,
          fontSize: 20,
          fontWeight: "normal",
          fontFamily: FONT,
          lineHeight: SOURCE_LINE,
        },
      },
    ],
  };
}

function barOption(spec: ChartSpec): EChartsCoreOption {
  const labels = labelsOf(spec);
  const names = spec.series ?? [""];
  const isThin = labels.length > MANY;
  return {
    ...frame(spec),
    ...(spec.series !== undefined && {
      legend: {
        left: 32,
        top: abovePlot(spec) - LEGEND,
        itemWidth: 26,
        itemHeight: 18,
        itemGap: 28,
        textStyle: { color: INK, fontSize: 24, fontFamily: FONT },
        data: names,
      },
    }),
    grid: grid(spec, 150),
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category",
      inverse: true,
      data: labels.map((label) => wrap(label, LABEL_WIDTH)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: INK, fontSize: 24, fontFamily: FONT, lineHeight: 28, interval: 0 },
    },
    series: names.map((name, series) => ({
      type: "bar",
      name,
      barWidth: isThin ? 22 : names.length > 1 ? 28 : 34,
      barGap: "25%",
      itemStyle: { color: COLOURS[series % COLOURS.length] ?? BLUE, borderRadius: [0, 6, 6, 0] },
      data: labels.map((label) => barOf(spec, label, series)),
    })),
  };
}

/** A type that has no figure in a year has no bar there. */
function barOf(spec: ChartSpec, label: string, series: number): object {
  const point = spec.points.find((one) => one.label === label && (one.series ?? 0) === series);
  return point === undefined
    ? { value: null, label: { show: false } }
    : { value: point.value, label: valueLabel(point.display, "right") };
}

function lineOption(spec: ChartSpec): EChartsCoreOption {
  return {
    ...frame(spec),
    grid: grid(spec, 40),
    xAxis: {
      type: "category",
      data: spec.points.map((point) => point.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: MUTED } },
      axisLabel: { color: INK, fontSize: 24, fontFamily: FONT, interval: 0 },
    },
    yAxis: {
      type: "value",
      axisLabel: { show: false },
      splitLine: { lineStyle: { color: "#e6e9ef" } },
    },
    series: [
      {
        type: "line",
        symbol: "circle",
        symbolSize: 14,
        lineStyle: { width: 5, color: BLUE },
        itemStyle: { color: BLUE },
        data: spec.points.map((point, i) => ({
          value: point.value,
          label: valueLabel(point.display, isLow(spec, i) ? "bottom" : "top"),
        })),
      },
    ],
  };
}

/** A point that lines come down to has its number below them. */
function isLow({ points }: ChartSpec, i: number): boolean {
  const value = points[i]?.value ?? 0;
  const others = [points[i - 1], points[i + 1]].flatMap((point) =>
    point === undefined ? [] : [point.value],
  );
  return others.length > 0 && others.every((other) => other > value);
}

function valueLabel(display: string, position: "right" | "top" | "bottom"): object {
  return { show: true, position, formatter: () => display, color: INK, fontSize: 26, fontFamily: FONT };
}

/** Breaks a title at spaces so that it fits: ECharts can't measure text without a browser. */
function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, width))
    .join("\n");
}

function wrapLine(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
