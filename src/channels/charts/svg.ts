import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TitleComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ChartSpec } from "../../messaging/chart.ts";

use([BarChart, LineChart, GridComponent, TitleComponent, SVGRenderer]);

/** In pixels: twice the width of a chat bubble on a phone, so that letters stay sharp. */
export const WIDTH = 900;
const ROW = 72;
const PLOT_LINE = 360;
const TITLE_LINE = 42;
const BELOW_PLOT = 100;

const INK = "#14213d";
const MUTED = "#5b6475";
const BLUE = "#0b5ed7";
const FONT = "Be Vietnam Pro";
const TITLE_WIDTH = 44;
const LABEL_WIDTH = 22;

/** The chart as SVG text: horizontal bars for comparisons, a line for a series. No animation, no script. */
export function chartSvg(spec: ChartSpec): string {
  const plot = spec.kind === "line" ? PLOT_LINE : ROW * spec.points.length;
  const height = abovePlot(spec) + plot + BELOW_PLOT;
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption(spec.kind === "line" ? lineOption(spec) : barOption(spec));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** Space for the title and the name of the values. The labels of a line chart stand above its points and need more. */
function abovePlot(spec: ChartSpec): number {
  const lines = wrap(spec.title, TITLE_WIDTH).split("\n").length;
  return 86 + TITLE_LINE * lines + (spec.kind === "line" ? 60 : 0);
}

function grid(spec: ChartSpec, right: number): object {
  const bounds = { outerBoundsMode: "same", outerBoundsContain: "axisLabel" };
  return { left: 36, right, top: abovePlot(spec), bottom: BELOW_PLOT, ...bounds };
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
        text: wrap(spec.source, 66),
        left: 36,
        bottom: 20,
        textStyle: { color: MUTED, fontSize: 20, fontWeight: "normal", fontFamily: FONT, lineHeight: 26 },
      },
    ],
  };
}

function barOption(spec: ChartSpec): EChartsCoreOption {
  return {
    ...frame(spec),
    grid: grid(spec, 130),
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category",
      inverse: true,
      data: spec.points.map((point) => wrap(point.label, LABEL_WIDTH)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: INK, fontSize: 24, fontFamily: FONT, lineHeight: 28 },
    },
    series: [
      {
        type: "bar",
        barWidth: 34,
        itemStyle: { color: BLUE, borderRadius: [0, 6, 6, 0] },
        data: spec.points.map((point) => ({ value: point.value, label: valueLabel(point.display, "right") })),
      },
    ],
  };
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
        data: spec.points.map((point) => ({ value: point.value, label: valueLabel(point.display, "top") })),
      },
    ],
  };
}

function valueLabel(display: string, position: "right" | "top"): object {
  return { show: true, position, formatter: () => display, color: INK, fontSize: 26, fontFamily: FONT };
}

/** Breaks a title at spaces so that it fits: ECharts can't measure text without a browser. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}
