import { RULE_WORDS } from "../../../language/document-kinds.ts";
import type { BoundaryRule } from "../boundary.ts";

const FIGURE =
  "(số liệu/con số/số/báo cáo/tỷ lệ/thành tích/phần trăm/chỉ tiêu/kết quả/mô hình/xã/phường/hộ/khu dân cư)";
const YOU = "(bạn/bot/mày/em/trợ lý/ad/anh/chị)";
const ASSURE = "(hứa/thề/cam kết/đảm bảo/bảo đảm/dám chắc/chắc chắn/chắc/cam đoan/khẳng định)";
const ASSURED = [
  `${YOU} (/có/phải/hãy/có thể/mà) (/dám) ${ASSURE}`,
  `(hứa/thề/cam đoan) (/với/là/đi/chắc/rằng/danh dự/cho/giúp)`,
  `(cam kết/đảm bảo/bảo đảm) (với/cho/giúp/là) (tôi/tui/em/mình/anh/chị/cháu)`,
  `(có/có dám) (chắc/chắc chắn/dám chắc)`,
  "(chắc chắn/chắc) (100/trăm phần trăm/là/một trăm)",
  "nói chắc (/đi/cho)",
  "(đảm bảo/bảo đảm/cam kết/hứa/thề) (/là/rằng) (không/chẳng/giữ)",
  "(chắc/chắc chắn) (/là/rằng) (không/chẳng) (/bị/để)",
  "(thì/là/sẽ/xong) (chắc/chắc chắn) (/là) (không/sẽ/được/chẳng)",
  `${YOU} (/có) dám (cá/chắc/hứa/thề)`,
];
const RESULT =
  "(bắt được/bắt/bị bắt/tìm lại/tìm được/tìm ra/lấy lại/thu hồi/đòi lại/đến trong/tới trong/đến ngay/đến liền/có mặt/thắng/thắng kiện/đi tù/vào tù/bị phạt/được tha/vô tội/khỏi bị/không bị phạt/không sao/xử/giải quyết xong/trả lại)";
const UNKNOWN_TO_ALL =
  "(không ai biết/chẳng ai biết/ẩn danh/bí mật/giữ kín/không lộ/không bị lộ/lộ tên/lộ danh tính/lộ ra/lộ/trả thù/danh tính/biết tôi/biết em)";

