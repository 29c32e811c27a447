import { perform } from "./api.js";
import { Chat } from "./chat.js";
import { wireComposer } from "./composer.js";

/** An invented spot in the middle of Lạng Sơn: the sandbox never asks the browser where it is. */
const SAMPLE_PLACE = { lat: "21.8530", lng: "106.7610", label: "Vị trí giả định, trung tâm Lạng Sơn" };

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
  });
  phone.querySelector("[data-act=sticker]").addEventListener("click", () => act({ kind: "sticker" }));
  phone
    .querySelector("[data-act=place]")
    .addEventListener("click", () => act({ kind: "location", ...SAMPLE_PLACE }));
  phone.querySelector("[data-act=follow]").addEventListener("click", ({ currentTarget }) => {
    currentTarget.textContent = "Đã quan tâm";
    currentTarget.disabled = true;
    act({ kind: "follow" });
  });
  return { oa: chat };
}
