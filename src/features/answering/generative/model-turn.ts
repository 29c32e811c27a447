import { z } from "zod";
import { localDay } from "../../../language/dates.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { type Session, slice } from "../../../turn/session.ts";
import type { Generator } from "./generator.ts";

/** How many questions this chat sent to the language model on a day. */
const MODEL_CALLS = slice("modelCalls", z.object({ day: z.string(), n: z.number() }).readonly());

/** A language model that labels and writes, with its limits. */
export interface ModelService {
  readonly generator: Generator;
  /** How long a turn may wait for it in all, in milliseconds. */
  readonly timeoutMs: number;
  /** Questions that one chat may ask it a day. */
  readonly callsPerChat: number;
}

/** The model within one turn: one time limit for all its calls, and one question of the chat's day, once it is asked. */
export class ModelTurn {
  readonly generator: Generator;
  readonly #context: TurnContext;
  readonly #timeoutMs: number;
  readonly #spent: Session;
  #signal: AbortSignal | undefined;

  private constructor({ generator, timeoutMs }: ModelService, context: TurnContext, calls: number) {
    this.generator = generator;
    this.#context = context;
    this.#timeoutMs = timeoutMs;
    this.#spent = MODEL_CALLS.with({ day: localDay(context.now), n: calls + 1 });
  }

  /** Null where there is no model, or this chat has used its questions for today. */
  static open(model: ModelService | undefined, context: TurnContext): ModelTurn | null {
    if (model === undefined) return null;
    const today = MODEL_CALLS.of(context.session);
    const calls = today?.day === localDay(context.now) ? today.n : 0;
    return calls >= model.callsPerChat ? null : new ModelTurn(model, context, calls);
  }

  /** For a call that is made now: the first shows the person that we are looking, and from it the time runs. */
  signal(): AbortSignal {
    if (this.#signal === undefined) {
      this.#context.searching?.();
      this.#signal = AbortSignal.timeout(this.#timeoutMs);
    }
    return this.#signal;
  }

  /** What the session keeps of it: nothing where the model wasn't asked. */
  get spent(): Session {
    return this.#signal === undefined ? {} : this.#spent;
  }
}
