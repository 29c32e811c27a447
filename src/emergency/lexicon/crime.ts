import type { DangerRule } from "../danger.ts";
import { BLADE, HIT, ME, MOLEST, SOMEONE, THEY } from "./classes.ts";

const INTRUDER =
  "(trộm/kẻ gian/kẻ trộm/tên trộm/thằng trộm/người lạ/ai đó/thằng lạ/mấy thằng lạ/bọn trộm/ai đang/có người/có ai/có đứa/có thằng/bọn nó/chúng nó/nó/đứa nào/thằng nào/người ta/gã/bóng người)";
const ENTERING =
  "(cạy/cậy/phá/phá khóa/bẻ/bẻ khóa/đột nhập/leo/leo rào/leo tường/leo vào/trèo/lẻn/lẻn vào/lục/lục lọi/chui vào/đục tường/vặn khóa/vặn tay nắm/mở khóa/cưa khóa/đạp cửa/đập cửa/phá cửa/!nạy/mò vào/mở cửa/mở cửa sổ/mở cổng/cậy cửa/gỡ cửa)";
const BOMB =
  "(bom/mìn/lựu đạn/đạn pháo/đầu đạn/vật nổ/đạn cối/bom bi/!đạn/quả đạn/thuốc nổ/bom mìn/kíp nổ/bộc phá/ngư lôi/rốc két)";

