import type { Page } from "playwright-core";

/** Drawn, so that no real place or person is in it: a street at night. Runs in the page, hence as text. */
const DRAW = `() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 960, height: 420 });
  const pen = canvas.getContext("2d");
  const sky = pen.createLinearGradient(0, 0, 0, 420);
  for (const [at, colour] of [[0, "#0d1630"], [0.55, "#26365e"], [0.56, "#20242c"], [1, "#111418"]]) sky.addColorStop(at, colour);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 960, 420);
  for (let n = 0; n < 9; n += 1) {
    const [x, height] = [n * 112 - 20, 90 + ((n * 67) % 110)];
    pen.fillStyle = n % 2 ? "#18213b" : "#141b30";
    pen.fillRect(x, 240 - height, 106, height);
    pen.fillStyle = "#e8b75a";
    for (let w = 0; w < 5; w += 1) if ((n * 5 + w) % 3) pen.fillRect(x + 14 + (w % 3) * 30, 256 - height + ((w * 41) % 60), 14, 18);
  }
  const glow = pen.createRadialGradient(480, 270, 10, 480, 290, 260);
  glow.addColorStop(0, "rgba(255, 205, 120, .75)");
  glow.addColorStop(1, "rgba(255, 205, 120, 0)");
  pen.fillStyle = glow;
  pen.fillRect(0, 0, 960, 420);
  pen.fillStyle = "#0b0d12";
  for (const [x, y, r] of [[400, 290, 20], [460, 280, 18], [520, 288, 21], [580, 298, 19]]) {
    pen.beginPath();
    pen.arc(x, y, r, 0, 7);
    pen.ellipse(x, y + 66, r * 1.7, 52, 0, 0, 7);
    pen.fill();
  }
  return canvas.toDataURL("image/jpeg", 0.85);
}`;

/** A JPEG to be sent as somebody's photo. */
export async function nightPhoto(page: Page): Promise<Buffer> {
  const dataUrl = await page.evaluate<string>(`(${DRAW})()`);
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");
}
