import { withLaws } from "../../language/laws.ts";
import type { DangerKind, EmergencyNumber } from "../../reading/danger/danger.ts";

/** What is said to a person in danger: the number, two to four safe things to do, what to tell on the phone. */
export interface DangerWords {
  /** Replaces the usual first line. Must begin with what to call. */
  readonly lead?: string;
  readonly steps: readonly string[];
  /** What the emergency service will ask. */
  readonly tell: string;
}

export const NUMBER_NAMES: Readonly<Record<EmergencyNumber, string>> = {
  "111": "bảo vệ trẻ em, phòng chống mua bán người",
  "112": "tìm kiếm cứu nạn",
  "113": "Công an",
  "114": "cứu hỏa, cứu nạn",
  "115": "cấp cứu",
};

export const CALL_YOURSELF =
  "Tôi là trợ lý tự động, không gọi thay được. Anh/chị gọi ngay, miễn phí, không cần mã vùng.";
export const NUMBERS_SOURCE = withLaws(
  "{emergencyNumbers} (112, 113, 114, 115); Tổng đài quốc gia bảo vệ trẻ em (111)",
);

const BEWARE = "Tránh xa chỗ nguy hiểm, đưa người già và trẻ em ra trước.";
const NO_CHASE =
  "Không đuổi theo, không giằng co; nhớ đặc điểm người, xe và hướng đi nếu nhìn thấy từ chỗ an toàn.";
const SHELTER = "Đến chỗ an toàn, đông người; khóa cửa nếu đang ở trong nhà.";
const WHERE = "địa chỉ hoặc mốc gần nhất";

