// Heads that are rendered by a formula: an ellipsoid with a nose, eyes, brows, a mouth, hair and a neck, seen by a
// camera with perspective. No photographs of anybody.

// The pixels (RGBA) of a head. yaw, pitch and roll in degrees: to the patient's left, the chin higher, tilted to the
// patient's left shoulder; `distance` of the camera in centimetres; `light` as a factor; right and down in centimetres.
// By itself, so that it can run in a page too.
export function renderHead(how = {}) {
  const {
    width = 480,
    height = 640,
    yaw = 0,
    pitch = 0,
    roll = 0,
    distance = 70,
    light = 1,
    right = 0,
    down = 0,
  } = how;
  const [a, b, c] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180);
  // x to the viewer's right, y up, z to the camera. The patient's left is the viewer's right.
  const turn = ([x, y, z]) => {
    const [x1, z1] = [x * Math.cos(a) + z * Math.sin(a), -x * Math.sin(a) + z * Math.cos(a)];
    const [y2, z2] = [y * Math.cos(b) + z1 * Math.sin(b), -y * Math.sin(b) + z1 * Math.cos(b)];
    return [x1 * Math.cos(c) + y2 * Math.sin(c), -x1 * Math.sin(c) + y2 * Math.cos(c), z2];
  };
  const axes = [turn([1, 0, 0]), turn([0, 1, 0]), turn([0, 0, 1])];
  const dot = (p, q) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  const local = (p) => axes.map((axis) => dot(axis, p));
  const centre = [right, -down, 0];
  const from = local([-centre[0], -centre[1], distance]); // the camera, as the head sees it
  const sun = local([0.25, 0.45, 0.85].map((part) => part / Math.hypot(0.25, 0.45, 0.85)));
  const focal = 1.55 * height; // pixels
  const parts = [
    { at: [0, 0, 0], radii: [7.4, 10.6, 9], kind: "head" },
    { at: [0, -2.2, 8.3], radii: [1.7, 1.5, 1.7], kind: "nose" },
    { at: [0, 0.2, 8.2], radii: [0.95, 3, 1.3], kind: "nose" },
    { at: [-7.3, -0.5, -0.5], radii: [0.8, 2.6, 1.6], kind: "ear" },
    { at: [7.3, -0.5, -0.5], radii: [0.8, 2.6, 1.6], kind: "ear" },
    { at: [0, -14, -2.5], radii: [5, 9, 5], kind: "neck" },
    { at: [0, 2.4, -1.2], radii: [8, 9.4, 9.1], kind: "hair" },
    { at: [0, -29, -4], radii: [20, 12, 9], kind: "shirt" },
  ];
  const skin = [0.55, 0.3, 0.2];
  const colourAt = (kind, [x, y]) => {
    if (kind === "hair") return [0.03, 0.02, 0.015];
    if (kind === "shirt") return [0.1, 0.14, 0.22];
    if (kind === "nose") {
      const isNostril = Math.hypot((Math.abs(x) - 0.75) / 0.42, (y + 3.1) / 0.3) < 1;
      return isNostril ? [0.12, 0.05, 0.04] : skin;
    }
    if (kind !== "head") return skin;
    const u = Math.abs(x) - 3.1;
    const eye = Math.hypot(u / 1.5, (y - 1.9) / 0.62);
    if (eye < 1) {
      const iris = Math.hypot(u, y - 1.9);
      return iris < 0.28 ? [0.005, 0.005, 0.005] : iris < 0.6 ? [0.09, 0.05, 0.025] : [0.72, 0.7, 0.68];
    }
    if (eye < 1.22) return [0.12, 0.06, 0.045]; // lids
    const isBrow = Math.abs(u - 0.1) < 1.9 && Math.abs(y - 3.75 + 0.08 * (u + 0.3) ** 2) < 0.36;
    if (isBrow) return [0.05, 0.03, 0.02];
    const lips = Math.hypot(x / 2.6, (y + 5.4) / 0.95);
    if (lips < 1) return Math.abs(y + 5.35) < 0.09 ? [0.12, 0.03, 0.03] : [0.42, 0.11, 0.1];
    const cheek = Math.max(0, 1 - Math.hypot((Math.abs(x) - 4.2) / 2.4, (y + 2.2) / 2.2));
    return [skin[0], skin[1] * (1 - 0.18 * cheek), skin[2] * (1 - 0.15 * cheek)];
  };
  const pixels = new Uint8ClampedArray(width * height * 4);
  const code = (linear) => {
    const value = Math.min(1, Math.max(0, linear));
    return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
  };
  const subs = [0.25, 0.75];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const sum = [0, 0, 0];
      for (const sy of subs)
        for (const sx of subs) {
          const ray = local([(column + sx - width / 2) / focal, (height / 2 - row - sy) / focal, -1]);
          let nearest = Infinity;
          let seen = [0.42, 0.45, 0.48]; // the wall
          for (const { at, radii, kind } of parts) {
            const o = [0, 1, 2].map((i) => (from[i] - at[i]) / radii[i]);
            const d = [0, 1, 2].map((i) => ray[i] / radii[i]);
            const [aa, bb, cc] = [dot(d, d), dot(o, d), dot(o, o) - 1];
            const root = bb * bb - aa * cc;
            if (root < 0) continue;
            const far = (-bb - Math.sqrt(root)) / aa;
            if (far <= 0 || far >= nearest) continue;
            const p = [0, 1, 2].map((i) => from[i] + far * ray[i]);
            // Hair leaves the face free.
            if (kind === "hair" && p[2] > 1 && p[1] < 6.6 - 0.02 * p[0] ** 2) continue;
            nearest = far;
            const raw = [0, 1, 2].map((i) => (p[i] - at[i]) / radii[i] ** 2);
            const normal = raw.map((part) => part / Math.hypot(...raw));
            const shade = 0.35 + 0.75 * Math.max(0, dot(normal, sun));
            seen = colourAt(kind, p).map((part) => part * shade);
          }
          for (let i = 0; i < 3; i++) sum[i] += (seen[i] * light) / 4;
        }
      const place = 4 * (row * width + column);
      for (let i = 0; i < 3; i++) pixels[place + i] = code(sum[i]);
      pixels[place + 3] = 255;
    }
  return pixels;
}

