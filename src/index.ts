import { waitUntil } from "cloudflare:workers";
import type { Hono } from "hono";
import { createApp } from "./app.ts";
import { zaloTokens } from "./channels/zalo/tokens.ts";
import { type Config, readConfig } from "./config.ts";
import { createReporting } from "./conversation/create-reporting.ts";
import { sweep } from "./conversation/sweep.ts";
import { tendReports } from "./conversation/tend-reports.ts";
import type { Bindings } from "./env.ts";
import { ConfigError, errorCode } from "./errors.ts";
import { logEvent } from "./log.ts";

export { ZaloTokenKeeper } from "./channels/zalo/token-keeper.ts";
export { Conversation } from "./conversation/conversation.ts";

/** One app an isolate: the settings are read once. */
const apps = new WeakMap<Bindings, Hono>();

/** The Worker. `fetch` serves the routes of app.ts; `scheduled` is the net under the alarms. */
export default {
  async fetch(request, env, ctx): Promise<Response> {
    const app = apps.get(env) ?? appOrRefusal(env);
    if (app instanceof Response) return app;
    apps.set(env, app);
    return app.fetch(request, env, ctx);
  },

  async scheduled(_controller, env): Promise<void> {
    const config = readConfig({ ...env });
    if (config.zalo !== undefined) await refreshEarly(env, config);
    logEvent("sweep", await sweep(env, Date.now()));
    const reporting = createReporting(env, config);
    if (reporting !== undefined) await tendReports(env, reporting, Date.now());
  },
} satisfies ExportedHandler<Bindings>;

/** A half-configured Worker serves nothing, and says which setting is at fault. */
function appOrRefusal(env: Bindings): Hono | Response {
  try {
    return createApp(env, readConfig({ ...env }), waitUntil);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    logEvent("config_refused", { reason: error.message });
    return Response.json({ error: error.code, message: error.message }, { status: 503 });
  }
}

/** Asking for the token makes the keeper refresh it when half its life is over. */
async function refreshEarly(env: Bindings, config: Config): Promise<void> {
  if (config.zalo === undefined) return;
  try {
    await zaloTokens(env.ZALO_TOKENS, config.zalo)();
  } catch (error) {
    logEvent("zalo_token_refresh_failed", { code: errorCode(error) });
  }
}
