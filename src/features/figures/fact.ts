import { z } from "zod";

/** What a figure covers: a whole period, a part of it, or one moment (a stock such as "65 đơn vị"). */
export const COVERAGES = ["whole", "part", "moment"] as const;

/** `>` more than, `~` about, `<~` nearly, `>=` at least; `?` the source mentions it without a number. */
export const APPROXIMATIONS = [">", "~", "<~", ">=", "?"] as const;
export type Approximation = (typeof APPROXIMATIONS)[number];

export const LEVELS = ["nation", "province", "district", "commune"] as const;

/** Administrative map in force: districts and townships ended on 01/07/2025 (Nghị quyết 1672/NQ-UBTVQH15). */
export const TERRITORIES = ["before", "after"] as const;

const DECIMAL = /^-?\d+(\.\d+)?$/;
const COUNT = /^\d+$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const isRealDate = (value: string) => {
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};
const date = z
  .string()
  .regex(DATE, "ngày phải viết NĂM-THÁNG-NGÀY: bốn, hai và hai chữ số")
  .refine(isRealDate, "không có ngày này trong lịch");
const count = z.string().regex(COUNT, "phải là số nguyên không âm, không có dấu chấm hay dấu phẩy");
const decimal = z
  .string()
  .regex(DECIMAL, "phải là số, thập phân viết bằng dấu chấm, không có dấu phân cách hàng nghìn");
const words = z.string().min(1, "không được để trống").max(400, "quá dài");

/** One figure as a source states it. Numbers are decimal strings and become exact fractions. */
export const factSchema = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9_-]{3,80}$/, "mã chỉ gồm chữ không dấu, số, gạch"),
    province: words,
    area: words,
    level: z.enum(LEVELS),
    territory: z.enum(TERRITORIES),
    start: date.optional(),
    end: date.optional(),
    period: words,
    coverage: z.enum(COVERAGES),
    indicator: z.string().regex(/^[a-z0-9_]+$/, "mã chỉ tiêu chỉ gồm chữ thường, số, gạch dưới"),
    unitType: z
      .string()
      .regex(/^([A-Za-z]+(\+[A-Za-z]+)*|collective_and_individual)$/, "loại đơn vị không hợp lệ")
      .optional(),
    detail: words.optional(),
    basis: words.optional(),
    numerator: count.optional(),
    denominator: count.optional(),
    value: decimal.optional(),
    unit: words,
    approx: z.enum(APPROXIMATIONS).optional(),
    asOf: words,
    source: words,
    /** Absent where the source is on paper, such as an office's own report. */
    url: z.url({ protocol: /^https?$/, error: "địa chỉ nguồn phải bắt đầu bằng http" }).optional(),
    locator: words.optional(),
    note: words.optional(),
    audience: z.enum(["public", "internal"]),
  })
  .superRefine((fact, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if ((fact.start === undefined) !== (fact.end === undefined))
      refuse("end", "phải có cả ngày đầu và ngày cuối, hoặc không có cả hai");
    if (fact.start !== undefined && fact.end !== undefined && fact.start > fact.end)
      refuse("end", "ngày cuối trước ngày đầu");
    const given = fact.numerator !== undefined || fact.value !== undefined;
    if (fact.approx === "?" && given)
      refuse("approx", "dấu ? nghĩa là nguồn không nêu số, nên không được có số");
    if (fact.approx !== "?" && !given) refuse("value", "thiếu số");
    if (fact.numerator !== undefined && fact.value !== undefined)
      refuse("value", "đã có số đạt thì không ghi thêm giá trị");
    if (fact.denominator !== undefined && fact.numerator === undefined)
      refuse("denominator", "có tổng số mà không có số đạt");
    if (
      fact.numerator !== undefined &&
      fact.denominator !== undefined &&
      BigInt(COUNT.test(fact.numerator) ? fact.numerator : 0) >
        BigInt(COUNT.test(fact.denominator) ? fact.denominator : 0)
    )
      refuse("denominator", "tổng số nhỏ hơn số đạt");
    if (fact.denominator === "0") refuse("denominator", "tổng số bằng 0");
    if (fact.value?.startsWith("-") && !fact.indicator.includes("change"))
      refuse("value", "số âm chỉ hợp lệ với chỉ tiêu tăng, giảm");
  });

export type Fact = z.infer<typeof factSchema>;

/** Tells sources apart: by their address, one on paper by its name. */
export const sourceKey = ({ url, source }: Pick<Fact, "url" | "source">): string => url ?? source;
