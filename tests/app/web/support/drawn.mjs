// Pictures drawn by a formula, no photographs of anybody.
import { readFileSync, writeFileSync } from "node:fs";

// Skin with pores as a JPEG; `light` is how much of it there is, 1 as it is.
export async function drawSkin(page, file, { light = 1, width = 600, height = 800 } = {}) {
  const base64 = await page.evaluate(
    ([much, wide, high]) => {
      const canvas = document.createElement("canvas");
      canvas.width = wide;
      canvas.height = high;
      const pen = canvas.getContext("2d");
      const image = pen.createImageData(wide, high);
      const code = (linear) => Math.round(255 * (1.055 * Math.min(1, linear) ** (1 / 2.4) - 0.055));
      let seed = 1;
      for (let at = 0; at < wide * high; at++) {
        seed = (seed * 48271) % 2147483647;
        const texture = 0.85 + (0.3 * seed) / 2147483647;
        [0.3, 0.17, 0.11].forEach((part, band) => (image.data[4 * at + band] = code(part * texture * much)));
        image.data[4 * at + 3] = 255;
      }
      pen.putImageData(image, 0, 0);
      return canvas.toDataURL("image/jpeg", 0.92).split(",")[1];
    },
    [light, width, height],
  );
  writeFileSync(file, Buffer.from(base64, "base64"));
}

// As a page sends a photograph, with what it found of the head.
export async function sendPhoto(page, chart, file, said) {
  const status = await page.evaluate(
    async ([path, base64]) => {
      const me = await (await fetch("/api/v1/me")).json();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const headers = { "X-Needlebook-Key": me.key, "Content-Type": "image/jpeg", "Idempotency-Key": path };
      return (await fetch(path, { method: "POST", headers, body: bytes })).status;
    },
    [`/api/v1/patients/${chart}/photo?${new URLSearchParams(said)}`, readFileSync(file).toString("base64")],
  );
  if (status !== 201) throw new Error(`the photo was answered with ${status}`);
}
