import { describe, expect, it } from "vitest";
import { ask, FACTS } from "../../../test/figures/fixtures.ts";
import { QUESTION_WORDS } from "../../../test/figures/questions.ts";
import { SPELLINGS, seeded, spell } from "../../../test/figures/spelling.ts";
import { plainText } from "../../messaging/reply.ts";
import type { Fact } from "./fact.ts";

/**
 * Questions made from the stored figures by templates, in five spellings, against sums done here with plain
 * numbers and another formatter: nothing of the code under test computes what is expected.
 */
interface Case {
  readonly question: string;
  readonly wanted: readonly string[];
  /** What may not be in the answer. */
  readonly never?: readonly string[];
  readonly facts?: readonly Fact[];
}

const random = seeded(20260808);
const GROUPED = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 6 });
const TWO = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 2, roundingMode: "halfExpand" });
const comma = (value: number) => String(value).replace(".", ",");
const share = (part: number, whole: number) => `${TWO.format((part / whole) * 100)}%`;
const ratio = (part: number, whole: number) => `${GROUPED.format(part)}/${GROUPED.format(whole)}`;

const NAMES: Readonly<Record<string, readonly string[]>> = {
  residentialArea: ["khu dân cư", "thôn", "tổ dân phố", "khối phố"],
  commune: ["xã"],
  ward: ["phường"],
  township: ["thị trấn"],
  agency: ["cơ quan"],
  enterprise: ["doanh nghiệp", "công ty"],
  educationalInstitution: ["cơ sở giáo dục", "nhà trường", "trường học"],
};

interface Row {
  readonly names: readonly string[];
  readonly met: number;
  readonly all: number;
}
const ROWS: readonly Row[] = FACTS.filter(
  (f) => f.indicator === "safety_standard_met" && f.area === "Lạng Sơn",
).map((f) => ({
  names: NAMES[f.unitType ?? ""] ?? [],
  met: Number(f.numerator),
  all: Number(f.denominator),
}));

function unitCases({ names, met, all }: Row): Case[] {
  const reached = [ratio(met, all), share(met, all)];
  const missing = all - met;
  return names.flatMap((name) => [
    { question: `Năm 2022 có bao nhiêu ${name} đạt chuẩn an toàn về an ninh trật tự?`, wanted: reached },
    { question: `số ${name} đạt chuẩn năm 2022 ở Lạng Sơn`, wanted: reached },
    { question: `tỷ lệ ${name} đạt năm 2022 là bao nhiêu phần trăm`, wanted: reached },
    { question: `cho biết tỉ lệ đạt tiêu chuẩn của ${name} tỉnh Lạng Sơn năm 2022`, wanted: reached },
    { question: `${name} năm 2022 đạt hết chưa`, wanted: reached },
    { question: `2022 mấy ${name} đạt`, wanted: reached },
    {
      question: `năm 2022 còn bao nhiêu ${name} chưa đạt chuẩn`,
      wanted: missing === 0 ? ["Không còn"] : [`${missing} `, share(missing, all)],
    },
    {
      question: `tỷ lệ chưa đạt của ${name} năm 2022`,
      wanted: missing === 0 ? ["Không còn"] : [ratio(missing, all), share(missing, all)],
    },
    {
      question: `cần thêm mấy ${name} nữa để đạt 100% năm 2022`,
      wanted: missing === 0 ? ["Không cần thêm"] : [`Cần thêm ${missing} `],
    },
    { question: `tổng số ${name} được xét năm 2022`, wanted: [`${GROUPED.format(all)} `, "được xét"] },
    { question: `năm 2022 có ${met} ${name} đạt đúng không`, wanted: ["Đúng với nguồn", ratio(met, all)] },
    { question: `năm 2022 có ${met + 3} ${name} đạt phải không`, wanted: ["Không khớp", ratio(met, all)] },
    { question: `năm 2024 có bao nhiêu ${name} đạt chuẩn`, wanted: ["Chưa có số liệu năm 2024", "năm 2022"] },
  ]);
}

function pairCases(a: Row, b: Row): Case[] {
  const [points, higher] = [
    Math.abs(a.met / a.all - b.met / b.all) * 100,
    a.met / a.all > b.met / b.all ? a : b,
  ];
  const [nameA = "", nameB = ""] = [a.names[0], b.names[0]];
  const sum = [ratio(a.met + b.met, a.all + b.all), share(a.met + b.met, a.all + b.all)];
  const apart = [`${TWO.format(points)} điểm phần trăm`, ratio(higher.met, higher.all)];
  return [
    { question: `tỷ lệ đạt của ${nameA} chênh ${nameB} bao nhiêu điểm phần trăm năm 2022`, wanted: apart },
    { question: `năm 2022 tỷ lệ đạt của ${nameA} cao hơn hay thấp hơn ${nameB} bao nhiêu`, wanted: apart },
    {
      question: `số ${nameA} đạt gấp mấy lần số ${nameB} đạt năm 2022`,
      wanted: [`gấp `, ratio(a.met, a.all), ratio(b.met, b.all)],
    },
    { question: `gộp ${nameA} và ${nameB} năm 2022 đạt bao nhiêu`, wanted: sum },
    { question: `${nameA} với ${nameB} cộng lại năm 2022 tỷ lệ đạt bao nhiêu phần trăm`, wanted: sum },
  ];
}

