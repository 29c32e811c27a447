import { type Block, list, strong, text } from "../../../messaging/reply.ts";

/** What decides who can read: how this deployment runs. */
export interface Deployment {
  /** Reports are taken, so there are keys and a duty group. */
  readonly takesReports: boolean;
  /** A machine of the operator's own; otherwise Cloudflare's. */
  readonly isOwnServer: boolean;
  /** A language model writes answers. */
  readonly asksModel: boolean;
  /** Questions are also searched for in Qdrant or by an embedding server. */
  readonly searchesElsewhere: boolean;
}

interface Reader {
  /** Who it is. */
  readonly who: string;
  /** What they see. */
  readonly sees: string;
  /** What makes them readers; absent = always. */
  readonly where?: (deployment: Deployment) => boolean;
  /** How a report's first message names them, by messenger; absent where they read no report. */
  readonly ofReport?: Partial<Readonly<Record<"zalo" | "telegram", string>>>;
}

const everywhere = (words: string) => ({ zalo: words, telegram: words });

/** Everyone who can read what is written here: the one list, for `/quyenriengtu` and for who begins a report. */
export const READERS = {
  duty: {
    who: "Người trong nhóm cán bộ trực",
    sees: "thấy mã tin, lời kể, ảnh; không thấy tài khoản của anh/chị. Mở tài khoản phải có hai giám sát, lý do, ghi sổ.",
    where: ({ takesReports }) => takesReports,
    ofReport: everywhere("cán bộ trong nhóm trực (không thấy tài khoản của anh/chị)"),
  },
  telegram: {
    who: "Telegram (máy chủ ở nước ngoài)",
    sees: "tin báo nằm ở đó, trong nhóm trực. Nhắn qua Telegram thì họ biết cả tài khoản.",
    where: ({ takesReports }) => takesReports,
    ofReport: {
      zalo: "Telegram, nơi đặt nhóm trực (máy chủ ở nước ngoài)",
      telegram: "Telegram (máy chủ ở nước ngoài, biết tài khoản của anh/chị)",
    },
  },
  telegramChats: {
    who: "Telegram (máy chủ ở nước ngoài), nếu anh/chị nhắn qua Telegram",
    sees: "thấy cuộc trò chuyện và tài khoản của anh/chị.",
    where: ({ takesReports }) => !takesReports,
  },
  zalo: {
    who: "Công ty Zalo và người quản trị trang Zalo này, nếu anh/chị nhắn qua Zalo",
    sees: "thấy cả cuộc trò chuyện, tin báo, tên, ảnh Zalo của anh/chị.",
    ofReport: {
      zalo: "công ty Zalo và người quản trị trang Zalo này (thấy tên, ảnh Zalo của anh/chị)",
    },
  },
  sealed: {
    who: "Người vận hành máy chủ",
    sees: "giữ khoá, nên mở được những gì đang lưu.",
    where: ({ takesReports }) => takesReports,
    ofReport: everywhere("người vận hành máy chủ"),
  },
  unsealed: {
    who: "Người vận hành máy chủ",
    sees: "đọc được những gì đang lưu, vì ở đây chưa cài khoá.",
    where: ({ takesReports }) => !takesReports,
  },
  cloudflare: {
    who: "Cloudflare (máy chủ ở nước ngoài)",
    sees: "máy chủ đặt ở đó, nên họ cũng mở được.",
    where: ({ isOwnServer }) => !isOwnServer,
  },
  model: {
    who: "Máy chủ AI viết câu trả lời",
    sees: "nhận câu hỏi thường, đã che tên, số nhận ra được; không nhận tin báo, không biết ai hỏi.",
    where: ({ asksModel }) => asksModel,
  },
  search: {
    who: "Máy chủ tìm kiếm",
    sees: "chỉ nhận câu hỏi thường, đã che tên, số nhận ra được.",
    where: ({ searchesElsewhere }) => searchesElsewhere,
  },
} as const satisfies Readonly<Record<string, Reader>>;

const all: readonly Reader[] = Object.values(READERS);

/** What goes to the desk in a danger without a summary before it, in `/quyenriengtu`. */
export const IN_DANGER =
  "Đang nguy hiểm mà không gọi được, nhờ báo công an hoặc bấm Chuyển cho trực ban: chuyển ngay nơi, số máy, lời, ảnh, cả tin sau đó đến khi “ổn rồi” hay im nửa giờ; không chuyển tài khoản. Bấm Đừng chuyển để thôi.";

/** Who can read, in `/quyenriengtu`. */
export const readerBlocks = (deployment: Deployment): readonly Block[] => [
  strong("Ai đọc được?"),
  list(
    ...all
      .filter(({ where }) => where === undefined || where(deployment))
      .map(({ who, sees }) => `${who}: ${sees}`),
  ),
];

/** Said once, before a report is sent, by the messenger that it comes by. Not to somebody in danger. */
export const beforeReport = (channel: "zalo" | "telegram"): Block =>
  text(
    `Để anh/chị biết trước, những ai đọc được tin này: ${all
      .flatMap(({ ofReport }) => ofReport?.[channel] ?? [])
      .join("; ")}. Xem kỹ hơn: /quyenriengtu.`,
  );
