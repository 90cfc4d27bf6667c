import "../style/tokens.css";
import "../style/base.css";
import "../chart/chart.css";
import "../style/parts.css";
import "../style/app.css";
import { render } from "preact";
import { load_drafts } from "./drafts.ts";
import { follow_links } from "./router.ts";
import { Pages } from "./pages.tsx";

follow_links();
const root = document.querySelector("[data-page]");
const show = (): void => { if (root) render(<Pages />, root); };
// A patient's own page has nothing to type.
if (location.pathname.startsWith("/p/")) show();
else void load_drafts().then(show);
