import { perform } from "./api.js";
import { Chat } from "./chat.js";
import { wireComposer } from "./composer.js";

/** An invented spot: the sandbox never asks the browser where it is. */
const SAMPLE_PLACE = { lat: "21.8530", lng: "106.7610", label: "Vị trí giả định" };

/** The left phone. Returns its chats by name. */
export function zaloPhone() {
  const phone = document.getElementById("phone-zalo");
  const act = (what) => void perform("zalo", what);
  const chat = new Chat(phone.querySelector("[data-chat=oa]"), {
    onZaloButton: ({ type, payload, title }) => {
      if (type.startsWith("oa.query.")) act({ kind: "button", payload, hidden: type === "oa.query.hide" });
      else chat.note(`Trên điện thoại thật, nút "${title}" mở cuộc gọi hoặc tin nhắn.`);
    },
  });
  wireComposer(phone, {
    onText: (text) => act({ kind: "text", text }),
    onPhoto: (image, caption) => act({ kind: "photo", image, caption }),
    onUnread: (words) => chat.note(words),
  });
  phone.querySelector("[data-act=sticker]").addEventListener("click", () => act({ kind: "sticker" }));
  phone
    .querySelector("[data-act=place]")
    .addEventListener("click", () => act({ kind: "location", ...SAMPLE_PLACE }));
  const follow = phone.querySelector("[data-act=follow]");
  const showFollowed = (isFollowed) => {
    follow.textContent = isFollowed ? "Đã quan tâm" : "Quan tâm";
    follow.disabled = isFollowed;
  };
  follow.addEventListener("click", () => {
    showFollowed(true);
    act({ kind: "follow" });
  });
  phone.querySelector("[data-act=newcomer]").addEventListener("click", () => {
    showFollowed(false);
    act({ kind: "newcomer" });
  });
  return { oa: chat };
}
