import { waitUntil } from "cloudflare:workers";
import type { Hono } from "hono";
import { createApp } from "./app.ts";
import { createReporting } from "./assistant/wiring/create-reporting.ts";
import { configOf } from "./config.ts";
import { runCurationCron } from "./cron/curation-cron.ts";
import { runKnowledgeCron } from "./cron/knowledge-cron.ts";
import { runOfficialsCron } from "./cron/officials-cron.ts";
import { runOperationsCron } from "./cron/operations-cron.ts";
import { runReportsCron } from "./cron/reports-cron.ts";
import type { Bindings } from "./env.ts";
import { raiseAlarms } from "./features/reporting/duty/alarm/raise-alarms.ts";
import { chatFinder } from "./ledger/chat-finder.ts";
import { ConfigError } from "./platform/errors.ts";
import { logEvent } from "./platform/log.ts";
import { SECURITY_HEADERS } from "./platform/security-headers.ts";

export { ZaloTokenKeeper } from "./channels/zalo/token-keeper.ts";
export { Conversation } from "./chat/conversation.ts";

/** The trigger of wrangler.toml that only calls for handlers of urgent cases; the others do everything. */
const EVERY_MINUTE = "* * * * *";

/** One app per isolate: the settings are read once. */
const apps = new WeakMap<Bindings, Hono>();

/** The Worker. `fetch` serves the routes of app.ts; `scheduled` calls for handlers of urgent cases, and wakes chats whose alarm was lost. */
export default {
  async fetch(request, env, ctx): Promise<Response> {
    const app = apps.get(env) ?? appOrRefusal(env);
    if (app instanceof Response) return app;
    apps.set(env, app);
    return app.fetch(request, env, ctx);
  },

  async scheduled({ cron }, env): Promise<void> {
    const config = configOf(env);
    const reporting = createReporting(env, config);
    if (reporting !== undefined) await raiseAlarms(reporting, Date.now());
    if (cron === EVERY_MINUTE) return;
    await runOperationsCron(env, config, Date.now());
    await runCurationCron(env.LEDGER, Date.now(), config.reports?.keyRing);
    if (reporting !== undefined)
      await runReportsCron(
        { chatOf: chatFinder(env, config.reports?.keyRing), ledger: env.LEDGER },
        reporting,
        Date.now(),
      );
    await runKnowledgeCron(env, config, Date.now());
    await runOfficialsCron(env, config, Date.now());
  },
} satisfies ExportedHandler<Bindings>;

/** A half-configured Worker serves nothing, and says which setting is at fault. */
function appOrRefusal(env: Bindings): Hono | Response {
  try {
    return createApp(env, configOf(env), waitUntil);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    logEvent("config_refused", { reason: error.message });
    return Response.json(
      { error: error.code, message: error.message },
      { status: 503, headers: { ...SECURITY_HEADERS, "cache-control": "no-store" } },
    );
  }
}
