import "../style/tokens.css";
import "../style/base.css";
import "../chart/chart.css";
import "../style/parts.css";
import "../style/app.css";
import { render } from "preact";
import { follow_links } from "./router.ts";
import { Pages } from "./pages.tsx";

follow_links();
const root = document.querySelector("[data-page]");
if (root) render(<Pages />, root);
