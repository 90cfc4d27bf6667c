#include "app/tracking/planned_session.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "app/tracking/departure.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/types/text.h"

namespace tracking {

namespace {

using clinical::Plan;
using clinical::PlannedArea;
using schema::Problem;

std::optional<PlannedArea> read_area(std::string_view text) {
    const auto pieces = schema::split(text, ':');
    const auto region = schema::read_word<schema::Region>(pieces[0]);
    if (!region || pieces.size() > 3) {
        return std::nullopt;
    }
    PlannedArea area{.region = *region};
    if (pieces.size() > 1) {
        const bool has_passes = pieces.size() == 3;
        schema::SessionArea whole;
        if (!kinds::read_part(*kinds::of<schema::Session>().parts,
                              std::string(text) + (has_passes ? "" : ":1"),
                              &whole)) {
            return std::nullopt;
        }
        area.depth_mm = whole.depth_mm;
    }
    return area;
}

void set_areas(const PlanTexts& texts, Plan& plan, std::vector<Problem>& problems) {
    for (const auto& text : texts.areas) {
        if (const auto area = read_area(text)) {
            plan.areas.push_back(*area);
        } else {
            problems.push_back(
                schema::Problem{texts.prefix + "area",
                                fmt::format("\"{}\" is not REGION or REGION:DEPTH_MM", text),
                                fmt::format("regions are {}; depth in mm from 0.1 to 8",
                                            schema::word_list<schema::Region>())}
                    .as("area_text", {{"value", text}}));
        }
    }
}

// Of a patient who left it is asked on purpose: they may be coming back.
void refuse_of_the_dead(const db::Book& book, const schema::Session& session) {
    const auto patient = db::find(book, session.patient);
    const auto gone = patient ? departure_of(book, *patient) : std::nullopt;
    if (gone && gone->status == schema::PatientStatus::died) {
        schema::refuse_any(after_departure(book, session));
    }
}

// What was done the last time, for what is not given.
void fill_from_last_session(const db::Book& book, const PlanTexts& texts, Plan& plan) {
    const auto sessions = db::records_of<schema::Session>(book, plan.session.patient);
    if (sessions.empty()) {
        return;
    }
    const auto& last = sessions.back();
    if (!texts.device) {
        plan.session.device = last.device;
    }
    if (texts.areas.empty()) {
        for (const auto& area : last.areas) {
            plan.areas.push_back({.region = area.region, .depth_mm = area.depth_mm});
        }
    }
}

}  // namespace

Plan planned_session(const db::Book& book,
                     schema::Id<schema::Patient> patient,
                     schema::Date today,
                     const PlanTexts& texts) {
    Plan plan;
    plan.session.patient = patient;
    plan.session.device = schema::Device::pen;
    plan.session.at = schema::CivilTime(today);
    std::vector<Problem> problems;
    if (texts.at) {
        kinds::set_field(plan.session, "at", *texts.at, texts.prefix + "on", problems);
    }
    for (const auto& [field, text] : {std::pair("device", &texts.device),
                                      std::pair("lot", &texts.lot),
                                      std::pair("anaesthetic", &texts.anaesthetic),
                                      std::pair("glide", &texts.glide)}) {
        if (*text) {
            kinds::set_field(plan.session, field, **text, texts.prefix + field, problems);
        }
    }
    set_areas(texts, plan, problems);
    schema::refuse_any(std::move(problems));
    refuse_of_the_dead(book, plan.session);
    fill_from_last_session(book, texts, plan);
    if (plan.areas.empty()) {
        throw schema::refused(texts.prefix + "area",
                              "no area is given, and there is no earlier session to take it from",
                              "give what is to be needled: left_cheek")
            .as("no_area");
    }
    return plan;
}

}  // namespace tracking
