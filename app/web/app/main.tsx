import "../style/tokens.css";
import "../style/base.css";
import "../chart/chart.css";
import "../style/parts.css";
import "../style/app.css";
import "../style/people.css";
import { render } from "preact";
import { watchUse } from "./idle.ts";
import { followLinks } from "./router.ts";
import { Pages } from "./pages.tsx";
import { App } from "./parts/people/app.tsx";
import { beginTurn, watchTurn } from "./turn.ts";

followLinks();
const root = document.querySelector("[data-page]");
// A patient's own page has nothing to type, and nobody signs in to it.
if (location.pathname.startsWith("/p/")) {
  if (root) render(<Pages />, root);
} else {
  watchUse();
  watchTurn();
  void beginTurn().then(() => root && render(<App />, root));
}
