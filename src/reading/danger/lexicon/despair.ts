import type { DangerRule } from "../danger.ts";

const END =
  "(chết/chết đi/chết quách/tự tử/tự sát/kết liễu/tự vẫn/tự thiêu/tự kết thúc/quyên sinh/tự kết liễu/đi chết/nhảy lầu/nhảy cầu)";

/** Someone wants to die, or is about to: 115 first, in gentle words. */
export const DESPAIR: readonly DangerRule[] = [
  {
    kind: "selfHarm",
    numbers: ["115", "113"],
    lasting: true,
    now: [
      `(muốn/định/sẽ/đang/sắp/dọa/đòi/tìm cách/ý định/ý nghĩ/quyết định) (/đi/tìm/là/được) (tự tử/tự sát/chết đi/kết liễu/tự vẫn/tự thiêu/tự kết thúc/chết quách)`,
      "(không/chẳng/chả/hết/đếch) (/còn) (muốn/thiết/ham) (sống/tồn tại) (/nữa)",
      "(em/tôi/mình/con/cháu/nó/chị/anh/bạn/tao/tớ) (/chỉ/lại) (muốn/định/ước) (/được) chết",
      "muốn chết (quá/cho xong/đi/cho rồi/thôi/cho nhẹ/luôn)",
      "(chết/đi) (quách/cho xong/cho rồi/cho nhẹ nợ/đi cho xong)",
      "(đòi/định/sắp/dọa) nhảy (/xuống/lầu/cầu/sông/từ)",
      "chán sống",
      "(em/con/cháu/tôi/mình) đi (đây/nhé/trước) & (không ai cần/ở lại/tạm biệt/mạnh khỏe/xin lỗi/mệt/buồn/khổ)",
      "ở lại (mạnh khỏe/mạnh giỏi/giữ gìn/vui vẻ/bình an) & (em/con/cháu/tôi/mình)",
      "(uống thuốc/nhảy/đi chết/chết) đây & (mẹ/bố/thư/tạm biệt/xin lỗi/em/tôi/con)",
      "(viết/để/để lại) thư (/lại) cho (mẹ/bố/gia đình/cả nhà/con/vợ/chồng) & (thuốc/cầu/dây/đi/nhảy/chết)",
      "(ra/lên/tới/đến) (cầu/sông/sân thượng/bờ sông/đập/hồ) (đây/thôi/cho xong/cho rồi/luôn) & (khổ/chán/mệt/buồn/tủi/xin lỗi/sống/không ai)",
      "(có lẽ/hay là/thà/chắc/chi bằng/thôi thì) (/em/tôi/mình/con/cháu) (/nên) (chết/đi chết)",
      "chết (đi là/là) (hết/xong/hết chuyện/nhẹ)",
      "chết (đi/quách) … (làm phiền/gánh nặng/nhẹ nợ/khổ)",
      "(không/chẳng) (còn/có) (gì/lý do) (để/mà) sống",
      "sống (/làm gì/không nổi/chẳng/thế này/để) (/làm gì) (/cũng) (nữa/làm gì/vô nghĩa/không bằng chết)",
      "(sống không nổi/không sống nổi/không sống được nữa)",
      "(chẳng/không/hết) còn ý nghĩa (/gì)",
      "muốn (ra đi/biến mất/buông xuôi/giải thoát/buông bỏ/chấm dứt) (/mãi/khỏi/cho/hết/thôi/tất cả)",
      "muốn (ngủ/nhắm mắt/ngủ yên/đi ngủ) … (không dậy/mãi mãi/không tỉnh/đừng dậy/không bao giờ dậy/vĩnh viễn/không dậy nữa)",
      "(kết thúc/chấm dứt) (cuộc đời/cuộc sống/tất cả/mọi thứ/đời mình/mọi chuyện)",
      "(đang/định/sắp/đòi/leo lên/trèo lên/ra cầu/đứng trên/lên/ngồi trên) … (nhảy cầu/nhảy lầu/nhảy xuống/treo cổ/cắt tay/cắt cổ tay/gieo mình/nhảy sông)",
      "(vĩnh biệt/tạm biệt) (mọi người/cuộc đời/thế giới/bố mẹ/cả nhà)",
      `(ước/giá) (gì/như/mà) (/mình/em/tôi/con) … (chết/biến mất/không tồn tại/đừng sinh ra)`,
      "(thư/tin nhắn) tuyệt mệnh",
      "(nhắn/nhắn tin/gửi/lời/câu/tin/viết) … (vĩnh biệt/từ biệt/tuyệt mệnh)",
      "(đêm nay/tối nay/hôm nay/mai/lát nữa/chắc/thôi) … (đi luôn/đi mãi/đi xa mãi/đi hẳn) & (mệt/buồn/chán/khổ/tủi/xin lỗi)",
      "(viết/để lại/soạn) (/sẵn/xong) (di chúc/thư vĩnh biệt/thư từ biệt/lời cuối)",
      "(mong/xin) (/lỗi) (mọi người/bố mẹ/cả nhà/mẹ/con) … (đừng buồn/tha thứ/quên em/quên con/đừng khóc/đừng tìm) & (em/con/tôi/mình)",
      "(lần cuối/không gặp lại nữa/kiếp sau/thanh thản) & (em/con/tôi/mình) & (mệt/buồn/đi/chết/xin lỗi)",
      "(hết đường/cùng đường/bế tắc/tuyệt vọng/hết hi vọng/hết hy vọng/buông) & (sân thượng/lan can/cầu/sông/thuốc/dây/chết/lầu/tầng/ra đi)",
      "(đang/ngồi/đứng/ra/lên) (/đứng/ngồi/ở) (/trên/ngoài/ở) (sân thượng/lan can/thành cầu/mép cầu/nóc nhà cao) & (tôi/em/mình/cháu/nó/bạn/người)",
      "(gánh nặng/không ai cần/không ai thương) & (chết/biến mất/ra đi/sống/nhẹ)",
    ],
    signs: [
      "(tự tử/tự sát/treo cổ/nhảy cầu/nhảy lầu/tự vẫn/tự thiêu/quyên sinh/thắt cổ/gieo mình)",
      "(cắt/rạch/cứa) (/cổ) tay",
      "(tự làm đau/tự hại/làm đau bản thân/tự hủy hoại/tự cắt)",
      "(uống thuốc/uống thuốc sâu/ăn lá ngón) (/để) chết",
      "(nhảy/lao/trầm mình) (xuống) (sông/cầu/vực)",
      `(không ai/bế tắc/tuyệt vọng/trầm cảm/cùng đường) & ${END}`,
    ],
  },
];
