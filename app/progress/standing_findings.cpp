#include "app/progress/standing_findings.h"

#include <algorithm>

#include "app/clinical/safety/rules.h"

namespace progress {

std::vector<clinical::Finding> standing_findings(const History& history, schema::Date on) {
    clinical::Plan plan;
    plan.session.at = schema::CivilTime(on);
    plan.session.device =
        history.sessions.empty() ? schema::Device::pen : history.sessions.back().device;
    return clinical::findings({.plan = plan,
                               .patient = history.patient,
                               .clinic = history.clinic,
                               .conditions = history.conditions,
                               .treatments = history.treatments,
                               .sessions = history.sessions,
                               .applications = history.applications,
                               .events = history.events});
}

bool has_standing_stop(const History& history, schema::Date on) {
    const auto findings = standing_findings(history, on);
    return std::any_of(findings.begin(), findings.end(), [](const clinical::Finding& finding) {
        return finding.level == schema::Level::stop;
    });
}

}  // namespace progress
