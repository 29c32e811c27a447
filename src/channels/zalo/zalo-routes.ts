import { Hono } from "hono";
import type { ZaloSettings } from "../../config.ts";
import type { Inbound } from "../../messaging/inbound.ts";
import { BODY_TIMEOUT, readBounded } from "../../platform/bounded-body.ts";
import { errorCode } from "../../platform/errors.ts";
import { logEvent } from "../../platform/log.ts";
import { plainAnswer } from "../../platform/security-headers.ts";
import { DOCTOR_PING } from "../doctor-ping.ts";
import { parseBody } from "./message-body.ts";
import { verifySignature } from "./signature.ts";
import { verificationRoutes } from "./verification.ts";
import { readEvent } from "./zalo-events.ts";

export interface ZaloRoutesOptions {
  readonly settings: ZaloSettings;
  /** Resolves once the message is stored; throws where it couldn't be. */
  readonly journal: (inbound: Inbound) => Promise<void>;
  /** Adds one to the day's counter of refused requests, by reason. Doesn't wait. */
  readonly count: (kind: string) => void;
}

const WEBHOOK = "/webhooks/zalo";
const MAX_BODY = 1024 * 1024;

/**
 * Zalo's webhook and the proof that the domain is ours. The webhook answers 200 to everything: the portal's own check
 * isn't signed, and after a series of other answers Zalo disables the webhook. Only a failed write is a 500, so that
 * Zalo sends it again.
 */
export function zaloRoutes({ settings, journal, count }: ZaloRoutesOptions): Hono {
  const app = new Hono();
  if (settings.verifierCode !== undefined) app.route("/", verificationRoutes(settings.verifierCode));

  app.get(WEBHOOK, (c) => c.text("ok"));
  app.post(WEBHOOK, async (c) => {
    const outcome = await take(c.req.raw);
    if (outcome.inbound === null) {
      count(outcome.kind);
      return plainAnswer("ok");
    }
    try {
      await journal(outcome.inbound);
    } catch (error) {
      logEvent("journal_failed", { channel: "zalo", code: errorCode(error) });
      return plainAnswer("try again", 500);
    }
    return plainAnswer("ok");
  });

  /** The message; or null, with the reason for the counter. */
  async function take(request: Request): Promise<{ inbound: Inbound } | { inbound: null; kind: string }> {
    const bytes = await readBounded(request, MAX_BODY, BODY_TIMEOUT).catch(() => undefined);
    if (bytes === undefined) return { inbound: null, kind: "unreadable" };
    if (bytes === null) return { inbound: null, kind: "too_large" };
    const body = parseBody(bytes);
    const isSigned = verifySignature({
      appId: settings.appId,
      secretKey: settings.oaSecretKey,
      rawBody: bytes,
      body,
      header: request.headers.get("x-zevent-signature"),
    });
    if (!isSigned) return { inbound: null, kind: "bad_signature" };
    const reading = readEvent(body, settings.oaId);
    if (reading.kind === "inbound") return { inbound: reading.inbound };
    if (reading.event === DOCTOR_PING) return { inbound: null, kind: DOCTOR_PING };
    return {
      inbound: null,
      kind: reading.reason === "not_ours" ? `ignored.${reading.event}` : reading.reason,
    };
  }

  return app;
}
