import { perform } from "./api.js";
import { wordsIn } from "./bubble.js";
import { Chat } from "./chat.js";
import { wireComposer } from "./composer.js";
import { element } from "./element.js";
import { wholeFile } from "./photo.js";
import { wireTabs } from "./tabs.js";

const KEY_WAITS_MS = 8000;
const TOAST_MS = 4000;
/** What Telegram lets a bot fetch. */
const LARGEST_FILE = 20 * 1024 * 1024;
const ROOMS_OF_SCOPE = {
  default: ["private", "second", "group"],
  all_private_chats: ["private", "second"],
  all_group_chats: ["group"],
};

/** The right phone: three chats, inline keyboards, replies, commands. */
export class TelegramPhone {
  chats;
  #phone = document.getElementById("phone-telegram");
  #room = "private";
  #replyTo;
  #pressed = new Map();
  #commands = { private: [], second: [], group: [] };
  #toastTimer = 0;
  #composer;

  constructor() {
    const actions = {
      onInlineButton: (key, pressed) => void this.#tap(key, pressed),
      onReply: (bubble) => this.#reply(bubble),
    };
    this.chats = {
      private: new Chat(this.#phone.querySelector("[data-chat=private]"), actions),
      second: new Chat(this.#phone.querySelector("[data-chat=second]"), actions),
      group: new Chat(this.#phone.querySelector("[data-chat=group]"), actions),
    };
    this.#composer = wireComposer(this.#phone, {
      onText: (text) => this.#say(text),
      onPhoto: (image, caption) => this.#send({ kind: "photo", image, caption }),
      onUnread: (words) => this.chats[this.#room].note(words),
    });
    this.#wireDocument(this.#phone.querySelector("input.any"));
    wireTabs(this.#phone.querySelector(".rooms"), (tab) => this.#enter(tab.dataset.room));
    this.#on("start", () => this.#say("/start"));
    this.#on("no-reply", () => this.#reply(undefined));
    this.#on("menu", ({ currentTarget }) => this.#toggleMenu(currentTarget));
  }

  /** Whether the person is looking at this chat. */
  shows(room) {
    return this.#room === room;
  }

  toast({ queryId, text, alert }) {
    this.#pressed.get(queryId)?.classList.remove("busy");
    this.#pressed.delete(queryId);
    if (text === "") return;
    const toast = this.#phone.querySelector(".toast");
    toast.textContent = text;
    toast.classList.toggle("alert", alert);
    toast.hidden = false;
    clearTimeout(this.#toastTimer);
    this.#toastTimer = setTimeout(() => {
      toast.hidden = true;
    }, TOAST_MS);
  }

  /**
   * @param {string} scope one that this phone never shows is ignored
   * @param {{ command: string, description: string }[]} commands
   */
  setCommands(scope, commands) {
    for (const room of ROOMS_OF_SCOPE[scope] ?? []) this.#commands[room] = commands;
    this.#showCommands();
  }

  #showCommands() {
    const commands = this.#commands[this.#room];
    const menu = this.#phone.querySelector("[data-act=menu]");
    const items = commands.map(({ command, description }) => {
      const words = [element("b", "", [`/${command}`]), element("span", "", [description])];
      const choose = element("button", "", words, { type: "button" });
      choose.addEventListener("click", () => {
        this.#toggleMenu(menu, false);
        this.#say(`/${command}`);
      });
      return element("li", "", [choose]);
    });
    this.#phone.querySelector(".commands").replaceChildren(...items);
    menu.hidden = commands.length === 0;
    this.#toggleMenu(menu, false);
  }

  #say(text) {
    this.#send({ kind: "text", text });
  }

  /** A file is sent as soon as it is chosen, with the typed text as its caption. */
  #wireDocument(input) {
    this.#on("document", () => input.click());
    input.addEventListener("change", async () => {
      const [chosen] = input.files;
      input.value = "";
      if (chosen === undefined) return;
      if (chosen.size === 0 || chosen.size > LARGEST_FILE) {
        this.chats[this.#room].note(`Không gửi được “${chosen.name}”: tệp trống, hoặc quá 20 MB.`);
        return;
      }
      const caption = this.#composer.take();
      const words = caption === "" ? {} : { caption };
      this.#send({ kind: "document", file: await wholeFile(chosen), name: chosen.name, ...words });
    });
  }

  /** Sends to the open chat, as a reply where one is chosen. */
  #send(act) {
    const replyTo = this.#replyTo;
    this.#reply(undefined);
    void perform("telegram", { ...act, chat: this.#room, replyTo });
  }

  async #tap(key, pressed) {
    if (key.callback_data === undefined) return;
    pressed.classList.add("busy");
    setTimeout(() => pressed.classList.remove("busy"), KEY_WAITS_MS);
    const messageId = Number(pressed.closest(".bubble").dataset.key.split(":")[1]);
    const queryId = await perform("telegram", {
      kind: "callback",
      chat: this.#room,
      data: key.callback_data,
      messageId,
    });
    if (queryId !== null) this.#pressed.set(queryId, pressed);
  }

  #reply(bubble) {
    this.#replyTo = bubble === undefined ? undefined : Number(bubble.key.split(":")[1]);
    const strip = this.#phone.querySelector(".replying");
    strip.hidden = bubble === undefined;
    strip.querySelector("p").textContent = bubble === undefined ? "" : wordsIn(bubble);
    if (bubble !== undefined) this.#composer.focus();
  }

  #enter(room) {
    this.#room = room;
    this.#reply(undefined);
    for (const [name, chat] of Object.entries(this.chats)) chat.root.hidden = name !== room;
    for (const chips of this.#phone.querySelectorAll(".chips")) chips.hidden = chips.dataset.room !== room;
    this.#showCommands();
    this.chats[room].revealed();
  }

  #toggleMenu(button, open = button.getAttribute("aria-expanded") !== "true") {
    button.setAttribute("aria-expanded", String(open));
    this.#phone.querySelector(".commands").hidden = !open;
  }

  #on(act, listener) {
    this.#phone.querySelector(`[data-act=${act}]`).addEventListener("click", listener);
  }
}