export const DANGER_WORDS: Readonly<Record<DangerKind, DangerWords>> = {
  fire: {
    steps: [
      "Hô to, đưa mọi người ra ngoài; không quay lại lấy đồ.",
      "Cúi thấp, che mũi miệng bằng khăn ướt; không dùng thang máy.",
      "Ngắt điện, khóa ga nếu làm được an toàn.",
    ],
    tell: `${WHERE}, cháy cái gì, có ai còn mắc kẹt.`,
  },
  forestFire: {
    steps: [
      "Rời khỏi hướng gió thổi lửa tới; không vào rừng chữa cháy một mình.",
      "Báo trưởng thôn và UBND xã để gọi người hỗ trợ.",
    ],
    tell: "khu rừng, thôn, xã, mốc gần nhất; hướng gió; có nhà dân gần đó không.",
  },
  gas: {
    steps: [
      "Đưa mọi người ra ngoài; không bật, tắt công tắc điện, không dùng lửa.",
      "Khóa van bình, mở cửa nếu làm được an toàn; gọi điện khi đã ra xa.",
    ],
    tell: `${WHERE}, mùi ga hay đã nổ, có ai bị thương.`,
  },
  drowning: {
    steps: [
      "Hô to gọi người; ném phao, dây, can nhựa, sào. Không tự nhảy xuống nếu không biết cứu đuối.",
      "Đưa lên bờ mà người đó không thở: gọi 115 và làm theo hướng dẫn qua điện thoại.",
    ],
    tell: "khúc sông, ao hồ nào; mấy người; rơi xuống từ bao giờ.",
  },
  flood: {
    steps: [
      "Lên chỗ cao nhất, mang theo điện thoại, đèn, áo phao.",
      "Không lội, không lái xe qua nước chảy xiết; tránh taluy, chân đồi.",
      "Ngắt điện nếu làm được an toàn; ra hiệu bằng đèn, vải sáng màu.",
    ],
    tell: `${WHERE}, mấy người, có người già, trẻ em, người bị thương không.`,
  },
  trapped: {
    steps: [
      "Giữ bình tĩnh, ở yên chỗ chắc chắn, gõ hoặc bật đèn để ra hiệu.",
      "Người bên ngoài không tự đào bới, không cạy cửa thang máy.",
    ],
    tell: `${WHERE}, mấy người bị kẹt, có ai bị thương.`,
  },
  lost: {
    steps: [
      "Ở yên chỗ an toàn, giữ ấm; tiết kiệm pin, gửi vị trí cho người thân nếu còn sóng.",
      "Ra hiệu bằng đèn, còi, vải sáng màu; không đi tiếp khi trời tối.",
      "Người nhà: báo trưởng thôn, Công an cấp xã hoặc Đồn Biên phòng; không tự vào rừng tìm một mình.",
    ],
    tell: "lạc từ bao giờ, chỗ thấy lần cuối, đi hướng nào, mấy người, có ai bị thương.",
  },
  selfHarm: {
    lead: "Gọi ngay 115 (cấp cứu) hoặc 113 (Công an). Tôi rất mong anh/chị được an toàn; anh/chị không phải chịu đựng một mình.",
    steps: [
      "Đừng ở một mình: gọi hoặc đến ngay bên một người mình tin.",
      "Tránh xa dao, thuốc, dây, chỗ cao, sông hồ.",
      "Nếu lo cho người khác: ở bên, lắng nghe, không trách, cất những thứ nguy hiểm.",
      "Dưới 18 tuổi có thể gọi 111, miễn phí, ngày đêm.",
    ],
    tell: "mình đang ở đâu và cần người đến giúp. Cảm giác này có thể qua đi khi có người ở bên.",
  },
  poisoning: {
    steps: [
      "Không tự gây nôn; không cho ăn uống gì khi chưa được hướng dẫn.",
      "Giữ lại vỏ thuốc, chai lọ để đưa nhân viên y tế.",
      "Nếu ngạt khí: mở cửa, đưa người ra chỗ thoáng khi mình vẫn an toàn.",
    ],
    tell: `${WHERE}, uống hoặc hít phải gì, bao nhiêu, lúc nào, người bệnh có tỉnh không.`,
  },
  electricShock: {
    steps: [
      "Ngắt cầu dao trước; không chạm tay vào nạn nhân khi còn điện.",
      "Không ngắt được thì dùng vật khô, không dẫn điện để tách ra; đứng chỗ khô.",
      "Dây điện đứt: tránh thật xa, không cho ai lại gần.",
    ],
    tell: `${WHERE}, đã ngắt điện chưa, nạn nhân có thở không.`,
  },
  childbirth: {
    steps: [
      "Để sản phụ nằm nghiêng, giữ ấm, luôn có người bên cạnh.",
      "Không tự kéo em bé, không tự cắt dây rốn; làm theo hướng dẫn qua điện thoại.",
    ],
    tell: `${WHERE}, mang thai mấy tháng, có vỡ ối hay chảy máu không.`,
  },
  heart: {
    steps: [
      "Cho nằm nghỉ, nới quần áo; nôn thì nằm nghiêng. Không cho ăn uống, không cạo gió, chích máu.",
      "Nếu không thở: làm theo hướng dẫn của 115 qua điện thoại.",
    ],
    tell: `${WHERE}, tuổi, bị từ lúc nào, còn tỉnh và thở không.`,
  },
  trafficAccident: {
    steps: [
      "Cảnh báo phía sau: bật đèn nháy, đặt vật báo hiệu, đứng ra lề.",
      "Không di chuyển nạn nhân nếu không có nguy hiểm (cháy, rò xăng, xe khác lao tới).",
      "Chảy máu nhiều: ép chặt vải sạch lên vết thương. Có cháy, rò xăng: gọi thêm 114, tránh xa.",
    ],
    tell: "quốc lộ, km, mốc, chiều đường; số người bị thương; có cháy, rò xăng không.",
  },
  medical: {
    steps: [
      "Giữ người bệnh nằm yên, nằm nghiêng nếu nôn hoặc mất ý thức; không cho ăn uống.",
      "Chảy máu: ép chặt vải sạch lên vết thương. Bỏng: xả nước mát sạch.",
      "Cử một người ra đầu đường đón xe.",
    ],
    tell: `${WHERE}, chuyện gì xảy ra, người bệnh có tỉnh và thở không.`,
  },
  humanTrafficking: {
    lead: "Gọi ngay 111 (phòng chống mua bán người, trẻ em, miễn phí 24/24) và 113 (Công an).",
    steps: [
      "Trình báo Đồn Biên phòng hoặc Công an gần nhất càng sớm càng tốt.",
      "Không chuyển tiền chuộc khi chưa báo công an; không tự đi gặp bên kia.",
      "Giữ tin nhắn, ảnh, tài khoản, số điện thoại, vị trí đã gửi. Đây không phải lỗi của nạn nhân hay gia đình.",
    ],
    tell: "họ tên, tuổi người đi; ai rủ, tài khoản hoặc số điện thoại; tuyến đường; lần liên lạc cuối.",
  },
  childAbuse: {
    lead: "Gọi ngay 111 (bảo vệ trẻ em, miễn phí 24/24). Nếu đang bị đánh hoặc đang nguy hiểm, gọi 113 (Công an).",
    steps: [
      "Nếu cháu là người đang bị: đây không phải lỗi của cháu. Hãy đến chỗ có người lớn mà cháu tin.",
      "Người lớn: ở bên trẻ, không tra hỏi nhiều lần, giữ nguyên quần áo, tin nhắn, ảnh vết thương.",
      "Thông tin về trẻ và người báo được giữ kín theo quy định.",
    ],
    tell: "trẻ có đang an toàn không, có ai tin được ở gần không, đang ở xã, phường nào.",
  },
  kidnapping: {
    steps: [
      "Nếu gọi nguy hiểm cho mình: nhắn cho người thân vị trí rồi nhờ gọi 113.",
      "Không chuyển tiền, không tự đi gặp; giữ cuộc gọi, tin nhắn.",
      NO_CHASE,
    ],
    tell: "ai, ở đâu, từ lúc nào; người, xe, biển số, hướng đi.",
  },
  hostage: {
    steps: [
      "Lùi ra xa, đưa người khác ra khỏi chỗ đó; không kích động, không tự giải cứu.",
      "Nếu anh/chị đang bị giữ: bình tĩnh, làm theo để giữ an toàn, nhắn vị trí khi không bị nhìn thấy.",
      "Có người bị thương: gọi 115.",
    ],
    tell: `${WHERE}, mấy người bị giữ, người giữ có hung khí gì.`,
  },
  missingPerson: {
    lead: "Gọi ngay 113 (Công an), không cần chờ. Nếu là trẻ em, gọi thêm 111 (bảo vệ trẻ em).",
    steps: [
      "Cử một người ở nhà hoặc chỗ thấy lần cuối; hỏi bạn bè, hàng xóm, camera gần đó.",
      "Không chuyển tiền cho người nói đang giữ người thân; báo ngay công an.",
    ],
    tell: "tên, tuổi, ảnh mới, quần áo, nơi và lúc thấy lần cuối.",
  },
  sexualViolence: {
    steps: [
      `${SHELTER} Đây không phải lỗi của người bị hại.`,
      "Bị thương: gọi 115. Dưới 18 tuổi: gọi thêm 111.",
      "Chưa tắm, giặt hay thay đồ nếu có thể; giữ tin nhắn, ảnh.",
    ],
    tell: `${WHERE}, đang an toàn chưa, người đó còn ở gần không.`,
  },
  domesticViolence: {
    steps: [
      "Ra khỏi nhà hoặc vào phòng khóa được; đưa trẻ em theo. Không phải chịu đựng, không phải lỗi của người bị đánh.",
      "Kêu hàng xóm, trưởng thôn; có thể báo UBND cấp xã, Công an hoặc Đồn Biên phòng gần nhất.",
      "Bị thương: gọi 115. Có trẻ em bị hại: gọi 111.",
    ],
    tell: `${WHERE}, ai đang bị đánh, có hung khí, trẻ em hay người bị thương không.`,
  },
  robbery: {
    steps: [NO_CHASE, SHELTER, "Bị thương: gọi 115."],
    tell: "nơi xảy ra, mấy người, quần áo, xe, biển số, hướng đi, có hung khí không.",
  },
  breakIn: {
    steps: [
      "Vào phòng khóa được hoặc ra ngoài lối khác; bật đèn, hô to cho hàng xóm biết.",
      "Không xông vào, không giằng co, không tự bắt giữ.",
    ],
    tell: `${WHERE}, mấy người, họ đang ở đâu, trong nhà có ai.`,
  },
  explosive: {
    steps: [
      "Không chạm, không di chuyển, không đốt, không tháo. Lùi ra xa, nấp sau chỗ chắc.",
      "Cảnh báo người khác, không cho ai lại gần.",
    ],
    tell: `${WHERE}, hình dạng, kích cỡ nhìn từ xa.`,
  },
  weapon: {
    steps: [
      SHELTER,
      "Không thách thức, không tước vũ khí, không lại gần quay phim.",
      "Có người bị thương: gọi 115.",
    ],
    tell: `${WHERE}, mấy người, cầm gì, có ai bị thương.`,
  },
  violence: {
    steps: [
      SHELTER,
      "Không lao vào can, không đuổi theo, không lại gần quay phim.",
      "Có người bị thương: gọi 115.",
    ],
    tell: `${WHERE}, mấy người, có hung khí không, có ai bị thương.`,
  },
  loanShark: {
    steps: [
      "Ưu tiên an toàn của người trong nhà: khóa cửa, không ra đối đầu, không hẹn gặp riêng.",
      "Giữ bằng chứng: hình ảnh, tin nhắn đe dọa, ghi âm, số tài khoản, ứng dụng cho vay.",
      "Trình báo Công an cấp xã, kể cả khi họ đã bỏ đi.",
    ],
    tell: "họ còn ở đó không, đe dọa gì, số tiền, bên cho vay.",
  },
  threat: {
    steps: [
      "Ưu tiên an toàn: khóa cửa, đến chỗ có người, không ra đối đầu.",
      "Giữ bằng chứng: hình ảnh, tin nhắn đe dọa, ghi âm, camera.",
      "Trình báo Công an cấp xã, kể cả khi họ đã bỏ đi.",
    ],
    tell: `${WHERE}, họ còn ở đó không, đe dọa gì, có hung khí không.`,
  },
  unclear: {
    lead: "Nếu đang nguy hiểm, gọi ngay 113 (Công an), 114 (cháy, cứu nạn) hoặc 115 (cấp cứu).",
    steps: [BEWARE],
    tell: "chuyện gì đang xảy ra, ở đâu, có ai bị thương không. Anh/chị nhắn lại cho tôi ba điều đó nếu chưa gọi được.",
  },
};

/** The first line and one advice for people who wrote in another language. */
export const FOREIGN_WORDS = {
  en: {
    names: {
      "111": "child protection",
      "112": "search and rescue",
      "113": "police",
      "114": "fire and rescue",
      "115": "ambulance",
    },
    call: "Call now:",
    unclear: "If you are in danger, call now:",
    advice:
      "Get to a safe place first. The calls are free. Say where you are: street, village, landmark. If you can, ask a Vietnamese speaker nearby to call for you.",
    machine: "I am an automatic assistant and cannot call for you.",
  },
  zh: {
    names: { "111": "儿童保护", "112": "搜救", "113": "公安", "114": "消防救援", "115": "急救" },
    call: "请立即拨打：",
    unclear: "如有危险，请立即拨打：",
    advice:
      "请先到安全的地方。拨打免费。请说明您的位置：街道、村庄、附近标志。最好请身边会越南语的人帮忙拨打。",
    machine: "我是自动助手，不能替您拨打电话。",
  },
} as const;
