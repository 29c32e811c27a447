import type { z } from "zod";
import { TelegramAct, ZaloAct } from "./acts.ts";
import { Feed } from "./feed.ts";
import { pageFile } from "./page-files.ts";
import type { SandboxSettings } from "./settings.ts";
import { parseJson } from "./standins/body.ts";
import { TelegramStandIn } from "./standins/telegram.ts";
import { ZaloStandIn } from "./standins/zalo.ts";
import { TelegramPhone } from "./telegram-phone.ts";
import { listen } from "./web.ts";
import { ZaloPhone } from "./zalo-phone.ts";

export interface SandboxOptions {
  /** 0 picks a free one; then give settings whose API roots point elsewhere, or read `url` first. */
  readonly port: number;
  /** Where the Worker listens, without a slash at the end. */
  readonly workerUrl: string;
  readonly settings: SandboxSettings;
  /** Whether the duty group has topics. */
  readonly forum?: boolean;
  /** Until it resolves the page only says that the program is starting; the stand-ins answer from the beginning. */
  readonly ready?: Promise<unknown>;
}

export interface Sandbox {
  readonly url: string;
  /** The stand-ins, for tests that check calls or make a platform fail. */
  readonly zalo: ZaloStandIn;
  readonly telegram: TelegramStandIn;
  close(): Promise<void>;
}

const ZALO = "/standin/zalo";
const TELEGRAM = "/standin/telegram";
const FILES = "/sandbox/telegram/files/";

/** One server on loopback: the page with two phones, and the platforms that the Worker calls. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, workerUrl, settings, forum, ready } = options;
  let isReady = ready === undefined;
  void ready?.then(() => {
    isReady = true;
  });
  const feed = new Feed();
  const zalo = new ZaloStandIn(settings, { adoptTokens: true });
  const telegram = new TelegramStandIn(settings);
  if (forum === true) telegram.api.groups.makeForum(settings.TELEGRAM_DUTY_CHAT_ID);
  const phones = {
    zalo: new ZaloPhone(feed, zalo, settings, workerUrl),
    telegram: new TelegramPhone(feed, telegram, settings, workerUrl),
  };

  const handle = (request: Request): Response | Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${ZALO}/`)) return zalo.handle(request, ZALO);
    if (pathname.startsWith(`${TELEGRAM}/`)) return telegram.handle(request, TELEGRAM);
    if (request.method === "POST" && pathname === "/sandbox/zalo/send") {
      return perform(request, ZaloAct, (act) => {
        phones.zalo.act(act);
        return undefined;
      });
    }
    if (request.method === "POST" && pathname === "/sandbox/telegram/send") {
      return perform(request, TelegramAct, (act) => phones.telegram.act(act));
    }
    if (request.method !== "GET") return new Response(null, { status: 405 });
    if (pathname === "/" && !isReady) return pageFile("/starting.html");
    if (pathname === "/sandbox/events") return feed.stream(request.headers.get("last-event-id"));
    if (pathname.startsWith(FILES)) return telegram.api.media.answer(pathname.slice(FILES.length));
    return pageFile(pathname);
  };

  const { url, close } = await listen(handle, port);
  return {
    url,
    zalo,
    telegram,
    close: async () => {
      phones.zalo.close();
      phones.telegram.close();
      await close();
    },
  };
}

/** Only JSON is accepted: a form on another site can't post it without the browser asking us first. */
async function perform<T extends z.ZodType>(
  request: Request,
  schema: T,
  act: (value: z.infer<T>) => string | undefined,
): Promise<Response> {
  if (request.headers.get("content-type") !== "application/json") return new Response(null, { status: 415 });
  const parsed = schema.safeParse(parseJson(await request.text()));
  if (!parsed.success)
    return Response.json({ error: parsed.error.issues[0]?.message ?? "invalid" }, { status: 400 });
  return Response.json({ queryId: act(parsed.data) ?? null }, { status: 202 });
}