function wholeCases(): Case[] {
  const total = (rows: readonly Row[]) =>
    rows.reduce((sum, row) => ({ met: sum.met + row.met, all: sum.all + row.all }), { met: 0, all: 0 });
  const [every, local] = [total(ROWS), total(ROWS.slice(1, 4))];
  const sorted = ROWS.toSorted((a, b) => a.met / a.all - b.met / b.all);
  return [
    {
      question: "cả bảy loại đơn vị năm 2022 đạt bao nhiêu",
      wanted: [ratio(every.met, every.all), share(every.met, every.all)],
    },
    {
      question: "tất cả các loại năm 2022 còn bao nhiêu chưa đạt",
      wanted: [ratio(every.all - every.met, every.all)],
    },
    {
      question: "cấp xã năm 2022 đạt bao nhiêu phần trăm",
      wanted: [ratio(local.met, local.all), share(local.met, local.all)],
    },
    { question: "xã, phường, thị trấn năm 2022 đạt bao nhiêu", wanted: [ratio(local.met, local.all)] },
    {
      question: "loại đơn vị nào đạt tỷ lệ thấp nhất năm 2022",
      wanted: [`Thấp nhất: ${sorted[0]?.names[0]}`],
    },
    {
      question: "loại đơn vị nào đạt tỷ lệ cao nhất năm 2022",
      wanted: [`Cao nhất: ${sorted.at(-1)?.names[0]}`],
    },
    {
      question: "xếp hạng tỷ lệ đạt các loại đơn vị năm 2022",
      wanted: ROWS.map((row) => ratio(row.met, row.all)),
    },
  ];
}

/** The types on one side of a share, so many from an end, and what is put forward about them. */
function choiceCases(): Case[] {
  const name = ({ names }: Row) => names[0] ?? "";
  const of = ({ met, all }: Row) => (met / all) * 100;
  const down = ROWS.toSorted((a, b) => of(b) - of(a));
  const within = (words: string, bound: string, rows: readonly Row[]): Case[] => {
    const found =
      rows.length === 0
        ? `Không có loại nào ${words} ${bound}%`
        : `Có ${rows.length} loại ${words} ${bound}%`;
    return [
      {
        question: `những loại đạt ${words} ${bound}% năm 2022`,
        wanted: [found, ...rows.map((row) => ratio(row.met, row.all))],
      },
      {
        question: `có ${rows.length} loại đạt ${words} ${bound}% năm 2022 đúng không`,
        wanted: ["Đúng với nguồn", found],
      },
      {
        question: `có ${rows.length + 1} loại đạt ${words} ${bound}% năm 2022 đúng không`,
        wanted: ["Không khớp với nguồn", found],
      },
    ];
  };
  return [
    ...[79, 85, 95.5, 96, 97.5, 98, 99].flatMap((bound) => [
      ...within(
        "dưới",
        comma(bound),
        down.filter((row) => of(row) < bound),
      ),
      ...within(
        "trên",
        comma(bound),
        down.filter((row) => of(row) > bound),
      ),
    ]),
    ...[2, 3, 4, 5].flatMap((n) => [
      {
        question: `${n} loại cao nhất năm 2022`,
        wanted: [`${n} loại cao nhất: ${down.slice(0, n).map(name).join(", ")}`],
      },
      { question: `loại nào cao thứ ${n} năm 2022`, wanted: [`Cao thứ ${n}: ${name(down[n - 1] as Row)}`] },
    ]),
  ];
}

/** What is said of two types at once holds only where each number stands with its own type. */
function claimCases(a: Row, b: Row): Case[] {
  const [nameA = "", nameB = ""] = [a.names[0], b.names[0]];
  const [missA, missB] = [a.all - a.met, b.all - b.met];
  const swapped = a.met === b.met ? "Đúng" : "Không khớp với nguồn";
  return [
    {
      question: `năm 2022 ${GROUPED.format(a.met)} ${nameA} và ${GROUPED.format(b.met)} ${nameB} đạt đúng không`,
      wanted: ["Đúng với nguồn"],
    },
    {
      question: `năm 2022 ${GROUPED.format(b.met)} ${nameA} và ${GROUPED.format(a.met)} ${nameB} đạt đúng không`,
      wanted: [swapped],
    },
    {
      question: `năm 2022 ${missA} ${nameA}, ${missB} ${nameB} chưa đạt đúng không`,
      wanted: ["Đúng với nguồn"],
    },
    {
      question: `năm 2022 ${missA} ${nameA}, ${missB + 2} ${nameB} chưa đạt đúng không`,
      wanted: ["Không khớp với nguồn"],
    },
  ];
}

