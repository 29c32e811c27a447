import { z } from "zod";
import { slice } from "../../turn/session.ts";

/** True where this chat was already welcomed: the next greeting is shorter. */
export const GREETED = slice("greeted", z.boolean());
