import { zaloSignature } from "../../sandbox/people/signature.ts";
import type { SandboxSettings } from "../../sandbox/settings.ts";
import { type Listening, listen } from "../../sandbox/web.ts";

interface Update {
  readonly message?: { readonly chat: { readonly id: number }; readonly text?: string };
  readonly callback_query?: {
    readonly id: string;
    readonly data: string;
    readonly message: { readonly message_id: number; readonly chat: { readonly id: number } };
  };
}

/** A bot of a few lines that does the least a Worker must, so that the page can be tried without one. */
export async function startFakeWorker(settings: SandboxSettings, port = 0): Promise<Listening> {
  let accessToken = "";

  const telegram = (method: string, body: object): Promise<Response> =>
    post(`${settings.TELEGRAM_API_ROOT}/bot${settings.TELEGRAM_BOT_TOKEN}/${method}`, JSON.stringify(body));

  async function answerZalo(raw: string, signature: string | null): Promise<void> {
    const event = JSON.parse(raw) as {
      timestamp: string;
      sender?: { id: string };
      message?: { text?: string; attachments?: { type: string }[] };
    };
    const expected = zaloSignature(settings.ZALO_APP_ID, raw, event.timestamp, settings.ZALO_OA_SECRET_KEY);
    if (signature !== expected || event.sender === undefined) return;
    accessToken ||= await firstToken(settings);
    const heard = event.message?.text ?? event.message?.attachments?.[0]?.type ?? "";
    const buttons = [
      { title: "Tiêu chuẩn", type: "oa.query.show", payload: "tiêu chuẩn" },
      { title: "Gọi 113", type: "oa.open.phone", payload: { phone_code: "113" } },
    ];
    const text = `Đã nghe: ${heard}\n\nNguồn: bản thử https://vi-du.example/nguon`;
    const message = { text, attachment: { type: "template", payload: { buttons } } };
    const body = JSON.stringify({ recipient: { user_id: event.sender.id }, message });
    await post(`${settings.ZALO_API_ROOT}/v3.0/oa/message/cs`, body, { access_token: accessToken });
  }

  async function answerTelegram({ message, callback_query: tap }: Update): Promise<void> {
    if (tap !== undefined) {
      await telegram("answerCallbackQuery", { callback_query_id: tap.id, text: "Đã ghi nhận" });
      const place = { chat_id: tap.message.chat.id, message_id: tap.message.message_id };
      await telegram("editMessageText", { ...place, text: `<b>Xong</b>: ${tap.data}`, parse_mode: "HTML" });
    } else if (message !== undefined) {
      const text = `<b>Đã nghe</b>: ${(message.text ?? "ảnh").replace(/[<&>]/g, "")} <a href="javascript:alert(1)">liên kết</a>`;
      const keyboard = [
        [
          { text: "Tiếp nhận", callback_data: "tiep-nhan" },
          { text: "Chuyển", callback_data: "chuyen" },
        ],
      ];
      const markup = { inline_keyboard: keyboard };
      await telegram("sendMessage", {
        chat_id: message.chat.id,
        text,
        parse_mode: "HTML",
        reply_markup: markup,
      });
    }
  }

  return listen(async (request) => {
    const raw = await request.text();
    const { pathname } = new URL(request.url);
    if (pathname === "/webhooks/zalo") void answerZalo(raw, request.headers.get("x-zevent-signature"));
    if (pathname === "/webhooks/telegram") {
      const secret = request.headers.get("x-telegram-bot-api-secret-token");
      if (secret !== settings.TELEGRAM_WEBHOOK_SECRET) return new Response(null, { status: 401 });
      void answerTelegram(JSON.parse(raw) as Update);
    }
    return new Response("ok");
  }, port);
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
}

async function firstToken(settings: SandboxSettings): Promise<string> {
  const response = await fetch(`${settings.ZALO_OAUTH_ROOT}/v4/oa/access_token`, {
    method: "POST",
    headers: { secret_key: settings.ZALO_APP_SECRET },
    body: new URLSearchParams({
      app_id: settings.ZALO_APP_ID,
      grant_type: "refresh_token",
      refresh_token: settings.ZALO_REFRESH_TOKEN,
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
