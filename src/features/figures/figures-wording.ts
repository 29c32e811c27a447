import { displayDate } from "../../language/dates.ts";
import { MERGER, MERGER_EVE } from "./places.ts";
import { OLD_RULE, RULE } from "./safety-standard.ts";
import { ASSESSED, unitName } from "./units.ts";

/** The Vietnamese wording of figure answers. Numbers come in as text, already formatted by the provenance writer. */

const days = ({ from, to }: { readonly from: string; readonly to: string }) =>
  `từ ${from} năm trước đến ${to}`;
const assessed = {
  residentialArea: days(RULE.assessmentYear.residentialArea),
  others: days(RULE.assessmentYear.others),
};

export const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
export const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

export const quoted = (words: readonly string[]) => words.map((one) => `“${one}”`).join(", ");

export const WORDING = {
  chartShare: "Tỷ lệ đạt trên số thuộc diện xét",
  chartCount: (unit: string, notMet: boolean) => (notMet ? "Số chưa đạt" : upperFirst(unit)),
  notReached: (title: string) => (title.startsWith("đạt ") ? `chưa ${title}` : `${title}, chưa đạt`),
  allCommunes: (place: string) => `các xã, phường của ${place}`,
  notDrawn: (periods: string) => `Không vẽ ${periods}: kỳ dài ngắn khác, hoặc không phải số chính xác.`,
  notAllDrawn: (rows: number) => `Còn ${rows} dòng không vẽ được cùng hình: xem trong bảng.`,
  moreSources: (more: number) => `và ${more} nguồn khác, ghi dưới câu trả lời.`,
  excelButton: "Tải Excel",
  pdfButton: "Tải PDF",
  detailsButton: "Chi tiết, lưu ý",
  chartButton: "Biểu đồ",
  sourceLine: "Nguồn:",
  onlyBars: "Tôi chỉ vẽ được biểu đồ cột và đường, không vẽ hình tròn; tỷ lệ từng phần ở trên.",
  noChart: "Chưa đủ số liệu cùng loại để vẽ biểu đồ: cần ít nhất hai con số của cùng một chỉ tiêu.",
  chartHow: (year: string) => `Anh/chị muốn vẽ biểu đồ gì? Ví dụ: /bieudo tỷ lệ đạt chuẩn ${year}`.trim(),
  met: (unit: string, ratio: string, share: string) => `${upperFirst(unit)} đạt chuẩn: ${ratio} (${share})`,
  allMet: (unit: string, ratio: string, share: string) => `Đã đạt hết: ${ratio} ${unit} (${share})`,
  metOnly: (unit: string, count: string) => `${upperFirst(unit)} đạt chuẩn: ${count}`,
  metNoShare: (unit: string, count: string) =>
    `${upperFirst(unit)} đạt chuẩn: ${count}; không tính được tỷ lệ`,
  shortfall: (unit: string, missing: string, ratio: string, share: string) =>
    `${missing} ${unit} chưa đạt (${ratio}, bằng ${share})`,
  rest: (count: string, ratio: string, share: string) => `Còn lại ${count} (${ratio}, bằng ${share})`,
  noShortfall: (unit: string, ratio: string, share: string) =>
    `Không còn ${unit} nào chưa đạt: ${ratio} đã đạt (${share})`,
  needed: (unit: string, missing: string, whole: string) =>
    `Cần thêm ${missing} ${unit} đạt nữa để được ${whole}`,
  notNeeded: (unit: string, ratio: string, share: string) =>
    `Không cần thêm: ${ratio} ${unit} đã đạt (${share})`,
  goalHow: (least: string, unit: string, goal: string, now: string) =>
    `Được ${goal} khi có ít nhất ${least} ${unit} đạt. Hiện đạt: ${now}.`,
  moreOfOne: (unit: string, more: string, now: string) => `${unit}: thêm ${more} (hiện đạt ${now})`,
  goalReached: (unit: string, now: string, goal: string) =>
    `Không cần thêm: ${unit} đạt ${now}, đã qua mức ${goal}`,
  countGoal: (missing: string, unit: string, goal: string, now: string) =>
    `Còn thiếu ${missing} ${unit} mới đủ ${goal} (${goal} − ${now})`,
  countGoalReached: (unit: string, goal: string, now: string) =>
    `Không thiếu: đã có ${now} ${unit}, mức hỏi là ${goal}`,
  noCountGoal: "Không tính được còn thiếu bao nhiêu: các số này không cộng được thành một số",
  absurdShare: "Tỷ lệ đạt không thể vượt 100%",
  absurdShareHelp: "Anh/chị ghi lại mức cần đạt, ví dụ “cần thêm mấy xã để đạt 98%”.",
  average: (one: string, count: string, of: string) => `Bình quân mỗi ${one}: ${count} ${of}`,
  averageHow: (total: string, parts: string, one: string) => `${total}, chia cho ${parts} ${one}.`,
  partOfTime: { year: "năm", quarter: "quý", month: "tháng", week: "tuần", day: "ngày" },
  meanShare: (n: string, share: string) => `Trung bình cộng tỷ lệ của ${n} loại: ${share}`,
  pooledShare: (ratio: string, share: string) =>
    `Tính gộp (tổng số đạt trên tổng số được xét): ${ratio}, bằng ${share}.`,
  noAverage: "Không chia bình quân được từ các số này; nguồn chỉ nêu:",
  aboveGoal: (period: string, now: string, goal: string, by: string, isAbove: boolean) =>
    `Kết quả ${period} (${now}) ${isAbove ? "cao hơn" : "thấp hơn"} mức chỉ tiêu (${goal}) ${by} điểm phần trăm`,
  asGoal: (period: string, now: string, goal: string) =>
    `Kết quả ${period} (${now}) bằng mức chỉ tiêu (${goal})`,
  goalIsNoResult: "Chỉ tiêu là mức đặt ra cho kỳ sau, chưa phải kết quả.",
  ofPeriod: (period: string, note: string) => `${upperFirst(period)}: ${note}`,
  suppose: (unit: string, more: string, ratio: string, share: string) =>
    `Nếu thêm ${more} ${unit} đạt thì được ${ratio} (${share})`,
  supposeHow: "Đây là phép tính giả định trên số của kỳ này, không phải số liệu.",
  supposeTooMany: (unit: string, whole: string) => `Không thể: chỉ có ${whole} ${unit} được xét`,
  apart: (by: string) => `Chênh nhau ${by} điểm phần trăm.`,
  total: (unit: string, whole: string) => `${whole} ${unit} được xét`,
  stillMissing: (missing: string, share: string) => `Chưa đạt: ${missing} (${share}).`,
  isAbout: (title: string, place: string, period: string) => `${title}, ${place}, ${period}.`,
  reached: (value: string) => `Đã đạt: ${value}.`,
  reachedAlso: (value: string) => `Đạt: ${value}.`,
  notStated: "nguồn không nêu số",
  missingAlso: (count: string) => `; chưa đạt ${count}`,
  metShort: "đạt chuẩn",
  notMetShort: "chưa đạt",
  change: (share: string, risen: boolean) => `${risen ? "tăng" : "giảm"} ${share}`,
  isFor: (place: string, period: string) => `${place}, ${period}.`,
  value: (title: string, value: string) => `${title}: ${value}`,
  notGiven: (title: string, note: string) => `${title}: nguồn không nêu con số. ${note}`.trim(),
  together: (names: string, ratio: string, share: string) =>
    `${upperFirst(names)} cộng lại: ${ratio} đạt (${share})`,
  partsOf: (names: string, ratio: string, share: string) =>
    `${upperFirst(names)} cộng lại: ${ratio}, bằng ${share}`,
  shareOfAll: (name: string, ratio: string, share: string) => `${name} chiếm ${share} (${ratio})`,
  togetherLine: (value: string) => `Cộng lại: ${value}.`,
  togetherCount: (count: string) => `Tổng cộng: ${count}`,
  unchanged: "không đổi",
  roseMost: (name: string, by: string) => `Tăng nhiều nhất: ${name}, ${by}`,
  fellMost: (name: string, by: string) => `Giảm nhiều nhất: ${name}, ${by}`,
  noneRose: "Không có loại nào tăng",
  noneFell: "Không có loại nào giảm",
  fromTo: (change: string, earlier: string, later: string) => `${change} (từ ${earlier} thành ${later})`,
  ownChange: (from: string, to: string, by: string, risen: boolean, share: string | undefined) =>
    `Từ ${from} ${risen ? "lên" : "xuống"} ${to}: ${risen ? "tăng" : "giảm"} ${by}${share === undefined ? "" : `, bằng ${share}`}`,
  ownNumbers: "Đây là phép tính trên hai số anh/chị nêu, không phải số liệu.",
  roundedTo: (shares: string) => `Làm tròn: ${shares}.`,
  mayOverlap: "Không cộng được: nguồn không nói các số này có tính trùng nhau hay không",
  unlikeUnits: "Không cộng được: các số này không đếm cùng một thứ",
  territory: (day: string) =>
    `Từ ${day} các đơn vị hành chính được sắp xếp lại, số được xét đã khác, nên không trừ số lượng của hai kỳ; chỉ so tỷ lệ.`,
  reasonTerritory: (day: string) =>
    `đơn vị hành chính được sắp xếp lại từ ${day}, số lượng hai kỳ không cùng phạm vi`,
  merged: (day: string) => `Số đơn vị đổi do sắp xếp đơn vị hành chính từ ${day}.`,
  movement: "phong trào Toàn dân bảo vệ an ninh Tổ quốc",
  wholeButton: "Đầy đủ",
  wholeOf: (periods: string) => `số liệu đầy đủ ${periods}`,
  summaryOf: (period: string, place: string) => `Kết quả ${period}, ${place}`,
  numbersOf: (period: string, place: string) => `Số liệu ${period}, ${place}`,
  metTheStandard: (units: string, sum: string) =>
    `Có ${units} đạt tiêu chuẩn “An toàn về an ninh, trật tự”${sum}.`,
  summedUp: (value: string) => `cộng lại ${value}`,
  higherPoints: (high: string, low: string, points: string) =>
    `${upperFirst(high)} cao hơn ${low} ${points} điểm phần trăm`,
  higherCount: (high: string, low: string, by: string, unit: string) =>
    `${upperFirst(high)} nhiều hơn ${low} ${by} ${unit}`.trim(),
  equal: (a: string, b: string, value: string) => `${upperFirst(a)} và ${b} bằng nhau: ${value}`,
  risen: (later: string, by: string, unit: string, earlier: string) =>
    `${upperFirst(later)} tăng ${[by, unit].join(" ").trim()} so với ${earlier}`,
  fallen: (later: string, by: string, unit: string, earlier: string) =>
    `${upperFirst(later)} giảm ${[by, unit].join(" ").trim()} so với ${earlier}`,
  changeShare: (share: string, risen: boolean) => `Tính theo phần trăm: ${risen ? "tăng" : "giảm"} ${share}.`,
  moreShare: (share: string) => `Tính theo phần trăm: hơn ${share}.`,
  points: "điểm phần trăm",
  times: (a: string, b: string, times: string, share: string) =>
    `${upperFirst(a)} gấp ${times} lần ${b} (bằng ${share})`,
  timesLess: (a: string, b: string, share: string, times: string) =>
    `${upperFirst(a)} bằng ${share} ${b} (${b} gấp ${times} lần)`,
  shareOf: (name: string) => `tỷ lệ của ${name}`,
  lowest: (name: string, value: string) => `Thấp nhất: ${name}, ${value}`,
  highest: (name: string, value: string) => `Cao nhất: ${name}, ${value}`,
  type: "loại",
  somewhere: "nơi",
  anyUnit: "đơn vị",
  lowestFew: (n: string, kind: string) => `${n} ${kind} thấp nhất:`,
  highestFew: (n: string, kind: string) => `${n} ${kind} cao nhất:`,
  sortedBy: (shares: boolean) => `Xếp theo ${shares ? "tỷ lệ" : "số lượng"}.`,
  tied: "Kể cả những nơi, loại bằng nhau.",
  nthLowest: (n: string) => `Thấp thứ ${n}`,
  nthHighest: (n: string) => `Cao thứ ${n}`,
  onlySoMany: (n: string, kind: string) => `Chỉ có ${n} ${kind} có số liệu`,
  rankOf: (rank: string, all: string) => `đứng thứ ${rank} trong ${all} loại, xếp từ cao xuống`,
  soManyWithin: (n: string, kind: string, bounds: string) => `Có ${n} ${kind} ${bounds}:`,
  soManyLeft: (n: string, kind: string, names: string) => `Còn ${n} ${kind}: ${names}`,
  noneWithin: (kind: string, bounds: string) => `Không có ${kind} nào ${bounds}`,
  othersNot: (n: string, kind: string) => `${n} ${kind} khác không thuộc mức này.`,
  thanAll: (above: boolean, share: string) => `${above ? "trên" : "dưới"} mức chung ${share}`,
  incorrectCount: "Không khớp với nguồn:",
  and: "và",
  or: "hoặc",
  exactly: (n: string) => `đúng ${n}`,
  between: (low: string, high: string) => `từ ${low} đến ${high}`,
  atLeast: (n: string) => `từ ${n} trở lên`,
  atMost: (n: string) => `từ ${n} trở xuống`,
  above: (n: string) => `trên ${n}`,
  below: (n: string) => `dưới ${n}`,
  target: (value: string, from: string) => `Chỉ tiêu: ${value} (suy ra từ ${from})`,
  targetHow: (over: string, total: string, share: string) =>
    `Nguồn nói phát động được ${total}, vượt chỉ tiêu ${over}, tức vượt ${share}. Chỉ tiêu không được ghi thẳng, nên đây là số suy ra.`,
  severalSources: (values: string) => `Có nhiều con số, nguồn khác nhau: ${values}`,
  disagree:
    "Các nguồn không thống nhất, do cách đếm khác nhau. Tôi nêu cả, kèm thời điểm; không nên lấy một số làm số duy nhất đúng.",
  awardsSum: "Tổng này đúng nếu không tập thể nào được cả hai: đây là hai hình thức khen khác nhau.",
  nothingToCompare: "Tôi chưa tính được phần so sánh: chỉ có số trên đây, không có số để so cùng.",
  notComparableHead: "Không nên so như vậy",
  notComparable: "Không nên so như vậy: các số này thuộc những chỉ tiêu khác nhau",
  noShares: (names: string) => `Không so được tỷ lệ: nguồn không nêu tổng số được xét của ${names}`,
  cannotSubtract: "Hai số này không trừ cho nhau được:",
  cannotDivide: "Hai số này không tính thành phần trăm hay số lần của nhau được:",
  reasonUnit: "khác cách đếm",
  reasonApprox: "có số chỉ là gần đúng",
  reasonSpan: "kỳ tính dài ngắn khác nhau",
  reasonDetail: "khác đối tượng được đếm",
  warnBasis: (a: string, b: string) =>
    `Khác quy định và cách tính (${a} so với ${b}): chỉ nên xem để tham khảo.`,
  warnSpan: "Hai kỳ dài ngắn khác nhau: chỉ nên xem để tham khảo.",
  warnYears: "Hai số thuộc hai năm khác nhau: chỉ nên xem để tham khảo.",
  warnManyYears: "Mỗi số một kỳ, một nơi: chỉ nên xem để tham khảo.",
  warnCount: (a: string, b: string) => `Cách đếm khác nhau (${a}; ${b}): chỉ nên xem để tham khảo.`,
  noWholeHead: "Không tính được: nguồn không nêu tổng số được xét",
  inside: (asked: string, has: string) => `Chưa có số cả ${asked}; đây chỉ là số của ${has}.`,
  covers: (asked: string, has: string) => `Nguồn chỉ có số gộp của ${has}, không tách riêng ${asked}.`,
  notWhole: "Số này có thể chưa trọn kỳ.",
  latest: (period: string) => `Đây là kỳ gần nhất có số: ${period}.`,
  ofPlace: (place: string) => `của ${place}`,
  notComparedWith: (period: string, what: string) => `Chưa có số ${period} về ${what} nên không so được`,
  notWholePeriod: (period: string, what: string) =>
    `Chưa có số cả ${period} về ${what}; chỉ có số của một phần kỳ:`,
  unitsMet: (units: string) => `${units} đạt chuẩn`,
  noData: (period: string, what: string, place: string) =>
    `Chưa có số liệu ${period === "" ? "" : `${period} `}về ${what} của ${place}`,
  communesNow: `Các xã, phường từ ${displayDate(MERGER)}`,
  communesListed: (place: string, counts: string, total: string) =>
    `${place} có ${counts} (${total} đơn vị cấp xã)`,
  communesListedNow: "Đây là số hiện nay, không phải của một năm trước.",
  communesList: "Danh sách xã, phường của tỉnh mà trợ lý này dùng",
  mergedInto: (old: string, today: string) => `“${old}” nay thuộc ${today}, nên tôi trả lời cho ${today}.`,
  noSubstitute: "Tôi không lấy số của kỳ khác hay nơi khác thay vào.",
  hasPeriods: (periods: string) => `Kỳ có số liệu: ${periods}.`,
  hasPlaces: (places: string) => `Nơi có số liệu này: ${places}.`,
  namesake: (place: string, figures: string) => `Chỉ có số của nơi cùng tên, ${place}: ${figures}.`,
  hasUnits: (units: string) => `Nguồn chỉ có số của: ${units}.`,
  byCommune:
    "Số liệu đạt chuẩn chỉ có ở mức toàn tỉnh; các nguồn không nêu riêng từng xã, phường hay huyện cũ.",
  sameName: (name: string) =>
    `“${name}” vừa là tên huyện cũ (đến hết ${displayDate(MERGER_EVE)}), vừa là tên xã mới.`,
  missing: (place: string, period: string, others: string) =>
    `${upperFirst(place)}${period === "" ? "" : `, ${period}`}: chưa có số.${others === "" ? "" : ` Chỉ có số của ${others}.`}`,
  names: (unit: string) => `Nguồn không nêu tên ${unit} đạt hay chưa đạt`,
  namesCount: "Chỉ có số lượng:",
  individuals: "Nguồn chỉ đếm tập thể, không nêu số cá nhân",
  numberIs: (number: string, what: string) => `${number} có trong số liệu này:\n${what}`,
  noSuchNumber: (number: string, periods: string) => `Các nguồn tôi có không nêu số ${number} cho ${periods}`,
  correct: "Đúng với nguồn.",
  incorrect: (why: string) => `Không khớp với nguồn: ${why}`,
  unverified: (number: string) => `Tôi chưa đối chiếu được số ${number}; nguồn chỉ có:`,
  unverifiedWords: (words: string) => `Tôi chưa đối chiếu được ${words}; nguồn chỉ có:`,
  leftOut: (words: string) => `Chưa tính đến ${words}: nguồn không tách riêng, hoặc tôi chưa hiểu.`,
  unclear: (words: string) => `Tôi chưa dùng được ${words} trong câu hỏi này, nên chưa đưa số`,
  unclearHelp: "Anh/chị hỏi lại từng ý một, nêu rõ chỉ tiêu, nơi, kỳ; hoặc chọn dưới đây.",
  roleIs: (number: string, what: string) => `${number} là ${what}`,
  rightIs: (what: string, number: string) => `${what} là ${number}`,
  onlyAssessed: (number: string, unit: string) =>
    `${number} là số ${unit} được xét, không phải tổng số ${unit}.`,
  awarded: (unit: string, title: string) => `số ${unit} được ${title}`,
  part: (share: boolean, unit: string, role: string) => `${share ? "tỷ lệ" : "số"} ${unit} ${role}`,
  assessedShort: "được xét",
  periodOf: (periods: string) => `Số liệu của nguồn này là của ${periods}`,
  sourceHead: "Số liệu vừa nêu lấy từ nguồn dưới đây.",
  derived: (locator: string) => `Cách có số: ${locator}.`,
  note: (text: string) => `Lưu ý: ${text}`,
  fabricate: "Tôi không bịa hay sửa số liệu. Tôi chỉ dùng số liệu đã công bố, có nguồn.",
  fabricateHelp: "Nếu cần cho báo cáo, anh/chị chọn số có nguồn dưới đây, hoặc ghi rõ “chưa có số liệu”.",
  forecast: (period: string) =>
    `Tôi không dự báo số liệu${period === "" ? "" : ` ${period}`}. Tôi chỉ cung cấp số liệu đã công bố.`,
  forecastHelp: (place: string, period: string) => `Kỳ gần nhất có số ở ${place}: ${period}.`,
  forecastNoHelp: "Anh/chị có thể hỏi số liệu của kỳ đã qua.",
  absurdYear: (year: string) => `“${year}” không phải là một năm hợp lệ`,
  absurdYearHelp: (year: string) => `Anh/chị ghi lại năm gồm bốn chữ số, ví dụ ${year}.`,
  district: "Huyện không thuộc diện xét đạt tiêu chuẩn “An toàn về an ninh, trật tự”",
  typesAssessed: `Bảy loại được xét: ${ASSESSED.map(unitName).join(", ")}.`,
  districtHelp: `Từ ${displayDate(MERGER)} không còn cấp huyện.`,
  why: "Nguồn chỉ nêu con số, không nêu nguyên nhân",
  whyHelp: "Tôi không suy đoán vì sao. Các lưu ý về cách đếm, kỳ tính có ở câu trả lời trước.",
  excluded: "Loại này không thuộc diện xét đạt tiêu chuẩn “An toàn về an ninh, trật tự” nên không có số liệu",
  excludedHelp: `Không xét: ${RULE.notAssessed} (${RULE.rule}).`,
  unknownPlace: (place: string) => `Tôi không có số liệu nào về “${place}”`,
  unknownPlaceHelp: (home: string) =>
    `Tôi không lấy số của tỉnh thay vào. Anh/chị kiểm tra lại tên. Tôi có số chung của ${home} và một số tỉnh khác.`,
  unknownPlaceByCommune: "Các nguồn không nêu số đạt chuẩn của riêng từng xã, phường.",
  lookalike: (now: string, former: string) =>
    `Gõ không dấu thì dễ lẫn: “${now}” là xã hiện nay, “${former}” là tên xã cũ.`,
  awarder: (who: string) => `Tôi chưa có số liệu khen thưởng của ${who}`,
  awarderHelp: (titles: string) => `Nguồn chỉ nêu ${titles}; tôi không lấy số đó thay vào.`,
  notCounted: (what: string) => `Tôi chưa có số liệu về “${what}”`,
  notCountedHelp: "Các nguồn tôi có không tách riêng loại này; tôi không lấy số khác thay vào.",
  rankProvinces: "Tôi không xếp hạng các tỉnh: mỗi nơi đếm một cách, nên xếp hạng sẽ sai",
  whichProvinces: (title: string) => `Các tỉnh, thành có số liệu về ${title}`,
  whichProvincesUnknown: "Mỗi tỉnh đếm một cách, nên tôi không nêu chung các tỉnh được",
  rankProvincesHelp: "Anh/chị có thể hỏi số của từng tỉnh.",
  eachProvince: "Số của từng tỉnh, mỗi số theo kỳ và cách đếm của nguồn:",
  rankPlaces: "Tôi không so từng huyện, xã, thôn được: nguồn chỉ nêu số chung của tỉnh",
  rankPlacesHelp: "Có số chung của tỉnh: anh/chị hỏi số của cả tỉnh.",
  rankPlacesUnits: (period: string) =>
    `Riêng số xã, thị trấn của từng huyện cũ thì có cho ${period}, ví dụ hỏi “huyện nào nhiều xã nhất”.`,
  clarify: "Anh/chị hỏi số liệu năm nào và loại đơn vị nào?",
  clarifyHelp: (place: string, period: string, year: string) =>
    `Kỳ gần nhất có số liệu đạt chuẩn của ${place} là ${period}. Anh/chị chọn một loại, hoặc nhắn ví dụ “xã ${year}”.`,
  withheld:
    "Tôi chưa trả lời được câu này một cách chắc chắn, nên không đưa con số. Anh/chị hỏi lại cụ thể: chỉ tiêu, năm, loại đơn vị.",
  oldRuleNeed: (total: string, least: string) =>
    `Theo quy định cũ: xã có ${total} thôn thì cần ít nhất ${least} thôn đạt`,
  oldRuleCheck: (met: string, total: string, share: string, enough: boolean) =>
    `Theo quy định cũ: ${met}/${total} thôn đạt là ${share}, ${enough ? "đủ" : "chưa đủ"} mức ${OLD_RULE.share}%`,
  oldRuleHow: (total: string, exact: string, least: string) =>
    `${OLD_RULE.rule} đòi từ ${OLD_RULE.share}% khu dân cư trở lên đạt: ${OLD_RULE.share}% của ${total} là ${exact}, làm tròn lên thành ${least}.`,
  oldRuleEnded: `Đây là quy định cũ, đã được ${RULE.rule} thay từ ${OLD_RULE.replacedOn}. Không dùng mức này cho hiện nay; anh/chị hỏi UBND hoặc Công an cấp xã về mức đang áp dụng.`,
  oldRuleSource: `${OLD_RULE.article} (hết hiệu lực từ ${OLD_RULE.replacedOn})`,
  assessmentAll: `Năm ở đây là kỳ đánh giá, không trùng năm dương lịch: khu dân cư tính ${assessed.residentialArea}; các loại khác ${assessed.others}.`,
  assessmentOne: (which: keyof typeof assessed) =>
    `Năm ở đây là kỳ đánh giá, ${assessed[which]}, không trùng năm dương lịch.`,
  headers: {
    unit: "Loại đơn vị",
    reached: "Đạt/được xét",
    share: "Tỷ lệ",
    missing: "Chưa đạt",
    period: "Kỳ",
    place: "Nơi",
    indicator: "Chỉ tiêu",
    value: "Số liệu",
  },
} as const;