/** Crimes under way: 113 first. */
export const CRIME: readonly DangerRule[] = [
  {
    kind: "sexualViolence",
    numbers: ["113"],
    now: [
      "(đang/bị/sắp bị/đòi/định) (hiếp/hiếp dâm/cưỡng hiếp/cưỡng bức/làm nhục)",
      `đang … ${MOLEST} … ${ME}`,
    ],
    signs: [
      "(hiếp dâm/cưỡng hiếp/cưỡng bức/hãm hiếp/dâm ô)",
      "(giở trò/sàm sỡ/làm nhục/sờ soạng/làm bậy)",
      `bị … ${MOLEST}`,
      `${THEY} … ${MOLEST} … ${ME}`,
      "(cởi/thủ dâm/khoe/tụt) … trước mặt (em/cháu/tôi/con/mình)",
      "(bắt/ép/dụ/đòi/gạ/dọa) … (ảnh nóng/không mặc đồ/ảnh khỏa thân/không mặc quần áo/nude/ảnh nhạy cảm/clip nóng)",
      `(ép/bắt) … (quan hệ/ngủ với/cởi/lên giường/tiếp khách)`,
      `(cởi/lột) (/hết/quần/áo/đồ) (/quần áo/đồ) (/của) ${SOMEONE}`,
      `(đè/ôm/vật) ${ME} (/ra/xuống) `,
      "(lôi/kéo) … vào (bụi/bụi rậm/nhà nghỉ/phòng/ngõ/rừng/nhà hoang)",
    ],
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
      "(cướp/giật) (/mất/lấy) (túi/túi xách/điện thoại/dây chuyền/xe/tiền/vàng/ví/đồ/tiệm vàng/ngân hàng/cây xăng/giỏ/balo)",
      "(ăn cướp/cướp giật/tên cướp/bọn cướp/vụ cướp)",
      "trấn (lột/tiền/đồ)",
      "(bịt mặt/trùm đầu/đeo mặt nạ/bịt khẩu trang kín) & (két/két sắt/xe/nhà/tiệm/đồ/vào/cửa)",
      "kéo lê (/chị/em/tôi/người)",
      `(chặn/chặn đầu/ép/dừng) (/đường/xe/đầu) … (đòi tiền/lấy tiền/cướp/lục/đánh/xin tiền/đòi xe/đưa tiền/đưa điện thoại/đòi điện thoại/đưa đt/đưa dt/đưa xe/đưa ví/đưa vàng/trấn)`,
      `(bắt/ép/đòi/dọa) (/đánh) ${ME} (/phải) (đưa/nộp/giao) (/hết/ra) (tiền/điện thoại/đt/xe/ví/vàng/túi/đồ)`,
      `(bắt/ép) (${ME.slice(1, -1)}/nó) … rút (/hết) tiền`,
      "(đưa tiền/đưa hết tiền) … (không thì/không là/nếu không)",
    ],
  },
  {
    kind: "hostage",
    numbers: ["113"],
    lasting: true,
    now: [],
    signs: ["con tin", "(khống chế/bắt giữ/uy hiếp) … (người/bé/trẻ/con/cháu/em/tôi/vợ/mẹ)"],
  },
  {
    kind: "breakIn",
    numbers: ["113"],
    now: [
      `${INTRUDER} … đang (/ở/cố/ra sức/tìm cách) (cạy/cậy/phá/bẻ/đột nhập/leo/trèo/lẻn/vào/lục/trộm/ở trong nhà/ở trong/mở khóa/đục/nạy/vặn)`,
      `đang … ${ENTERING}`,
      "đang … (trộm/ăn trộm/trộm xe/trộm đồ/lục đồ/trèo tường/dắt trộm)",
      "đang (/bị) (trộm/kẻ trộm/kẻ gian) (/vào/lẻn/đột nhập)",
      "(trộm/ăn trộm) (kìa/trộm/bà con/ơi)",
      "(trộm/kẻ gian/kẻ trộm/người lạ/kẻ lạ/thằng lạ/có người lạ/có ai đó/bọn trộm) … trong nhà (/tôi/em/mình)",
      "(trộm/kẻ trộm/kẻ gian/tên trộm/thằng trộm/bọn trộm) (/nó/chó) đang",
      "(đang/vẫn/còn) … (trong nhà/trong phòng/gầm giường/tủ/nhà vệ sinh/nhà tắm) & (trốn/nấp/trộm/người lạ/kẻ lạ)",
    ],
    signs: [
      `${INTRUDER} … ${ENTERING}`,
      "có (/thằng/kẻ/đứa/tên/bọn) (trộm/kẻ gian)",
      "(người lạ/kẻ lạ/thằng lạ/bóng người/đàn ông lạ) … (trong/ngoài/sau/vào) (sân/vườn/nhà/phòng/hiên/gác/chuồng/bếp)",
      "(có người/có đứa/có thằng/thằng kia/ai đó/mấy thằng) (/đang) (trộm/ăn trộm/lấy trộm/dắt trộm/bẻ trộm)",
      "(cưa/cạy/đục/phá/cậy/bẻ/!nạy/vặn/lay) (/ổ/cái/cả) (khóa/cửa/cổng/két/tường/cửa sổ)",
      "(thằng/tên) ăn trộm … (quay lại/đang/trong)",
      "trộm (/nó) (vào/lẻn/đột nhập) nhà",
      "(đột nhập/đập cửa/phá cửa/phá cổng/cạy cửa/phá khóa/cạy khóa/bẻ khóa)",
      "(người lạ/bước chân/có tiếng/tiếng động/kẻ lạ/bóng người/đàn ông lạ) & (một mình/1 mình/sợ/trốn/nấp/rình/lảng vảng)",
      "(rình/rình rập/lảng vảng/núp/nấp/thập thò) (/ngoài/trước/ở/quanh/ngoài cửa) (cửa/cổng/nhà/cửa sổ/vườn)",
    ],
  },
  {
    kind: "explosive",
    numbers: ["113"],
    now: [],
    signs: [
      `(phát hiện/nhặt được/đào được/thấy/có/tìm thấy/đào phải/trúng/gặp/đào trúng/cuốc phải/cuốc trúng/vớt được) (/một/1/cái/mấy) (/quả/viên/trái/cục/hòm) ${BOMB}`,
      `(đặt/gài/ôm/cài) (/quả) ${BOMB}`,
      `(quả/trái/hòm) ${BOMB}`,
      `(cái/quả/vật/cục/trái/đồ) … (giống/hình/như/nghi/nghi là/tưởng) (/quả/trái/là/cái/đầu) ${BOMB}`,
      `(nghi/nghi là/nghi có/giống) (/quả/có) ${BOMB}`,
      `${BOMB} … (chưa nổ/còn sót/sót lại/rỉ sét/gỉ sét/gỉ/rỉ)`,
      "(vật liệu nổ/vật lạ/gói lạ/vali lạ) & (nổ/tích tắc/dây/nghi/sợ)",
      "(lựu đạn/bom mìn)",
    ],
  },
  {
    kind: "weapon",
    numbers: ["113"],
    now: [
      `đang (cầm/mang/vác/rút/dí/vung/kề/lăm lăm/xách/khua/múa) … ${BLADE}`,
      `(!dí/!kề/rút/vung/khua/chĩa/múa/gí) … ${BLADE}`,
      "(dí/kề) (/con/cái) (dao/súng/kéo)",
      "(nổ súng/tiếng súng/xả súng)",
      "bắn (nhau/chết/người/súng)",
    ],
    signs: [
      `(cầm/mang/vác/lăm lăm/xách/!thủ/dùng/lôi/giấu) (/con/theo/cái/cả) ${BLADE}`,
      `(cầm/mang/vác/lăm lăm/xách) … ${BLADE}`,
      "có (súng/mã tấu/con dao)",
      "!bắn … (trúng/vào) (người/chân/bụng/đầu/tôi/em)",
    ],
  },
  {
    kind: "violence",
    numbers: ["113"],
    now: [
      `đang … (đánh/đâm/chém/bóp cổ/hành hung/đập/rượt/đuổi theo/truy sát/vây đánh/đuổi đánh/đánh hội đồng/đấm/đạp/tra tấn/giật tóc/lôi/hội đồng) (/nhau/đập) ${SOMEONE}`,
      "đang … (đánh nhau/đâm nhau/chém nhau/bị đánh/bị chém/bị đâm/bị vây/hỗn chiến/ẩu đả/bị hành hung/bị truy sát/choảng nhau/đập nhau/oánh nhau/uýnh nhau/đuổi nhau/hội đồng)",
      "(giết/đâm/chém) (/chết) người (/ta) (/rồi)",
      "(xiên/lụi/thọc/chém/đâm) (/cho/trúng/luôn) (một/1/mấy/hai/2/3/nhiều) (nhát/phát/dao)",
      "bị (/nó/bọn nó/người ta/chúng nó) (đâm/chém/bắn)",
      "(có người/ai đó/thằng/bọn/nó/chúng nó/lão/hắn/ông ta) … (đòi giết/định giết/giết)",
      "(đâm/chém/đánh/phang/oánh/choảng) nhau (rồi/to/kìa/chảy máu/máu me/quá/ở)",
      "đang … (đuổi/rượt/bám) (/theo/đánh) (tôi/em/mình/cháu)",
    ],
    signs: [
      "(đâm/chém/đánh/bắn/chọi/choảng/phang/oánh/uýnh/đập/thanh toán) nhau",
      "(đâm/chém/phang) (/chết/trọng thương/gục/trúng/lung tung/loạn xạ) (người/tôi/em/chồng/vợ/bố/mẹ/con/bạn/lung tung/loạn xạ/anh/chị/bảo vệ)",
      "(ẩu đả/hỗn chiến/hành hung/truy sát/đánh hội đồng/xô xát/đánh người/giết người/đập chết)",
      `bị … (xiên/lụi/bóp cổ/chém/đánh/đuổi đánh/đập/hành hung/rượt/bao vây/đâm/chém/vây đánh/hội đồng/đánh đập/bắt nạt đánh/phang)`,
      `${THEY} … ${HIT} (/cho/chết/vào/gãy/vỡ) ${SOMEONE}`,
      `${THEY} … (lao vào/xông vào/kéo đến/kéo tới/xúm vào/xúm lại) … (đánh/đâm/chém/nhà/đập/phá/quán)`,
      "(kéo đến/kéo tới/xông vào/kéo vào) (/nhà/quán/tận) … (đánh/phá/gây sự/chém/đập/đòi)",
      "(giết/sắp giết/đánh chết) (tôi/em/mình/cháu/mẹ/vợ/chị/con)",
      "án mạng",
      "bị … (bám theo/bám đuôi/rình/rình rập/theo dõi)",
      "(bám sát/bám đuôi/áp sát/ép) (/xe/đuôi) (xe/vào lề/sát lề/vào đường) & (em/tôi/mình/cháu)",
      `(bám theo/bám đuôi/bám đít/theo sau/đi theo/theo dõi/lẽo đẽo theo/rượt theo/chạy theo/đuổi theo/theo) (/đuôi/sau) ${ME} & (sợ/cứu/tối/đêm/vắng/lạ/từ/suốt/mãi/cứ)`,
      "bị … (đi theo/bám theo/theo sau/chạy theo/theo đuôi) (/suốt/mãi/từ/hoài/sát)",
      "(lạ mặt/người lạ/kẻ lạ/xe lạ/thằng lạ/ông lạ) … (đi theo/bám theo/theo sau/theo em/theo tôi/theo cháu/bám)",
      "(bám theo/bám đuôi/lẽo đẽo theo) & (đường tối/đường vắng/tối quá/tối lắm/vắng/sợ/một mình)",
      "(đuổi/rượt/bám) (theo/đánh) (/tôi/em/mình/cháu) & (sợ/cứu/trốn/chạy)",
      "(ngáo/phê) (/đá/thuốc/ma túy) & (dao/chém/đập/la hét/leo/đòi/đuổi/phá/đốt/đánh/cắn/gào/lao/tấn công/dọa)",
      "(tâm thần/điên/say rượu/say xỉn/say) & (cầm dao/chém/đập phá/đuổi đánh/phá nhà/đốt/đòi giết)",
      "(tiếng kêu cứu/kêu cứu/la hét/gào thét/kêu gào/la khóc/hét) & (nhà bên/hàng xóm/phòng bên/bên cạnh/đánh)",
      `(trốn/nấp/núp) … (trong/dưới/sau/ở) & (sợ/chúng/nó/đánh/tìm/giết/chém)`,
    ],
  },
  {
    kind: "loanShark",
    numbers: ["113"],
    now: [],
    signs: [
      "(đòi nợ/vay/nợ/tín dụng đen/cho vay/siết nợ/xiết nợ/thu nợ/bốc họ/bát họ) & (dọa/đe dọa/hăm dọa/đòi giết/dọa giết/ném/tạt/đập phá/khủng bố/chém/đòi đánh/đánh đập/bao vây/vây nhà/chặn cửa/chặn đường/bắt giữ/bắt cóc/đốt nhà/kéo đến/kéo tới/đập cửa)",
    ],
  },
  {
    kind: "threat",
    numbers: ["113"],
    now: ["(dọa/đe dọa/hăm dọa/đòi/hăm) (/sẽ) (giết/chém/đâm/đốt/thiêu)"],
    signs: [
      "(dọa/đe dọa/hăm dọa/đòi/hăm/đe) … (giết/chém/đâm/đốt/đánh/bắn/thiêu/xử/chết/xẻo/rạch/xiên/cắt cổ/cắt gân/tạt axit/chặt tay/cho chết/cho một trận)",
      "(ném/tạt/hắt/đổ) (/chất) (mắm tôm/sơn/axit/bom xăng/bẩn/xăng)",
      `(chặn/vây/bao vây/vây kín) (/cửa/cổng/hết) (nhà/cửa/đường) (tôi/em/mình/cháu)`,
      "bị (/nó/chúng nó/người ta) (đe dọa/dọa/khủng bố)",
      "(châm lửa/bật lửa/đổ xăng/tưới xăng/tạt xăng) … (đốt/nhà/cửa/người/xe)",
      "đốt (cửa/nhà/xe/quán) (/nhà) (tôi/em/mình/người ta/hàng xóm/vợ/bố mẹ)",
      "(đập phá/đập nát/phá nát) (/nhà/đồ/quán/cửa)",
      "cầm … (dọa/đe dọa/uy hiếp)",
      "(đe dọa/dọa) (người đi đường/người dân/mọi người/tôi/em/mình/cháu/mẹ/bố/gia đình/cả nhà)",
    ],
  },
];
