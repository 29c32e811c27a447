import { beforeAll, describe, expect, it } from "vitest";
import { openDanger } from "../../src/features/emergency/open-danger.ts";
import { GATHERED, REPORT } from "../../src/features/reporting/citizen/citizen-session.ts";
import { openDraft, openGathered } from "../../src/features/reporting/citizen/sealed-draft.ts";
import type { Draft } from "../../src/features/reporting/dialogue/draft.ts";
import { migrate } from "./bindings.ts";
import { CitizenChat } from "./citizen-chat.ts";
import { bookContext } from "./reports-fixture.ts";

beforeAll(migrate);

class Person extends CitizenChat {
  readonly answers: string[] = [];

  async tell(...messages: readonly string[]): Promise<string> {
    for (const message of messages) this.answers.push(await this.say(message));
    return this.answers.at(-1) ?? "";
  }

  get isInDanger(): boolean {
    return openDanger(this.session, this.now) !== undefined;
  }

  async kept(): Promise<Draft | null> {
    const pause = this.inbound({ kind: "pause" });
    return (
      (await openDraft(bookContext.ring, pause, REPORT.of(this.session))) ??
      (await openGathered(bookContext.ring, pause, GATHERED.of(this.session)))
    );
  }
}

interface Expected {
  /** In the last answer. */
  readonly has?: RegExp;
  readonly hasNot?: RegExp;
  /** A danger is open at the end. */
  readonly danger?: boolean;
  /** In the story, the place or the details of what is kept. */
  readonly kept?: RegExp;
  readonly keptNot?: RegExp;
  /** What is kept is flagged as a danger. */
  readonly flagged?: boolean;
  /** The last two answers say different things. */
  readonly differs?: true;
}

