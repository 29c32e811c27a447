import { RULE_WORDS } from "../../language/document-kinds.ts";
import { ANY_YEAR } from "../../language/years.ts";

/** A question about rules, places, counts or words: the knowledge answers it. */
export const RULE_QUESTION: readonly string[] = [
  "(là gì/là sao/nghĩa là/thế nào là/khái niệm/khác gì/khác nhau/phân biệt/khác)",
  "(bị/mức/xử/tiền) (phạt/xử phạt)",
  "phạt (bao/mấy/thế/như/tiền/tù/không)",
  `(quy định/${RULE_WORDS}/pháp luật/luật nào/điều luật/luật gì/tội gì/mấy năm tù/văn bản)`,
  "(bao nhiêu/mấy) (vụ/người/đối tượng/mô hình/xã/tập thể/cuộc/năm/ngày/tiền phạt)",
  "(số liệu/thống kê/tỷ lệ/tỉ lệ/phần trăm/số vụ)",
  `(năm/quý) (${ANY_YEAR}/ngoái)`,
  "(được/có được) … (không/ko)",
  "được không",
  "(có nên/có phải/có cần/luật)",
  "có (bị/phải/nên/cần) … (không/chưa)",
  "(bao lâu/khi nào/bao giờ/tại sao/vì sao/mấy tiếng/mấy lần)",
  "(số mấy/số nào/đường dây nóng/là số)",
  "(cách/biện pháp/dấu hiệu/làm thế nào để/làm sao để/kỹ năng) (/để) (phòng/nhận biết/tránh/tố giác/báo/phát hiện/ngăn)",
  "(phòng ngừa/phòng tránh/phòng chống/tuyên truyền/mô hình/tiêu chí/tiêu chuẩn/phong trào/diễn tập/chỉ thị/kế hoạch)",
  "(hướng dẫn/thủ tục/điều kiện/hồ sơ/giấy tờ gì)",
  "(có mấy/những hình thức/các hình thức/thủ đoạn) (/nào)",
  "kẻng",
];

/** Asks what to do: an answer for whoever tells that it happened to them. */
export const WHAT_TO_DO: readonly string[] = [
  "(phải/nên/cần/biết) (làm gì/làm sao/làm thế nào/làm như thế nào)",
  "làm (gì/sao/thế nào) (/bây giờ/giờ/ạ/đây/trước)",
  "(báo/trình báo/gọi/tố giác/nói/gặp) (/cho/với/tới/đến/ở/tại) (ai/đâu)",
  "(thế nào/như thế nào/ở đâu/thì sao/ai xử lý)",
  "(muốn/cho/xin) (/em/tôi/mình/cháu/được) (hỏi/tìm hiểu/biết)",
];

/** It happened, here and to someone: not a topic but an event. */
export const TOLD: readonly string[] = [
  "(bị/vừa/mới/đang/đã/lại/cứ)",
  "(hôm qua/hôm nay/hôm kia/tối qua/tối nay/đêm qua/đêm nay/sáng nay/sáng qua/chiều nay/chiều qua/trưa nay/tuần trước/tháng trước/hôm trước/lúc nãy/hồi nãy/nãy)",
  "(đêm nào/ngày nào/tối nào/suốt ngày/suốt đêm/suốt/mấy hôm nay/dạo này/lâu nay/hay/thường xuyên/liên tục/toàn)",
  "(nhà số/số nhà/ngõ/xóm/thôn/khối/bản/tổ dân phố/gần chợ/gần nhà/cạnh nhà/đầu ngõ/cuối ngõ/gần trường/trước cửa)",
  "(hàng xóm/có người/có nhóm/có mấy/có một/có thằng/có bọn/có ai/bọn/mấy thằng/thanh niên/chủ quán)",
  "(tôi/em/mình/cháu/nhà tôi/nhà em) (muốn/xin/cần) (báo/phản ánh/tố giác/trình báo/tố cáo)",
  "(phát hiện/nhặt được/thấy/nghi/xưng/tự xưng/giả danh/giờ/rồi)",
  "(tôi/em/mình/cháu/nó/họ/chúng nó/bọn nó/tụi nó)",
  "(cạnh/trước/sau/gần/ngay) (trường/chợ/nhà/ủy ban/đường/cổng)",
];

/** Told by the one to whom it happened, or of this moment: then "phải làm gì" asks for this advice. */
export const TOLD_OF_ONESELF: readonly string[] = [
  "(tôi/em/mình/cháu/con/mẹ/bố/vợ/chồng/nhà/bạn/chị/anh/bà/ông/bác) … (bị/vừa/mới/mất)",
  "(vừa/mới/đang) (bị/mất/có/thấy/chuyển)",
  "bị … rồi",
  "(nghi/nghi ngờ/thấy/biết) (/là) (có/một/mấy/ai)",
  "(lừa/mất) … rồi",
  "(nhặt được/đào được/phát hiện)",
];
