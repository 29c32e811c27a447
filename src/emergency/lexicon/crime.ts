import type { DangerRule } from "../danger.ts";

const SOMEONE =
  "(tôi/em/mình/cháu/con/tao/anh/chị/mẹ/bố/ba/má/ông/bà/vợ/chồng/bạn/hàng xóm/người/dân/nó/thằng bé/đứa bé/bác/cô/chú/nhau)";
const BLADE =
  "(dao/súng/mã tấu/kiếm/phóng lợn/tuýp sắt/gậy/búa/rìu/rựa/dao phay/côn/vũ khí/hung khí/lựu đạn/mìn/bom xăng/vỏ chai)";
const INTRUDER =
  "(trộm/kẻ gian/kẻ trộm/tên trộm/thằng trộm/người lạ/ai đó/thằng lạ/mấy thằng lạ/bọn trộm/có người/có ai/có đứa/có thằng/bọn nó/chúng nó)";

/** Crimes under way: 113 first. */
export const CRIME: readonly DangerRule[] = [
  {
    kind: "sexualViolence",
    numbers: ["113"],
    now: ["(đang/bị/sắp bị/đòi) (hiếp/hiếp dâm/cưỡng hiếp)"],
    signs: ["(hiếp dâm/cưỡng hiếp/cưỡng bức/hãm hiếp)", "(giở trò/sàm sỡ/làm nhục)", "sờ soạng"],
  },
  {
    kind: "robbery",
    numbers: ["113"],
    now: [
      "(đang/vừa/mới/vừa mới) (/bị) (cướp/ăn cướp/cướp giật)",
      "cướp (cướp/ơi/kìa/rồi/bà con)",
      "có (/bọn/thằng/tên) cướp",
    ],
    signs: [
      "bị … cướp",
      "(cướp/giật) (/mất) (túi/điện thoại/dây chuyền/xe/tiền/vàng/ví/đồ/tiệm vàng/ngân hàng/cây xăng)",
      "(ăn cướp/cướp giật/tên cướp/bọn cướp/vụ cướp)",
      "trấn lột",
      "chặn (đường/xe) … (đòi tiền/lấy tiền/cướp/lục/đánh/xin tiền)",
    ],
  },
  {
    kind: "breakIn",
    numbers: ["113"],
    now: [
      `${INTRUDER} … đang (cạy/phá/bẻ/đột nhập/leo/trèo/lẻn/vào/lục/trộm/ở trong nhà/ở trong)`,
      `đang … (cạy cửa/phá cửa/phá khóa/bẻ khóa/đột nhập/trèo tường/ăn trộm/trộm xe/trộm đồ/lục đồ)`,
      "(trộm/ăn trộm) (kìa/trộm/bà con/ơi)",
      `${INTRUDER} … trong nhà (/tôi/em/mình)`,
      "(trộm/kẻ trộm/kẻ gian/tên trộm/thằng trộm/bọn trộm) (/nó/chó) đang",
    ],
    signs: [
      `${INTRUDER} … (cạy/phá/bẻ/đột nhập/leo rào/leo tường/leo vào/trèo/lẻn vào/lục lọi)`,
      "có (/thằng/kẻ/đứa/tên) trộm",
      "trộm (/nó) (vào/lẻn/đột nhập) nhà",
      "(đột nhập/đập cửa/phá cửa/phá cổng/cạy cửa)",
    ],
  },
  {
    kind: "explosive",
    numbers: ["113"],
    now: [],
    signs: [
      "(phát hiện/nhặt được/đào được/thấy/có/tìm thấy/đào phải) (/một/1) (/quả/viên/trái) (bom/mìn/lựu đạn/đạn pháo/đầu đạn/vật nổ/đạn cối)",
      "(đặt/gài) (/bom/mìn) (bom/mìn)",
      "(quả bom/lựu đạn)",
    ],
  },
  {
    kind: "weapon",
    numbers: ["113"],
    now: [
      `đang (cầm/mang/vác/rút/dí/vung/kề/lăm lăm/xách) … ${BLADE}`,
      `(dí/kề/rút/vung) … ${BLADE}`,
      "(nổ súng/tiếng súng/xả súng)",
      "bắn (nhau/chết/người/súng)",
    ],
    signs: [`(cầm/mang/vác/lăm lăm/xách/thủ/dùng) … ${BLADE}`, "có (súng/dao/mã tấu)"],
  },
  {
    kind: "violence",
    numbers: ["113"],
    now: [
      `đang … (đánh/đâm/chém/bóp cổ/hành hung/đập/rượt/đuổi theo/truy sát/vây đánh/đuổi đánh/đánh hội đồng) (/nhau) ${SOMEONE}`,
      "đang … (đánh nhau/đâm nhau/chém nhau/bị đánh/bị chém/bị đâm/bị vây/hỗn chiến/ẩu đả/bị hành hung/bị truy sát)",
      "(giết/đâm/chém) (/chết) người (/ta) (/rồi)",
      "bị (/nó/bọn nó/chúng nó/người ta) (đâm/chém/bắn)",
      "(có người/ai đó/thằng/bọn/nó/chúng nó) … (đòi giết/định giết/giết)",
      "(đâm/chém/đánh) nhau (rồi/to/kìa/chảy máu/máu me/quá/ở)",
      "đang (đuổi/rượt/bám) (theo/đánh) (tôi/em/mình/cháu)",
    ],
    signs: [
      "(đâm/chém/đánh/bắn/chọi) nhau",
      "(đâm/chém) (/chết/trọng thương/gục) (người/tôi/em/chồng/vợ/bố/mẹ/con/bạn)",
      "(ẩu đả/hỗn chiến/hành hung/truy sát/đánh hội đồng/xô xát/đánh người/giết người)",
      `bị (/nó/bọn nó/chúng nó/mấy thằng/một nhóm/nhóm người/người ta/côn đồ/hàng xóm/thằng/người lạ) … (đánh/đập/đuổi/hành hung/rượt/bao vây)`,
      "bị (đánh/đập/hành hung/rượt đuổi/đuổi đánh/bao vây)",
      "(giết/sắp giết/đánh chết) (tôi/em/mình/cháu/mẹ/vợ/chị/con)",
      "án mạng",
      "bị (bám theo/bám đuôi/rình/rình rập)",
      "(bám theo/đi theo/theo dõi) (tôi/em/mình/cháu) & (sợ/cứu/tối/đêm/vắng)",
    ],
  },
  {
    kind: "loanShark",
    numbers: ["113"],
    now: [],
    signs: [
      "(đòi nợ/vay/nợ/tín dụng đen/cho vay/siết nợ/xiết nợ) & (dọa/đe dọa/hăm dọa/đòi giết/dọa giết/ném/tạt/đập phá/khủng bố/chém/đòi đánh/đánh đập/bao vây/vây nhà/chặn cửa/chặn đường/bắt giữ/bắt cóc/đốt nhà)",
    ],
  },
  {
    kind: "threat",
    numbers: ["113"],
    now: ["(dọa/đe dọa/hăm dọa/đòi) (/sẽ) (giết/chém/đâm/đốt/thiêu)"],
    signs: [
      "(dọa/đe dọa/hăm dọa/đòi) … (giết/chém/đâm/đốt/đánh/bắn/thiêu/xử)",
      "(ném/tạt/hắt) (/chất) (mắm tôm/sơn/axit/bom xăng/bẩn/xăng)",
      "(chặn/vây/bao vây) (/cửa/cổng) (nhà/cửa/đường) (tôi/em/mình/cháu)",
      "bị (/nó/chúng nó/người ta) (đe dọa/dọa/khủng bố)",
      "đập phá (/nhà/đồ/quán)",
    ],
  },
];
