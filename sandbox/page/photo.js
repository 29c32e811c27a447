const LONGEST_SIDE = 1600;

/**
 * A chosen picture as a JPEG data URL, small enough to send, without position data.
 * @param {File} file
 * @returns {Promise<string>}
 * @throws where the browser can't read it: a broken file, an unknown format
 */
export async function smallJpeg(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.85);
}

/** A chosen file as a data URL, unchanged. */
export function wholeFile(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Opens a picture over the page. @param {string} source */
export function viewPicture(source) {
  const viewer = document.getElementById("viewer");
  viewer.querySelector("img").src = source;
  viewer.showModal();
}
