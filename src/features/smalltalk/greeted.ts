import { z } from "zod";
import { slice } from "../../turn/session.ts";

/** Whether this chat was welcomed already: who comes again gets a shorter greeting. */
export const GREETED = slice("greeted", z.boolean());
