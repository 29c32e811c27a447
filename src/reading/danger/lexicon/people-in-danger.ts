import type { DangerRule } from "../danger.ts";
import { ABROAD, CHILD, HELD, HIT, KIN, ME, MOLEST, PARENT, THEY } from "./classes.ts";

const HARM = `(${HIT.slice(1, -1)}/${MOLEST.slice(1, -1)}/${HELD.slice(1, -1)}/bỏ mặc/chửi đánh/ép lấy chồng/bắt lấy chồng/bắt lấy vợ/ép cưới/bắt cưới/ép gả/gả bán/bắt làm vợ)`;
const LOST_TOUCH =
  "(không liên lạc/không liên lạc được/mất liên lạc/không gọi được/gọi không được/không thấy về/chưa về/không về/chưa thấy về/không tin tức/tắt máy/thuê bao/bặt tin/không rõ ở đâu)";
const SOLD =
  "(bị !bán/bị bán sang/bị bán qua/bị bán cho/bị bán đi/bị bán làm/lừa bán/bán cho/bán sang/bán qua/bán đi/bán làm vợ/bán vào/bán người/đem bán/sắp bán/đòi bán/bắt bán/bán lại)";

/** People who can't easily help themselves; despair and families stand in files of their own. */
export const PEOPLE: readonly DangerRule[] = [
  {
    kind: "humanTrafficking",
    numbers: ["111", "113"],
    lasting: true,
    now: [
      "(bị/đang bị/định/đem/sắp) (/lừa/người ta/bọn nó/chúng nó) bán (/em/cháu/tôi/con/nó) (sang/qua/đi/làm vợ/cho)",
      "(bị/đang bị/định/đem/sắp) (/lừa/người ta/bọn nó/chúng nó) (!bán/lừa bán)",
      `(lừa/dụ/ép/bán/đưa/bắt/dẫn/lùa) (/tôi/em/con/cháu/người/tụi em) (/đi) (sang/qua/vượt/sang bên/vượt qua) ${ABROAD}`,
      "(bị/đang) (nhốt/giam/giữ/ép) … (bán dâm/tiếp khách/lừa đảo/làm vợ) ",
      `(bắt/ép/dẫn/lừa) … ${ABROAD} … bán`,
      `(trốn/trốn thoát/chạy thoát/thoát/bỏ chạy) (/ra/được/khỏi/về/rồi) & ${SOLD}`,
      `(trốn/trốn thoát/chạy thoát/thoát/bỏ chạy) (/ra/được/khỏi/về/rồi) & ${ABROAD}`,
    ],
    signs: [
      "(lừa bán/bán sang/bán qua/bán người/bán cho người ta/bị !bán/bị mua bán)",
      "bị bán (/đi/em/cháu/làm/vào) (sang/qua/cho/đi/làm/vào/lên/từ/bên/ở/lấy/tới/ra)",
      "(ép/bắt/giữ) … (tiếp khách/bán dâm/bán thân/phục vụ khách/tiếp rượu)",
      `${ABROAD} & (${LOST_TOUCH.slice(1, -1)}/đòi chuộc/tiền chuộc/bị nhốt/bị giữ/bị giam/bị đánh/bị bán/cứu/không về được/bị ép/chích điện/giữ hộ chiếu/thu hộ chiếu/tịch thu/nhốt/giam/trói/chích điện/kêu cứu/không cho về/bắt làm/ép làm/bị lừa)`,
      `bị (/người ta/người quen/bạn/ai đó/nó) (dụ/lừa/rủ) … (đi/sang/qua/lên) & ${LOST_TOUCH}`,
      `(theo/đi theo/đi với) (/bạn/trai/người/một) (bạn/trai/lạ/người quen/quen trên mạng/quen qua mạng) & ${LOST_TOUCH}`,
      `(dẫn/đưa/chở/bắt/lùa/ép) ${ME} … (sang/qua/vượt) (/bên) ${ABROAD} & (muốn về/không cho về/sợ/đường rừng/đường mòn/lén/cứu/trốn)`,
      "(mới/không) (thả/cho về/tha) & (biên giới/bên/trung quốc/campuchia/môi giới)",
      "(đòi/tiền) (chuộc/tiền chuộc)",
      "ép (/làm/đi/em/cháu/bạn em) (bán dâm/lấy chồng/làm vợ/tiếp khách/gái/bán thân/tiếp rượu)",
      `(đưa/dẫn/rủ/dụ/chở) (/mấy/nhiều/các) (em/bé/cháu/trẻ/gái/con gái/phụ nữ) (/gái/nhỏ/em) (sang/qua/vượt) ${ABROAD}`,
      `(bắt/ép/lừa/dụ) … (vượt biên/qua biên/sang biên)`,
      `nghi (bị/là bị) (bán/lừa bán/bắt bán)`,
      "(tịch thu/thu/giữ) (/hết) (hộ chiếu/giấy tờ/căn cước) & (không cho/làm việc/nhốt/đánh/ép)",
      `(bán/đem bán/đưa bán) … (qua/sang/vượt) ${ABROAD}`,
      "(bắt vợ/kéo vợ/bắt về làm vợ)",
      "(bán/đem bán/đòi bán) (em/cháu/con/chị/bé) (/gái/trai/bé/út) (/tôi/cháu/em/mình) (/đi) (cho người ta/cho người lạ/lấy tiền/sang/cho ông/cho bà)",
      "(nhốt/giam/giữ/không cho về) & (bắt/ép) & (gọi điện/lừa/làm việc/làm thuê/chuộc/biên giới)",
    ],
  },
  {
    kind: "childAbuse",
    numbers: ["111", "113"],
    lasting: true,
    now: [
      `${PARENT} … ${HARM} (/vào/chết/của) (cháu/con/em/bé/học sinh/trẻ/con bé/thằng bé)`,
      `(cháu/con/em) (/hay/cứ/toàn) bị ${PARENT} … ${HARM}`,
      `đang … ${HARM} (con/trẻ em/trẻ con/cháu bé/đứa bé/bé/con nhỏ/cháu)`,
      `(cháu/bé) (/cứ/hay) bị … ${MOLEST}`,
    ],
    signs: [
      `${CHILD} … bị … ${HARM}`,
      `${PARENT} … (bắt/ép/dụ) (em/cháu/con/bé) (/phải) (cởi/cởi đồ/cởi quần áo/cởi quần/cho sờ/xem phim/chụp ảnh/ngủ cùng/ngủ chung/hôn)`,
      `${CHILD} bị (/ai/người) ${HARM}`,
      `${CHILD} & (sờ mó/sờ soạng/dâm ô/xâm hại/sàm sỡ/giở trò/hiếp dâm/sờ ngực/sờ đùi)`,
      `${HARM} (/con/đứa/một/mấy) (trẻ em/trẻ con/trẻ/cháu bé/bé gái/bé trai/em bé/đứa bé/học sinh/con nhỏ/con đẻ/con riêng/đứa nhỏ/con bé/thằng bé)`,
      `${THEY} … ${MOLEST} … (cháu/con/em bé/bé/con bé/con gái)`,
      "(bạo hành/xâm hại/lạm dụng) trẻ (/em/con/nhỏ)",
      "(ngủ với/quan hệ với/làm chuyện) (/đó/người lớn/bậy) (/với) (em/cháu/con) & (bố/cha/dượng/thầy/lớp/tuổi/chú/bác/ông)",
      "bỏ rơi (trẻ/em bé/bé/con)",
      "!sờ (/vào/mông/ngực/người/đùi/khắp) (cháu/con/em/bé/tớ)",
      "(mông/ngực/đùi/chỗ kín/vùng kín/chim) (em/cháu/con/bé) & (sờ/bóp/chạm/cầm/so/mò/thầy/chú/ông/cậu/bác)",
      `(bắt/ép) (/${CHILD.slice(1, -1)}/em/con/trẻ) (/phải) (đi/bỏ học) (/để) (/đi) (ăn xin/ăn trộm/trộm/bán ma túy/bán hàng/vận chuyển/giao hàng trắng/làm thuê/xin tiền/bán vé số)`,
      "(em bé/trẻ sơ sinh/sơ sinh/đứa bé/trẻ/trẻ em) … bị (bỏ rơi/bỏ lại/vứt/bỏ ở/bỏ trong/bỏ ngoài/bỏ trước/bỏ giữa)",
      `(vứt/bỏ) … (trẻ sơ sinh/em bé mới đẻ/em bé sơ sinh)`,
      "(gạ/dụ/rủ) (/bé/cháu/em) … (vào phòng/lên phòng/xem phim người lớn/chụp ảnh nóng/gửi ảnh nóng) & (cháu/bé/lớp/tuổi)",
    ],
  },
  {
    kind: "kidnapping",
    numbers: ["113"],
    lasting: true,
    now: [
      "đang … (bắt cóc/nhốt/giam/trói/lôi lên xe/kéo lên xe)",
      "(bị/vừa bị) (bắt cóc/nhốt/giam giữ/trói/bắt trói)",
    ],
    signs: [
      "bắt cóc",
      "(bế/bắt/dắt/ẵm) trộm (trẻ/trẻ con/em bé/con/cháu/bé)",
      `${THEY} bắt (/mất/được) (em/con/cháu/chị/vợ/bạn/chồng/bố/mẹ/tôi) (/em/tôi/gái) & (đòi/chuộc/thả/đi rồi/đi mất/lên xe/giữ/nhốt)`,
      `bị (/chúng nó/bọn nó/người ta/nó/họ/chúng) ${HELD}`,
      `${THEY} … (nhốt/giam/trói/xích/giam lỏng) ${ME}`,
      "(bế/cướp/bắt/dắt/cuỗm) (/mất/trộm) (con/cháu/bé/trẻ/em bé) (/tôi/em/mình/của tôi/gái) (/đi) (mất/đi/chạy/lên xe)",
      `(bế/bồng/ẵm/cuỗm/dắt/lôi) ${CHILD} (/tôi/em/mình/nhà em/nhà tôi) … (chạy/đi mất/bỏ đi/lên xe/ra xe/taxi/lên taxi)`,
      "(lôi/ép/kéo/dụ/rủ/bắt/tống/đẩy/bế/nhét) … (lên/vào) (xe/ô tô/cốp xe)",
      "bị … (giữ/giam/nhốt/bắt) … (đòi/bắt) … (mới thả/mới cho về/mới tha/chuộc)",
      "(trả/nộp/đưa/chuyển/đòi) … (mới thả/mới tha/mới cho về)",
      "bắt giữ người trái",
      "bắt (/mất/cóc) (con/cháu/bé/vợ/chị/mẹ/em gái/con gái/con trai) (tôi/em/mình/tao/cháu/của) (/ở/đi/lên/mất/rồi/trước/trên/từ)",
      `(đang/nó/họ/bọn nó/chúng nó) (/đang) (giữ/bắt/cầm giữ) (${CHILD.slice(1, -1)}/${KIN.slice(1, -1)}/người nhà/chị/anh/bạn) & (chuyển/tiền/triệu/tr/chuộc/giết/chặt/chém)`,
      "(không cho/không chịu cho) (/em/tôi/cháu/mình) (/đi) (ra/về/ra ngoài/đi/xuống/xuống xe) & (nhốt/khóa/giữ/sợ/cứu)",
      "khóa (/trái/hết) cửa … không cho",
    ],
  },
  {
    kind: "missingPerson",
    numbers: ["113", "111"],
    lasting: true,
    now: [],
    signs: [
      `${CHILD} … (mất tích/đi lạc/bị lạc/thất lạc/không thấy về/chưa về/chưa thấy về/không thấy đâu/lạc mất/bỏ nhà đi/tìm không thấy/lạc ở/lạc ngoài/lạc giữa)`,
      `${CHILD} & (chưa về/không thấy về/chưa thấy về/đi đâu mất/không thấy đâu)`,
      `(mất tích/đi lạc/lạc mất/lạc) … (con/bé/cháu/em/mẹ/bố/ông/bà)`,
      `${CHILD} … lạc (/ở/mất/đường/ngoài/trong/đâu/giữa/mẹ/bố)`,
      "(lạc/mất/tìm/tìm không thấy) (con/cháu/con gái/con trai/cháu bé) (/tôi/em/mình) (rồi/ở/mất/từ/khắp)",
      "(ông/bà/bố/mẹ/cụ/ông nội/bà nội/bà ngoại/ông ngoại) … (đi lạc/mất tích/lạc đường/không thấy về/bỏ nhà đi/chưa thấy về/chưa về)",
      "(bỏ nhà/trốn nhà/bỏ đi/trốn) (/đi) (theo/với) (người lạ/người quen/bạn/trai/ai/thằng)",
      "(bỏ nhà đi/bỏ đi) … (chưa về/không về/không thấy/để lại thư)",
      "mất tích",
      "(tìm/kiếm) (khắp/cả/mãi/hoài) … không thấy (/con/bé/cháu/nó/đâu)",
    ],
  },
];

