import { clock, element, icon } from "./element.js";
import { viewPicture } from "./photo.js";
import { isWebAddress, linkedText, safeHtml } from "./rich-text.js";

/** What a message says in one line. @param {object} bubble see `sandbox/screen.ts` */
export function wordsIn({ text, photo, video, file, place }) {
  if (text !== undefined && text !== "") return text;
  if (photo !== undefined) return "Ảnh";
  if (video !== undefined) return "Video";
  return file?.name ?? place?.label ?? "";
}

/**
 * One message as it stands in a chat.
 * @param {object} bubble see `sandbox/screen.ts`
 * @param {{ onZaloButton(button: object): void, onInlineButton(button: object, pressed: HTMLElement): void,
 *   onReply(bubble: object): void, find(key: string): object | undefined, goTo(key: string): void }} phone
 */
export function bubbleElement(bubble, phone) {
  const body = element("div", "body", [...quoted(bubble, phone), ...content(bubble), foot(bubble)]);
  if (bubble.buttons) body.append(zaloButtons(bubble.buttons, phone));
  const column = element("div", "column", [body]);
  if (bubble.keyboard) column.append(inlineKeyboard(bubble.keyboard, phone));
  const row = element("article", `bubble ${bubble.from}`, [column]);
  row.classList.toggle("wordless", bubble.text === undefined || bubble.text === "");
  row.classList.toggle("sticker", bubble.sticker === true);
  row.dataset.key = bubble.key;
  if (bubble.album) row.dataset.album = bubble.album;
  if (bubble.chat !== "oa" && bubble.from === "bot") {
    row.append(replyButton(bubble, phone));
    body.addEventListener("dblclick", () => phone.onReply(bubble));
  }
  return row;
}

function content(bubble) {
  const parts = [];
  if (bubble.photo) parts.push(photo(bubble.photo));
  if (bubble.video) parts.push(element("video", "video", [], { src: bubble.video, controls: true }));
  if (bubble.file) parts.push(file(bubble.file));
  if (bubble.place) parts.push(place(bubble.place));
  if (bubble.sticker) parts.push(element("div", "sticker-face", [icon("sticker")], { title: "Nhãn dán" }));
  if (bubble.html) parts.push(element("div", "words", [safeHtml(bubble.html)]));
  else if (bubble.text) parts.push(element("div", "words", [linkedText(bubble.text)]));
  return parts;
}

function photo(source) {
  const picture = element("img", "", [], { src: source, alt: "Ảnh trong tin nhắn", loading: "lazy" });
  const open = element("button", "photo", [picture], { type: "button", ariaLabel: "Xem ảnh lớn" });
  open.addEventListener("click", () => viewPicture(source));
  return open;
}

function file({ path, name }) {
  return element("a", "file", [icon("file"), element("b", "", [name])], { href: path, download: name });
}

function place({ lat, lng, label }) {
  const map = element("div", "map", [icon("place")]);
  const words = element("div", "map-words", [
    element("b", "", [label ?? "Vị trí đã chia sẻ"]),
    element("span", "", [`${lat}, ${lng}`]),
  ]);
  return element("div", "place", [map, words]);
}

function quoted(bubble, phone) {
  const original = bubble.replyTo === undefined ? undefined : phone.find(bubble.replyTo);
  const words = original === undefined ? "" : wordsIn(original);
  if (words === "") return [];
  const quote = element(
    "button",
    "quoted",
    [element("b", "", [original.from === "me" ? "Bạn" : "Trợ lý 138"]), element("span", "", [words])],
    {
      type: "button",
      ariaLabel: `Trả lời cho: ${words}`,
    },
  );
  quote.addEventListener("click", () => phone.goTo(bubble.replyTo));
  return [quote];
}

function foot(bubble) {
  const foot = element("footer", "", []);
  if (bubble.edited) foot.append(element("span", "", ["đã sửa "]));
  foot.append(element("time", "", [clock(bubble.at)], { dateTime: new Date(bubble.at).toISOString() }));
  if (bubble.from === "me") foot.append(element("span", "state", []));
  return foot;
}

function zaloButtons(buttons, phone) {
  const rows = buttons.map((button) => {
    const url = button.type === "oa.open.url" ? button.payload.url : undefined;
    if (url !== undefined && isWebAddress(url)) {
      return element("a", "oa-button", [button.title, icon("open")], {
        href: url,
        target: "_blank",
        rel: "noopener noreferrer",
      });
    }
    const row = element("button", "oa-button", [button.title, icon("open")], { type: "button" });
    row.addEventListener("click", () => phone.onZaloButton(button));
    return row;
  });
  return element("div", "oa-buttons", rows);
}

function inlineKeyboard(rows, phone) {
  return element(
    "div",
    "keyboard",
    rows.map((row) =>
      element(
        "div",
        "keys",
        row.map((key) => inlineKey(key, phone)),
      ),
    ),
  );
}

function inlineKey(key, phone) {
  if (key.url !== undefined && isWebAddress(key.url)) {
    return element("a", "key", [key.text], { href: key.url, target: "_blank", rel: "noopener noreferrer" });
  }
  const pressed = element("button", "key", [key.text], { type: "button" });
  pressed.addEventListener("click", () => phone.onInlineButton(key, pressed));
  return pressed;
}

function replyButton(bubble, phone) {
  const button = element("button", "reply", [icon("reply")], {
    type: "button",
    ariaLabel: "Trả lời tin này",
    title: "Trả lời",
  });
  button.addEventListener("click", () => phone.onReply(bubble));
  return button;
}
