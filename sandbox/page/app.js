import { listen } from "./api.js";
import { wireTabs } from "./tabs.js";
import { TelegramPhone } from "./telegram.js";
import { clearWire, logWire } from "./wire-log.js";
import { zaloPhone } from "./zalo.js";

const UNHEARD =
  "Trong nhóm, trợ lý chỉ nghe lệnh (bắt đầu bằng /) và câu trả lời cho tin của nó. Muốn nhắn người báo tin, bấm Trả lời ở thẻ.";

const telegram = new TelegramPhone();
const chats = { ...zaloPhone(), ...telegram.chats };
const phoneOf = (chat) => (chat === "oa" ? "zalo" : "telegram");

wireTabs(document.querySelector(".tabs"), (tab) => {
  document.body.dataset.shown = tab.id.replace("tab-", "");
  for (const chat of Object.values(chats)) chat.revealed();
});

const handlers = {
  reset: () => {
    for (const chat of Object.values(chats)) chat.clear();
    clearWire();
  },
  clear: ({ chat }) => chats[chat].clear(),
  bubble: ({ bubble }) => {
    chats[bubble.chat].add(bubble);
    if (bubble.from === "bot") markUnread(bubble.chat);
  },
  edit: ({ bubble }) => {
    chats[bubble.chat].stopDots();
    chats[bubble.chat].edit(bubble);
  },
  delete: ({ key }) => {
    for (const chat of Object.values(chats)) chat.remove(key);
  },
  delivery: ({ chat, key, state }) => {
    if (key !== undefined) chats[chat].mark(key, state);
    // In the group the bot mostly listens, and a tapped button shows its own spinner: dots would promise an answer.
    const isAsked = chat === "oa" || (chat !== "group" && key !== undefined);
    if (state === "sending" && isAsked) chats[chat].startDots();
    if (state === "failed") chats[chat].stopDots();
    if (state === "unheard") chats[chat].noteOnce(UNHEARD);
  },
  typing: ({ chat }) => chats[chat].startDots(),
  toast: (event) => telegram.toast(event),
  commands: ({ scope, commands }) => telegram.setCommands(scope, commands),
  wire: logWire,
};

listen(
  (event) => handlers[event.kind](event),
  (connected) => {
    const state = document.getElementById("link-state");
    state.textContent = connected ? "Đang chạy" : "Mất kết nối, đang nối lại…";
    state.classList.toggle("on", connected);
  },
);

function markUnread(chat) {
  const phone = phoneOf(chat);
  if (document.body.dataset.shown !== phone) document.querySelector(`#tab-${phone} .unread`).hidden = false;
  if (phone === "telegram" && !telegram.shows(chat)) {
    document.querySelector(`[data-room=${chat}] .unread`).hidden = false;
  }
}
