import { z } from "zod";
import { slice } from "../../../turn/session.ts";

const Refusals = z.array(z.object({ who: z.string(), at: z.number() }).readonly()).readonly();
/** Who was refused lately, by keyed hash. */
export type Refusals = z.infer<typeof Refusals>;

/** What is stored of the duty group between two messages. */
export const DUTY = slice(
  "duty",
  z
    .object({
      /** The album that was sent last: its other photos go the same way, without an answer of their own. */
      album: z
        .object({ id: z.string(), as: z.enum(["note", "message"]), draft: z.string().optional() })
        .readonly()
        .optional(),
      refusals: Refusals.optional(),
      /** What supervisors were warned of lately. */
      warned: z
        .array(z.object({ what: z.string(), at: z.number() }).readonly())
        .readonly()
        .optional(),
    })
    .readonly(),
);

export type DutyMemory = NonNullable<ReturnType<typeof DUTY.of>>;
