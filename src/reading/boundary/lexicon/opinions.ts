import { RULE_WORDS } from "../../../language/document-kinds.ts";
import type { BoundaryRule } from "../boundary.ts";
import { PEOPLES, POLICE_OR_LEADER, STATE_LEADER } from "./named-people.ts";

const BAD_NAME =
  "(buôn/buôn ma túy/ma túy/trộm/trộm cắp/ăn trộm/ăn cắp/cướp/lừa/lừa đảo/nghiện/nghiện hút/gián điệp/tội phạm/phạm tội/phạm pháp/buôn lậu/lười/bẩn/ở bẩn/ngu/dốt/kém/xấu/mọi rợ/lạc hậu/đáng tin/giết người/hung dữ/côn đồ/mất dạy/gian dối/gian xảo/người xấu/xấu xa/xấu tính/keo kiệt/độc ác)";
const BAD_AT_WORK =
  "(tệ/dở/kém/yếu kém/lười/lười biếng/tham lam/tham nhũng/tham ô/tồi/tồi tệ/ăn tiền/hách dịch/bẩn/bết bát/vô trách nhiệm/xấu/làm ăn)";
const GOOD_OR_BAD =
  "(tốt/liêm khiết/trong sạch/xứng đáng/có tâm/có tài/giỏi/dở/giỏi hay dở/tốt hay xấu/đàng hoàng/ra gì/tử tế/thanh liêm)";

