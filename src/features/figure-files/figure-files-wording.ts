import { list, type Reply, strong, text } from "../../messaging/reply.ts";
import type { Approximation, Fact } from "../figures/fact.ts";
import type { OfficeColumn } from "./office-column.ts";

/** How tables name their columns: in what we give out, in the template, and in what comes back. */
export const COLUMN_TITLES: Readonly<Record<OfficeColumn, string>> = {
  count: "STT",
  province: "Tỉnh",
  area: "Nơi",
  period: "Kỳ",
  start: "Từ ngày",
  end: "Đến ngày",
  indicator: "Chỉ tiêu",
  unitType: "Loại đơn vị",
  numerator: "Số đạt",
  denominator: "Tổng số được xét",
  share: "Tỷ lệ (%)",
  notMet: "Chưa đạt",
  value: "Số lượng",
  unit: "Đơn vị tính",
  asOf: "Số liệu tính đến",
  source: "Nguồn",
  url: "Đường dẫn nguồn",
  audience: "Ai được xem",
  detail: "Chi tiết",
  basis: "Cách đếm",
  approx: "Mức chính xác",
  locator: "Vị trí, cách có số",
  note: "Ghi chú",
};

export const AUDIENCE_NAMES: Readonly<Record<Fact["audience"], string>> = {
  public: "công khai",
  internal: "nội bộ",
};

export const APPROXIMATE_NAMES: Readonly<Record<Approximation, string>> = {
  ">": "trên",
  "~": "khoảng",
  "<~": "gần",
  ">=": "ít nhất",
  "?": "nguồn không nêu số",
};

export const SHEET_NAMES = { results: "Kết quả", figures: "Số liệu", sources: "Nguồn" } as const;
export const RESULT_TITLES = ["Kết quả, tính từ số liệu có nguồn ở trang đầu", "Kỳ"] as const;
export const SOURCE_TITLES = ["Nguồn", "Đường dẫn nguồn", "Số dòng"] as const;

const say = (...paragraphs: readonly string[]): Reply => ({ blocks: paragraphs.map(text) });

/** What a file holds, in words. */
export interface Told {
  readonly what: string;
  readonly rows: number;
  readonly hasInternal: boolean;
}

export const EXPORT = {
  all: "toàn bộ kho số liệu",
  lastAsked: "số liệu vừa hỏi",
  asked: "số liệu đã hỏi",
  of: (period: string, place: string) => `${period}, ${place}`,
  sheet: ({ what, rows, hasInternal }: Told): Reply => ({
    blocks: [
      strong(`Bảng Excel: ${what}, ${rows} dòng.`),
      text("Mỗi dòng có nguồn và ngày. Sửa ngay trong bảng này rồi gửi lại bằng /capnhat cũng được."),
      ...(hasInternal ? [text(INTERNAL)] : []),
    ],
  }),
  report: ({ what, rows, hasInternal }: Told): Reply => ({
    blocks: [
      strong(`Bản PDF: ${what}, ${rows} số liệu, có nguồn ở cuối.`),
      ...(hasInternal ? [text(INTERNAL)] : []),
    ],
  }),
  how: (year: string): Reply => ({
    blocks: [
      strong("Anh/chị muốn xuất số liệu nào?"),
      list(
        `/xuat ${year}: cả năm, bảng Excel`,
        `/xuat pdf ${year}: một trang PDF cho hội nghị`,
        `/xuat xã ${year}: riêng một loại`,
        "/xuat tất cả: toàn bộ kho",
        "Hỏi số liệu rồi gõ /xuat: đúng số vừa hỏi",
      ),
    ],
    buttons: [
      { label: `Excel năm ${year}`, payload: `/xuat ${year}` },
      { label: `PDF năm ${year}`, payload: `/xuat pdf ${year}` },
    ],
  }),
  nothing: (what: string) =>
    say(`Chưa có số liệu nào về “${what}” nên không có tệp để xuất.`, "Gõ /solieu để xem có những gì."),
  noRoom: say("Chưa lưu được tệp để gửi lúc này. Anh/chị gõ lại lệnh sau ít phút."),
  sheetName: (what: string) => `so-lieu-${what}.xlsx`,
  reportName: (what: string) => `ket-qua-phong-trao-${what}.pdf`,
  excelButton: "Tải Excel",
  pdfButton: "Tải PDF",
} as const;

const INTERNAL = "Tệp có số liệu nội bộ: không chuyển cho người ngoài.";
