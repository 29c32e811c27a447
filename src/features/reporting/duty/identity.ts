import { readReportCode } from "../../../language/report-code.ts";
import type { Reply } from "../../../messaging/reply.ts";
import { KEPT_FOR } from "../../../platform/retention.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { Reporter } from "../case.ts";
import { messageKey } from "../message-key.ts";
import type { IdentityAccess } from "../reporting-services.ts";
import type { Refused } from "../vault/disclosure-log.ts";
import { DISCLOSURE_REFUSALS, DISCLOSURE_WORDS, refusalInWords, VETO } from "../vault/vault-wording.ts";
import { IDENTITY, WORDING } from "./duty-wording.ts";

/** The id of a request, as `Disclosures.request` gives it. */
const STEP = /^(xacnhan|dung)\s+([\w-]{16})$/u;
/** "xem TB-…", with the one-time code at the last step; apps show it with a blank in the middle. */
const VIEW = /^xem\s+(\S+)(?:\s+(\d{3})\s?(\d{3}))?$/u;

const line = (words: string, button?: { readonly label: string; readonly payload: string }): Reply => ({
  blocks: [{ kind: "text", text: words }],
  ...(button !== undefined && { buttons: [button] }),
});

/**
 * "/danhtinh TB-… <lý do>": one supervisor asks, another confirms, any may stop it, the first reads, once, with a one-time
 * code. Private chats only: only one person may read the answer.
 */
export async function openIdentity(
  access: IdentityAccess,
  context: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const { inbound, now: at } = context;
  if (!inbound.isPrivate) return { replies: [WORDING.privateOnly] };

  const key = messageKey(inbound);
  const reply = await answer(access, argument.trim(), { by: inbound.sender, at, key });
  await access.announce();
  return { replies: [reply] };
}

interface Act {
  readonly by: string;
  readonly at: number;
  readonly key: string;
}

function answer(access: IdentityAccess, argument: string, act: Act): Promise<Reply> {
  const [, step, id] = STEP.exec(argument) ?? [];
  if (id !== undefined)
    return step === "dung" ? veto(access, { ...act, id }) : confirm(access, { ...act, id });
  const [, code, before = "", after = ""] = VIEW.exec(argument) ?? [];
  if (code !== undefined) return read(access, code, { ...act, oneTimeCode: `${before}${after}` || null });
  return request(access, argument, act);
}

async function request({ disclosures }: IdentityAccess, argument: string, act: Act): Promise<Reply> {
  const [first = "", ...rest] = argument.split(/\s+/u);
  const reading = readReportCode(first, { bare: true });
  if (reading.kind === "typo") return WORDING.typo;
  if (reading.kind === "none") return line(DISCLOSURE_REFUSALS.no_reason);
  const { code } = reading;
  const outcome = await disclosures.request({ ...act, code, reason: rest.join(" ") });
  if (outcome.kind === "refused") return refused(outcome);
  return line(DISCLOSURE_WORDS.requested(code), { label: VETO, payload: `/danhtinh dung ${outcome.id}` });
}

async function confirm({ disclosures }: IdentityAccess, step: Act & { readonly id: string }): Promise<Reply> {
  const outcome = await disclosures.confirm(step);
  if (outcome.kind === "refused") return refused(outcome);
  const { code, opensAt } = outcome;
  return line(DISCLOSURE_WORDS.confirmed(code, opensAt, opensAt <= step.at), {
    label: VETO,
    payload: `/danhtinh dung ${step.id}`,
  });
}

async function veto({ disclosures }: IdentityAccess, step: Act & { readonly id: string }): Promise<Reply> {
  const outcome = await disclosures.veto(step);
  return outcome.kind === "refused" ? refused(outcome) : line(DISCLOSURE_WORDS.vetoed(outcome.code));
}

async function read(
  { disclosures }: IdentityAccess,
  typed: string,
  step: Act & { readonly oneTimeCode: string | null },
): Promise<Reply> {
  const reading = readReportCode(typed, { bare: true });
  if (reading.kind === "typo") return WORDING.typo;
  if (reading.kind === "none") return line(DISCLOSURE_REFUSALS.unknown);
  const outcome = await disclosures.read({ ...step, code: reading.code });
  if (outcome.kind === "refused") return refused(outcome);
  if (outcome.kind === "code_needed") return line(DISCLOSURE_WORDS.codeNeeded(outcome.code));
  return {
    blocks: [
      { kind: "strong", text: IDENTITY.of(outcome.code) },
      { kind: "text", text: inWords(outcome.identity) },
      { kind: "text", text: DISCLOSURE_WORDS.warning },
    ],
    protect: true,
    deleteAfter: KEPT_FOR.shownIdentity,
  };
}

const refused = ({ why, from }: Refused): Reply => line(refusalInWords(why, from));

const inWords = ({ channel, chat }: Reporter): string => `${IDENTITY.channels[channel]}: ${chat}`;
