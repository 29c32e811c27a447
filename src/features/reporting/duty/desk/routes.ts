import { fold } from "../../../../language/fold.ts";
import { list, type Reply, strong, text } from "../../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../../turn/feature.ts";
import { may } from "../../../officials/roles.ts";
import { communeAt } from "../../book/find/commune.ts";
import { typedWords } from "../../dialogue/typed-words.ts";
import { messageKey } from "../../message-key.ts";
import type { ReportingServices } from "../../reporting-services.ts";

const line = (words: string): Reply => ({ blocks: [text(words)] });

const ROUTES = {
  one: line(
    "Mọi tin vào một nhóm trực của tỉnh. Nhóm trực của xã khai báo trong cài đặt TELEGRAM_COMMUNE_GROUPS.",
  ),
  notAllowed: line("Chỉ người giám sát xem và đổi được tuyến, trong cuộc trò chuyện riêng."),
  head: "Tin của xã, phường nào vào nhóm trực nào",
  group: (n: number, chat: string, communes: readonly string[]): string =>
    `Nhóm ${n} (${chat}): ${communes.length === 0 ? "chưa xã nào" : communes.join(", ")}`,
  rest: "Xã, phường khác và tin không rõ nơi: nhóm trực của tỉnh",
  how: "Đổi: /tuyen Kỳ Lừa 1, hoặc /tuyen Kỳ Lừa tỉnh.",
  unclear: line(
    "Gõ tên xã rồi số nhóm, ví dụ: /tuyen Kỳ Lừa 1; về nhóm tỉnh: /tuyen Kỳ Lừa tỉnh. Xem bảng: /tuyen.",
  ),
  done: (commune: string, where: string): Reply =>
    line(`Tin mới của ${commune} vào ${where}. Thẻ đã gửi vẫn nằm ở nhóm cũ.`),
  province: "nhóm trực của tỉnh",
  nth: (n: number): string => `nhóm ${n}`,
} as const;

/** "/tuyen": which group gets which commune's reports; "/tuyen Kỳ Lừa 1" changes it. For supervisors in private. */
export async function routes(
  { routes: table, officials, log }: ReportingServices,
  { inbound, now }: TurnContext,
  argument: string,
): Promise<FeatureResult> {
  const mayChange = inbound.isPrivate && may(await officials.roleOf(inbound), "manage_officials");
  if (!mayChange) return { replies: [ROUTES.notAllowed] };
  if (table === undefined || table.others.length === 0) return { replies: [ROUTES.one] };
  if (argument === "") return { replies: [shown(await table.table(), table.others)] };
  const typed = typedWords(argument.normalize("NFC"));
  const commune = communeAt(typed, 0);
  const where = fold(argument.slice(typed[commune?.length ?? 0]?.start ?? argument.length)).trim();
  const chat = where === "tinh" ? null : table.others[Number(/^\d{1,3}$/u.exec(where)?.[0] ?? 0) - 1];
  if (commune === null || chat === undefined) return { replies: [ROUTES.unclear] };
  const named = chat === null ? ROUTES.province : ROUTES.nth(table.others.indexOf(chat) + 1);
  await log({
    key: `route_changed:${messageKey(inbound)}`,
    at: now,
    actor: inbound.sender,
    action: "route_changed",
    subject: `${commune.name}: ${chat ?? "tỉnh"}`,
  });
  await table.set(commune.name, chat, inbound.sender, now);
  return { replies: [ROUTES.done(commune.name, named)] };
}

const shown = (table: ReadonlyMap<string, string>, groups: readonly string[]): Reply => ({
  blocks: [
    strong(ROUTES.head),
    list(
      ...groups.map((chat, i) =>
        ROUTES.group(
          i + 1,
          chat,
          [...table].flatMap(([commune, group]) => (group === chat ? [commune] : [])),
        ),
      ),
      ROUTES.rest,
    ),
    text(ROUTES.how),
  ],
});
