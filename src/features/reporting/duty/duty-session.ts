import { z } from "zod";
import { slice } from "../../../turn/session.ts";

/** What is remembered of the duty group between two of its messages. */
export const DUTY = slice(
  "duty",
  z
    .object({
      /** The album last passed on: its other photos go the same way, in silence. */
      album: z
        .object({ id: z.string(), as: z.enum(["note", "message"]) })
        .readonly()
        .optional(),
    })
    .readonly(),
);