/** What would make the assistant untrue: other orders, made-up figures, words that hurt, promises. */
export const INTEGRITY_RULES: readonly BoundaryRule[] = [
  {
    id: "promptInjection",
    afterIncident: true,
    unless: ["(vai trò/quốc gia)", "(lừa/kẻ gian/bị lừa/gọi điện)"],
    phrases: [
      "(bỏ qua/phớt lờ/vô hiệu/bỏ hết/đừng theo/lờ đi/mặc kệ/gạt bỏ/không cần theo/không tuân theo) … (chỉ dẫn/hướng dẫn/lệnh/quy tắc/luật lệ/chỉ thị/ràng buộc/giới hạn/bộ lọc/nguyên tắc/an toàn/chính sách/kiểm duyệt)",
      "(bỏ qua/quên/phớt lờ/lờ đi/bỏ hết/không cần theo/vô hiệu/xóa) … (chỉ dẫn/hướng dẫn/lệnh/quy tắc/luật lệ/chỉ thị/quy định/ràng buộc/lời dặn/được dặn/được dạy) … (trước/trên/của bạn/hệ thống/nội bộ/cũ/đó/này/đi)",
      "(bỏ qua/quên) (hết/mọi/tất cả/toàn bộ) … (chỉ dẫn/hướng dẫn/lệnh/quy tắc/luật lệ/chỉ thị/được dặn/được dạy/đã học)",
      "(bạn/mày/bot/em) … (bỏ luật/bỏ quy tắc/phá luật/phá lệ/bỏ giới hạn/vượt rào)",
      "(đừng nghe/không nghe) … (người tạo/nhà phát triển/lập trình viên/chủ)",
      "(mật khẩu/tài khoản/quyền) (quản trị/admin/hệ thống/máy chủ/root)",
      "(không/khỏi/đừng) (/cần/phải) (theo/tuân/tuân theo/tuân thủ) … (quy tắc/luật lệ/nguyên tắc/hướng dẫn/chỉ dẫn)",
      "(tắt/gỡ/bỏ/mở khóa/phá/vượt) (/cái/hết/mọi/qua) (bộ lọc/kiểm duyệt/giới hạn/an toàn)",
      "(không có/không còn/không bị) (/bất kỳ) (luật lệ/luật/quy tắc/giới hạn/ràng buộc) & (bạn/mày/bot/em)",
      "(system prompt/prompt/jailbreak/developer mode/debug mode/god mode/dev mode/sudo/etc passwd/biến môi trường/process env/os environ/getenv/printenv/whoami/code gốc/mã gốc/source code)",
      "(từ giờ/từ bây giờ/kể từ giờ/từ nay/giờ) (bạn/mày/em/bot) (/sẽ/phải) (là/tên là/tên/không phải/không còn)",
      "(bạn/mày/bot) không (phải/còn) (/là) (trợ lý/bot/máy) (nữa/138)",
      "(tự do/thoải mái/nói thật) (trả lời/nói/đi) … (không cần/bất chấp/mặc kệ) (luật/quy tắc/giới hạn)",
      "(chế độ/mode) (/của) (nhà phát triển/quản trị/quản trị viên/debug/admin/developer/bảo trì/không giới hạn/tự do/gỡ lỗi/root/kỹ thuật)",
      "(in/in ra/hiện/hiển thị/cho xem/tiết lộ/đọc/đưa/gửi/nhắc lại/lặp lại/viết lại/chép lại/cho biết/liệt kê/xuất/kể) … (chỉ dẫn nội bộ/chỉ thị nội bộ/câu lệnh hệ thống/lệnh hệ thống/câu lệnh đầu tiên/câu lệnh ban đầu/chỉ thị ban đầu/chỉ dẫn ban đầu/lệnh ẩn/mã nguồn/api key/token/cấu hình hệ thống/chỉ dẫn của bạn/chỉ dẫn hệ thống/hướng dẫn nội bộ/mật khẩu hệ thống/cơ sở dữ liệu/nhật ký trò chuyện)",
      "(nội dung/văn bản/những gì/chữ) (/ở/nằm) (phía trên/bên trên) (câu/tin/dòng/lời)",
      "(huấn luyện/lập trình/dạy/dặn) (bằng/với) (/những/các) (câu lệnh/lệnh/chỉ dẫn/prompt) (gì/nào)",
      "(bạn/mày/bot) … (mô hình/model) (gì/nào) & (key/máy chủ/server/token)",
      "(giả vờ/coi như/giả sử) (bạn/mày/bot/em) (/đang) là",
      "(bạn/mày/bot/em) (/bây giờ/giờ) là (một/1) (hacker/chuyên gia/luật sư/ai/trợ lý/con/người/nhân vật/kẻ)",
      "(bạn/mày/giờ bạn/từ giờ bạn) (/bây giờ/từ nay) là (dan/hacker/một ai không/chatgpt/bot không/ai không)",
      "(nhập vai/vào vai/đóng vai/hóa thân)",
      "(hãy/bạn/mày/bot/em/từ giờ/bây giờ) (/hãy/cứ) (giả vờ/đóng giả/giả làm/tưởng tượng)",
      "(hãy tưởng tượng/giả sử/nếu) … (bạn/mày/bot) … (không có luật/hết luật/tự do/bỏ luật/đọc mật khẩu)",
      "(giải mã/decode/dịch ngược) … (base64/rot13/hex/morse/chuỗi/làm theo)",
      "(forget/override/bypass/ignore/repeat/print/show/reveal) (/all/me) (your/the/all/previous) (instructions/rules/guidelines/prompt/system/words above)",
      "ignore (/all/any) (previous/the above/your/instructions/prior/rules)",
      "(you are dan/do anything now/you are now/disregard/act as/pretend to be/reveal your/unrestricted/no restrictions)",
    ],
  },
  {
    id: "insultWriting",
    unless: [
      "(bị phạt/mức phạt/xử lý thế nào)",
      "(nó/thằng kia/đứa/có người/ai đó/hàng xóm/bọn/chúng) … (viết/đăng/làm/đặt)",
    ],
    phrases: [
      "(viết/làm/soạn/sáng tác/nghĩ/đặt/cho/tạo) … (bài/câu/thơ/lời/status/đoạn/vè/tin) … (chửi/mắng/xúc phạm/bêu/hạ nhục/nói xấu/bôi nhọ/đả kích/chế giễu/dằn mặt/đe dọa/dọa)",
      "(chửi/mắng) (/cho) (hộ/giúp/thay) (/tôi/tui/em/mình/tao)",
      "(viết/soạn) … (nói xấu/bôi nhọ/vu khống/bêu riếu)",
    ],
  },
  {
    id: "insultWriting",
    afterIncident: true,
    phrases: [
      "(chửi/mắng/dọa/nói xấu) (thằng/nó/lão/mụ/!bà/ông/con) … (giúp/hộ/thay) (tôi/tui/tao/tớ/mình/em/anh)",
    ],
  },
  {
    id: "fabrication",
    withFigure: true,
    unless: [
      `(sửa đổi/${RULE_WORDS}/luật/văn bản)`,
      "(bị phạt/xử lý/có bị/khi nào/từ bao giờ/vì sao/tại sao/báo ai/tố giác/tố cáo)",
      "(lừa/ma túy/rượu/pháo)",
    ],
    phrases: [
      `(bịa/bịa ra/phịa/nặn/nặn ra/chế ra/tự chế/tự nghĩ/tự nghĩ ra/nghĩ ra/tự đặt/làm giả/xào nấu/vẽ ra/chém/tưởng tượng) … ${FIGURE}`,
      "(số liệu/báo cáo/tỷ lệ/con số) (/cho/nhìn/thật) (đẹp/giả/ảo/khống/tưởng tượng/bịa/minh họa)",
      `(nâng khống/tăng khống/khai khống/khai tăng/thổi phồng/làm đẹp/thổi) … ${FIGURE}`,
      "(sửa/chỉnh/chữa/biến) … (thành/lên) (/con số)",
      "(làm tròn) … (lên/thành/đi/thôi/luôn/cho)",
      "(sửa/đổi/chỉnh/chữa/nâng/tăng/thêm/bớt/hạ/khai/ghi/điền/làm tròn/cộng thêm/bơm/để) & (cho đẹp/cho đủ/cho tròn/cho kịp/cho oai/cho cao/cho khớp/cho đạt/đủ chỉ tiêu/cho vừa lòng)",
      "(khai/ghi/kê) (tăng/thêm/nhiều hơn/gấp) … (lên/thêm/gấp/cho)",
      "(sửa/đổi/thêm/bớt/khai/ghi/nâng/kéo/đẩy) … (thành/vào/lên/luôn/là) … (hộ/giúp/cho tôi/cho em/cho anh/cho mình/cho chị/đi)",
      "(đổi/sửa) … thành & (báo cáo/giúp/hộ/cho tôi/cho anh)",
      "(ghi/điền/khai/viết/để/cho/nói/lấy/đoán/phán/báo) (/cho/giúp) (đại/bừa/đại là/khống/luôn/bậy/phứa/hẳn)",
      "(con số/số) (nào/gì) … cũng được",
      "(sửa/chỉnh/ghi) (lại/khác) & (sếp/lãnh đạo/cấp trên)",
      "(con số/số) (/cho) (đẹp/cao cao/to to/cao/thật cao)",
      "(chưa đạt/không đạt) … (ghi/khai/cho/tính/để/sửa) (/luôn/là/thành/hết) đạt",
      "(ghi/khai/tính) (/là/luôn/thành) đạt (hết/cả/luôn/cho)",
      "lấy … (số liệu/số/năm) … (điền/thế/đắp/dùng) (vào/thay/tạm/cho)",
      "(coi như/cứ cho là/cứ coi như/cứ bảo/cứ nói) … (đạt/đủ/là)",
    ],
  },
  {
    id: "anonymity",
    afterIncident: true,
    unless: [
      "(họ/người ta/kẻ gian/luật sư/công ty) … (hứa/cam kết)",
      "(công an/cơ quan/nhà nước/luật/pháp luật) (/có/phải/sẽ/được) (hứa/đảm bảo/bảo đảm/cam kết)",
      "(được quy định/quy định ở/luật nào/điều nào/theo luật)",
    ],
    phrases: [
      ...ASSURED.map((assured) => `${assured} & ${UNKNOWN_TO_ALL}`),
      "(đảm bảo/bảo đảm/cam kết/hứa) (/là/sẽ) (ẩn danh/bí mật/giữ kín/giữ bí mật) … (cho tôi/cho em/cho mình/với tôi/nhé/chứ/đi)",
      "(tuyệt đối/hoàn toàn/trăm phần trăm) (/là) (ẩn danh/không ai biết/bí mật/không lộ)",
      "(ẩn danh/bí mật) (tuyệt đối/hoàn toàn/trăm phần trăm/100)",
    ],
  },
  {
    id: "promise",
    unless: ["(họ/người ta/kẻ gian/nó/công ty/dịch vụ/có người/luật sư) … (hứa/cam kết/đảm bảo)"],
    phrases: [
      `(cam kết/đảm bảo/bảo đảm) … ${RESULT} … (cho tôi/cho em/cho mình/cho tui/giúp tôi/hộ tôi)`,
      `(chắc/chắc chắn) (/là/sẽ/có) ${RESULT}`,
      ...ASSURED.map((assured) => `${assured} & ${RESULT}`),
    ],
  },
];
