import type { DangerRule } from "../danger.ts";

const HARM =
  "(đánh/đập/bạo hành/hành hạ/xâm hại/dâm ô/sờ/sờ mó/sờ soạng/hiếp/hiếp dâm/lạm dụng/nhốt/bỏ đói/trói/quấy rối/giở trò/tát)";
const CHILD =
  "(con tôi/con em/con mình/con gái/con trai/cháu bé/bé gái/bé trai/em bé/đứa bé/đứa trẻ/trẻ em/trẻ con/học sinh/em gái/em trai/cháu/bé/cháu gái/cháu trai/con bé/thằng bé)";
const ABROAD =
  "(trung quốc/campuchia/cam pu chia/campuchea/myanmar/miến điện/lào/thái lan/biên giới/nước ngoài)";
const PARENT =
  "(bố/ba/mẹ/má/bố dượng/dượng/cha/cha dượng/mẹ kế/dì ghẻ/ông/bà/chú/bác/cậu/thầy/thầy giáo/cô giáo/anh trai/cậu)";
const KIN = "(chồng/vợ/bố/mẹ/con trai/anh trai/bố chồng/mẹ chồng/em chồng/anh rể/con rể)";

/** People who can't easily help themselves. */
export const PEOPLE: readonly DangerRule[] = [
  {
    kind: "selfHarm",
    numbers: ["115", "113"],
    lasting: true,
    now: [
      "(muốn/định/sẽ/đang/sắp/dọa/đòi/tìm cách/ý định) (/đi/tìm) (tự tử/tự sát/chết đi/kết liễu/tự vẫn/tự thiêu/tự kết thúc)",
      "(không/chẳng/chả/hết) (/còn) (muốn/thiết) sống (/nữa)",
      "(em/tôi/mình/con/cháu/nó/chị/anh/bạn) (/chỉ) (muốn/định) chết",
      "muốn chết (quá/cho xong/đi/cho rồi/thôi)",
      "chán sống",
      "(không/chẳng) (còn/có) (gì/lý do) (để/mà) sống",
      "sống (/làm gì/không nổi/chẳng) (/làm gì) nữa",
      "sống không nổi",
      "(chẳng/không/hết) còn ý nghĩa (/gì)",
      "muốn (ra đi/biến mất/buông xuôi/giải thoát) (/mãi/khỏi/cho/hết/thôi)",
      "kết thúc (cuộc đời/cuộc sống/tất cả/mọi thứ/đời mình)",
      "(đang/định/sắp/đòi/leo lên/trèo lên/ra cầu) … (nhảy cầu/nhảy lầu/nhảy xuống/treo cổ/cắt tay/cắt cổ tay)",
      "(vĩnh biệt/tạm biệt) (mọi người/cuộc đời/thế giới)",
    ],
    signs: [
      "(tự tử/tự sát/treo cổ/nhảy cầu/nhảy lầu/tự vẫn/tự thiêu)",
      "cắt (/cổ) tay",
      "(tự làm đau/tự hại/rạch tay/làm đau bản thân/tự hủy hoại)",
    ],
  },
  {
    kind: "humanTrafficking",
    numbers: ["111", "113"],
    lasting: true,
    now: [
      "(bị/đang bị) (/lừa/người ta/bọn nó/chúng nó) bán (/sang/qua/đi/làm/cho)",
      `(lừa/dụ/ép/bán) (/tôi/em/con/cháu/người) (sang/qua) ${ABROAD}`,
      `(bị/đang) (nhốt/giam/giữ/ép) … (bán dâm/tiếp khách/lừa đảo/làm vợ) `,
    ],
    signs: [
      "(lừa bán/buôn người/mua bán người/bán sang/bán qua/bán người)",
      `${ABROAD} & (không liên lạc/mất liên lạc/không gọi được/không thấy về/đòi chuộc/tiền chuộc/bị nhốt/bị giữ/bị giam/bị đánh/bị bán/cứu/không về được/bị ép/chích điện/gọi không được)`,
      "bị (dụ/lừa/rủ) … đi & (không liên lạc/mất liên lạc/gọi không được/không gọi được/không thấy về/chưa về)",
      `(đòi/tiền) (chuộc/tiền chuộc)`,
      "ép (/làm/đi) (bán dâm/lấy chồng/làm vợ/tiếp khách/gái)",
      `(đưa/dẫn/rủ/dụ) (/mấy/nhiều/các) (/em/bé/cháu/trẻ/gái) (/gái/nhỏ/em) (sang/qua) ${ABROAD}`,
    ],
  },
  {
    kind: "childAbuse",
    numbers: ["111", "113"],
    lasting: true,
    now: [
      `${PARENT} … ${HARM} (cháu/con/em/bé/học sinh/trẻ)`,
      `(cháu/con/em) bị ${PARENT} … ${HARM}`,
      `đang … ${HARM} (con/trẻ em/trẻ con/cháu bé/đứa bé/bé/con nhỏ/cháu)`,
    ],
    signs: [
      `${CHILD} … bị … ${HARM}`,
      `${CHILD} bị (/ai/người) ${HARM}`,
      `(đánh/bạo hành/xâm hại/dâm ô/hành hạ/hiếp/lạm dụng/bỏ đói) (/con/đứa) (trẻ em/trẻ con/trẻ/cháu bé/bé gái/bé trai/em bé/đứa bé/học sinh/con nhỏ/con đẻ/con riêng)`,
      "(bạo hành/xâm hại/lạm dụng) trẻ (/em/con/nhỏ)",
      "bỏ rơi (trẻ/em bé/bé/con)",
      "(em bé/trẻ sơ sinh/đứa bé/trẻ) … bị bỏ (rơi/lại)",
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
      "(nó/chúng nó/tụi nó/bọn nó/người ta/họ) bắt (/mất) (em/con/cháu/chị/vợ/bạn/chồng/bố/mẹ) & (đòi/chuộc/thả/đi rồi/đi mất)",
      "bị (/chúng nó/bọn nó/người ta) (nhốt/giam/trói/giữ lại/giam giữ)",
      "(bế/cướp/bắt/dắt) (/mất) (con/cháu/bé/trẻ/em bé) (/tôi/em/mình/của tôi) (/đi) (mất/đi/chạy/lên xe)",
      "(lôi/ép/kéo/dụ/rủ) … lên (xe/ô tô)",
      "bắt giữ người trái",
    ],
  },
  {
    kind: "missingPerson",
    numbers: ["113", "111"],
    lasting: true,
    now: [],
    signs: [
      `${CHILD} … (mất tích/đi lạc/bị lạc/thất lạc/không thấy về/chưa về/chưa thấy về/không thấy đâu/lạc mất/bỏ nhà đi)`,
      "(mất tích/đi lạc/lạc mất) … (con/bé/cháu/em)",
      "(lạc/mất) (con/cháu) (/tôi/em/mình) (rồi/ở)",
      "mất tích",
    ],
  },
  {
    kind: "domesticViolence",
    numbers: ["113"],
    now: [
      `đang … (đánh/đập/bóp cổ/chém/đâm/hành hạ/đuổi đánh) (vợ/chồng/mẹ/bố/con/em/tôi/chị)`,
      `${KIN} (em/tôi/cháu/chị/con/mình) đang … (đánh/đập/chém/đâm/bóp cổ/cầm dao/đập phá)`,
      `(bị/đang bị) ${KIN} … (đánh/đập/bóp cổ/chém/đâm/đuổi/nhốt) & (cứu/với/rồi/đang/nhanh/chạy)`,
    ],
    signs: [
      `${KIN} … (đánh/đập/bóp cổ/hành hạ/bạo hành/đuổi đánh/tát/trói/nhốt) (em/tôi/vợ/chị/mẹ/con/mình/chồng/cháu/bố)`,
      `bị ${KIN} … (đánh/đập/bóp cổ/hành hạ/bạo hành/đuổi/trói/nhốt/dọa)`,
      "(đánh/đập/bạo hành/bóp cổ) (vợ/chồng/vợ con)",
      "bạo lực gia đình",
    ],
  },
];

/** Done to somebody under eighteen: the age stands elsewhere in the message. */
export const DONE_TO_THE_YOUNG: readonly string[] = [
  `bị … ${HARM}`,
  "(bị/bắt/dụ) … (ép/dụ/dọa/quay clip/quay phim/chụp ảnh/bán/quấy rối/bắt nạt/bỏ)",
  "(hay/cứ/toàn/suốt) (đánh/đập/chửi/nhốt/sờ)",
];
