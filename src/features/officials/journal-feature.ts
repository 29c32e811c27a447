import { fold } from "../../language/fold.ts";
import type { Reply } from "../../messaging/reply.ts";
import type { Feature, FeatureResult, TurnContext } from "../../turn/feature.ts";
import type { AuditRow } from "./audit-chain.ts";
import type { Official, Officials } from "./directory.ts";
import { ACTION_WORDS, JOURNAL, journalPage } from "./journal-wording.ts";
import { NOTICES } from "./notices-wording.ts";
import { WORDING } from "./officials-wording.ts";
import { may } from "./roles.ts";

const COMMAND = /^\/nhatky(?:\s+(.*))?$/isu;
/** "20", "TB-…", a name; after "trước 120" come older ones. */
const ARGUMENT = /^(?:(\d{1,3})|(.*?))(?:\s*truoc (\d+))?$/su;
const LINES = 10;
const MOST_LINES = 30;
/** So many rows are searched for a code or a name. */
const SEARCHED = 2_000;

/** "/nhatky [n|code|name]": the newest entries of the audit, for supervisors in private. Reading it is an entry too. */
export function journal({ officials }: { readonly officials: Officials }): Feature {
  return {
    name: "journal",
    async take(context): Promise<FeatureResult | null> {
      const { inbound } = context;
      if (inbound.channel !== "telegram" || inbound.content.kind !== "text") return null;
      if (inbound.forwarded === true) return null;
      const [command, argument = ""] = COMMAND.exec(inbound.content.text.trim()) ?? [];
      if (command === undefined) return null;
      if (!inbound.isPrivate) return { replies: [WORDING.privateOnly] };
      if (!may(await officials.roleOf(inbound), "manage_officials")) return { replies: [WORDING.notAllowed] };
      return { replies: [await show(officials, context, argument.trim())] };
    },
  };
}

async function show(officials: Officials, { inbound, now }: TurnContext, argument: string): Promise<Reply> {
  const { audit } = officials;
  const [, number, words = "", before] = ARGUMENT.exec(fold(argument)) ?? [];
  const limit = Math.min(Number(number ?? LINES) || LINES, MOST_LINES);
  const named = await officials.list();
  const nameOf = (actor: string) => nameAmong(officials, named, actor);
  const from = before === undefined ? undefined : Number(before);
  const found =
    words === ""
      ? await audit.latest(limit + 1, from)
      : (await audit.latest(SEARCHED, from))
          .filter((row) => matches(row, words, nameOf(row.actor)))
          .slice(0, limit + 1);
  const isWhole = await audit.isWhole();
  await audit.commit({
    key: `journal:${inbound.sender}:${inbound.key}`,
    at: now,
    actor: inbound.sender,
    action: "journal_read",
    subject: argument === "" ? `${limit}` : argument.slice(0, 60),
  });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (last === undefined) return JOURNAL.empty;
  const asked = words === "" ? `${limit}` : words.slice(0, 20);
  return journalPage(rows, {
    nameOf,
    isWhole,
    older: found.length > limit ? `/nhatky ${asked} truoc ${last.n}` : null,
  });
}

/** True where the row is about it: a report's code, an official's name or id, a word of the action. */
const matches = ({ actor, action, subject }: AuditRow, words: string, name: string): boolean =>
  fold(`${actor} ${name} ${ACTION_WORDS.get(action) ?? action} ${subject}`).includes(words);

/** Who acts is somebody of the settings, of the list, or was once. */
function nameAmong(officials: Officials, named: readonly Official[], actor: string): string {
  if (officials.isFirst(actor)) return NOTICES.first(actor);
  return named.find(({ telegramId }) => telegramId === actor)?.label ?? `tài khoản ${actor}`;
}
