import type { Reply } from "../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import type { Officials } from "../officials/directory.ts";
import { may } from "../officials/roles.ts";
import { type LedgerRequest, readLedgerRequest } from "./operations-request.ts";
import type { OperationsServices } from "./operations-services.ts";
import { ledgerPage, retried, WORDING } from "./operations-wording.ts";

/** `/sotin`: the loss ledger of a day, and decisions on parked messages. Supervisors only, in private, on Telegram. */
export function operations(services: {
  readonly operations: OperationsServices;
  readonly officials: Pick<Officials, "roleOf">;
}): Feature {
  return {
    name: "operations",
    async take(context): Promise<FeatureResult | null> {
      const { inbound, utterance, now } = context;
      if (inbound.channel !== "telegram" || inbound.content.kind !== "text" || inbound.forwarded === true)
        return null;
      const request = readLedgerRequest(utterance.clean, now);
      if (request === null) return null;
      if (!inbound.isPrivate) return { replies: [WORDING.privateOnly] };
      const role = await services.officials.roleOf(inbound);
      if (!may(role, "keep_ledger")) return { replies: [WORDING.notAllowed] };
      return { replies: [await answer(services.operations, request, context)] };
    },
  };
}

async function answer(
  operations: OperationsServices,
  request: LedgerRequest,
  { inbound, now }: TurnContext,
): Promise<Reply> {
  if (request.kind === "help") return WORDING.help;
  if (request.kind === "day") return page(operations, request.day, now);
  const { number } = request;
  const entry = await operations.parkedByNumber(number);
  if (entry === null) return WORDING.noSuch(number);
  if (!entry.isOpen) return WORDING.isClosed(number);
  const decision = { by: inbound.sender, key: inbound.key };
  if (request.kind === "retry") return retried(number, await operations.retry(entry, decision));
  const outcome = await operations.dismiss(entry, { ...decision, reason: request.reason });
  if (outcome === "unreachable") return WORDING.unreachable(number);
  return outcome === "closed" ? WORDING.dismissed(number) : WORDING.isClosed(number);
}

async function page(operations: OperationsServices, day: string, now: number): Promise<Reply> {
  const refreshed = await operations.refresh();
  const [lines, parked, asOf] = await Promise.all([
    operations.linesOf(day),
    operations.openParked(),
    operations.cronAt(),
  ]);
  const outgoing = refreshed ?? (await operations.outgoing());
  return ledgerPage({ day, lines, parked, now, asOf, isRefreshed: refreshed !== null, outgoing });
}
