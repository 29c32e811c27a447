import type { AddedPassage } from "../../knowledge/added-passages.ts";
import type { Audience } from "../../knowledge/knowledge-index.ts";
import { displayDate, displayMoment } from "../../language/dates.ts";
import type { Kind } from "../../language/privacy/mask.ts";
import { type Block, type Button, list, quote, type Reply, strong, text } from "../../messaging/reply.ts";
import type { DocumentVersion } from "./document-book.ts";
import { type DocumentProblem, MAX_PAGES } from "./reading/line.ts";
import { MAX_FILE } from "./reading/read-document.ts";
import type { Front } from "./sections/front.ts";
import type { Look } from "./sections/look.ts";

const say = (...paragraphs: readonly string[]): Reply => ({ blocks: paragraphs.map(text) });
const mebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

const NOTHING_CHANGED = "Chưa có gì được lưu hay thay đổi.";

export const HOW: Reply = {
  blocks: [
    strong(`Gửi văn bản (PDF hoặc DOCX, tối đa ${MAX_PAGES} trang, ${mebibytes(MAX_FILE)}) vào đây.`),
    text(
      "Tôi tách thành từng mục, cho anh/chị xem lại số liệu, ngày tháng rồi mới đăng. Đăng xong, hỏi đến đâu tôi trích đúng mục đó, kèm số văn bản.",
    ),
    text("Không gửi văn bản có độ mật. Xem các văn bản đã đăng: /tailieu danhsach."),
  ],
};

const PROBLEMS: Readonly<
  Record<DocumentProblem | "not_fetched" | "busy" | "overtaken" | "full" | "secret", string>
> = {
  empty: "Tệp trống, không có chữ nào.",
  not_a_document: "Đây không phải tệp PDF hay DOCX.",
  old_word:
    "Đây là tệp Word kiểu cũ (.doc) hoặc có mật khẩu: mở ra, lưu lại dạng DOCX không mật khẩu rồi gửi lại.",
  encrypted: "Tệp đang khoá (có mật khẩu hoặc hạn chế quyền): lưu lại bản không khoá rồi gửi lại.",
  broken: "Tệp bị hỏng, tôi không mở được: xuất lại từ bản gốc rồi gửi lại giúp tôi.",
  too_large: `Tệp quá lớn hoặc bung ra quá lớn (giới hạn ${mebibytes(MAX_FILE)}): bỏ bớt ảnh, hoặc chia nhỏ rồi gửi lại.`,
  too_many_pages: `Văn bản dài hơn ${MAX_PAGES} trang: chia thành nhiều tệp rồi gửi lần lượt.`,
  scanned: "Tệp chỉ có ảnh quét, không có chữ để đọc: gửi bản gốc Word, hoặc PDF xuất từ Word.",
  unknown_letters:
    "Chữ trong tệp không đọc được thành tiếng Việt (phông chữ lạ): gửi bản Word dùng phông Unicode.",
  not_fetched: "Không tải được tệp từ Telegram: gửi lại giúp tôi.",
  busy: "Tôi đang đọc một văn bản khác: chờ một phút rồi gửi lại giúp tôi.",
  overtaken:
    "Văn bản dài, tôi đang đọc dở thì anh/chị nhắn tiếp nên dừng lại để trả lời: gửi lại tệp, từng tệp một giúp tôi.",
  full: "Kho văn bản gửi qua tin nhắn đã đầy: gỡ bớt văn bản cũ (/tailieu danhsach) rồi gửi lại.",
  secret:
    "Văn bản có dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT): tôi không nhận, không lưu. Xoá tin nhắn có tệp này khỏi Telegram và xử lý theo quy định bảo vệ bí mật nhà nước.",
};

export const problem = (what: keyof typeof PROBLEMS): Reply => say(PROBLEMS[what], NOTHING_CHANGED);

const KINDS: Readonly<Partial<Record<Kind, string>>> = {
  phone: "số điện thoại",
  identity: "số giấy tờ",
  account: "số tài khoản",
  birth_date: "ngày sinh",
  plate: "biển số xe",
  email: "thư điện tử",
};
/** So many headings, dates and numbers are named; the others are counted. */
const NAMED = 8;
const FIGURES = 14;

export interface Preview {
  readonly front: Omit<Front, "body">;
  readonly pages: number;
  readonly sections: readonly AddedPassage[];
  readonly look: Look;
  readonly withoutWords: readonly number[];
  readonly isLegacy: boolean;
  /** It is for officials only, as a stamp on it says. */
  readonly isInternal: boolean;
  /** What is told of it today, and how the new one differs. */
  readonly replaces: { readonly version: DocumentVersion; readonly changes: Changes } | null;
}

/** Sections by what becomes of them. */
export interface Changes {
  readonly fresh: number;
  readonly changed: number;
  readonly dropped: number;
}

