// The rules of the TypeScript and JavaScript of app/web and tests/app/web. `npm run lint` goes to the root of the
// repository first, because ESLint looks at no file above the folder that it runs in.
import eslint from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

// Properties are exempt: those of the JSON are snake_case.
const naming = [
  { selector: "variableLike", format: ["camelCase", "PascalCase", "UPPER_CASE"], leadingUnderscore: "allow" },
  { selector: "typeLike", format: ["PascalCase"] },
];

const nodeTests = ["test", "describe"].map((name) => ({ from: "package", package: "node:test", name }));

export default tseslint.config(
  { ignores: ["**/node_modules/", "**/dist/", "app/web/openapi.ts", "app/web/texts/ids.ts"] },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/naming-convention": ["error", ...naming],
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      "max-len": ["error", { code: 120 }],
      "max-lines": ["error", 400],
      "no-useless-rename": "error",
      "object-shorthand": "error",
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.recommendedTypeChecked, reactHooks.configs["recommended-latest"]],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: nodeTests }],
      "react-hooks/exhaustive-deps": "error",
    },
  },
  // The tests of whole pages hand functions to the browser.
  {
    files: ["**/*.mjs", "tests/app/web/screenshots"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
