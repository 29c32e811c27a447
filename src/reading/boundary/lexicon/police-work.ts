import { ANY_YEAR } from "../../../language/years.ts";
import type { BoundaryRule } from "../boundary.ts";
import { SOMEBODY } from "./named-people.ts";

const HOW = "(cách/làm sao/làm thế nào/hướng dẫn/chỉ/dạy/bày/công thức/mẹo/bí quyết/muốn)";
const TRAFFIC_POLICE =
  "(csgt/cảnh sát giao thông/công an giao thông/chú giao thông/anh giao thông/mấy chú giao thông/áo vàng/công an/cảnh sát/biên phòng)";
const CHECKING =
  "(chốt/lập chốt/đứng chốt/bắn tốc độ/thổi nồng độ/đo nồng độ/nồng độ cồn/tuần tra/mật phục/đột kích/truy quét/kiểm tra xe/đi bắt/vào bắt/khám xét/vây bắt)";
const WHERE =
  "(ở đâu/chỗ nào/đoạn nào/ngã tư nào/đường nào/khúc nào/chặng nào/nơi nào/mấy giờ/đâu/lúc nào/không)";
const WHEN = "(bao giờ/khi nào/mấy giờ/hôm nay/tối nay/đêm nay/sáng nay/chiều nay/mai/lúc này/giờ này)";
const UNSEEN =
  "(không để lại dấu vết/không bị bắt/không bị phạt/không bị phát hiện/không ai phát hiện/không ai biết/khỏi bị phạt/khỏi bị bắt/khỏi đi tù/không bị lộ/không đi tù)";

