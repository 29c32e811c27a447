import { featuresOf } from "./features.ts";
import type { Services } from "./services.ts";
import { type TakeTurn, takeTurn } from "./turn.ts";

/**
 * The assistant over its services: the Worker, the terminal, the evaluation and the tests use this same one.
 * @example
 * const assistant = createAssistant({ knowledge, figures, now: Date.now, isOfficial: async () => false });
 * const { replies, session } = await assistant(inbound, {});
 */
export function createAssistant(services: Services): TakeTurn {
  const features = featuresOf(services);
  return (inbound, session, circumstances) =>
    takeTurn(inbound, session, features, services.now(), circumstances);
}
