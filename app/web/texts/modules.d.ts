// The texts of a language, or of one area of it, as app/web/texts.mjs hands them to the bundler.
declare module "texts:*" {
  const catalogue: import("./texts.ts").Catalogue;
  export default catalogue;
}
