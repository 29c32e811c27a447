import type { IncidentPhrases } from "../incident.ts";

const THINGS =
  "(đt/xe/xe máy/xe đạp/xe đạp điện/điện thoại/ví/túi/tiền/vàng/trâu/bò/gà/chó/lợn/máy bơm/máy tính/laptop/đồ/dây chuyền/cây cảnh/hàng/đồ đạc/ắc quy)";

/** Things taken or lost, strangers about. */
export const PROPERTY: readonly IncidentPhrases[] = [
  {
    id: "theft",
    phrases: [
      `(bị/vừa bị/mới bị) (/kẻ gian/thằng nào/ai đó/người ta/nó) (/vào nhà/lẻn vào/cạy cửa) (/lấy/cạy) (trộm/mất trộm/mất cắp/ăn trộm/móc túi/cướp/giật/cướp giật/lấy mất/lấy trộm/trộm mất/khoắng/đột nhập)`,
      `(bị/vừa/mới/vừa bị/mới bị/đêm qua/tối qua/hôm qua/sáng nay) (/em/tôi/nhà) (/bị) mất ${THINGS}`,
      `(trộm/kẻ gian/ai đó/thằng nào/nó/người lạ) (/vào nhà/đột nhập/lẻn vào) … (lấy/lấy mất/trộm/khoắng/bê/dắt/cuỗm/cạy/bẻ khóa)`,
      "(mất trộm/mất cắp/trộm cắp/trộm vặt/trộm chó/trộm xe/trộm gà/câu trộm)",
      `trộm (/mất/lấy/mất của) ${THINGS}`,
      `(trộm/kẻ trộm/kẻ gian) (vào/đột nhập/lẻn vào) nhà`,
      `mất ${THINGS} (rồi/của em/của tôi/ở)`,
    ],
  },
  {
    id: "lostProperty",
    phrases: [
      `(rơi/đánh rơi/làm rơi/làm mất/để quên/bỏ quên/thất lạc/đánh mất) (/mất/cái) (${THINGS.slice(1, -1)}/giấy tờ/căn cước/bằng lái/cccd/hộ chiếu/thẻ)`,
      `(rơi/mất) (/hết) (giấy tờ/căn cước/cccd/hộ chiếu/bằng lái)`,
      "(nhặt được/nhặt đc/lượm được) (/cái/chiếc/một) (ví/điện thoại/túi/giấy tờ/tiền/thẻ/căn cước/xe)",
    ],
  },
  {
    id: "suspiciousPerson",
    phrases: [
      "(người lạ/người lạ mặt/kẻ lạ/đối tượng/thanh niên lạ/xe lạ/mấy người lạ/thằng lạ/nhóm người lạ) … (lảng vảng/rình/nhòm/ngó/lượn lờ/đi lại/dò hỏi/chụp ảnh/khả nghi/đứng/quanh/gần/vào nhà/gõ cửa/theo dõi)",
      "(lảng vảng/rình rập/lượn lờ/khả nghi/đáng nghi/nghi vấn/lén lút)",
      "(bám theo/theo dõi/đi theo) (tôi/em/con/cháu/bé)",
    ],
  },
];
