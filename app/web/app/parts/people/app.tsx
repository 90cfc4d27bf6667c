// The pages of whoever works here, and what stands in front of them: signing in, or the lock. Behind the lock they lie
// hidden and inert, with all that was typed.
import { useLayoutEffect, useRef } from "preact/hooks";
import { AwayPage } from "../../away/away_page.tsx";
import { endOffer, lock, useTurn } from "../../turn.ts";
import { Pages } from "../../pages.tsx";
import { useShortcuts } from "../../shortcuts.ts";
import { Waiting } from "../page_frame.tsx";
import { IdleWarning } from "./idle_warning.tsx";
import { LockScreen } from "./lock_screen.tsx";
import { SetPin } from "./set_pin.tsx";
import { SignInScreen } from "./sign_in_screen.tsx";

// Where one was on the page that is covered: back there when it is shown again.
function usePlaceBehind(isCovered: boolean): void {
  const behind = useRef<{ top: number; focus: Element | null; title: string } | null>(null);
  const seen = useRef({ top: 0, focus: null as Element | null, title: "" });
  useLayoutEffect(() => {
    if (isCovered) {
      behind.current = seen.current;
      return undefined;
    }
    if (behind.current !== null) {
      const { top, focus, title } = behind.current;
      behind.current = null;
      scrollTo(0, top);
      if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
      if (title !== "") document.title = title;
    }
    const note = (): void => {
      seen.current = { top: scrollY, focus: document.activeElement, title: document.title };
    };
    const timer = setInterval(note, 500);
    addEventListener("focusin", note);
    return () => {
      clearInterval(timer);
      removeEventListener("focusin", note);
    };
  }, [isCovered]);
}

export function App() {
  const { said, cover, owner, page, isAway, offersPin } = useTurn();
  const isCovered = cover !== "none";
  const person = said?.signed_in;
  usePlaceBehind(isCovered);
  useShortcuts([{ code: "KeyL", alt: true, run: () => person && !isCovered && void lock() }]);
  return (
    <>
      {owner === null && !isCovered && (isAway ? <AwayPage /> : <Waiting />)}
      {owner !== null && (
        <div key={page} class="behind" hidden={isCovered} inert={isCovered}>
          <Pages />
          {person && !isCovered && <IdleWarning minutes={said.lock_minutes} />}
          {person && !isCovered && offersPin && <SetPin close={endOffer} />}
        </div>
      )}
      {said && cover === "sign_in" && <SignInScreen said={said} />}
      {said && person && cover === "locked" && <LockScreen said={said} person={person} />}
    </>
  );
}
