// The regions of the body: the face as shapes of a map, seen from the front, so that the patient's right is on the
// left; the others by name alone.

export interface RegionShape {
  region: string;
  path: string;
  label: { x: number; y: number };
  isTight?: true; // has room for one short line
}

export const regions = [
  "forehead",
  "periorbital",
  "nose",
  "right_cheek",
  "left_cheek",
  "perioral",
  "chin",
  "jawline",
  "neck",
  "shoulders",
  "chest",
  "upper_back",
  "other",
] as const;

export const mapBox = { x: 10, y: 24, width: 380, height: 452 };

export const hairOutline =
  "M200 30C118 30 72 84 74 172C74 184 76 198 80 206L84 206C83 172 90 140 106 117C121 72 152 54 200 54" +
  "C248 54 279 72 294 117C310 140 317 172 316 206L320 206C324 198 326 184 326 172C328 84 282 30 200 30Z";
// Skin that is no region: ears and temples.
export const groundOutline =
  "M82 204C70 198 66 214 70 234C73 252 82 264 90 262ZM318 204C330 198 334 214 330 234" +
  "C327 252 318 264 310 262ZM106 117L119 164L112 208L84 206C83 172 90 140 106 117ZM294 117L281 164" +
  "L288 208L316 206C317 172 310 140 294 117Z";
export const features = [
  "M126 192C136 201 162 203 174 194M131 186C142 178 160 179 170 188M274 192" +
    "C264 201 238 203 226 194M269 186C258 178 240 179 230 188",
  "M122 172C138 162 160 162 178 171M278 172C262 162 240 162 222 171",
  "M176 276C182 270 190 274 200 280C210 274 218 270 224 276",
  "M172 322C182 314 192 314 200 318C208 314 218 314 228 322C214 336 186 336 172 322M172 322" +
    "C188 325 212 325 228 322",
];

export const shapes: readonly RegionShape[] = [
  {
    region: "forehead",
    path:
      "M200 54C152 54 121 72 106 117L119 164C140 151 166 153 185 168L200 171L215 168" +
      "C234 153 260 151 281 164L294 117C279 72 248 54 200 54Z",
    label: { x: 200, y: 112 },
  },
  {
    region: "periorbital",
    path:
      "M119 164C140 151 166 153 185 168L189 198C187 214 176 227 156 229C136 231 119 223 112 208ZM281 164" +
      "C260 151 234 153 215 168L211 198C213 214 224 227 244 229C264 231 281 223 288 208Z",
    label: { x: 150, y: 221 },
    isTight: true,
  },
  {
    region: "nose",
    path:
      "M185 168L200 171L215 168L212 203C214 224 224 246 232 262C235 273 232 281 224 287L176 287" +
      "C168 281 165 272 168 262C176 246 186 224 188 203Z",
    label: { x: 200, y: 238 },
  },
  {
    region: "right_cheek",
    path:
      "M84 206L112 208C120 225 138 231 156 229C173 227 184 216 188 203C186 224 176 246 168 262" +
      "C165 272 168 281 176 287C162 297 150 312 146 333L102 327C91 292 85 250 84 206Z",
    label: { x: 126, y: 268 },
  },
  {
    region: "left_cheek",
    path:
      "M316 206L288 208C280 225 262 231 244 229C227 227 216 216 212 203C214 224 224 246 232 262" +
      "C235 272 232 281 224 287C238 297 250 312 254 333L298 327C309 292 315 250 316 206Z",
    label: { x: 274, y: 268 },
  },
  {
    region: "perioral",
    path:
      "M176 287L224 287C238 297 250 312 254 333C252 349 244 358 233 362L167 362C156 358 148 349 146 333" +
      "C150 312 162 297 176 287Z",
    label: { x: 200, y: 356 },
    isTight: true,
  },
  {
    region: "chin",
    path:
      "M167 362L233 362C237 380 234 398 224 415C214 422 207 424 200 424C193 424 186 422 176 415" +
      "C166 398 163 380 167 362Z",
    label: { x: 200, y: 394 },
    isTight: true,
  },
  {
    region: "jawline",
    path:
      "M102 327L146 333C148 349 156 358 167 362C163 380 166 398 176 415C143 397 113 363 102 327ZM298 327" +
      "L254 333C252 349 244 358 233 362C237 380 234 398 224 415C257 397 287 363 298 327Z",
    label: { x: 145, y: 366 },
    isTight: true,
  },
  {
    region: "neck",
    path:
      "M142 400C152 409 164 417 176 422C186 429 214 429 224 422C236 417 248 409 258 400L262 462" +
      "C244 478 156 478 138 462Z",
    label: { x: 200, y: 446 },
  },
];

// Those that the map does not show.
export const offMap: readonly string[] = regions.filter((region) => !shapes.some((shape) => shape.region === region));

// Those of which MASI takes area and darkness.
export const masiRegions = ["forehead", "right_cheek", "left_cheek", "chin"];