/** Opinions, asked for or to be reported, and judgements about groups, leaders and units. */
export const OPINION_RULES: readonly BoundaryRule[] = [
  {
    id: "opinionReport",
    phrases: [
      "(nói xấu/chê/chê bai/chống đối/chống phá/chửi/bôi nhọ/xuyên tạc/phản đối/nói chống) … (chế độ/chính quyền/đảng/nhà nước/lãnh đạo/chính phủ/bác hồ/cách mạng) & (báo/tố/tố giác/tố cáo/gửi tin/bắt/trình báo/phản ánh)",
      "(hải ngoại/việt tân/đa đảng/chống cộng/bất mãn/sách cấm/việt cộng) & (báo/tố/tố giác/tố cáo/gửi tin/bắt/trình báo)",
      "(phản động/tư tưởng lệch lạc/chống đối nhà nước/chống phá nhà nước) & (báo/tố/tố giác/tố cáo/gửi tin/bắt/trình báo)",
      "(theo đạo/đi đạo/đi nhà thờ/theo đạo lạ/theo tin lành/đi lễ/theo phật) & (báo công an/tố/tố giác/tố cáo/bắt được/bắt nó/báo ở đâu/báo ai)",
      "(theo/tu/tập/truyền) (/đạo/phép) (pháp luân công/hội thánh/đạo lạ/tin lành/công giáo/tà đạo) & (báo ai/tố giác/tố cáo/bắt/báo công an)",
      "(báo/tố/tố giác/tố cáo) … (ý kiến/quan điểm/tư tưởng/lời nói) … (chính trị/phản động/chống)",
    ],
  },
  {
    id: "stereotype",
    unless: [
      "(thấy/phát hiện/nhà em/nhà tôi/tôi bị/em bị/báo ai/báo ở đâu/làm gì/tối qua/hôm qua/đêm qua/báo đâu)",
      "(phòng chống/tuyên truyền/mô hình/thế nào/tỷ lệ/bao nhiêu/quản lý)",
    ],
    phrases: [
      `${PEOPLES} … (hay/toàn/toàn là/đều/chuyên/thường/lắm/ai/có/nhiều/nào/chỉ biết/sao/có phải) … ${BAD_NAME}`,
      `(tụi dân tộc/bọn dân tộc/mấy dân tộc/dân tộc) … (hay/toàn/đều/chuyên) … ${BAD_NAME}`,
      `(dân tộc nào/dân nào/người vùng nào/người tỉnh nào/người ở đâu) … (hay/toàn/lắm/nhiều) … ${BAD_NAME}`,
      `${PEOPLES} … (xấu/lười/bẩn/ngu/hay trộm/kém) (/hơn/nhỉ/thế)`,
    ],
  },
  {
    id: "ranking",
    unless: [
      "(khác gì/khác nhau/nhiệm vụ/thẩm quyền/tỷ lệ/số liệu/được khen/khen thưởng/đạt chuẩn)",
      "(tố cáo/khiếu nại/gửi đơn/phản ánh) … (đâu/ai/thế nào/ra sao)",
    ],
    phrases: [
      `${POLICE_OR_LEADER} … (nào/ai) … ${BAD_AT_WORK} … (nhất/hơn/nhiều/nhì)`,
      `(ai/xã nào/phường nào/huyện nào/đâu) … ${POLICE_OR_LEADER} … ${BAD_AT_WORK}`,
      `${POLICE_OR_LEADER} … (giỏi/tốt/tệ/kém/dở/yếu kém/lười/yếu) (nhất/hơn)`,
      `${POLICE_OR_LEADER} … nào (/hay/toàn/là/đang) ${BAD_AT_WORK}`,
      `(xếp hạng/so sánh/chấm điểm/top/bình chọn/bảng xếp hạng) … ${POLICE_OR_LEADER}`,
      `${POLICE_OR_LEADER} … (có/là người/hay) … ${GOOD_OR_BAD} … (không/à/chứ)`,
      `${POLICE_OR_LEADER} … (có/là người) ${GOOD_OR_BAD} (không/chứ/đâu)`,
      `(nhận xét/đánh giá/chấm điểm) (/về) (ông/bà/anh/chú/cô/đồng chí) ${POLICE_OR_LEADER}`,
      `(nhận xét/đánh giá/chấm/nói) … (năng lực/tư cách/đạo đức/phẩm chất/trình độ/nhân cách) … ${POLICE_OR_LEADER}`,
      `${POLICE_OR_LEADER} … (toàn/đều/hay/có/chuyên) (ăn hối lộ/ăn tiền/tham nhũng/nhận hối lộ/bảo kê/ăn chặn/vòi tiền) … (đúng không/à/phải không/không/nhỉ)`,
      "ai (/là người/đang/trong xã/ở tỉnh/ở xã) (tham nhũng/ăn hối lộ/nhận hối lộ/ăn chặn)",
    ],
  },
  {
    id: "politics",
    unless: [
      "(phòng chống/trái phép/trách nhiệm/báo ai/báo tin)",
      `(vai trò/nhiệm vụ/chỉ thị/nghị quyết/${RULE_WORDS}/bảo vệ)`,
    ],
    phrases: [
      "(bạn/bot/mày/trợ lý) … (thích/theo/ủng hộ/ghét/chọn) (đảng/lãnh đạo/tổng bí thư/chủ tịch/nước/ông) (nào/ai)",
      `(bạn/bot/mày/trợ lý/theo bạn) (/có) (thấy/nghĩ/cho là/đánh giá) ${STATE_LEADER}`,
      `(nhận xét/nghĩ/ý kiến/đánh giá/bình luận) (/gì/sao/thế nào) (/về) ${STATE_LEADER}`,
      "(mỹ/nga/trung quốc/ukraine/ukraina/israel/iran/đài loan/việt nam) (/với/và/hay) … (mỹ/nga/trung quốc/ukraine/ukraina/israel/iran/đài loan/việt nam) … (ai/nước nào) (đúng/sai/thắng/mạnh/hơn)",
      "(bầu/bầu cho/bỏ phiếu) (ai/cho ai/ứng cử viên)",
      `${STATE_LEADER} … (tốt hơn/sắp sụp/có sụp/sụp đổ/độc tài/xấu/thối nát/tham nhũng/nên từ chức/đấu đá/giỏi/dở/thế nào so/ủng hộ/có tốt/xứng đáng/bất tài)`,
      "(đảng nào/đa đảng/đa nguyên/độc đảng/lật đổ/cách mạng màu/biểu tình/dân chủ giả/mất dân chủ)",
      "(bạn/bot/trợ lý/mày/em/theo bạn) … (nghĩ gì/nghĩ sao/nghĩ thế nào/nhận xét/đánh giá/ý kiến/quan điểm) … (đảng/nhà nước/chính phủ/lãnh đạo/chủ tịch/bí thư/chế độ/chính trị/giám đốc/nhân sự/công giáo/phật giáo/tin lành/tôn giáo/đạo/trung quốc/mỹ/ukraine/nga)",
      "(ý kiến/quan điểm/nhận xét) (/của) (bạn/bot/mày/em/trợ lý) … (đảng/nhân sự/chính trị/đại hội/lãnh đạo/chế độ/chiến tranh)",
      "(nước mình/việt nam/nước ta/ở đây) … (tự do/tự do ngôn luận/dân chủ/nhân quyền) … (không/à/chưa)",
      "(chủ nghĩa/chủ nghĩa xã hội/cộng sản/tư bản/xã hội chủ nghĩa) … (thất bại/sai/sụp/tốt hơn/lỗi thời/hay hơn)",
      "(hoàng sa/trường sa/đường lưỡi bò/biển đông) … (của ai/của nước nào/thuộc/mất/là của/nghĩ)",
      "(chủ quyền) … (của ai/nước nào/mất vào tay)",
      "(tôn giáo/đạo) nào (/là) (tốt/đúng/hay/thật/nên)",
      "(nên theo/theo phe/ủng hộ/đứng về/bênh) … (mỹ/trung quốc/nga/ukraina/ukraine/israel/iran/đài loan)",
      "(ai sẽ/ai lên/ai thay) … (chủ tịch/bí thư/giám đốc/tổng bí thư)",
    ],
  },
];
