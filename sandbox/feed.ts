import type { ScreenEvent } from "./screen.ts";

const KEEP = 2000;
/** Short-lived events: a page opened later must not see them. */
const PASSING: ReadonlySet<ScreenEvent["kind"]> = new Set(["toast", "typing"]);
const encoder = new TextEncoder();

/** Everything that has appeared on the phones, streamed to each open page; a page that comes back misses nothing. */
export class Feed {
  readonly #run = Date.now().toString(36);
  #count = 0;
  #past: { readonly id: number; readonly frame: Uint8Array }[] = [];
  readonly #pages = new Set<ReadableStreamDefaultController<Uint8Array>>();

  publish(event: ScreenEvent): void {
    this.#count += 1;
    const frame = encoder.encode(`id: ${this.#run}-${this.#count}\ndata: ${JSON.stringify(event)}\n\n`);
    if (!PASSING.has(event.kind)) this.#past.push({ id: this.#count, frame });
    if (this.#past.length > KEEP) this.#past = this.#past.slice(-KEEP);
    for (const page of this.#pages) page.enqueue(frame);
  }

  /** The event stream; `lastSeen` is the browser's `Last-Event-ID`. */
  stream(lastSeen: string | null): Response {
    const [run, count] = lastSeen?.split("-") ?? [];
    const continues = run === this.#run;
    const after = continues ? Number(count) : 0;
    let page: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        page = controller;
        if (!continues) controller.enqueue(encoder.encode(`data: ${JSON.stringify({ kind: "reset" })}\n\n`));
        for (const { id, frame } of this.#past) if (id > after) controller.enqueue(frame);
        this.#pages.add(controller);
      },
      cancel: () => {
        if (page !== undefined) this.#pages.delete(page);
      },
    });
    return new Response(body, {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
    });
  }
}