export function previewReply(shown: Preview, draft: string): Reply {
  const { front, pages, sections, look, isInternal, replaces } = shown;
  const { number = "không thấy", issued, issuer = "không thấy" } = front;
  const headings = sections.map(({ passage }) => passage.headings.at(-1) ?? "");
  return {
    blocks: [
      strong(`Xem trước: ${front.title}`),
      list(
        `Số: ${number}; ngày: ${issued === undefined ? "không thấy" : displayDate(issued)}; nơi ban hành: ${issuer}`,
        `${pages} trang, ${sections.length} mục`,
        ...(replaces === null ? [] : [replacing(replaces)]),
      ),
      text("Các mục:"),
      list(...some(headings, NAMED, "mục")),
      ...figures(look),
      ...warnings(shown).map(strong),
      text("Dấu mật đóng bằng ảnh thì tôi không thấy được: anh/chị tự kiểm tra trước khi đăng."),
      text(
        isInternal
          ? "Văn bản ghi lưu hành nội bộ nên chỉ đăng nội bộ được (chỉ cán bộ hỏi được). Chưa ai thấy bản này; bấm trong 30 phút."
          : "Đăng nội bộ: chỉ cán bộ hỏi được. Đăng công khai: ai hỏi cũng được. Chưa ai thấy bản này; bấm trong 30 phút.",
      ),
    ],
    buttons: [
      { label: "Đăng nội bộ", payload: `/tailieu noibo ${draft}` },
      ...(isInternal ? [] : [{ label: "Đăng công khai", payload: `/tailieu congkhai ${draft}` }]),
      { label: "Xem các mục", payload: `/tailieu xem ${draft} 0` },
      { label: "Huỷ", payload: `/tailieu huy ${draft}` },
    ],
  };
}

const replacing = ({ version, changes }: NonNullable<Preview["replaces"]>): string =>
  `Thay bản ${version.version} (đăng ${displayMoment(version.at)}): ${changes.fresh} mục mới, ${changes.changed} mục sửa, ${changes.dropped} mục bỏ`;

function figures({ dates, numbers }: Look): Block[] {
  if (dates.length + numbers.length === 0) return [];
  return [
    text("Ngày tháng và con số, anh/chị soát lại giúp tôi:"),
    list(
      ...(dates.length > 0 ? [some(dates, FIGURES, "ngày").join("; ")] : []),
      ...(numbers.length > 0 ? [some(numbers, FIGURES, "số").join("; ")] : []),
    ),
  ];
}

function warnings({ look, withoutWords, isLegacy }: Preview): string[] {
  const personal = look.personal.map(
    ({ kind, pages }) => `${KINDS[kind] ?? kind} (trang ${pages.slice(0, NAMED).join(", ")})`,
  );
  return [
    ...(personal.length > 0
      ? [
          `Có dữ liệu riêng của người: ${personal.join("; ")}. Nếu dân không cần biết thì xoá trong tệp rồi gửi lại.`,
        ]
      : []),
    ...(isLegacy
      ? ["Văn bản dùng phông chữ cũ (TCVN3 hoặc VNI): tôi đã đổi sang chữ ngày nay, anh/chị soát kỹ giúp."]
      : []),
    ...(withoutWords.length > 0
      ? [
          `Trang ${withoutWords.slice(0, FIGURES).join(", ")} không có chữ (ảnh quét): tôi không đọc được những trang này.`,
        ]
      : []),
  ];
}

function some(all: readonly string[], most: number, what: string): string[] {
  const rest = all.length - most;
  return rest > 0 ? [...all.slice(0, most), `… và ${rest} ${what} nữa`] : [...all];
}

/** Sections as they will be told. @param next what shows the following ones; absent where there are none */
export function sectionsReply(sections: readonly AddedPassage[], from: number, next?: string): Reply {
  if (sections.length === 0) return say("Không còn mục nào nữa.");
  return {
    blocks: sections.flatMap(({ passage }, i) => [
      strong(`${from + i + 1}. ${passage.headings.at(-1) ?? ""}`),
      quote(passage.text),
    ]),
    ...(next !== undefined && { buttons: [{ label: "Xem tiếp", payload: next }] }),
  };
}

const AUDIENCES: Readonly<Record<Audience, string>> = { public: "công khai", internal: "nội bộ" };

export const approved = ({ version, audience, sections, ref }: DocumentVersion): Reply => ({
  blocks: [
    strong(`Đã đăng ${AUDIENCES[audience]}: ${ref.title} (bản ${version}, ${sections} mục).`),
    text(
      audience === "public"
        ? "Trong vòng một phút, ai hỏi cũng được trả lời theo văn bản này."
        : "Trong vòng một phút, cán bộ hỏi sẽ được trả lời theo văn bản này; người dân thì không.",
    ),
    text("Một năm nữa tôi sẽ nhắc kiểm tra lại văn bản còn hiệu lực không."),
  ],
  buttons: onVersion(version),
});

/** For a second tap, perhaps much later. */
export const alreadyApproved = ({ version, audience, at }: DocumentVersion): Reply =>
  say(
    `Đã đăng rồi, lúc ${displayMoment(at)}: bản ${version}, ${AUDIENCES[audience]}.`,
    "Lần bấm này không đổi gì thêm.",
  );

