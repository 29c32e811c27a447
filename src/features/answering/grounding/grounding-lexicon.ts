import { DIRECTIVES } from "../../../language/document-kinds.ts";

/** The words of the guard, as data. All are folded and in lower case unless stated otherwise. */

/** Function words: any sentence may have them. With marks. */
export const FUNCTION_WORDS = `
anh chị em bạn mình tôi bà ông cô chú bác người ta quý vị ạ nhé nha vâng dạ à ơi thưa
thì là và hoặc hay với cùng của cho để mà nên do vì bởi nếu khi lúc như theo về tại ở trong ngoài trên dưới từ đến tới vào ra lên xuống qua
này đó đây ấy kia nào gì ai sao đâu những các mọi từng mỗi một cái chiếc con việc điều sự cách cũng đều vẫn còn đã đang sẽ vừa mới rồi lại nữa
có được bị rằng tức nghĩa gồm bao ví dụ cụ thể sau trước tiếp đầu cuối cùng nhau thêm khác riêng chung rất hơn quá lắm hết cả toàn bộ
hãy cứ cần muốn biết xin mời vui lòng giúp làm đi gặp thấy nói gọi nên đừng phải không chưa chỉ chính ngay luôn tùy
ngoài_ra vậy bên cạnh đồng thời tuy nhưng song dù cho_dù mặc tóm
`
  .trim()
  .split(/\s+/u);

/** Words that negate a claim; the guard compares their number in claim and source. With marks. */
export const NEGATORS: readonly string[] = ["không", "chưa", "chẳng", "chả", "đừng", "cấm", "miễn"];

/** "Không chỉ … mà còn" negates nothing: words after a negator that make it none. */
export const NO_NEGATION_BEFORE: readonly string[] = ["chỉ", "những", "riêng", "ngừng", "may"];

/** Words for duty, limit and direction: a sentence may have them only where its source has them. */
export const CLAIM_WORDS: readonly (readonly string[])[] = [
  ["bắt buộc", "buộc", "nghĩa vụ"],
  ["phải"],
  ["có thể"],
  ["có quyền", "quyền", "được phép", "được quyền"],
  ["chỉ"],
  ["trừ", "ngoại trừ", "trừ khi", "trừ trường hợp"],
  ["tăng", "nhiều hơn", "cao hơn", "lớn hơn"],
  ["giảm", "ít hơn", "thấp hơn", "nhỏ hơn"],
  ["cam kết", "hứa", "chắc chắn", "bảo đảm", "đảm bảo", "tuyệt đối"],
  ["miễn phí", "lệ phí", "phí"],
  ["thưởng", "khen thưởng", "tiền thưởng"],
  ["phạt", "xử phạt"],
  ["tù", "án tù"],
  ["bồi thường"],
  ["tự nguyện"],
  ["luôn luôn", "mọi trường hợp", "bất cứ"],
  ["ngay lập tức"],
  ["trước khi"],
  ["sau khi"],
];

/** The words before a number that make it a bound. With marks. */
export const BOUNDS: readonly (readonly [kind: string, words: readonly string[]])[] = [
  ["least", ["ít nhất", "tối thiểu", "không dưới", "từ đủ"]],
  ["most", ["nhiều nhất", "tối đa", "không quá", "cao nhất"]],
  ["over", ["trên", "hơn", "quá"]],
  ["under", ["dưới", "gần", "chưa đến", "chưa tới"]],
  ["before", ["trước", "trước ngày", "chậm nhất"]],
  ["after", ["sau", "sau ngày", "kể từ"]],
  ["about", ["khoảng", "chừng", "xấp xỉ"]],
];

/** Units after a number; one row is one unit. With marks. */
export const UNITS: readonly (readonly string[])[] = [
  ["%", "phần trăm"],
  ["đồng", "đ", "vnđ", "vnd"],
  ["giờ", "tiếng"],
  ["phút"],
  ["giây"],
  ["ngày"],
  ["tuần"],
  ["tháng"],
  ["năm"],
  ["tuổi"],
  ["lần"],
  ["điểm"],
  ["người", "công dân"],
  ["hộ", "gia đình"],
  ["xã"],
  ["phường"],
  ["huyện"],
  ["tỉnh"],
  ["thôn"],
  ["khu"],
  ["cơ quan"],
  ["doanh nghiệp"],
  ["trường"],
  ["mô hình"],
  ["vụ"],
  ["tiêu chí"],
  ["tiêu chuẩn"],
  ["bước"],
  ["km"],
  ["mét", "m"],
  ["kg"],
];

/** Powers of ten between a number and its unit. With marks. */
export const MAGNITUDES: Readonly<Record<string, number>> = {
  trăm: 100,
  nghìn: 1_000,
  ngàn: 1_000,
  triệu: 1_000_000,
  tỷ: 1_000_000_000,
  tỉ: 1_000_000_000,
};

/** Digits as words. Those that often mean something else ("năm", "ba", "tư") count only next to others. With marks. */
export const DIGIT_WORDS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

/** Names that every sentence may use: our own, and words with a capital for respect. With marks. */
export const KNOWN_NAMES: readonly string[] = [
  "Trợ lý 138",
  "Việt Nam",
  "Công an",
  "Nhà nước",
  "Nhân dân",
  "Tổ quốc",
  "Bộ",
  "Điều",
  ...DIRECTIVES.map(({ name }) => name),
  "Ủy ban nhân dân",
  "Anh/chị",
  "Anh",
  "Chị",
];

/** Words that explain and don't claim: a sentence may have them where its source hasn't. With marks. */
export const NEUTRAL: readonly string[] = [
  "liên hệ",
  "thông báo",
  "trình báo",
  "cung cấp",
  "thực hiện",
  "tiến hành",
  "hướng dẫn",
  "quy định",
  "trường hợp",
  "nội dung",
  "thông tin",
  "bao gồm",
  "áp dụng",
  "thời gian",
  "địa phương",
  "trực tiếp",
  "hiện nay",
  "sử dụng",
  "giải thích",
  "mục đích",
  "tóm lại",
  "nói chung",
  "người dân",
  "mọi người",
  "căn cứ",
  "viết tắt",
  "tên gọi",
  "câu hỏi",
  "trả lời",
  "văn bản",
  "tài liệu",
  "đang sống",
  "nơi mình ở",
  "gần nhất",
  "quan trọng",
  "cần thiết",
  "liên quan",
  "tình huống",
  "sự việc",
  "vấn đề",
  "lưu ý",
  "nhớ rằng",
  "văn bản số",
];
