import type { Reply } from "../../../messaging/reply.ts";
import { KEPT_FOR } from "../../../platform/retention.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { Reporter } from "../case.ts";
import { readReportCode } from "../codes/report-code.ts";
import type { IdentityAccess } from "../reporting-services.ts";
import { DISCLOSURE_REFUSALS, DISCLOSURE_WORDS } from "../vault/vault-wording.ts";
import { IDENTITY, WORDING } from "./duty-wording.ts";

/** The id of a request, as `Disclosures.request` gives it. */
const STEP = /^(xacnhan|xem)\s+([\w-]{16})$/u;

const line = (words: string, button?: { readonly label: string; readonly payload: string }): Reply => ({
  blocks: [{ kind: "text", text: words }],
  ...(button !== undefined && { buttons: [button] }),
});

/**
 * "/danhtinh TB-… <lý do>": one supervisor asks, another confirms, the first reads, once. Private chats only: only one
 * person may read the answer.
 */
export async function openIdentity(
  access: IdentityAccess,
  context: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const { inbound, now: at } = context;
  if (!inbound.isPrivate) return { replies: [WORDING.privateOnly] };

  const key = `${inbound.channel}:${inbound.chat}:${inbound.key}`;
  const [, step, id] = STEP.exec(argument.trim()) ?? [];
  const act = { by: inbound.sender, at, key };
  if (id === undefined) return { replies: [await request(access, argument, act)] };
  return {
    replies: [await (step === "xem" ? read(access, { ...act, id }) : confirm(access, { ...act, id }))],
  };
}

interface Act {
  readonly by: string;
  readonly at: number;
  readonly key: string;
}

async function request(
  { disclosures, supervisors, tell }: IdentityAccess,
  argument: string,
  act: Act,
): Promise<Reply> {
  const [first = "", ...rest] = argument.trim().split(/\s+/u);
  const reading = readReportCode(first, { bare: true });
  if (reading.kind === "typo") return WORDING.typo;
  if (reading.kind === "none") return line(DISCLOSURE_REFUSALS.no_reason);
  const reason = rest.join(" ");
  const { code } = reading;
  const outcome = await disclosures.request({ ...act, code, reason });
  if (outcome.kind === "refused") return line(DISCLOSURE_REFUSALS[outcome.why]);
  const others = (await supervisors()).filter((id) => id !== act.by);
  if (others.length === 0) return line(IDENTITY.alone);
  const asks = line(DISCLOSURE_WORDS.asks(code, reason), {
    label: IDENTITY.confirm,
    payload: `/danhtinh xacnhan ${outcome.id}`,
  });
  for (const other of others) await tell(other, `identity:${outcome.id}:asks`, asks);
  return line(DISCLOSURE_WORDS.requested(code));
}

async function confirm(
  { disclosures, tell }: IdentityAccess,
  step: Act & { readonly id: string },
): Promise<Reply> {
  const outcome = await disclosures.confirm(step);
  if (outcome.kind === "refused") return line(DISCLOSURE_REFUSALS[outcome.why]);
  const { code, requester } = outcome;
  const news = line(DISCLOSURE_WORDS.confirmed(code), {
    label: IDENTITY.read,
    payload: `/danhtinh xem ${step.id}`,
  });
  await tell(requester, `identity:${step.id}:confirmed`, news);
  return line(IDENTITY.confirmed(code));
}

async function read({ disclosures }: IdentityAccess, step: Act & { readonly id: string }): Promise<Reply> {
  const outcome = await disclosures.read(step);
  if (outcome.kind === "refused") return line(DISCLOSURE_REFUSALS[outcome.why]);
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

const inWords = ({ channel, chat }: Reporter): string => `${IDENTITY.channels[channel]}: ${chat}`;
