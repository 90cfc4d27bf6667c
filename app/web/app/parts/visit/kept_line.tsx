// What became of what is typed; to throw it away asks once more.
import { useState } from "preact/hooks";
import { t } from "../../../texts/texts.ts";

interface KeptLineProps {
  line: string;
  canDiscard: boolean;
  discard: () => void;
}

export function KeptLine({ line, canDiscard, discard }: KeptLineProps) {
  const [asked, setAsked] = useState(false);
  return (
    <div class="visit-kept">
      <p class="soft small" role="status">
        {line}
      </p>
      {canDiscard && !asked && (
        <button type="button" class="quiet" onClick={() => setAsked(true)}>
          {t("frame.draft.discard")}
        </button>
      )}
      {canDiscard && asked && (
        <>
          <button
            type="button"
            onClick={() => {
              setAsked(false);
              discard();
            }}
          >
            {t("visit.discard_all")}
          </button>
          <button type="button" class="quiet" onClick={() => setAsked(false)}>
            {t("frame.cancel")}
          </button>
        </>
      )}
    </div>
  );
}