/** Crime and the police's own work. */
export const POLICE_WORK_RULES: readonly BoundaryRule[] = [
  {
    id: "wrongdoing",
    unless: [
      "(thấy/phát hiện/thanh niên/hàng xóm/có người/có nhóm/đầu ngõ) … (bán/mua/chế/làm/chơi)",
      "(tội gì/bị tội/xử lý/xử lý thế nào/đi tù không/mấy năm tù/bị phạt bao nhiêu/mức phạt/phạt bao nhiêu/phạt thế nào/báo cho/báo ai/báo đâu/báo ở đâu/rao bán/tố giác/tố cáo/báo tin/giao nộp/bị lừa/bị hack/báo công an/nghi)",
      "(phòng chống/phòng ngừa/phòng tránh/đề phòng/cách phòng/để phòng/cách phát hiện/để phát hiện/nhận biết/cảnh giác/tránh bị/chống/ngăn chặn)",
      "(quy định/điều kiện/thủ tục/hợp pháp)",
      "(báo/báo án/trình báo/khai báo/báo cáo/phản ánh/gửi tin) … (không ai biết/không bị lộ)",
    ],
    phrases: [
      `${HOW} … (chế/làm/chế tạo/pha/pha chế/điều chế/nấu/lắp/tạo/trồng/cuốn/trộn) … (pháo/pháo nổ/thuốc pháo/bom/thuốc nổ/súng/ma túy/mìn/cần sa/thuốc lắc/tiền giả/giấy tờ giả/đạn/bằng giả/con dấu)`,
      `(chế/chế tạo/trộn/điều chế) (pháo/pháo nổ/thuốc pháo/bom/thuốc nổ/súng/ma túy/mìn) … (thế nào/kiểu gì/ra sao/làm sao/như nào)`,
      `${HOW} … (hack/bẻ khóa/phá khóa/xâm nhập/nghe lén/đọc trộm/theo dõi vợ/theo dõi chồng/lấy trộm/ăn trộm/trộm/ăn cắp/chiếm tài khoản/chiếm đoạt/rửa tiền/vượt biên/buôn lậu/lừa/lừa tiền/lừa đảo/trốn thuế/đầu độc/đốt nhà/tống tiền)`,
      "(mở khóa/phá khóa/bẻ khóa) … (nhặt được/của người khác/trộm) & (cách/làm sao/thế nào/kiểu gì)",
      "(hack/bẻ khóa) (/giúp/hộ) (facebook/zalo/tài khoản/điện thoại/camera/wifi/nick)",
      `${HOW} … ${UNSEEN}`,
      `(đánh/giết/đốt/hại/trộm/buôn/bán/chở/vận chuyển/vượt biên) … ${UNSEEN}`,
      "(cách/làm sao/làm thế nào/chỉ/bày/mẹo/đường nào/lối nào) … (trốn/né/qua mặt/lách/thoát/tránh/lừa/khỏi gặp/khỏi bị) (/được/khỏi/sự) (công an/csgt/cảnh sát/biên phòng/hải quan/kiểm tra/truy nã/bị phạt/phạt/bị bắt/nồng độ cồn/kiểm soát/chốt)",
      "(cách/làm sao/làm thế nào/mẹo/chỉ/bày) (/để/em/anh/mình) (trốn/lách/né) … (nghĩa vụ/thuế/nợ/luật/phạt/tội/công an/truy nã/trách nhiệm)",
      "làm (pháo/pháo nổ/bom/mìn/súng/thuốc nổ) … (bằng gì/thế nào/kiểu gì/ra sao/làm sao/như nào)",
      "(mua/bán/tìm mua/đặt mua/chỗ bán) … (ma túy/súng/pháo nổ/cần sa/giấy tờ giả/bằng giả/bằng lái giả/đá/thuốc nổ/hàng trắng/dao găm/tiền giả/hóa đơn khống) … (ở đâu/chỗ nào/đâu/nào/rẻ/uy tín/online)",
      "(chỗ nào/ở đâu/ai/đâu) (/có) (bán/làm/nhận làm) … (ma túy/súng/pháo nổ/cần sa/giấy tờ giả/bằng giả/bằng lái giả/thuốc nổ/tiền giả)",
      "(mua/làm) (bằng/bằng lái/bằng lái xe/bằng cấp/bằng đại học/giấy phép lái xe) … (không cần thi/không cần học/khỏi thi/khỏi học)",
      "mua (bằng lái/bằng lái xe/bằng cấp/bằng đại học/giấy phép lái xe/hóa đơn)",
      "làm giả (giấy phép lái xe/bằng lái/bằng cấp/giấy tờ/căn cước công dân/hộ chiếu/sổ đỏ/bằng) (ở đâu/chỗ nào/giá)",
      "làm (giấy phép lái xe/bằng lái/bằng cấp/giấy tờ/căn cước công dân/hộ chiếu/sổ đỏ/bằng) giả (ở đâu/chỗ nào/giá)",
      "làm (bằng lái/bằng cấp/sổ đỏ/bằng) (ở đâu/chỗ nào/giá)",
      "(bùa/ngải/bùa ngải/thuốc độc/thuốc mê) … (hại/đầu độc)",
      "(thuốc chuột/thuốc sâu/thuốc diệt cỏ/thạch tín/xyanua) … (bỏ vào/trộn/thức ăn/cho ăn/cho uống/chết)",
      "(viết/soạn/làm/tạo/thiết kế) … (tin nhắn giả/web giả/trang giả/website giả/giả mạo/giả ngân hàng/giả danh/lừa)",
      "(link/shop/trang) … (mua/bán) (súng/pháo/ma túy/cần sa/bằng/dao/thuốc lắc)",
      "(trả thù/đánh/dạy cho/xử) (/cho) (nó/hắn) (/một bài học) (thế nào/bằng cách nào/kiểu gì)",
      "(xóa/tiêu hủy) (dấu vết/chứng cứ)",
    ],
  },
  {
    id: "operations",
    unless: [
      "(có quyền/được quyền/được phép/có được/quy định/thẩm quyền/bị phạt/mức phạt/phạt bao nhiêu/là gì/mô hình)",
      "(trụ sở/tổ tuần tra nhân dân/chốt kiểm dịch)",
    ],
    phrases: [
      "(lịch/kế hoạch/giờ/lộ trình/tuyến/phương án/địa điểm) (/của/trực/đi/công an/các) (/công an/csgt/đội/tổ) (tuần tra/mật phục/lập chốt/kiểm tra nồng độ/vây bắt/truy quét/phục kích/đột kích/chốt chặn)",
      `${WHEN} … ${TRAFFIC_POLICE} … ${CHECKING}`,
      `${TRAFFIC_POLICE} … ${CHECKING} … ${WHERE}`,
      `(có chốt/chốt/chốt giao thông/bắn tốc độ/thổi nồng độ/đo nồng độ) … ${WHERE} & (hôm nay/tối nay/đêm nay/giờ này/đường/quốc lộ/ngã tư/sáng nay/chiều nay/mai/không)`,
      `(chốt giao thông/chốt csgt/chốt công an/chốt nồng độ/chốt chặn/các chốt/trạm chốt) … ${WHERE}`,
      `(csgt/cảnh sát giao thông/công an giao thông/giao thông/áo vàng) … (đứng/chốt/bắt/trực/nấp/núp) … ${WHERE}`,
      `(chỗ nào/đường nào/đoạn nào/lối nào/đâu) … (không có/khỏi gặp/tránh/né/không gặp) (/được) (công an/csgt/cảnh sát giao thông/công an giao thông/chốt)`,
      "(chỗ nào/đoạn nào/đường nào/khúc nào/ngã tư nào/tuyến nào) … (bắn tốc độ/đo nồng độ/thổi nồng độ/có chốt/lập chốt/đặt chốt/chốt giao thông)",
      "(tránh/né/khỏi gặp/không gặp) (/được/các/mấy) (chốt/csgt/cảnh sát giao thông/công an giao thông)",
      "(bộ đội/biên phòng/đồn/quân đội/đơn vị/sư đoàn/trung đoàn/doanh trại/quân khu/công an) … (bao nhiêu/mấy) (quân/súng/lính/xe tăng/vũ khí/khẩu/chiến sĩ/quân số/tên lửa)",
      `(công an/cảnh sát/biên phòng/quản lý thị trường) & (đi kiểm tra/kiểm tra quán/kiểm tra nhà/kiểm tra nhà nghỉ/ập vào/vào quán/đi bắt/đi tuần) & ${WHEN}`,
      "(tên lửa/xe tăng/kho đạn/radar/ra đa/kho vũ khí/doanh trại/pháo binh/trận địa) … (đặt ở/đóng ở/ở đâu/chỗ nào/nằm ở)",
      "(vị trí/tọa độ/bản đồ) … (doanh trại/kho vũ khí/kho đạn/trận địa/đơn vị quân đội/căn cứ)",
      "(kế hoạch/phương án) (phòng thủ/tác chiến/bố trí lực lượng)",
      "(tài liệu/văn bản/công văn/kế hoạch/thông tin/bản) (/tuyệt/tối) mật",
      "(quân số/đặc tình/trinh sát nằm vùng/cơ sở bí mật/nội gián/mật báo viên/chỉ điểm)",
      "danh sách (địa bàn trọng điểm/điểm nóng)",
    ],
  },
  {
    id: "caseStatus",
    unless: [
      "(bao lâu/thời hạn/quy định/trình tự/thế nào là/là gì có/quyền gì/luật sư/mã tin báo)",
      `(bao nhiêu/tỷ lệ) (/vụ)`,
      `năm (${ANY_YEAR})`,
    ],
    phrases: [
      "(!vụ/vụ án/vụ việc/chuyên án/vụ trộm/vụ cướp/vụ mất/vụ cháy/vụ đánh/vụ lừa/vụ giết/vu an/vu trom) … (điều tra/phá án/làm/giải quyết/xử/xử lý/khởi tố/xác minh) … (đến đâu/tới đâu/ra sao/xong chưa/thế nào rồi/chưa/nghi phạm/đi đến đâu)",
      "(!vụ/vụ án/vụ việc/vụ cướp/vụ trộm/vụ mất/vụ giết) … (bắt được/bắt/tìm ra/tìm được/phá/ra) (/được) (/ai/hung thủ/thủ phạm/đối tượng/nghi phạm/nó) chưa",
      "(!vụ/vụ án/vụ việc/chuyên án/vụ trộm/vụ cướp) … (đến đâu rồi/tới đâu rồi/đến đâu/tới đâu/sao rồi/thế nào rồi/ra sao rồi)",
      "(công an/đã/có/bên anh) … bắt được … chưa",
      `${SOMEBODY} … có bị (khởi tố/truy tố/tạm giam/kết án) (/gì) (không/chưa)`,
      "(điều tra/xác minh) … (đến đâu/tới đâu/xong chưa/ra sao rồi)",
      "(tiến độ/kết quả) (điều tra/xác minh) (/vụ/của vụ/vụ án)",
      `${SOMEBODY} … bị (/công an) (/cho) (bắt/tạm giữ/tạm giam/bắt giam/giam/khởi tố/xử/truy tố/kết án/triệu tập/giữ) … (chưa/à/ở đâu/đúng không/phải không/thật không/rồi không/bao giờ xử/bao giờ thả/bao giờ được thả/khi nào thả/khi nào được thả/bao giờ về/khi nào về)`,
      `${SOMEBODY} & bị (khởi tố/tạm giam/bắt giam/truy tố/kết án/tạm giữ/bắt/giam) (/rồi/hay) (chưa/đúng không/phải không)`,
      "bị (tạm giam/tạm giữ/bắt giam/khởi tố/truy tố/giam) … (chưa/bao giờ/khi nào)",
      `${SOMEBODY} & (đầu thú/nhận tội/ra tòa/xét xử/tuyên án/được thả/tại ngoại/khai gì/khai ra) & (chưa/bao giờ/khi nào/mấy năm)`,
      "(khi nào/bao giờ/mấy giờ/hôm nào) … (xét xử/xử/khởi tố/tuyên án/khám nghiệm) (/vụ/vụ án) (/vụ)",
      "(bắt được/bắt) (ai/nó/hung thủ/thủ phạm/kẻ trộm/thằng đó/thằng kia/chúng nó/bọn đó) chưa",
      "(bắt được ai/tìm ra ai) (/chưa)",
      "(hung thủ/thủ phạm/nghi phạm) (/là) ai",
      "(hung thủ/thủ phạm/nghi phạm) … là ai",
      "!vụ & (xử/điều tra/làm/xử lý) (đến đâu/tới đâu)",
      "ai là (hung thủ/thủ phạm/nghi phạm/kẻ giết)",
    ],
  },
  {
    id: "verdict",
    phrases: [
      `${SOMEBODY} … (có phải/có phải là/là) (tội phạm/kẻ trộm/kẻ cướp/nghi phạm/con nghiện/kẻ lừa đảo) (/đúng/hay) (không/chứ)`,
      "(có phải/có phải là) (tội phạm/trộm/kẻ trộm/kẻ cướp/kẻ lừa đảo) không",
      `${SOMEBODY} … (có tội/phạm tội/có phạm tội/bị tội/đi tù/ngồi tù/bị tù/vào tù) … (không/chưa/à/mấy năm/bao nhiêu năm/bao lâu)`,
      "(tôi/em/mình/cháu) … (có tội/phạm tội/bị tội/đi tù/ngồi tù/vào tù) … (không/chưa/à/mấy năm/bao nhiêu năm/bao lâu)",
      `(ông/bà/anh/chị/cô/chú/bác/thằng/hàng xóm/nó/trưởng công an/chủ tịch/cán bộ/trưởng thôn/bí thư) … (có/có phải) (/đã/là) (tham nhũng/nhận hối lộ/ăn tiền/ăn hối lộ/lừa đảo/ăn trộm/nghiện) (/à/thật) không`,
      "(ai đúng ai sai/ai có lỗi/lỗi của ai)",
    ],
  },
];
