import type { DangerRule } from "../danger.ts";

const POISON =
  "(thuốc sâu/thuốc trừ sâu/thuốc diệt cỏ/thuốc cỏ/thuốc chuột/bả chuột/thuốc tẩy/nước tẩy/xăng/dầu hỏa/axit/hóa chất/thuốc ngủ/lá ngón/nấm độc/cả vỉ thuốc/cả lọ thuốc/hết lọ thuốc/nguyên lọ thuốc)";

/** Life and limb: 115 first. */
export const MEDICAL: readonly DangerRule[] = [
  {
    kind: "poisoning",
    numbers: ["115"],
    lasting: true,
    now: [
      `(uống/ăn/nuốt/tự uống) (/nhầm/phải/hết/nhiều/cả) ${POISON} & (rồi/cứu/vừa/với)`,
      "sốc (thuốc/phản vệ)",
    ],
    signs: [
      `(uống/ăn/nuốt) (/nhầm/phải/hết/nhiều/trộm) ${POISON}`,
      "(bị/đang/vừa/cả nhà/ngộ) (ngộ độc/trúng độc/độc)",
      "ngộ độc",
      "quá liều",
      "(nôn/đau bụng/chóng mặt/tê) & ăn (nấm/cóc/cá nóc/lá/củ/quả/so biển)",
      "(ngạt/hít phải) (khí/khói/khí độc/khí than)",
      "ngạt",
    ],
  },
  {
    kind: "electricShock",
    numbers: ["115", "114"],
    now: [
      "đang bị (/điện) giật",
      "bị điện giật (/bất tỉnh/ngã/nằm/rồi)",
      "điện giật & (cứu/rồi/với/bất tỉnh)",
    ],
    signs: [
      "điện giật",
      "giật điện",
      "(điện/dây/cột) & bị giật",
      "(chạm/dính/hở/rò) (dây điện/điện)",
      "dây điện (/cao thế/bị) (đứt/rơi/rớt)",
      "đứt dây điện",
    ],
  },
  {
    kind: "childbirth",
    numbers: ["115"],
    now: ["đang (đẻ/sinh/chuyển dạ/đau đẻ/trở dạ)", "(vỡ ối/vỡ nước ối) (/rồi)"],
    signs: [
      "(đau/sắp/trở/đẻ) (đẻ/dạ/rơi)",
      "chuyển dạ",
      "(sắp/đang) sinh (/rồi/con/em bé/ở nhà)",
      "băng huyết",
    ],
  },
  {
    kind: "heart",
    numbers: ["115"],
    now: ["đang (lên cơn/bị) (/đau) (tim/đột quỵ/tai biến)"],
    signs: [
      "(đột quỵ/đột quị/tai biến/nhồi máu/ngừng tim/đau tim/suy tim cấp/trụy tim)",
      "đau (/thắt/tức) ngực",
      "tức ngực",
      "méo (miệng/mồm)",
      "liệt nửa người",
      "tim (ngừng/ngưng) đập",
      "(nói/nói năng) (ngọng/đớ/líu)",
      "(liệt/yếu/tê) (một bên/nửa người/nửa bên)",
    ],
  },
  {
    kind: "trafficAccident",
    numbers: ["115", "113"],
    now: [
      "tai nạn & (cứu/chảy máu/bất động/nằm/kẹt/nặng/bất tỉnh/gãy/người bị thương)",
      "(vừa/mới/đang) (/có/xảy ra/bị/thấy) (/vụ) (tai nạn/tông xe/đâm xe)",
    ],
    signs: [
      "tai nạn (/giao thông/xe/nghiêm trọng/nặng/lao động/liên hoàn)",
      "(xe/ô tô/xe máy/xe tải/xe khách/container) … (đâm/tông/húc/cán/đụng/lật/lao xuống/rơi xuống) (/vào/nhau/người/xe/trúng/chết/xuống)",
      "(lật/đâm/tông/đụng) xe",
      "bị xe … (đâm/tông/húc/cán/đụng)",
      "bị tông",
    ],
  },
  {
    kind: "medical",
    numbers: ["115"],
    now: [
      "(gọi/cần/xin/cho) (/xe/giúp/hộ) (cấp cứu/xe cứu thương/cứu thương) (/gấp/ngay/với)",
      "(không/ngừng/ngưng/tắt) thở (/được/nữa/nổi)",
      "(chảy/mất) (/rất/quá) (nhiều/máu) (nhiều máu/máu nhiều/nhiều/quá/không ngừng/lênh láng)",
      "máu (chảy/ra) (/rất/quá) (nhiều/không ngừng/lênh láng)",
      "(đang/bị/lên) (/cơn) (co giật/động kinh)",
      "(sắp/gần) chết (rồi/đến nơi/mất)",
    ],
    signs: [
      "cấp cứu",
      "(ngất/bất tỉnh/hôn mê/co giật/động kinh/tím tái/bất động/nguy kịch/thoi thóp/gục/sùi bọt mép/lịm)",
      "(ngã quỵ/ngã gục/xỉu/mê man/nguy hiểm tính mạng)",
      "(khó/nghẹt/không) thở (/được/quá)",
      "nuốt (/phải/nhầm) (/cục/viên/cái/đồng) (pin/xu/kim/xương/nam châm/dị vật/đinh/hạt/đồ chơi)",
      "tím (mặt/người/ngắt)",
      "(hóc/sặc/nghẹn) (xương/thức ăn/sữa/dị vật/kẹo/thạch/hạt/đồ/cháo/bột/nước)",
      "(chảy/nôn/ho/thổ/ói/đi ngoài) (/ra/nhiều/rất nhiều) máu",
      "(rắn/chó dại/ong/rết) … (cắn/đốt)",
      "(bị/phải) bỏng",
      "bỏng (nặng/nước sôi/xăng/axit)",
      "(ngã/rơi/rớt/té) (/từ/xuống/khỏi) (/từ) (trên cao/cao/mái/nóc/tầng/lầu/cây/giàn giáo/cầu thang/ban công/cột điện/vực/đồi/núi)",
      "(đứt/gãy) (động mạch/cổ/lìa/chân/tay/xương)",
      "đau (/bụng/đầu) dữ dội",
      "sốt cao … co giật",
      "bị thương (/nặng/rất nặng/nhiều)",
      "(có/nhiều/hai/ba/2/3) người (chết/bị thương/nằm)",
      "(chết người/hấp hối)",
    ],
  },
];