const onVersion = (version: number): Button[] => [
  { label: "Lùi về bản trước", payload: `/tailieu lui ${version}` },
  { label: "Gỡ văn bản", payload: `/tailieu go ${version}` },
  { label: "Các văn bản đã đăng", payload: "/tailieu danhsach" },
];

export function listReply(told: readonly DocumentVersion[]): Reply {
  if (told.length === 0)
    return say("Chưa có văn bản nào được đăng qua tin nhắn.", "Gửi tệp PDF hoặc DOCX vào đây để thêm.");
  return {
    blocks: [
      strong("Các văn bản đã đăng qua tin nhắn, mới nhất trước:"),
      list(...told.map(line)),
      text("Xem một văn bản: /tailieu và số bản, ví dụ /tailieu 3."),
    ],
    buttons: told
      .slice(0, 3)
      .map(({ version }) => ({ label: `Xem bản ${version}`, payload: `/tailieu ${version}` })),
  };
}

function line({ version, ref, audience, sections, at }: DocumentVersion): string {
  const name = ref.number === undefined ? ref.title : `${ref.number} · ${ref.title}`;
  return `bản ${version} · ${name} · ${AUDIENCES[audience]} · ${sections} mục · ${displayMoment(at)}`;
}

const DEEDS: Readonly<Record<DocumentVersion["kind"], string>> = {
  upload: "đăng",
  rollback: "lùi về bản trước",
  withdrawal: "gỡ",
};

export const documentReply = (version: DocumentVersion, history: readonly DocumentVersion[]): Reply => ({
  blocks: [
    strong(version.ref.title),
    text("Các lần thay đổi, mới nhất trước:"),
    list(
      ...history.map(
        ({ version: number, kind, audience, sections, at, by }) =>
          `bản ${number} · ${DEEDS[kind]} · ${kind === "withdrawal" ? "" : `${AUDIENCES[audience]} · ${sections} mục · `}${displayMoment(at)} · mã cán bộ ${by}`,
      ),
    ),
  ],
  buttons: [
    ...(version.draft === null
      ? []
      : [{ label: "Xem các mục", payload: `/tailieu xem ${version.version} 0` }]),
    ...onVersion(version.version),
  ],
});

/** What a step back or a withdrawal would do, before it is done. @param earlier what would be told; null for nothing */
export function changePreview(from: DocumentVersion, earlier: DocumentVersion | null): Reply {
  const { version, ref, sections } = from;
  return earlier === null
    ? {
        blocks: [
          strong(`Gỡ ${ref.title} (bản ${version}, ${sections} mục)?`),
          text("Gỡ rồi thì không ai được trả lời theo văn bản này nữa. Muốn đăng lại thì gửi lại tệp."),
        ],
        buttons: [{ label: "Gỡ văn bản", payload: `/tailieu go ${version} xacnhan` }],
      }
    : {
        blocks: [
          strong(`Lùi ${ref.title} từ bản ${version} về bản ${earlier.version}?`),
          text(
            `Bản ${earlier.version}: ${AUDIENCES[earlier.audience]}, ${earlier.sections} mục, đăng ${displayMoment(earlier.at)}.`,
          ),
        ],
        buttons: [{ label: "Xác nhận lùi", payload: `/tailieu lui ${version} xacnhan` }],
      };
}

export const changed = ({ kind, ref, sections }: DocumentVersion): Reply =>
  say(
    kind === "withdrawal"
      ? `Đã gỡ ${ref.title}: trong vòng một phút không ai được trả lời theo văn bản này nữa.`
      : `Đã lùi ${ref.title} về bản trước (${sections} mục), dùng được trong vòng một phút.`,
  );

export const WORDING = {
  cancelled: say("Đã huỷ bản xem trước, tôi không giữ gì của tệp.", "Gửi lại tệp nếu cần."),
  unknownDraft: say(
    "Không có bản xem trước này của anh/chị, hoặc bản đó đã được xử lý. Gửi lại tệp nếu cần.",
    "Lần bấm này không đổi gì.",
  ),
  expired: say("Bản xem trước đã quá 30 phút: gửi lại tệp giúp tôi.", "Chưa có gì thay đổi."),
  stale: say(
    "Có người vừa đăng bản khác của văn bản này sau bản xem trước: gửi lại tệp để so với bản mới nhất.",
    "Bản này chưa được đăng.",
  ),
  notPublic: say("Văn bản ghi lưu hành nội bộ: chỉ đăng nội bộ được.", "Chưa có gì thay đổi."),
  noSuchVersion: say(
    "Không có bản này, hoặc đã có bản mới hơn. Xem lại: /tailieu danhsach.",
    "Chưa có gì thay đổi.",
  ),
  nothingBefore: say(
    "Văn bản này chưa có bản nào trước đó. Muốn thôi dùng thì bấm Gỡ văn bản.",
    "Chưa có gì thay đổi.",
  ),
} as const;
