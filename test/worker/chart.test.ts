import { describe, expect, it } from "vitest";
import { chartPng } from "../../src/channels/charts/png.ts";
import { chartSvg } from "../../src/channels/charts/svg.ts";
import type { ChartSpec } from "../../src/messaging/chart.ts";

const spec: ChartSpec = {
  kind: "bar",
  title: "Tỷ lệ đạt tiêu chuẩn “An toàn về an ninh, trật tự” năm 2022 ở tỉnh Lạng Sơn",
  valueName: "Tỷ lệ đạt trên số thuộc diện xét",
  points: [
    { label: "Khu dân cư", value: 97.63, display: "97,63%" },
    { label: "Xã", value: 95.58, display: "95,58%" },
    { label: "Phường", value: 80, display: "80%" },
    { label: "Cơ sở giáo dục", value: 98.31, display: "98,31%" },
  ],
  source: "Nguồn: Báo Lạng Sơn, 09/02/2023",
};

describe("charts on workerd", () => {
  it("arrive as PNG of a phone's width", async () => {
    const png = await chartPng(spec);
    expect([...png.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(900);
    expect(png.length).toBeLessThan(1_000_000);
  });

  it("have space for the sources under the drawing, however many lines they are", () => {
    const height = (source: string) => Number(/height="(\d+)"/u.exec(chartSvg({ ...spec, source }))?.[1]);
    const line = "Nguồn: Báo cáo tổng kết phong trào Toàn dân bảo vệ an ninh Tổ quốc của tỉnh";
    expect(height([line, line, line, line].join("\n"))).toBeGreaterThan(height(line) + 3 * 20);
  });

  it("set years side by side, each named", () => {
    const years = ["năm 2022", "năm 2023"];
    const points = spec.points.flatMap((point) => years.map((_, series) => ({ ...point, series })));
    const svg = chartSvg({ ...spec, series: years, points });
    for (const year of years) expect(svg).toContain(year);
    expect(svg.split("97,63%")).toHaveLength(3);
  });

  it("carry every label, figure and the source", () => {
    for (const kind of ["bar", "line"] as const) {
      const svg = chartSvg({ ...spec, kind });
      for (const { label, display } of spec.points) {
        expect(svg).toContain(label);
        expect(svg).toContain(display);
      }
      expect(svg).toContain("09/02/2023");
    }
  });
});
