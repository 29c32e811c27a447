import { PROVINCE } from "../../language/province.ts";

/** The command menu of one scope. Names: at most 32 of [a-z0-9_]; descriptions: at most 256 characters. */
export interface CommandScope {
  readonly scope: { readonly type: "all_private_chats" | "all_group_chats" };
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

/** Reports and their codes belong in a private chat. A group's menu has only what everyone in the group may read. */
export const COMMAND_SCOPES: readonly CommandScope[] = [
  {
    scope: { type: "all_private_chats" },
    commands: [
      { command: "start", description: "Bắt đầu" },
      { command: "help", description: "Trợ lý 138 giúp được những gì" },
      { command: "baocao", description: "Báo tin về an ninh trật tự" },
      { command: "tracuu", description: "Xem tin báo đã xử lý đến đâu" },
      { command: "tincuatoi", description: "Các tin báo tôi đã gửi" },
      { command: "solieu", description: `Hỏi số liệu, ví dụ: ${PROVINCE.examples.figureHint}` },
      { command: "bieudo", description: "Vẽ biểu đồ số liệu" },
      { command: "quyenriengtu", description: "Trợ lý lưu gì, ai đọc được" },
    ],
  },
  {
    scope: { type: "all_group_chats" },
    commands: [
      { command: "tin", description: "Nhóm trực: tin đang mở, quá hạn; /tin TB-… xem một tin" },
      { command: "giaoca", description: "Nhóm trực: ai giữ tin nào, tin nào sắp đến hạn" },
      { command: "baocaothang", description: "Nhóm trực: số liệu xử lý tin theo tháng, theo năm" },
      { command: "ca", description: "Nhóm trực: ai được gọi trước khi có tin khẩn; /ca nhan để nhận ca" },
      { command: "solieu", description: "Hỏi số liệu phong trào" },
      { command: "help", description: "Trợ lý 138 giúp được những gì" },
    ],
  },
];

/** Names that every bot has. */
const COMMON = new Set(["start", "help"]);

const OWN = new Set(
  COMMAND_SCOPES.flatMap(({ commands }) => commands.map(({ command }) => command)).filter(
    (command) => !COMMON.has(command),
  ),
);

/** True for a command that hardly any other bot has. */
export const isOwnCommand = (name: string): boolean => OWN.has(name.toLowerCase());
