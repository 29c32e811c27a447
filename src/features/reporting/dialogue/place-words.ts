/** Words for places, with full diacritics; text without marks matches too. */

/** Words before a place. */
export const LEADS: readonly string[] = [
  "ở trên",
  "ở dưới",
  "ở trong",
  "ở ngoài",
  "ở gần",
  "ở khu",
  "ở",
  "tại",
  "trước cửa",
  "trước cổng",
  "gần",
  "đối diện",
  "cạnh",
  "khu vực",
  "địa bàn",
  "đoạn",
];

/** Kinds of places before a name or a number. */
export const KINDS: readonly string[] = [
  "thôn",
  "xóm",
  "bản",
  "khối phố",
  "khối",
  "tổ dân phố",
  "khu phố",
  "phố",
  "đường",
  "quốc lộ",
  "tỉnh lộ",
  "ngõ",
  "ngách",
  "hẻm",
  "xã",
  "phường",
  "thị trấn",
  "huyện",
  "thành phố",
  "số nhà",
  "chợ",
  "bến xe",
  "trường",
  "cửa khẩu",
  "cột mốc",
  "mốc",
  "đồn biên phòng",
  "ngã ba",
  "ngã tư",
  "cầu",
  "hồ",
  "sông",
  "suối",
  "đồi",
  "núi",
  "rừng",
  "quán",
  "nhà nghỉ",
  "khách sạn",
  "bệnh viện",
  "công viên",
  "sân vận động",
  "nhà văn hóa",
  "siêu thị",
  "km",
  "ql",
];

/** Kinds that name a place even without marks and without a word before them: their folded forms mean little else. */
export const PLAIN_KINDS: ReadonlySet<string> = new Set([
  "thôn",
  "xã",
  "phường",
  "huyện",
  "thị trấn",
  "quốc lộ",
  "ngã ba",
  "ngã tư",
  "cửa khẩu",
  "số nhà",
  "khối phố",
  "tổ dân phố",
]);

/** After one of these a kind is something else: a neighbour, an office, a rank. */
export const NOT_BEFORE: readonly string[] = [
  "hàng",
  "công an",
  "cán bộ",
  "chủ tịch",
  "trưởng",
  "cấp",
  "dân",
  "qua",
];

/** Words that end the place: the text goes on with something else. */
export const ENDINGS: readonly string[] =
  "lúc vào hồi khoảng tối đêm hôm sáng chiều cách bị có thì mà và nhưng đang vừa mới đã nhóm bọn mấy từ đến nên tôi em cháu mình người thấy xin nhờ mong trộm cướp lấy mất đánh đốt chạy bán hút chơi tụ gây lại đi với hay là được rất nhiều một hai ba nó thằng ông bà".split(
    " ",
  );