/** Of family members, also former ones: 113 first. */
export const FAMILY: readonly DangerRule[] = [
  {
    kind: "domesticViolence",
    numbers: ["113"],
    now: [
      "đang … (đánh/đập/bóp cổ/chém/đâm/hành hạ/đuổi đánh) (vợ/chồng/mẹ/bố/con/em/tôi/chị)",
      `${KIN} (/em/tôi/cháu/chị/con/mình/say/say rượu) (/say/say rượu) đang … (${HIT.slice(1, -1)}/cầm dao/đập phá/phá cửa/lôi/đuổi)`,
      `(bị/đang bị) ${KIN} … (đánh/đập/bóp cổ/chém/đâm/đuổi/nhốt) & (cứu/với/rồi/đang/nhanh/chạy)`,
    ],
    signs: [
      `${KIN} … ${HIT} (/đập/chết/chửi) (em/tôi/vợ/chị/mẹ/con/mình/chồng/cháu/bố/má/tao/ba/bà/ông/tớ)`,
      `${KIN} … (trói/nhốt/đuổi) (em/tôi/vợ/chị/mẹ/mình/chồng/con)`,
      `bị ${KIN} … (${HIT.slice(1, -1)}/đuổi/trói/nhốt/dọa)`,
      "(đánh/đập/bạo hành/bóp cổ/chém) (vợ/chồng/vợ con)",
      `${KIN} … (say/say rượu/uống rượu/nhậu/xỉn) & (đánh/đập/chửi bới đập/phá/đuổi/dao/sợ/trốn/dọa)`,
      "(bị/đang/có/vụ) bạo lực gia đình",
    ],
  },
];

