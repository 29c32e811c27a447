import regular from "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf";
import bold from "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf";
import type { MakeReport } from "../features/figure-files/figure-files-feature.ts";

/** The page for a conference with the fonts that only the Worker carries. What draws it is loaded when it is first asked for. */
export const reportPage: MakeReport = async (period, facts, now) => {
  const { reportPdf } = await import("../features/figure-files/report/report-pdf.ts");
  return reportPdf(period, facts, now, { regular: new Uint8Array(regular), bold: new Uint8Array(bold) });
};
