import { Hono } from "hono";
import { matchedRoutes } from "hono/route";
import { createChannels } from "./channels/channels.ts";
import { chartPng } from "./channels/charts/png.ts";
import { telegramRoutes } from "./channels/telegram/telegram-routes.ts";
import { zaloRoutes } from "./channels/zalo/zalo-routes.ts";
import { waiting } from "./chat/turn-taker.ts";
import { UnwrittenDanger } from "./chat/unwritten-danger.ts";
import { type Config, dutyGroupsOf } from "./config.ts";
import type { Bindings } from "./env.ts";
import { asksDesk } from "./features/reporting/duty/desk/read-plain.ts";
import { healthRoutes } from "./health/health-routes.ts";
import { localDay } from "./language/dates.ts";
import { chatFinder } from "./ledger/chat-finder.ts";
import { Ledger } from "./ledger/ledger.ts";
import { Tally } from "./ledger/tally.ts";
import type { ChannelName, Inbound } from "./messaging/inbound.ts";
import { errorCode, OverloadError } from "./platform/errors.ts";
import { logEvent } from "./platform/log.ts";
import { securityHeaders } from "./platform/security-headers.ts";
import { isUrgent } from "./reading/urgent.ts";

const OF_THE_DUTY_GROUP: ReadonlySet<string> = new Set(["joined", "standing"]);

/**
 * The routes: two webhooks and a status page. A webhook checks a message, waits until its chat has stored it, and only
 * then answers 200. A danger that can't be stored is answered at once; that is a 200 as well.
 */
export function createApp(env: Bindings, config: Config, background: (work: Promise<unknown>) => void): Hono {
  const ledger = new Ledger(env.LEDGER);
  const chatOf = chatFinder(env, config.reports?.keyRing);

  const dutyGroups = dutyGroupsOf(config);

  const dangers = new UnwrittenDanger(() =>
    createChannels(env.ZALO_TOKENS, config, chartPng, async () => null),
  );

  const journal = async (inbound: Inbound): Promise<void> => {
    if (await dangers.isAnswered(inbound)) return;
    try {
      await writeDown(inbound);
    } catch (error) {
      if (!(await dangers.answer(inbound))) throw error;
    }
  };
  const writeDown = async (inbound: Inbound): Promise<void> => {
    if (waiting() >= (config.chatsAtOnce ?? Number.POSITIVE_INFINITY) && !isUrgent(inbound))
      throw new OverloadError();
    const known = await asKnown(inbound);
    // Who comes and goes is told of the duty group only: another group is no chat because of it.
    if (OF_THE_DUTY_GROUP.has(known.content.kind) && !dutyGroups.has(known.chat)) return;
    await (await chatOf(known)).accept(known);
  };
  /** A group that became a supergroup gets a new id from Telegram; here it keeps its old one. */
  const asKnown = async (inbound: Inbound): Promise<Inbound> => {
    if (inbound.isPrivate || dutyGroups.size === 0 || dutyGroups.has(inbound.chat)) return inbound;
    return { ...inbound, chat: await ledger.originOf(inbound.chat) };
  };
  const tally = new Tally(ledger, background);
  const counter = (channel: ChannelName) => (kind: string) => tally.add(localDay(Date.now()), channel, kind);

  const app = new Hono();
  app.use(securityHeaders);
  app.onError((error, c) => {
    logEvent("request_failed", { code: errorCode(error), route: matchedRoutes(c).at(-1)?.path ?? "" });
    return c.json({ error: "internal" }, 500);
  });
  app.notFound((c) => c.json({ error: "not_found" }, 404));
  app.route("/", healthRoutes(env, config, tally));
  if (config.zalo !== undefined) {
    app.route("/", zaloRoutes({ settings: config.zalo, journal, count: counter("zalo") }));
  }
  if (config.telegram !== undefined) {
    const forDesk = { deskGroups: dutyGroupsOf(config), asksDesk };
    app.route(
      "/",
      telegramRoutes({ settings: config.telegram, journal, count: counter("telegram"), forDesk }),
    );
  }
  return app;
}