/** Done to somebody under eighteen: the age stands elsewhere in the message. */
export const DONE_TO_THE_YOUNG: readonly string[] = [
  `bị … ${HARM}`,
  "(bị/bắt/dụ/đòi/dọa) … (ép/dụ/dọa/quay clip/quay phim/chụp ảnh/bán/quấy rối/bắt nạt/bỏ/cởi/gửi ảnh/đăng ảnh/tung ảnh)",
  `${HARM} (/của/vào/lên) (em/cháu/con/bé/nó)`,
  "(hay/cứ/toàn/suốt) (đánh/đập/chửi/nhốt/sờ)",
  "(gạ/rủ/dụ) … (khách sạn/nhà nghỉ/phòng/cởi/ảnh/ngủ)",
];

/** A person under eighteen is the victim: their line is added to that of the danger. */
export const YOUNG: readonly string[] = [
  "(con tôi/con em/con mình/con nhỏ/con gái/con trai/cháu/bé/em bé/đứa bé/đứa trẻ/đứa nhỏ/trẻ em/trẻ con/học sinh/con bé/thằng bé/thằng cu/con riêng/em nhỏ/trẻ)",
  "(bố dượng/dượng/mẹ kế/dì ghẻ/ba dượng/mẹ ghẻ)",
  "(thầy/thầy giáo/cô giáo) … (em/cháu/con)",
  "(sau/trong/ở/tới/trước/cổng/cùng/ngoài/đi) (trường/lớp)",
  "lớp (1/2/3/4/5/6/7/8/9/10/11/12/một/hai/ba/bốn/năm/sáu/bảy/tám/chín)",
];
