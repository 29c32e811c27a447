import { Buffer } from "node:buffer";
import { zaloWebhookCall } from "../../../sandbox/people/zalo-event.ts";
import { sandboxSettings } from "../../../sandbox/settings.ts";
import { TelegramStandIn } from "../../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../../sandbox/standins/zalo.ts";
import { deliver, OwnServer, telegramText } from "../harness.ts";

/**
 * Settings of the kept states: invented, worth nothing anywhere, and the same for ever, as what is sealed opens with the
 * same keys alone.
 */
export const STATE_SETTINGS = {
  ...sandboxSettings(0),
  ZALO_REFRESH_TOKEN: "sandbox-refresh-of-the-kept-states",
  REPORT_ENCRYPTION_KEYS: `states:${Buffer.alloc(32, "138").toString("base64")}`,
};

/** Has a case, and a second report half told. */
export const TELLER = "7138000000000138901";
/** Waits for an answer that Zalo refused: it goes out with their next word. */
export const REFUSED = "7138000000000138902";
export const OFFICIAL = "Tổ trực ban số 2";
export const HALF_TOLD = "tối qua 22h ở chợ Đông Kinh có nhóm người đánh bạc";

const OFFICIAL_ID = 138_000_002;
const TOLD = "tối qua 23h ở chợ Kỳ Lừa có nhóm người đánh bạc";
const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u;
/** Zalo's refusal where the window to a person is closed. */
const WINDOW_CLOSED = -230;

/** Messages that were written in the story. */
export const WRITTEN = 6;

/** What a state was made to hold. */
export interface StateFacts {
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  /** The code of the case that was sent. */
  readonly code: string;
}

/** Tells the story to a server of the code that this file lies in, and stops it. */
export async function tellStory(stateDir: string): Promise<StateFacts> {
  const settings = STATE_SETTINGS;
  const zalo = await ZaloStandIn.listen(settings);
  const telegram = await TelegramStandIn.listen(settings);
  const server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings, { stateDir });
  const ask = async (citizen: string, text: string): Promise<string> => {
    const before = zalo.sent.length;
    zalo.citizenWrote(citizen);
    const call = zaloWebhookCall(server.url, server.settings, { kind: "text", text }, citizen);
    if ((await deliver(call)) !== 200) throw new Error(`not taken: ${text}`);
    return JSON.stringify((await zalo.waitForSent(before + 1)).slice(before));
  };
  try {
    await server.start();
    await deliver(telegramText(server, 1, Number(settings.TELEGRAM_ADMIN_IDS), `/moi trực ${OFFICIAL}`));
    const invitation = (await telegram.waitForSent(1))[0]?.text ?? "";
    const key = /start=([\w-]+)/u.exec(invitation)?.[1] ?? "";
    await deliver(telegramText(server, 2, OFFICIAL_ID, `/start ${key}`));
    await telegram.waitForSent(2);
    await ask(TELLER, `/baocao ${TOLD}`);
    const code = CODE.exec(await ask(TELLER, "gửi"))?.[0];
    if (code === undefined) throw new Error("the case got no code");
    await ask(TELLER, `/baocao ${HALF_TOLD}`);
    zalo.fail({ kind: "error", code: WINDOW_CLOSED }, { on: "message/cs" });
    await deliver(
      zaloWebhookCall(server.url, server.settings, { kind: "text", text: "113 là số gì" }, REFUSED),
    );
    const parked = async () => ((await server.health()) as { parked: number }).parked;
    while ((await parked()) === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = new Promise((resolve) => server.process?.once("exit", resolve));
    server.process?.kill("SIGTERM");
    await stopped;
    return { madeAt: Date.now(), code };
  } finally {
    await server.dispose();
    await Promise.all([zalo.close(), telegram.close()]);
  }
}
