import type { Locator, Page } from "playwright-core";

/** Longest wait for what follows from an act on a page. */

export const CODE = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** Both phones of one page, as the two people use them while a report is told and handled. */
export class ReportOnPage {
  readonly citizen: Locator;
  readonly group: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.citizen = page.getByRole("log", { name: /Zalo/ });
    this.group = page.getByRole("log", { name: /Nhóm trực 138/ });
  }

  /** The citizen writes; resolves to the words of the next answer. */
  async tell(text: string): Promise<string> {
    return this.#answered(async () => {
      await this.#page.getByLabel("Tin nhắn Zalo").fill(text);
      await this.#page.getByLabel("Tin nhắn Zalo").press("Enter");
    });
  }

  /** The citizen sends a picture with words under it. */
  async sendPhoto(jpeg: Buffer, caption: string): Promise<string> {
    return this.#answered(async () => {
      const file = { name: "anh.jpg", mimeType: "image/jpeg", buffer: jpeg };
      await this.#page.getByLabel("Chọn ảnh gửi qua Zalo").setInputFiles(file);
      await this.#page.locator("#phone-zalo .picked").waitFor();
      await this.#page.getByLabel("Tin nhắn Zalo").fill(caption);
      await this.#page.getByLabel("Tin nhắn Zalo").press("Enter");
    });
  }

  /** The citizen presses a button under the newest message that has it. */
  async tap(label: string): Promise<string> {
    return this.#answered(() =>
      this.citizen.getByRole("button", { name: label, exact: true }).last().click(),
    );
  }

  /** What the citizen is told after the first `n` messages. */
  async told(n: number): Promise<string> {
    const message = this.citizen.locator("article.bot").nth(n);
    await message.waitFor();
    return message.innerText();
  }

  countTold(): Promise<number> {
    return this.citizen.locator("article.bot").count();
  }

  async openGroup(): Promise<void> {
    await this.#page.getByRole("tab", { name: /Nhóm trực 138/ }).click();
  }

  /** The newest message of the bot in the group that says it. */
  async inGroup(words: RegExp): Promise<Locator> {
    const message = this.group.locator("article.bot").filter({ hasText: words }).last();
    await message.waitFor();
    return message;
  }

  /** The card of a report as it stands. */
  card(code: string): Promise<Locator> {
    return this.inGroup(new RegExp(`${code}[\\s\\S]*Nơi:`));
  }

  async reply(to: Locator, text: string): Promise<void> {
    await to.getByRole("button", { name: "Trả lời tin này" }).click();
    await this.#page.getByLabel("Tin nhắn Telegram").fill(text);
    await this.#page.getByLabel("Tin nhắn Telegram").press("Enter");
  }

  async #answered(act: () => Promise<void>): Promise<string> {
    const before = await this.countTold();
    await act();
    return this.told(before);
  }
}
