/** Reasons for parking in plain words, by the reason that the sender stored. */
const REASONS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^turn_failed$/, "tôi chưa xử lý được tin của người dân"],
  [
    /no_recent_interaction|interaction_expired|recipient_limit/,
    "hết thời hạn nhắn; sẽ gửi khi người dân nhắn lại",
  ],
  [/quota_used_up/, "hết lượt nhắn của tài khoản Zalo"],
  [/no_cloud_account|cloud_account_empty/, "tài khoản trả phí của Zalo chưa có hoặc hết tiền"],
  [/^forbidden$/, "người nhận đã chặn bot hoặc đã xóa bot khỏi nhóm"],
  [
    /not_a_follower|recipient_inactive|restricted_by_recipient|invitations_blocked/,
    "người nhận không nhận tin của tài khoản",
  ],
  [/chat_not_found|not_in_group|group_expired|migrated/, "không còn cuộc trò chuyện hoặc nhóm này"],
  [/no_rights/, "bot không có quyền gửi vào nhóm"],
  [/topic_gone/, "chủ đề trong nhóm đã bị xóa"],
  [/bad_token|token_/, "mã truy cập của nền tảng không còn đúng"],
  [/timeout|network|http_\d|server_error|rate_limited|not_an_answer/, "nền tảng không trả lời quá lâu"],
  [
    /account_|app_|api_not_registered|permission_missing|package_too_low|old_api|appsecret/,
    "tài khoản hoặc ứng dụng Zalo chưa đủ điều kiện",
  ],
  [/media_|attachment|image_|asset_|chart_/, "tệp gửi kèm không gửi được"],
  [
    /too_long|empty|bad_markup|bad_button|bad_parameter|malformed|unreadable_part|kind_not_supported/,
    "nền tảng không nhận dạng tin này",
  ],
  [/^form_/, "biểu mẫu của Zalo không dùng được"],
  [/channel_off/, "kênh đã tắt trong cài đặt"],
  [/standards/, "nền tảng cho là trái quy định của họ"],
];

/** A reason in plain words; one without an entry stays as it is, as it comes from our code. */
export function reasonInWords(reason: string): string {
  const known = REASONS.find(([pattern]) => pattern.test(reason.replace(/^zalo (?:-?\d+ )?/, "")));
  return known?.[1] ?? `nền tảng từ chối (mã: ${reason})`;
}
