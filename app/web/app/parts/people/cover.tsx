// What stands in front of a page that nobody may read now, over its open dialogs too. It does not close by itself.
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../../texts/texts.ts";

interface CoverProps {
  title: string;
  lead?: ComponentChildren;
  children: ComponentChildren;
}

export function Cover({ title, lead, children }: CoverProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      class="cover"
      aria-labelledby={id}
      onKeyDown={(event) => event.key === "Escape" && event.preventDefault()}
      onCancel={(event) => event.preventDefault()}
      onClose={() => box.current?.isConnected && !box.current.open && box.current.showModal()}
    >
      <main class="cover-card">
        <p class="cover-brand">
          <span class="brand-mark" aria-hidden="true" /> {t("frame.app")}
        </p>
        <h1 id={id}>{title}</h1>
        {lead !== undefined && <p class="soft">{lead}</p>}
        {children}
      </main>
    </dialog>
  );
}
