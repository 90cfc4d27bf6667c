// Whose clinic it is, and how to call it; always on top.
import { t } from "../../../texts/texts.ts";
import { Icon } from "../icon.tsx";

// What a telephone dials: digits and a plus.
export const dialled = (telephone: string): string => `tel:${telephone.replace(/[^+\d]/g, "")}`;

export function ClinicBar({ clinic, telephone }: { clinic: string; telephone: string | null }) {
  return (
    <header class="own-bar">
      <strong>
        <bdi>{clinic}</bdi>
      </strong>
      {telephone !== null && (
        <a class="button" href={dialled(telephone)}>
          <Icon name="call" /> {t("own.call")}
          <bdi class="own-number" dir="ltr">
            {telephone}
          </bdi>
        </a>
      )}
    </header>
  );
}
