import font from "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import wasm from "@resvg/resvg-wasm/index_bg.wasm";
import type { ChartSpec } from "../../messaging/chart.ts";
import { chartSvg, WIDTH } from "./svg.ts";

/** The rasteriser must be set up only once in an isolate. */
let ready: Promise<void> | undefined;

/** Draws the chart as PNG, with a font that has every Vietnamese letter. */
export async function chartPng(spec: ChartSpec): Promise<Uint8Array> {
  ready ??= initWasm(wasm);
  await ready;
  const resvg = new Resvg(chartSvg(spec), {
    fitTo: { mode: "width", value: WIDTH },
    font: {
      fontBuffers: [new Uint8Array(font)],
      defaultFontFamily: "Be Vietnam Pro",
      loadSystemFonts: false,
    },
  });
  try {
    return resvg.render().asPng();
  } finally {
    resvg.free();
  }
}
