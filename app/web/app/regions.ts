// The regions of the body as shapes of the face map, seen from the front: the patient's right is on the left.

export interface RegionShape {
  region: string;
  path: string;
  label: { x: number; y: number };
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

export const mapBox = { width: 320, height: 448 };

export const faceOutline =
  "M160 14C98 14 66 62 66 124C66 150 68 178 74 204C82 244 104 290 130 306C148 317 172 317 190 306" +
  "C216 290 238 244 246 204C252 178 254 150 254 124C254 62 222 14 160 14Z";
export const bodyOutline =
  "M126 304C126 326 122 340 104 350C72 362 34 366 18 388C10 400 6 424 4 448L316 448" +
  "C314 424 310 400 302 388C286 366 248 362 216 350C198 340 194 326 194 304";
export const features = [
  "M92 130C104 120 124 120 134 128",
  "M186 128C196 120 216 120 228 130",
  "M100 148C108 141 122 141 130 148C122 154 108 154 100 148Z",
  "M190 148C198 141 212 141 220 148C212 154 198 154 190 148Z",
  "M148 200C152 206 168 206 172 200",
  "M134 238C146 232 154 236 160 236C166 236 174 232 186 238C176 248 144 248 134 238Z",
];

export const shapes: readonly RegionShape[] = [
  {
    region: "forehead",
    path: "M160 22C110 22 80 58 75 108C100 96 130 98 160 104C190 98 220 96 245 108C240 58 210 22 160 22Z",
    label: { x: 160, y: 68 },
  },
  {
    region: "periorbital",
    path:
      "M78 116C96 106 124 108 142 116L142 160C124 176 96 174 76 162ZM242 116" +
      "C224 106 196 108 178 116L178 160C196 176 224 174 244 162Z",
    label: { x: 110, y: 170 },
  },
  {
    region: "nose",
    path: "M148 112L172 112C174 150 182 180 186 198C182 212 138 212 134 198C138 180 146 150 148 112Z",
    label: { x: 160, y: 170 },
  },
  {
    region: "right_cheek",
    path: "M76 170C96 182 120 182 138 168C134 184 128 196 128 206C122 216 118 228 118 240L92 246C84 222 78 196 76 170Z",
    label: { x: 102, y: 208 },
  },
  {
    region: "left_cheek",
    path:
      "M244 170C224 182 200 182 182 168C186 184 192 196 192 206" +
      "C198 216 202 228 202 240L228 246C236 222 242 196 244 170Z",
    label: { x: 218, y: 208 },
  },
  {
    region: "perioral",
    path: "M134 214C146 220 174 220 186 214C194 222 198 232 198 242C192 260 128 260 122 242C122 232 126 222 134 214Z",
    label: { x: 160, y: 229 },
  },
  {
    region: "chin",
    path: "M134 262C148 268 172 268 186 262C190 276 190 290 184 300C170 310 150 310 136 300C130 290 130 276 134 262Z",
    label: { x: 160, y: 286 },
  },
  {
    region: "jawline",
    path:
      "M94 252L119 246C122 258 128 262 130 266C126 278 126 290 128 298C112 288 100 270 94 252ZM226 252" +
      "L201 246C198 258 192 262 190 266C194 278 194 290 192 298C208 288 220 270 226 252Z",
    label: { x: 107, y: 274 },
  },
  {
    region: "neck",
    path: "M132 314C150 322 170 322 188 314C188 330 192 342 204 350C180 360 140 360 116 350C128 342 132 330 132 314Z",
    label: { x: 160, y: 340 },
  },
  {
    region: "shoulders",
    path:
      "M104 356C72 366 36 372 24 392C16 406 12 426 11 442L62 442C66 410 84 376 104 356ZM216 356" +
      "C248 366 284 372 296 392C304 406 308 426 309 442L258 442C254 410 236 376 216 356Z",
    label: { x: 44, y: 412 },
  },
  {
    region: "chest",
    path: "M112 358C140 368 180 368 208 358C230 376 246 408 250 442L70 442C74 408 90 376 112 358Z",
    label: { x: 160, y: 408 },
  },
  {
    region: "upper_back",
    path: "M262 292C270 284 296 284 304 292C310 304 312 322 310 340C298 346 268 346 256 340C254 322 256 304 262 292Z",
    label: { x: 283, y: 320 },
  },
];
