#include "app/progress/summary.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/clinical/aftercare/care_profile.h"
#include "app/progress/history_until.h"
#include "app/progress/standing_findings.h"

namespace progress {

namespace {

void set_aftercare(Summary& summary, const History& known) {
    const auto facts = care_facts(known);
    auto care = clinical::aftercare(facts, schema::CivilTime(summary.as_of));
    if (care.is_open()) {
        summary.aftercare = std::move(care);
    }
    summary.adherence = clinical::adherence(facts);
}

}  // namespace

clinical::CareFacts care_facts(const History& history) {
    return {.sessions = history.sessions,
            .applications = history.applications,
            .conditions = history.conditions,
            .events = history.events,
            .skin = history.patient.fitzpatrick,
            .profile = clinical::care_profile(history.care_rows),
            .clinic = history.clinic};
}

Summary summarise(History history, schema::Date as_of) {
    auto known = history_until(std::move(history), as_of);
    std::sort(known.sessions.begin(), known.sessions.end(), [](const auto& a, const auto& b) {
        return std::tie(a.at, a.id) < std::tie(b.at, b.id);
    });
    const auto by_series = [](const auto& a, const auto& b) {
        return std::tie(a.instrument, a.region, a.at, a.id) <
               std::tie(b.instrument, b.region, b.at, b.id);
    };
    if (!std::is_sorted(known.scores.begin(), known.scores.end(), by_series)) {
        std::sort(known.scores.begin(), known.scores.end(), by_series);
    }
    Summary summary;
    summary.as_of = as_of;
    summary.course = course_progress(known);
    summary.series = series_of(known, treatment_began(known));
    summary.split_face = split_face(known);
    summary.gaps = gaps(known, summary.course, summary.series);
    summary.gone = clinical::departure(known.patient, known.events, known.sessions);
    summary.contact = care_contact(known.clinic);
    if (summary.course && !summary.gone) {
        summary.due = due(*summary.course, as_of);
    }
    summary.pih_watch = pih_watch(known, summary.series);
    summary.benefits = benefits(summary.series);
    set_aftercare(summary, known);
    summary.safety = standing_findings(known, as_of);
    summary.is_stopped =
        summary.due && has_standing_stop(known, std::max(as_of, summary.due->next_on));
    summary.patient = std::move(known.patient);
    summary.tags = std::move(known.tags);
    summary.sessions = std::move(known.sessions);
    summary.events = std::move(known.events);
    summary.findings = std::move(known.findings);
    summary.sentences = sentences_of(summary);
    return summary;
}

}  // namespace progress
