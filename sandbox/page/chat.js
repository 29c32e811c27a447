import { bubbleElement } from "./bubble.js";
import { element } from "./element.js";

/** After this time the dots disappear. */
const DOTS_MS = 12_000;
const NEAR_BOTTOM = 80;
const DELIVERY_WORDS = {
  sending: "đang gửi",
  delivered: "đã gửi",
  retrying: "đang gửi lại",
  failed: "chưa gửi được: chương trình không nhận",
  unheard: "chỉ người trong nhóm thấy",
};

/** One conversation on a screen: its messages, the typing dots and where it is scrolled to. */
export class Chat {
  #log;
  #newer;
  #bubbles = new Map();
  #dots = element("div", "bubble bot dots", [
    element("div", "column", [
      element("div", "body", [element("i"), element("i"), element("i")], {
        role: "status",
        ariaLabel: "Trợ lý 138 đang soạn tin",
      }),
    ]),
  ]);
  #dotsTimer = 0;
  #stuck = true;
  #actions;

  /** @param {HTMLElement} root an element with class `chat` */
  constructor(root, actions) {
    this.root = root;
    this.#log = root.querySelector(".log");
    // A scrolling region must be reachable by keyboard; not every browser does that by itself.
    this.#log.tabIndex = 0;
    this.#newer = root.querySelector(".newer");
    this.#actions = {
      ...actions,
      find: (key) => this.#bubbles.get(key)?.bubble,
      goTo: (key) => this.#goTo(key),
    };
    this.#newer.addEventListener("click", () => this.#toBottom());
    this.#log.addEventListener("scroll", () => {
      this.#stuck = this.#isNearBottom();
      if (this.#stuck) this.#newer.hidden = true;
    });
    // A keyboard, the command list or a reply strip takes height away: the last words stay in sight.
    new ResizeObserver(() => this.#stuck && this.#toBottom()).observe(this.#log);
  }

  clear() {
    for (const { row } of this.#bubbles.values()) row.remove();
    for (const note of this.#log.querySelectorAll(".note")) note.remove();
    this.#bubbles.clear();
    this.stopDots();
  }

  add(bubble) {
    if (this.#bubbles.has(bubble.key)) return;
    const follow = bubble.from === "me" || this.#isNearBottom();
    if (bubble.from === "bot") this.stopDots();
    const row = bubbleElement(bubble, this.#actions);
    row.classList.toggle(
      "first",
      this.#log.querySelector("article:last-of-type")?.classList.contains(bubble.from) !== true,
    );
    this.#bubbles.set(bubble.key, { row, bubble });
    this.#log.append(row);
    for (const picture of row.querySelectorAll("img")) {
      picture.addEventListener("load", () => follow && this.#show(row), { once: true });
    }
    if (follow) this.#show(row);
    else this.#newer.hidden = false;
  }

  edit(bubble) {
    const old = this.#bubbles.get(bubble.key);
    if (old === undefined) return;
    const row = bubbleElement(bubble, this.#actions);
    row.classList.toggle("first", old.row.classList.contains("first"));
    old.row.replaceWith(row);
    this.#bubbles.set(bubble.key, { row, bubble });
  }

  remove(key) {
    this.#bubbles.get(key)?.row.remove();
    this.#bubbles.delete(key);
  }

  mark(key, state) {
    const row = this.#bubbles.get(key)?.row;
    if (row === undefined) return;
    row.dataset.state = state;
    row.querySelector(".state").setAttribute("aria-label", DELIVERY_WORDS[state]);
    row.querySelector(".state").title = DELIVERY_WORDS[state];
    if (state === "failed" || state === "unheard")
      row.querySelector(".state").textContent = DELIVERY_WORDS[state];
  }

  /** A grey line from the sandbox itself, shown only once. */
  noteOnce(words) {
    const said = [...this.#log.querySelectorAll(".note")].some((note) => note.textContent === words);
    if (!said) this.note(words);
  }

  /** A grey line from the sandbox itself. */
  note(words) {
    this.#log.append(element("p", "note", [words]));
    this.#toBottom();
  }

  startDots() {
    const follow = this.#isNearBottom();
    this.#log.append(this.#dots);
    if (follow) this.#toBottom();
    clearTimeout(this.#dotsTimer);
    this.#dotsTimer = setTimeout(() => this.stopDots(), DOTS_MS);
  }

  stopDots() {
    clearTimeout(this.#dotsTimer);
    this.#dots.remove();
  }

  /** Messages that were added while the chat was hidden had no height yet. */
  revealed() {
    this.#toBottom();
  }

  #goTo(key) {
    const row = this.#bubbles.get(key)?.row;
    if (row === undefined) return;
    row.scrollIntoView({ block: "center" });
    row.classList.remove("found");
    requestAnimationFrame(() => row.classList.add("found"));
  }

  /** The beginning of a long answer matters more than its end. */
  #show(row) {
    if (row.offsetHeight > this.#log.clientHeight - 40) this.#log.scrollTop = row.offsetTop - 12;
    else this.#toBottom();
  }

  #toBottom() {
    this.#log.scrollTop = this.#log.scrollHeight;
    this.#newer.hidden = true;
  }

  #isNearBottom() {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_BOTTOM;
  }
}