/** A later year on the map of today, made from the stored one. */
function territoryCases(): Case[] {
  const stored = FACTS.filter((f) => f.indicator === "safety_standard_met" && f.area === "Lạng Sơn");
  const when = { start: "2025-01-01", end: "2025-12-31", period: "năm 2025", territory: "after" as const };
  return stored.flatMap((fact) => {
    const [met, all] = [Number(fact.numerator), Number(fact.denominator)];
    const [laterMet, laterAll] = [Math.ceil(met / 3), Math.ceil(all / 3) + 1];
    const later = {
      ...fact,
      ...when,
      id: `${fact.id}-later`,
      numerator: String(laterMet),
      denominator: String(laterAll),
    };
    const points = TWO.format(Math.abs(laterMet / laterAll - met / all) * 100);
    const name = NAMES[fact.unitType ?? ""]?.[0] ?? "";
    const wanted = [`${points} điểm phần trăm`, ratio(met, all), ratio(laterMet, laterAll)];
    const isArea = ["commune", "ward", "township", "residentialArea"].includes(fact.unitType ?? "");
    return [
      { question: `tỷ lệ ${name} đạt chuẩn năm 2025 so với 2022`, wanted },
      ...(isArea
        ? [
            {
              question: `số ${name} đạt chuẩn năm 2025 so với năm 2022 giảm bao nhiêu`,
              wanted: [...wanted, "01/07/2025"],
              never: [`giảm ${GROUPED.format(met - laterMet)} `],
            },
          ]
        : []),
    ].map((item) => ({ ...item, facts: [...FACTS, later] }));
  });
}

/** One question for every stored figure whose indicator has words to ask for it. */
function factCases(fact: Fact): Case[] {
  const words = QUESTION_WORDS[fact.indicator];
  const count = fact.numerator ?? fact.value;
  if (words === undefined || count === undefined || fact.start === undefined || fact.detail !== undefined)
    return [];
  const place = fact.area === "Toàn quốc" ? "cả nước" : fact.area.replace(" (cũ)", "");
  const unit =
    fact.indicator === "commune_level_units" || fact.indicator === "new_rural_criterion_19_2_met"
      ? ` ${NAMES[fact.unitType ?? ""]?.[0] ?? (fact.unitType === "district" ? "" : "đơn vị cấp xã")}`
      : "";
  if (fact.unitType === "district") return [];
  const number = GROUPED.format(Number(count)).replace("-", "−");
  const wanted = fact.denominator === undefined ? [number] : [ratio(Number(count), Number(fact.denominator))];
  const when = fact.period.replace(/^hai năm/u, "giai đoạn");
  return words.map((phrase) => ({ question: `${place} ${when} ${phrase}${unit}`, wanted }));
}

const BASE: readonly Case[] = [
  ...ROWS.flatMap(unitCases),
  ...ROWS.flatMap((a, i) => ROWS.slice(i + 1).flatMap((b) => pairCases(a, b))),
  ...ROWS.flatMap((a, i) => ROWS.slice(i + 1).flatMap((b) => claimCases(a, b))),
  ...wholeCases(),
  ...choiceCases(),
  ...territoryCases(),
  ...FACTS.flatMap(factCases),
];
const CASES = BASE.flatMap((item) =>
  SPELLINGS.map((spelling) => ({ ...item, question: spell(item.question, spelling, random) })),
);

describe("questions made from the store", () => {
  it(`answers all ${CASES.length} as computed here`, async () => {
    const wrong: string[] = [];
    for (const { question, wanted, never = [], facts = FACTS } of CASES) {
      const [reply] = await ask([question], facts);
      const text = reply === null || reply === undefined ? "" : plainText(reply);
      const absent = [
        ...wanted.filter((words) => !text.includes(words)),
        ...never.filter((words) => text.includes(words)),
      ];
      if (absent.length > 0) wrong.push(`${question} → ${absent.join(" | ")} ∉ ${text.slice(0, 90)}`);
    }
    expect(wrong.slice(0, 60)).toEqual([]);
    expect(wrong).toHaveLength(0);
    expect(CASES.length).toBeGreaterThanOrEqual(2000);
  });
});
