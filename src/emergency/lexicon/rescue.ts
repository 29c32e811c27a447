import type { DangerRule } from "../danger.ts";

const PLACE =
  "(nhà/bếp/xưởng/kho/chợ/quán/trường/phòng/chung cư/xe/ô tô/xe máy/xe tải/xe khách/công ty/khách sạn/cửa hàng/tòa nhà/" +
  "ký túc xá/trạm xăng/cây xăng/điện/bình ga/bình gas/bình điện/gác/mái nhà/dãy trọ/phòng trọ/nhà trọ/chuồng/trạm điện/xe điện)";
const WATER = "(sông/suối/ao/hồ/giếng/hố/kênh/mương/đập/biển/nước/cống)";

/** Fire, gas, water and what traps people: 114, with 112 for floods and searches. */
export const RESCUE: readonly DangerRule[] = [
  {
    kind: "fire",
    numbers: ["114"],
    now: [
      `đang (/bị/bốc) cháy`,
      `${PLACE} … cháy (rồi/to/lớn/dữ/kìa)`,
      `cháy ${PLACE} (rồi/kìa/em/tôi/mình/bà con)`,
      "cháy (to/lớn/dữ/mạnh) (quá/lắm/rồi/kìa)",
      "cháy (rồi/kìa/lan) ",
      "cháy cháy",
      "lửa (/đang) (bốc/bùng/lan/bén) ",
      "kẹt … (đám cháy/trong lửa)",
      "lửa (to/lớn/dữ) (quá/lắm)",
      "cháy & (cứu/gọi cứu hỏa/bà con ơi)",
    ],
    signs: [
      `cháy (/to ở/lớn ở) ${PLACE}`,
      `${PLACE} … (bị/đã/vừa/mới/lại/bốc/bắt đầu/có) cháy`,
      `${PLACE} cháy`,
      "(nhà/quán/xưởng/kho/chợ) … cháy",
      "có (/đám/vụ) cháy",
      "(đám/bốc/bị) cháy",
      "(hỏa hoạn/cháy nổ/bà hỏa)",
      "khói (đen/bốc/mù/nghi ngút/dày/tỏa/lửa/mịt) ",
      "nhiều khói",
      "khói … (bốc/nhiều) (/lên/quá)",
      "lửa (cháy/to/lớn)",
      "chập điện",
      "cháy (ga/gas/đống rơm/đống rác/rơm/bãi xe/trường học)",
      "(gọi/cần/báo/xe/điều) cứu hỏa",
      "(xe/cần) chữa cháy",
      "cháy ở",
      "đổ xăng (đốt/châm/vào nhà/vào người)",
      "(đang/châm lửa) đốt (nhà/xe/quán)",
    ],
  },
  {
    kind: "forestFire",
    numbers: ["114"],
    now: ["(cháy/đang cháy) (rừng/đồi/núi/nương/rẫy) & (rồi/to/lan/cứu/kìa/đang)"],
    signs: ["cháy (rừng/đồi/núi/nương/rẫy/thông/vườn)", "(rừng/đồi/nương/rẫy/núi) … cháy", "cháy lan … rừng"],
  },
  {
    kind: "gas",
    numbers: ["114"],
    now: ["đang (rò/xì/hở) (ga/gas/khí)"],
    signs: [
      "(rò/xì/hở/rò rỉ/thoát) (/khí/bình) (ga/gas)",
      "(ga/gas/khí) (/bị/đang) (rò/xì/hở) ",
      "mùi (ga/gas/xăng) … (nồng/nặc/quá/khắp)",
      "nổ (bình/ga/gas/nồi hơi/lò/xưởng/nhà/to/lớn)",
      "(bình ga/bình gas/xưởng/kho) … nổ",
      "(tiếng/vụ/vừa) nổ (/rất/to/lớn)",
    ],
  },
  {
    kind: "drowning",
    numbers: ["114", "115", "112"],
    now: [
      "đang (chìm/đuối/bị cuốn/bị nước cuốn)",
      "(đuối nước/chìm) & (cứu/rồi/với/nhanh)",
      "bị (nước/lũ/sóng) cuốn",
    ],
    signs: [
      "(đuối/chết đuối/ngạt) nước",
      "chết đuối",
      `(rơi/ngã/rớt/té/lao/nhảy/tụt/trượt) (/xuống/vào) ${WATER}`,
      `(rơi/ngã/rớt/té) xuống (/cái/lòng) (dưới/giữa) ${WATER}`,
      `chìm (/dưới/xuống/trong) (/dưới) ${WATER}`,
      "(chìm/lật) (thuyền/đò/bè/tàu/xuồng)",
      "(thuyền/đò/bè/tàu/xuồng) … (chìm/lật)",
      "(trôi/cuốn) (sông/suối/theo dòng nước)",
      "cuốn trôi",
      "(người/bé/cháu/em/con) … chìm",
      "chới với",
    ],
  },
  {
    kind: "flood",
    numbers: ["112", "114"],
    lasting: true,
    now: [
      "(lũ/nước lũ/nước) (/đang) (dâng/lên/về/tràn/ngập) (/rất/quá/nhanh) (nhanh/nóc/mái/cao/nhà/quá)",
      "mắc kẹt … (lũ/lụt/nước/nóc/mái/sạt lở)",
      "(lũ/lụt/nước) … mắc kẹt",
    ],
    signs: [
      "(lũ/lũ quét/lũ ống/nước lũ/mưa lũ) (đang/về/lên/dâng/tràn/cuốn/đến/to/lớn)",
      "lũ (quét/ống/cuốn)",
      "nước (dâng/ngập/tràn) … (nhanh/nóc/mái/nhà/giường/cổ/ngực/đầu)",
      "nước (/sông/suối) (đang/) (lên/dâng) (nhanh/cao/to)",
      "ngập (/lụt) … (nóc/mái/tầng/hết nhà/tới nóc/đến nóc/tới mái/đến mái/đến cổ/tới cổ)",
      "(sạt/lở/sụt) (lở/đất/núi/đường)",
      "đất đá (/đang) (đổ/sạt/vùi/rơi/tràn)",
      "(cô lập/bị cô lập) … (lũ/nước/người)",
      "vỡ (đập/đê/bờ)",
    ],
  },
  {
    kind: "trapped",
    numbers: ["114", "115"],
    now: ["đang (mắc/bị) kẹt", "(kẹt/mắc kẹt/bị kẹt) (/trong/ở) (/cái) (thang máy/hầm/hang/giếng/xe)"],
    signs: [
      "(mắc/bị) kẹt",
      "(vùi/chôn) (lấp/sống)",
      "bị (vùi/chôn/đè)",
      "(cây/tường/đá/cột/xe/nhà) (đổ/sập) (vào/đè/trúng/lên)",
      "sập (nhà/tường/giàn giáo/hầm/mỏ/lò/cầu/trần/mái/công trình)",
      "(nhà/tường/giàn giáo/hầm/mỏ/cầu/trần/mái) (/bị/vừa) sập",
      "lạc … (rừng/núi)",
    ],
  },
];