// A head as a JPEG, encoded by the page's canvas: its bytes.
export async function headPicture(page, how = {}) {
  const { width = 480, height = 640 } = how;
  const draw = `(() => {
    const canvas = document.createElement("canvas");
    canvas.width = ${width};
    canvas.height = ${height};
    const pixels = (${renderHead.toString()})(${JSON.stringify({ ...how, width, height })});
    canvas.getContext("2d").putImageData(new ImageData(pixels, ${width}, ${height}), 0, 0);
    return canvas.toDataURL("image/jpeg", 0.95).split(",")[1];
  })()`;
  return Buffer.from(await page.evaluate(draw), "base64");
}

// What Chromium's fake camera plays: one head that holds still (YUV4MPEG2, 4:2:0, BT.601). A spot in the corner is
// another in each picture, so that none is taken for the same photograph.
export function headFilm(how = {}) {
  const { width = 640, height = 480 } = how;
  const pixels = renderHead({ ...how, width, height });
  const y = Buffer.alloc(width * height);
  const u = Buffer.alloc((width / 2) * (height / 2));
  const v = Buffer.alloc((width / 2) * (height / 2));
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const [red, green, blue] = pixels.subarray(4 * at, 4 * at + 3);
      y[at] = 16 + (65.738 * red + 129.057 * green + 25.064 * blue) / 256;
      if (row % 2 === 0 && column % 2 === 0) {
        const half = (row / 2) * (width / 2) + column / 2;
        u[half] = 128 + (-37.945 * red - 74.494 * green + 112.439 * blue) / 256;
        v[half] = 128 + (112.439 * red - 94.154 * green - 18.285 * blue) / 256;
      }
    }
  const frames = Array.from({ length: 80 }, (_, number) => {
    const marked = Buffer.from(y);
    for (let row = 0; row < 16; row++) marked.fill(20 + 2 * number, row * width, row * width + 16);
    return Buffer.concat([Buffer.from("FRAME\n"), marked, u, v]);
  });
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`), ...frames]);
}
