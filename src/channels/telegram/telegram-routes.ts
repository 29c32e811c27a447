import { type Context, Hono } from "hono";
import type { TelegramSettings } from "../../config.ts";
import type { Inbound } from "../../messaging/inbound.ts";
import { BODY_TIMEOUT, readBounded } from "../../platform/bounded-body.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { isSecret } from "../../platform/secret.ts";
import { plainAnswer } from "../../platform/security-headers.ts";
import { DOCTOR_PING } from "../doctor-ping.ts";
import { answerCallback, createTelegramApi } from "./telegram-client.ts";
import { type Reader, readUpdate, type UpdateReading } from "./update.ts";

export interface TelegramRoutesOptions {
  readonly settings: Pick<
    TelegramSettings,
    "botToken" | "webhookSecret" | "apiRoot" | "botUsername" | "dutyChatId"
  >;
  /** Resolves once the message is stored; throws where it couldn't be. */
  readonly journal: (inbound: Inbound) => Promise<void>;
  /** Adds one to the day's counter of refused requests, by reason. Doesn't wait. */
  readonly count: (kind: string) => void;
  /** Which words of a duty group are for us without our name; none where it isn't given. All others are never stored. */
  readonly forDesk?: Pick<Reader, "deskGroups" | "asksDesk">;
  /** Stops a tapped button's spinner; by default a call to the Bot API of the settings. Never throws. */
  readonly answerCallback?: (callbackId: string) => Promise<void>;
}

const WEBHOOK = "/webhooks/telegram";
const MAX_BODY = 1024 * 1024;
/** Telegram forgets a tap within seconds: a longer wait is useless. */
const ANSWER_TIMEOUT_SECONDS = 10;

/**
 * Telegram's webhook. Telegram sends a chat's next update only after it got a 200, so updates that we can't use get a
 * 200 as well. Only a failed write is a 500, so that Telegram sends it again.
 */
export function telegramRoutes({ settings, journal, count, ...options }: TelegramRoutesOptions): Hono {
  const bot = { ...ourselves(settings), ...options.forDesk };
  const answer = options.answerCallback ?? callbackAnswerer(settings);
  const app = new Hono();

  app.post(WEBHOOK, async (c) => {
    // Checked before the body is read: without the secret nobody can make us read one.
    if (!isSecret(c.req.header("x-telegram-bot-api-secret-token"), settings.webhookSecret)) {
      count("bad_secret");
      return plainAnswer("unauthorized", 401);
    }
    const bytes = await readBounded(c.req.raw, MAX_BODY, BODY_TIMEOUT).catch(() => undefined);
    if (bytes === null) {
      count("too_large");
      return plainAnswer("too large", 413);
    }
    const update = parseJson(bytes);
    if (isPing(update)) {
      count(DOCTOR_PING);
      return plainAnswer("ok");
    }
    const reading = readUpdate(update, bot);
    if (reading.kind === "inbound") {
      try {
        await journal(reading.inbound);
      } catch (error) {
        logEvent("journal_failed", { channel: "telegram", code: errorCode(error) });
        return plainAnswer("try again", 500);
      }
    } else {
      count(reading.kind === "ignored" ? `ignored.${reading.what}` : "not_an_update");
    }
    const callbackId = callbackOf(reading);
    if (callbackId !== undefined) inBackground(c, answer(callbackId));
    return plainAnswer("ok");
  });

  return app;
}

/** A token is the bot's id, a colon and the secret part: no need to ask who we are. */
function ourselves({ botToken, botUsername, dutyChatId }: TelegramRoutesOptions["settings"]): Reader {
  return {
    id: botToken.slice(0, botToken.indexOf(":")),
    ...(botUsername !== undefined && { username: botUsername }),
    ...(dutyChatId !== undefined && { dutyChat: dutyChatId }),
  };
}

function callbackAnswerer({ botToken, apiRoot }: TelegramRoutesOptions["settings"]) {
  const api = createTelegramApi({ token: botToken, apiRoot, timeoutSeconds: ANSWER_TIMEOUT_SECONDS });
  return (callbackId: string) => answerCallback(api, callbackId);
}

function isPing(update: unknown): boolean {
  return typeof update === "object" && update !== null && DOCTOR_PING in update;
}

/** The value, or undefined where the bytes couldn't be read or aren't JSON. */
function parseJson(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function callbackOf(reading: UpdateReading): string | undefined {
  return reading.kind === "invalid" ? undefined : reading.callbackId;
}

/** After the response where the runtime can wait for it; outside of Workers it simply runs. */
function inBackground(c: Context, work: Promise<void>): void {
  try {
    c.executionCtx.waitUntil(work);
  } catch {
    void work;
  }
}
