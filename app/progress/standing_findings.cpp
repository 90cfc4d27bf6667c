#include "app/progress/standing_findings.h"

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

}  // namespace progress
