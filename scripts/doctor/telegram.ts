import { GrammyError } from "grammy";
import { ALLOWED_UPDATES } from "../../src/channels/telegram/setup.ts";
import { createTelegramApi } from "../../src/channels/telegram/telegram-client.ts";
import type { TelegramSettings } from "../../src/config.ts";
import { TWO_PERSON_RULES } from "../../src/features/officials/two-person-rules.ts";
import { errorCode } from "../../src/platform/errors.ts";
import { type Finding, fault, note, ok } from "./finding.ts";

const CALL_TIMEOUT_SECONDS = 15;

type Api = ReturnType<typeof createTelegramApi>;

/** The bot's token, name, webhook and membership in the duty group, as Telegram sees them. */
export async function checkTelegram(settings: TelegramSettings, workerUrl?: string): Promise<Finding[]> {
  const { botToken: token, apiRoot } = settings;
  const api = createTelegramApi({ token, apiRoot, timeoutSeconds: CALL_TIMEOUT_SECONDS });
  try {
    const me = await api.getMe();
    return [
      ok(`TELEGRAM_BOT_TOKEN là của @${me.username}.`),
      ...nameOf(settings, me.username),
      ...admins(settings),
      ...(await webhook(api, workerUrl)),
      ...(await dutyGroup(api, settings, me.id)),
    ];
  } catch (error) {
    const refused = error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
    return refused
      ? [fault("Telegram không nhận TELEGRAM_BOT_TOKEN.", "lấy lại token ở @BotFather rồi đặt lại")]
      : [
          fault(
            `Không gọi được Telegram (${errorCode(error)}).`,
            "kiểm tra mạng và TELEGRAM_API_ROOT rồi chạy lại",
          ),
        ];
  }
}

function nameOf({ botUsername }: TelegramSettings, username: string): Finding[] {
  if (botUsername?.toLowerCase() === username.toLowerCase()) return [];
  return [
    note(
      "TELEGRAM_BOT_USERNAME trống hoặc khác tên thật của bot.",
      `đặt TELEGRAM_BOT_USERNAME=${username}, nếu không thì không mời được cán bộ`,
    ),
  ];
}

function admins({ adminIds }: TelegramSettings): Finding[] {
  if (adminIds.size === 0)
    return [
      note("Chưa có người giám sát nào.", "đặt TELEGRAM_ADMIN_IDS, nếu không thì không ai nhận báo động"),
    ];
  if (adminIds.size < TWO_PERSON_RULES.settingsSupervisorsForInvitingSupervisors)
    return [
      note(
        `Chỉ có ${adminIds.size} người giám sát trong TELEGRAM_ADMIN_IDS: không mở được danh tính nào, không mời được giám sát.`,
        "thêm mã Telegram của người giám sát thứ hai, là một người khác, vào TELEGRAM_ADMIN_IDS",
      ),
    ];
  return [ok(`${adminIds.size} người giám sát được khai báo.`)];
}

async function webhook(api: Api, workerUrl?: string): Promise<Finding[]> {
  const info = await api.getWebhookInfo();
  const setUp = "chạy npm run telegram:setup -- --url https://<địa chỉ của bot>";
  if (info.url === undefined || info.url === "") return [fault("Webhook chưa được đặt.", setUp)];
  const findings: Finding[] = [];
  const { origin } = new URL(info.url);
  if (workerUrl !== undefined && origin !== new URL(workerUrl).origin)
    findings.push(fault(`Webhook đang trỏ tới ${origin}.`, setUp));
  const missing = ALLOWED_UPDATES.filter((kind) => info.allowed_updates?.includes(kind) !== true);
  if (missing.length > 0) findings.push(fault(`Webhook thiếu loại tin: ${missing.join(", ")}.`, setUp));
  if (info.pending_update_count > 0)
    findings.push(note(`${info.pending_update_count} tin đang chờ Telegram giao.`));
  if (info.last_error_date !== undefined)
    findings.push(
      note(`Lần giao tin hỏng gần nhất: ${info.last_error_message ?? "không rõ"}.`, "xem nhật ký của Worker"),
    );
  return findings.length > 0 ? findings : [ok(`Webhook trỏ tới ${origin}, không có tin nào kẹt.`)];
}

/** The bot's place and rights in the duty group, and whether strangers can find it. */
export async function dutyGroup(
  api: Api,
  { dutyChatId }: Pick<TelegramSettings, "dutyChatId">,
  bot: number,
): Promise<Finding[]> {
  if (dutyChatId === undefined)
    return [note("Chưa có nhóm trực.", "đặt TELEGRAM_DUTY_CHAT_ID, nếu không thì không nhận được tin báo")];
  try {
    const chat = await api.getChat(dutyChatId);
    if (chat.type === "private" || chat.type === "channel")
      return [fault("TELEGRAM_DUTY_CHAT_ID không phải là một nhóm.", "đặt số của nhóm trực (số âm)")];
    const member = await api.getChatMember(dutyChatId, bot);
    if (member.status === "left" || member.status === "kicked")
      return [fault("Bot không còn ở trong nhóm trực.", "thêm bot vào lại nhóm")];
    const findings = [...doorOf(chat, member), ...topicsOf(chat, member)];
    return findings.length > 0 ? findings : [ok("Bot ở trong nhóm trực, xóa được người bị thu hồi quyền.")];
  } catch (error) {
    if (error instanceof GrammyError)
      return [
        fault("Telegram không tìm thấy nhóm trực.", "xem lại TELEGRAM_DUTY_CHAT_ID và thêm bot vào nhóm"),
      ];
    throw error;
  }
}

type Group = Awaited<ReturnType<Api["getChat"]>>;
type Member = Awaited<ReturnType<Api["getChatMember"]>>;

/** Who comes in is known, and who lost their role can be removed, only to an administrator; a public group is open to all. */
function doorOf(chat: Group, member: Member): Finding[] {
  const findings: Finding[] = [];
  if (member.status !== "administrator")
    findings.push(
      fault(
        "Bot không phải quản trị viên của nhóm trực: không biết ai vào nhóm, không xóa được người bị thu hồi quyền.",
        "đặt bot làm quản trị viên nhóm, có quyền cấm người dùng",
      ),
    );
  else if (!member.can_restrict_members)
    findings.push(
      fault(
        "Bot không có quyền cấm người dùng trong nhóm trực: không xóa được người bị thu hồi quyền.",
        "cho bot quyền cấm người dùng (Ban users)",
      ),
    );
  if ("username" in chat && chat.username !== undefined)
    findings.push(
      fault(
        `Nhóm trực đang công khai: ai cũng tìm được qua @${chat.username} và đọc được tin báo.`,
        "đổi nhóm thành riêng tư (Group Type: Private)",
      ),
    );
  return findings;
}

function topicsOf(chat: Group, member: Member): Finding[] {
  const isForum = chat.type === "supergroup" && chat.is_forum === true;
  const mayOpen = member.status === "administrator" && member.can_manage_topics === true;
  return isForum && !mayOpen
    ? [note("Nhóm trực có chủ đề nhưng bot không được tạo.", "cho bot quyền quản lý chủ đề")]
    : [];
}
