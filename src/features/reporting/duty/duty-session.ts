import { z } from "zod";
import { slice } from "../../../turn/session.ts";

/** What is stored of the duty group between two messages. */
export const DUTY = slice(
  "duty",
  z
    .object({
      /** The album that was forwarded last: its other photos go the same way, without an answer. */
      album: z
        .object({ id: z.string(), as: z.enum(["note", "message"]) })
        .readonly()
        .optional(),
    })
    .readonly(),
);
