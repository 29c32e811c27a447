import { smallJpeg } from "./photo.js";

/**
 * The line at the foot of a phone: text, Enter to send, a picture with or without a caption, and the sample
 * questions above it.
 * @param {HTMLElement} phone
 * @param {{ onText(text: string): void, onPhoto(image: string, caption?: string): void, onUnread(words: string): void }} actions
 */
export function wireComposer(phone, { onText, onPhoto, onUnread }) {
  const form = phone.querySelector(".composer");
  const box = form.querySelector("textarea");
  const file = form.querySelector("input[type=file]");
  const picked = phone.querySelector(".picked");
  let image;

  const resize = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 110)}px`;
    form.classList.toggle("written", box.value.trim() !== "" || image !== undefined);
  };
  const pick = (chosen) => {
    image = chosen;
    picked.hidden = chosen === undefined;
    if (chosen !== undefined) picked.querySelector("img").src = chosen;
    resize();
    box.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    const photo = image;
    if (text === "" && photo === undefined) return;
    box.value = "";
    pick(undefined);
    if (photo === undefined) onText(text);
    else onPhoto(photo, text === "" ? undefined : text);
  });
  box.addEventListener("input", resize);
  box.addEventListener("keydown", (event) => {
    // Enter while a Vietnamese input method is still composing only ends the word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.querySelector("[data-act=photo]").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = "";
    if (chosen === undefined) return;
    try {
      pick(await smallJpeg(chosen));
    } catch {
      onUnread(
        `Không đọc được ảnh “${chosen.name}”: tệp hỏng, hoặc dạng ảnh mà trình duyệt không mở (như HEIC).`,
      );
    }
  });
  phone.querySelector("[data-act=no-photo]").addEventListener("click", () => pick(undefined));
  for (const chip of phone.querySelectorAll(".chips button")) {
    chip.addEventListener("click", () => onText(chip.textContent));
  }
  return {
    focus: () => box.focus(),
    /** Returns the text and clears the field. */
    take() {
      const text = box.value.trim();
      box.value = "";
      resize();
      return text;
    },
  };
}
