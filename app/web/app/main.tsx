import "../style/tokens.css";
import "../style/fonts.css";
import "../style/base.css";
import "../chart/chart.css";
import "../style/parts.css";
import "../style/look.css";
import "../style/today.css";
import "../style/app.css";
import "../style/people.css";
import "../style/report.css";
import "../style/visit.css";
import "../style/photos.css";
import "../style/patient.css";
import "../style/own.css";
import "../style/arabic.css";
import { render } from "preact";
import { keepShell } from "./away/shell.ts";
import { watchUse } from "./idle.ts";
import { beginLanguage, isOwnPage } from "./language_choice.ts";
import { followFormerAddress, followLinks } from "./router.ts";
import { Pages } from "./pages.tsx";
import { FirstStartPage } from "./pages/first_start.tsx";
import { App } from "./parts/people/app.tsx";
import { beginTurn, hasNoBook, watchTurn } from "./turn.ts";

followFormerAddress();
followLinks();
keepShell(isOwnPage());
const root = document.querySelector("[data-page]");
const show = (page: preact.ComponentChild): void => void (root && render(page, root));
if (isOwnPage()) {
  void beginLanguage().then(() => show(<Pages />));
} else {
  watchUse();
  watchTurn();
  void Promise.all([beginLanguage(), beginTurn()]).then(() => show(hasNoBook() ? <FirstStartPage /> : <App />));
}
