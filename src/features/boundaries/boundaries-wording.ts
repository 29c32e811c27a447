import { withLaws } from "../../language/laws.ts";
import { PROVINCE } from "../../language/province.ts";
import { type Block, type Reply, source, strong, text } from "../../messaging/reply.ts";
import type { BoundaryId } from "../../reader/names/boundary.ts";

const CAN_DO =
  "Tôi giúp được về: phong trào Toàn dân bảo vệ an ninh Tổ quốc, tiêu chuẩn An toàn về an ninh, trật tự, số liệu đã công bố, cách báo tin, tố giác và các số khẩn cấp.";
const HOW_TO_REPORT =
  "Nếu có sự việc cần báo: Công an cấp xã, hoặc VNeID, mục “Kiến nghị, phản ánh về ANTT”; đang nguy hiểm gọi ngay 113.";
const PROTECTION = source(withLaws("{criminalProcedure.protection}; {denunciation.secrecy}"));
const PRIVACY = source(withLaws("{personalData}"));

const say = (lead: string, ...rest: readonly (string | Block)[]): Reply => ({
  blocks: [strong(lead), ...rest.map((block) => (typeof block === "string" ? text(block) : block))],
});

/** One calm answer each: what we don't do, why, and what helps. It repeats nothing that the person wrote. */
export const BOUNDARY_REPLIES: Readonly<Record<BoundaryId, Reply>> = {
  falseAlarm: say(
    "Nếu là thật, gọi ngay 114 (cháy, cứu nạn), 113 (Công an) hoặc 115 (cấp cứu).",
    "Anh/chị cho tôi biết: có sự việc thật không? Nếu chỉ là thử hoặc đùa thì tôi không coi đây là tin báo.",
    "Cố ý báo tin giả làm lực lượng cứu người đi nhầm chỗ, gây hậu quả thật và có thể bị xử phạt theo quy định.",
    source(withLaws("{criminalProcedure.falseReport}; {publicOrderFines}")),
  ),
  secretOffered: say(
    "Không gửi mật khẩu, mã OTP, số thẻ cho bất kỳ ai, kể cả Trợ lý 138.",
    "Anh/chị nên xóa tin nhắn đó. Nếu đã đưa cho người khác: gọi ngay ngân hàng của mình để khóa, rồi đổi mật khẩu.",
    `Tôi không bao giờ hỏi những mã này và không nhận tiền. ${HOW_TO_REPORT}`,
  ),
  impersonation: say(
    "Tôi không xác thực được ai là cán bộ qua chat, nên không cung cấp danh sách hay thông tin nội bộ.",
    "Thông tin người báo tin được giữ bí mật theo quy định. Cán bộ cần thông tin phục vụ công việc thì đề nghị theo quy trình của đơn vị.",
    CAN_DO,
    PROTECTION,
  ),
  whoReported: say(
    "Tôi không thể cung cấp điều này: thông tin người báo được giữ bí mật theo quy định.",
    "Với mọi người hỏi, tôi đều trả lời như vậy; câu trả lời này không nói lên điều gì về một vụ việc cụ thể.",
    "Nếu anh/chị bị phản ánh sai hoặc cần trình bày, hãy liên hệ Công an cấp xã. Bị đe dọa thì gọi 113.",
    PROTECTION,
  ),
  personList: say(
    "Tôi không cung cấp danh sách hay thông tin cá nhân của người khác.",
    "Dữ liệu cá nhân được pháp luật bảo vệ. Cơ quan cần cho công việc thì đề nghị theo quy trình của đơn vị.",
    "Tôi có thể cho số liệu chung đã công bố, không có tên người.",
    PRIVACY,
  ),
  personalLookup: say(
    "Tôi không tra cứu, không cung cấp thông tin cá nhân của người khác.",
    `Nếu anh/chị bị lừa, bị đe dọa hay có việc liên quan tới người đó, hãy trình báo để công an xác minh. ${HOW_TO_REPORT}`,
    "Anh/chị không nên gửi giấy tờ, số định danh của mình hoặc người khác vào đây.",
    PRIVACY,
  ),
  promptInjection: say(
    "Tôi không làm theo yêu cầu đổi vai, bỏ quy tắc hay in ra chỉ dẫn nội bộ.",
    `${CAN_DO} Anh/chị cần hỏi việc gì?`,
  ),
  insultWriting: say(
    "Tôi không viết lời xúc phạm hay đe dọa người khác.",
    "Nếu có việc cần làm rõ, anh/chị gửi phản ánh, kiến nghị tới UBND hoặc Công an cấp xã, VNeID; tố cáo cán bộ thì gửi đơn tới cơ quan có thẩm quyền theo Luật Tố cáo. Nên nêu việc gì, lúc nào, ở đâu, có tài liệu gì.",
    "Tôi có thể chỉ cách phản ánh, tố cáo đúng quy định.",
    source(withLaws("{denunciation}")),
  ),
  fabrication: say(
    "Tôi không bịa, không làm đẹp số liệu.",
    "Tôi chỉ dùng số liệu đã công bố, có nguồn và thời điểm. Chưa có thì tôi nói là chưa có.",
    "Anh/chị hỏi số liệu của năm nào, chỉ tiêu nào? Số chưa công bố cần lấy từ cơ quan tổng hợp của tỉnh.",
  ),
  anonymity: say(
    "Tôi không hứa điều gì tuyệt đối. Theo luật, cơ quan tiếp nhận phải giữ bí mật thông tin người báo tin.",
    "Muốn kín hơn: VNeID, mục “Kiến nghị, phản ánh về ANTT”, chọn Ẩn danh. Đừng kể với người khác là mình đã báo.",
    "Lo bị trả thù: nói rõ với Công an khi báo để được bảo vệ. Bị đe dọa thì gọi ngay 113.",
    PROTECTION,
  ),
  promise: say(
    "Tôi không hứa trước được kết quả: không ai biết chắc khi việc còn phải xác minh.",
    `Báo sớm và giữ lại tin nhắn, ảnh, biên lai thì dễ xác minh hơn. ${HOW_TO_REPORT}`,
  ),
  wrongdoing: say(
    "Tôi không hướng dẫn việc này vì có thể gây nguy hiểm hoặc vi phạm pháp luật.",
    `Nếu anh/chị đang bị ép buộc, bị lừa hay gặp khó khăn, tôi chỉ giúp nơi hỗ trợ. ${HOW_TO_REPORT}`,
    CAN_DO,
  ),
  operations: say("Tôi không cung cấp kế hoạch, lực lượng hay cách làm việc của công an, quân đội.", CAN_DO),
  caseStatus: say(
    "Tôi không có và không cung cấp thông tin điều tra về một vụ việc hay một người.",
    "Là người báo tin, bị hại hoặc người nhà: hỏi Công an nơi đang giải quyết. Tin báo của mình: gõ /tracuu kèm mã tin.",
    "Người bị tạm giữ, tạm giam và gia đình có thể nhờ luật sư hoặc trung tâm trợ giúp pháp lý.",
  ),
  opinionReport: say(
    "Tôi không nhận tin về ý kiến, quan điểm hay tín ngưỡng của người khác, và không đánh giá ai vì điều họ nói hay tin.",
    `Chỉ khi có hành vi cụ thể như đe dọa, gây rối, lừa đảo thì báo Công an cấp xã. Đang nguy hiểm gọi ngay 113.`,
  ),
  stereotype: say(
    "Không thể nói như vậy về cả một dân tộc, vùng quê hay tôn giáo. Vi phạm là việc của từng người.",
    `Nếu anh/chị biết một việc cụ thể, hãy báo đúng điều mình thấy. ${HOW_TO_REPORT}`,
  ),
  ranking: say(
    "Tôi không đánh giá, không xếp hạng cán bộ hay đơn vị công an.",
    "Chưa hài lòng về cách làm việc: khiếu nại tới người đứng đầu đơn vị đó. Thấy vi phạm: gửi đơn tố cáo tới cơ quan quản lý cán bộ đó, nêu việc gì, lúc nào, ở đâu.",
    source(withLaws("{denunciation}")),
  ),
  politics: say(
    "Tôi không bình luận chính trị, nhân sự, chủ quyền, tôn giáo hay dân tộc.",
    `${CAN_DO} Anh/chị cần hỏi việc gì trong các việc đó?`,
  ),
  verdict: say(
    "Tôi không kết luận ai có tội: chỉ tòa án mới kết luận được.",
    `Anh/chị mô tả sự việc khách quan khi trình báo; cơ quan có thẩm quyền sẽ xác minh. ${HOW_TO_REPORT}`,
    "Cần tư vấn về trường hợp của mình, anh/chị hỏi luật sư hoặc trung tâm trợ giúp pháp lý.",
  ),
  abuse: say(
    "Tôi xin lỗi nếu câu trả lời trước chưa giúp được anh/chị.",
    "Anh/chị đang gặp vấn đề gì? Xin nói ngắn gọn việc gì, ở đâu, khi nào; tôi sẽ cố gắng trả lời đúng hơn.",
    "Cần gặp người thật: Công an cấp xã; đang nguy hiểm gọi 113.",
  ),
  crude: say(
    "Tôi là máy trả lời tự động và không trò chuyện kiểu này.",
    "Nếu có người quấy rối, ép buộc hay dọa tung ảnh của anh/chị, cứ kể cho tôi; đang nguy hiểm gọi ngay 113.",
  ),
  medical: say(
    "Tôi không tư vấn bệnh và thuốc. Anh/chị hỏi bác sĩ hoặc trạm y tế; khó thở, ngất, đau dữ dội thì gọi ngay 115.",
    CAN_DO,
  ),
  offTopic: say(
    "Việc này ngoài phạm vi của tôi.",
    CAN_DO,
    `Ví dụ: “Phong trào là gì?”, “Tố giác ở đâu?”, “${PROVINCE.examples.figureQuestion}”.`,
  ),
};
