// The address by which the patient's own calendar keeps their dates, shown when they ask for it.
import { useState } from "preact/hooks";
import { readOwn, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { ProblemNote } from "../problem.tsx";

interface Feed {
  addresses: string[];
}

export function CalendarFeed({ ownKey }: { ownKey: string }) {
  const [feed, setFeed] = useState<Feed | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const show = async (): Promise<void> => {
    const answer = await readOwn<Feed>(ownKey, "feed");
    if (answer.ok) setFeed(answer.value);
    else setProblem(answer.problem);
  };
  return (
    <div class="no-print">
      {feed === null && (
        <button type="button" class="quiet own-wide" onClick={() => void show()}>
          {t("own.feed")}
        </button>
      )}
      {problem && <ProblemNote problem={problem} />}
      <div role="status">
        {feed !== null && <p>{feed.addresses.length > 0 ? t("own.feed_text") : t("own.feed_none")}</p>}
        {feed?.addresses.map((address) => (
          <p key={address}>
            <a class="address" href={address}>
              {address}
            </a>
          </p>
        ))}
      </div>
    </div>
  );
}
