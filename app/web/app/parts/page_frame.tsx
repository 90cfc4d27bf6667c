// A page's heading and what it holds; or what it waits for, or why it cannot be shown.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Loaded } from "../loading.ts";
import { t } from "../../texts/texts.ts";
import { ProblemNote } from "./problem.tsx";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? t("frame.app") : `${title} · ${t("frame.app")}`;
  }, [title]);
}

export function Waiting() {
  return (
    <p class="waiting" role="status">
      {t("frame.loading")}
    </p>
  );
}

interface Frame<T> {
  loaded: Loaded<T>;
  children: (value: T) => ComponentChildren;
}

export function When<T>({ loaded, children }: Frame<T>) {
  return (
    <>
      {loaded.problem && <ProblemNote problem={loaded.problem} again={loaded.again} />}
      {loaded.value !== null ? children(loaded.value) : !loaded.problem && <Waiting />}
    </>
  );
}

export function Empty({ title, remedy, children }: { title: string; remedy?: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{title}</p>
      {remedy && <p class="soft">{remedy}</p>}
      {children}
    </div>
  );
}