const CASES: readonly (readonly [messages: readonly string[], expected: Expected])[] = [
  // The end.
  [["nha hang xom dang chay to lam", "xe cuu hoa den roi, dap xong lua roi a"], { danger: false }],
  [["có thằng cầm mã tấu đuổi chém tôi", "công an đến bắt nó rồi, cảm ơn nhé"], { danger: false }],
  [["co ke dang pha cua nha toi", "xong roi e oi"], { danger: false }],
  [["bố tôi vừa bị điện giật bất tỉnh", "xe cấp cứu tới rồi"], { danger: true, has: /Người giúp tới/u }],
  [["chong toi dang danh toi, cuu voi", "em ổn rồi, em về nhà ngoại rồi ạ"], { danger: false }],
  [["nước lũ ngập nhà tôi lên tận nóc", "ổn cả rồi ạ, bộ đội đưa được cả nhà lên bờ rồi"], { danger: false }],
  [["cháy nhà rồi cứu với", "ổn sao được, lửa vẫn cháy to"], { danger: true }],
  // What is past.
  [
    ["báo tin", "đêm qua có thằng cướp dây chuyền của tôi ở chợ Giếng Vuông, không ai bị gì"],
    { flagged: false, hasNot: /Đang nguy hiểm nên/u },
  ],
  [
    ["xe tai tong do hang rao nha van hoa roi bo chay", "chuyen tu chieu qua roi, ko ai bi thuong"],
    { danger: false, flagged: false, has: /Báo tin này/u, kept: /hang rao/u },
  ],
  [
    ["mấy đứa cầm dao đuổi nhau ở sân bóng", "chuyện hôm kia rồi, giờ yên cả"],
    { danger: false, flagged: false, kept: /sân bóng/u },
  ],
  [["báo tin", "chieu qua no danh toi o ben xe phia bac"], { flagged: false }],
  // The step that fits.
  [
    ["có người bám theo tôi từ bến xe", "tôi chạy vào tiệm thuốc rồi", "nó vẫn đứng ngoài cửa tiệm"],
    { danger: true, differs: true },
  ],
  [
    ["ban em dang dung tren mep cau doi nhay xuong"],
    { has: /bạn ấy|người đó|người ấy/u, hasNot: /Tôi đang không ổn/u },
  ],
  [
    ["em bị lừa, họ đang chở em lên biên giới", "xe vừa qua cầu Kỳ Cùng"],
    { danger: true, hasNot: /nước đó|không lên xe/u },
  ],
  [["em bị bán sang Trung Quốc, họ nhốt không cho về", "em không biết đang ở tỉnh nào"], { has: /nước đó/u }],
  [
    ["cháy nhà rồi", "ở số 7 ngõ 5 Lê Lợi", "ngay cạnh trường mầm non Hoa Sen"],
    { danger: true, hasNot: /mốc/u },
  ],
  [["xe khách lật ở đèo có người kẹt", "ông lái xe nằm im không biết gì"], { has: /thở/u }],
  [["nước ngập đến mái nhà tôi rồi", "đứa bé môi tím, thở yếu lắm"], { has: /115[\s\S]*thở|thở[\s\S]*115/u }],
  [
    ["nó ôm dao giữ con tôi trong nhà", "nó đòi tiền đòi xe"],
    { has: /kích động|làm theo|đừng thách|lùi/u, hasNot: /Nhìn ngực/u },
  ],
  [
    ["có trộm vào nhà, em trốn trong phòng", "nó lục tủ dưới nhà", "nó đang lên cầu thang"],
    { differs: true },
  ],
  // Moves.
  [
    ["báo tin", "sáng qua tôi mất xe đạp ở cổng chợ Kỳ Lừa", "thôi khỏi báo nữa, xe ở nhà em trai tôi rồi"],
    { has: /Xoá/u, keptNot: /em trai/u },
  ],
  [["hàng xóm đánh bạc ăn tiền suốt đêm", "khong"], { hasNot: /không gửi gì/u, kept: /đánh bạc/u }],
  [["hàng xóm đánh bạc ăn tiền suốt đêm", "mình ko có hình"], { keptNot: /hình/u, kept: /đánh bạc/u }],
  [
    ["co nhom danh bac o cho Ky Lua", "toi muon trinh bao viec nay voi cong an"],
    { keptNot: /trinh bao/u, has: /lúc nào/u },
  ],
  [
    ["báo tin", "tối qua ở chợ Đồng Mỏ có đám đánh bạc", "nhầm rồi, ở chợ Chi Lăng mới đúng"],
    { has: /sửa|Việc:[^\n]*chợ Chi Lăng/u, kept: /"words":"chợ Chi Lăng"/u },
  ],
  [
    ["báo tin", "tối qua ở chợ Đồng Mỏ có đám đánh bạc", "nhấn chỗ này phải ko, gửi nhé"],
    { has: /Việc:/u, keptNot: /nhấn/u },
  ],
  [
    ["đêm nào cũng có nhóm đánh bạc ở chợ Đồng Mỏ", "à nhầm, không phải đêm nào, cứ 2 hôm 1 lần"],
    { kept: /"when":\{"words":"cứ 2 hôm 1 lần/u, keptNot: /đêm nào/u },
  ],
  [
    ["báo tin", "sáng nay ở đèo Bông Lau có xe đổ trộm rác", "sửa lại là chiều qua tầm 3 giờ"],
    { has: /sửa|Việc:[^\n]*chiều qua/u },
  ],
  [
    [
      "báo tin",
      "đêm thứ ba có xe tải đổ xà bần ở suối Nà Mèo",
      "ở thôn Nà Mèo, đêm thứ ba",
      "hình tôi gửi sau nhé",
    ],
    { keptNot: /gửi sau/u },
  ],
  [
    ["báo tin", "tối qua ở kho nhà văn hoá thôn Pò Cại có 2 ông giấu pháo", "là ông Bình với ông Toàn ạ"],
    { has: /Toàn/u, hasNot: /Xảy ra ở đâu/u },
  ],
  [
    ["báo tin", "tối qua nhà văn hoá thôn Pò Cại có đánh bạc", "thôi xoá đi, em sợ bị trả thù"],
    { has: /không thấy tên[\s\S]*Xoá tin đang viết/u },
  ],
  [
    ["xe tải đâm đổ lan can ở km 20 rồi chạy", "tôi báo cho biết vậy thôi, nhận giúp tôi nhé"],
    { hasNot: /không chuyển gì/u },
  ],
  // Helpers are there: no step leads back, and it ends in plain words only.
  [
    [
      "chồng cũ em đang đập cửa cầm dao",
      "em trốn trong nhà vệ sinh không nói to được",
      "công an đến rồi, bắt nó đi rồi",
    ],
    { danger: true, has: /ổn rồi/u, hasNot: /Cứ im|Tắt chuông/u },
  ],
  // It becomes clear which danger it is.
  [["mẹ em ngã ngoài sân", "mẹ bất tỉnh rồi, gọi không dậy"], { danger: true, has: /^[^\d]*115/u }],
  // Fresh: the end.
  [["co may thang cam gay dap cua quan toi", "ca phuong xuong roi, cam on chau"], { danger: false }],
  [["chau be bi hoc xuong nghet tho", "bé ổn lại rồi cô ạ, thở được rồi"], { danger: false }],
  [["cây đổ đè người ở cổng trường", "giờ xong xuôi hết rồi chú ơi"], { danger: false }],
  [["chồng tôi say đập phá dọa giết", "anh ta ngủ rồi nhưng tôi vẫn sợ"], { danger: true }],
  [["cháy kho hàng rồi", "tưởng dập xong rồi ai ngờ bùng lại"], { danger: true }],
  [["em bị đánh hội đồng ở sau trường", "thầy tới rồi, em an toàn rồi ạ"], { danger: false }],
  // Past.
  [
    ["có nhóm thanh niên chém nhau trước quán karaoke", "vụ này từ đêm qua rồi ạ"],
    { danger: false, flagged: false, kept: /karaoke/u },
  ],
  [
    ["bon doi no tat son len cua nha toi doa giet", "hom qua co, bay gio khong co ai"],
    { danger: false, flagged: false },
  ],
  [["hai xe máy tông nhau ở ngã tư", "may quá chẳng ai bị làm sao"], { danger: false, kept: /ngã tư/u }],
  [["báo tin", "toi hom kia bi 2 dua chan xe tran lot o deo Khau Pa, lay 3 trieu"], { flagged: false }],
  [["báo tin", "chiều qua có thằng vào nhà tôi cầm dao cướp, giờ nó lại đứng ngoài cổng"], { flagged: true }],
  // The step.
  [
    [
      "thang say cam dao duoi em",
      "e chay duoc vao nha hang xom r",
      "no dang chui ngoai cong",
      "no van chua di",
    ],
    { danger: true, has: /trong đó|ở đó|ở yên|Giữ cửa kh/u },
  ],
  [["bạn cùng phòng em uống thuốc tự tử để lại thư"], { has: /115/u, hasNot: /Cảm ơn anh\/chị đã nói ra/u }],
  [
    ["con gai toi bi bon no lua dua qua bien gioi ban", "nó nhắn đang ở Đồng Đăng, trong nhà nghỉ"],
    { danger: true, hasNot: /nước đó/u },
  ],
  [
    ["chong em bi giu ben Campuchia doi tien chuoc", "họ đòi 200 triệu trong hôm nay"],
    { has: /\+84[\s\S]*(?:Giữ tin nhắn|Chưa chuyển tiền)/u },
  ],
  [
    ["chay phong tro", "12 ngo 40 Tran Dang Ninh", "con 2 chau nho ket tang 3"],
    { has: /kẹt/u, hasNot: /Đếm lại/u },
  ],
  [["ô tô tải lật, tài xế kẹt trong cabin", "mùi xăng nồng nặc"], { has: /xa vũng xăng|114/u }],
  [
    ["nước lũ cuốn mất cầu, nhà tôi bị cô lập, nước vẫn lên", "nhà tôi ở thôn Bản Chu cạnh trạm y tế"],
    { danger: true, hasNot: /mốc/u },
  ],
  [
    ["thằng con nghiện xích cả nhà lại đòi đốt", "cau ay doi gap bo"],
    { danger: true, hasNot: /không lên xe/u },
  ],
  [
    ["co nguoi dap cua phong tro em luc nay", "em gọi 113 mà khóc nấc không nói nổi"],
    { has: /nói hộ|nói thay|chuyển khẩn/u },
  ],
  // Moves.
  [
    ["báo tin", "hom qua toi roi cai dien thoai o ben xe, mau den", "a thay roi, no o trong tui ao"],
    { has: /Xoá/u, keptNot: /tui ao/u },
  ],
  [
    [
      "báo tin",
      "tối qua có xe tải chở gỗ lậu qua xã Yên Khoái",
      "thôi ngừng đi, nhà tôi không muốn dính vào",
    ],
    { has: /Xoá/u },
  ],
  [
    ["co quan nuoc ban ma tuy gan truong cap 2", "hong co anh em oi"],
    { keptNot: /anh em/u, kept: /ma tuy/u },
  ],
  [
    ["lò gạch xả khói mù mịt cả xóm", "phiền ad chuyển giúp lên công an xã với"],
    { has: /Xảy ra ở đâu/u, keptNot: /phiền ad/u },
  ],
  [
    ["co dam choi xoc dia o nha ong Be", "nho bao ho cong an duoc khong em"],
    { has: /Việc:|ở đâu|lúc nào/u, keptNot: /nho bao/u },
  ],
  [
    [
      "báo tin",
      "trua qua o ben xe phia Bac co nhom moc tui",
      "k phai ben xe phia bac, o cho Ky Lua moi dung",
    ],
    { has: /Việc:[^\n]*cho Ky Lua/u, keptNot: /"what":"[^"]*ben xe/u },
  ],
  [
    [
      "báo tin",
      "đêm qua 2 người trộm chó ở thôn Nà Lầu",
      "3 người chứ không phải 2 người, đi một con Wave xanh",
    ],
    { kept: /3 người[\s\S]*Wave xanh/u },
  ],
  [
    ["báo tin", "sáng qua xe khách nhồi nhét ở bến Hữu Lũng", "thôi huỷ hộ, lộ ra họ đánh em chết"],
    { has: /không thấy tên[\s\S]*Xoá/u },
  ],
  [
    ["báo tin", "tối qua có tiếng súng săn ở rừng Mẫu Sơn", "đem xe lên Hà Nội bán thì làm giấy gì"],
    { has: /chưa có thông tin/u, keptNot: /Hà Nội/u },
  ],
  [
    ["hàng xóm mở loa to cả đêm", "thế tụi nó bị bắt bao lâu"],
    { has: /chưa có thông tin|Báo tin này/u, hasNot: /quấy rối/u },
  ],
  // What the others showed.
  [
    ["xe ba gác tông rào trường rồi chạy", "lúc 4h sáng nay", "em báo cho biết vậy thôi, nhận giúp em nha"],
    { has: /Xảy ra ở đâu|Việc:/u, kept: /rào trường/u },
  ],
  [
    ["bọn cho vay đến nhà đập cửa chửi", "từ đầu tháng, mới nhất là tối qua"],
    { danger: false, flagged: false },
  ],
  [
    ["co quan nuoc ban ma tuy gan truong cap 2", "thôi kệ, em sợ họ biết"],
    { has: /không thấy tên/u, kept: /ma tuy/u },
  ],
  [
    ["báo tin", "tối hôm kia có nhóm phá rào ở trại cá thôn Khuổi Lầy", "hình chụp mai tôi gửi ảnh sau nhé"],
    { hasNot: /TB-/u },
  ],
];

describe("what comes next", () => {
  it.each(CASES)("%j", async (messages, { has, hasNot, danger, kept, keptNot, flagged, differs }) => {
    const chat = new Person();
    const last = await chat.tell(...messages);
    const draft = await chat.kept();
    const all = JSON.stringify(draft === null ? null : { ...draft, said: [] });
    if (process.env.SHOW) console.log(JSON.stringify({ messages, answers: chat.answers, all }, null, 1));
    if (has !== undefined) expect(last).toMatch(has);
    if (hasNot !== undefined) expect(last).not.toMatch(hasNot);
    if (danger !== undefined) expect(chat.isInDanger).toBe(danger);
    if (kept !== undefined) expect(all).toMatch(kept);
    if (keptNot !== undefined) expect(all).not.toMatch(keptNot);
    if (flagged !== undefined) expect(draft?.danger).toBe(flagged);
    if (differs === true) expect(chat.answers.at(-1)).not.toBe(chat.answers.at(-2));
  });
});
