import { text } from "../../../messaging/reply.ts";
import type { FeatureResult, TurnContext } from "../../../turn/feature.ts";
import type { ReportingServices } from "../reporting-services.ts";
import { reportTold } from "./citizen-reports.ts";
import { GATHERED } from "./citizen-session.ts";
import { REPORT_THIS } from "./citizen-wording.ts";
import { gather, toldLately } from "./gather.ts";

type Skill = (context: TurnContext) => Promise<FeatureResult | null>;

/** What the policy can do with a wrong that was told. */
export type WrongSkills = Readonly<Record<"wrongAdd" | "wrongReport" | "wrongDrop", Skill>>;

/** The policy's moves on what was told without a command. */
export function wrongSkills(reporting: ReportingServices): WrongSkills {
  return {
    wrongAdd: async (context) => {
      const { content } = context.inbound;
      if (content.kind !== "text") return null;
      const { session } = await gather(reporting, context, { kind: "text", text: content.text });
      return {
        replies: [
          {
            blocks: [
              text("Tôi ghi thêm vào điều anh/chị vừa kể. Kể tiếp được, hoặc bấm Báo tin này để gửi."),
            ],
            buttons: [REPORT_THIS],
          },
        ],
        session,
      };
    },
    wrongReport: (context) => reportTold(reporting, context),
    wrongDrop: async (context) => {
      const told = await toldLately(reporting, context);
      if (told !== null) await reporting.media.drop(told.media, context.now);
      return {
        replies: [{ blocks: [text("Vâng, tôi không gửi gì. Điều anh/chị kể đã xoá.")] }],
        session: GATHERED.with(undefined),
      };
    },
  };
}
