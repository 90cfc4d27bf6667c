import "../style/tokens.css";
import "../style/base.css";
import "../chart/chart.css";
import "../style/parts.css";
import "../style/app.css";
import { render } from "preact";
import { loadDrafts } from "./drafts.ts";
import { followLinks } from "./router.ts";
import { Pages } from "./pages.tsx";

followLinks();
const root = document.querySelector("[data-page]");
const show = (): void => {
  if (root) render(<Pages />, root);
};
// A patient's own page has nothing to type.
if (location.pathname.startsWith("/p/")) show();
else void loadDrafts().then(show);
