// Where the session is done, how deep and how often: on the map and in the list beside it, with what was done last.
import { shortDayText } from "../../format.ts";
import { shadeOf, plannedLook } from "../../region_look.ts";
import { offMap, regions } from "../../regions.ts";
import { areasOf, type SessionDraft } from "../../session_draft.ts";
import type { Area, Finding, Kept } from "../../shapes.ts";
import { askedOfDepth, stopsAt } from "../../visit_gate.ts";
import { titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { FaceMap } from "../face_map.tsx";
import { Icon } from "../icon.tsx";
import { Stepper } from "../stepper.tsx";

export interface PlanProps {
  areas: SessionDraft["areas"];
  last: Kept | null;
  findings: readonly Finding[];
  isOver?: boolean; // `last` is what is corrected
  region: string; // that is worked at; empty for none
  pick: (region: string) => void; // plans it, where it is not
  leaveOut: (region: string) => void;
  set: (region: string, name: "depth" | "passes", text: string) => void;
  error: (region: string) => string | undefined;
}

const depthStep = 0.25;

const dose = (area: Area): string => `${area.depth_mm} · ${t("session.times", { passes: area.passes })}`;

function Working({ region, was, ...plan }: PlanProps & { was: Area | undefined }) {
  const area = plan.areas[region] ?? { depth: "", passes: "" };
  const asked = askedOfDepth(plan.findings, region);
  const error = plan.error(region);
  const name = titleOf(region);
  return (
    <li class="working" id={`plan-${region}`}>
      <div class="working-head">
        <h3>
          {name}{" "}
          {was && (
            <small class="soft">{t(plan.isOver ? "visit.correct.was" : "session.was", { text: dose(was) })}</small>
          )}
        </h3>
        <button type="button" class="quiet" onClick={() => plan.leaveOut(region)}>
          {t("visit.plan.leave_out")}
        </button>
      </div>
      <div class="working-set">
        <div>
          <span class="label" aria-hidden="true">
            {t("visit.plan.depth")}
          </span>
          <Stepper
            label={`${name}: ${t("visit.plan.depth")}`}
            less={t("visit.plan.shallower", { region: name })}
            more={t("visit.plan.deeper", { region: name })}
            step={depthStep}
            value={area.depth}
            set={(text) => plan.set(region, "depth", text)}
            wrong={asked.length > 0 || error !== undefined}
          />
        </div>
        <div>
          <span class="label" aria-hidden="true">
            {t("session.passes")}
          </span>
          <Stepper
            label={`${name}: ${t("session.passes")}`}
            less={t("visit.plan.fewer", { region: name })}
            more={t("visit.plan.more", { region: name })}
            step={1}
            value={area.passes}
            set={(text) => plan.set(region, "passes", text)}
          />
        </div>
      </div>
      {error && <p class="bad small">{error}</p>}
      {asked.map((because) => (
        <p key={because} class="asked small">
          <Icon name="ask" /> <span>{because}</span>
        </p>
      ))}
    </li>
  );
}

function Line({ region, was, ...plan }: PlanProps & { was: Area | undefined }) {
  const area = plan.areas[region];
  const stop = stopsAt(plan.findings, region);
  const asks = askedOfDepth(plan.findings, region).length > 0 || plan.error(region) !== undefined;
  const isCorrected = plan.isOver && (area?.depth !== String(was?.depth_mm) || area.passes !== String(was?.passes));
  return (
    <li class={isCorrected ? "corrected" : undefined}>
      <button type="button" class="plan-line" onClick={() => plan.pick(region)}>
        <span class={stop ? "plan-name plan-stop" : asks ? "plan-name plan-ask" : "plan-name"}>
          {(stop || asks) && <Icon name={stop ? "stop" : "ask"} />}
          {titleOf(region)}
        </span>
        <span class="figures plan-number">
          <bdi dir="ltr">{area?.depth || "…"}</bdi>
        </span>
        <span class="figures plan-number">
          <bdi dir="ltr">{area?.passes || "…"}</bdi>
        </span>
        <span class="figures plan-number soft">
          <bdi dir="ltr">{was ? dose(was) : ""}</bdi>
        </span>
      </button>
    </li>
  );
}

const depths = ["0.25", "0.5", "1", "1.5", "2"];

export function Plan(plan: PlanProps) {
  const { areas, last, findings, region, pick } = plan;
  const lastAreas = areasOf(last);
  const was = (one: string): Area | undefined => lastAreas.find((area) => area.region === one);
  const planned = regions.filter((one) => one in areas);
  return (
    <div class="where where-plan">
      <div>
        <FaceMap
          label={t("session.map")}
          look={(one) => plannedLook(areas[one], { chosen: one === region, stop: stopsAt(findings, one) })}
          toggle={pick}
          others={offMap}
        />
        <ul class="legend" aria-label={t("visit.plan.depths")}>
          <li aria-hidden="true">{t("visit.plan.depth")}</li>
          {depths.map((depth, index) => (
            <li key={depth}>
              <i class={`swatch swatch-depth-${shadeOf(depth)}`} />
              <bdi dir="ltr">{index === depths.length - 1 ? `${depth}+` : depth}</bdi>
            </li>
          ))}
        </ul>
      </div>
      <div class="plan">
        <div class="plan-head" aria-hidden="true">
          <span>{t("session.region")}</span>
          <span class="plan-number">{t("visit.plan.depth")}</span>
          <span class="plan-number">{t("session.passes")}</span>
          <span class="plan-number">
            {last ? shortDayText(String(last.at)).split(" ").slice(1).join(" ") : t("session.last")}
          </span>
        </div>
        <ul>
          {planned.map((one) =>
            one === region ? (
              <Working key={one} {...plan} was={was(one)} />
            ) : (
              <Line key={one} {...plan} region={one} was={was(one)} />
            ),
          )}
        </ul>
        {planned.length === 0 && <p class="soft">{t("visit.plan.none")}</p>}
      </div>
    </div>
  );
}
