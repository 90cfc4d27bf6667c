#include "app/clinical/aftercare/care_time.h"

#include <algorithm>
#include <tuple>

namespace clinical {

namespace {

using schema::CivilTime;
using schema::Session;

constexpr int whole_day = 24;  // hours

// In the order of time; of two at one time the one that was recorded later counts.
auto place_of(const Session& session) {
    const auto began = care_began(session);
    return std::tuple(began.day(), began.second_of_day(), session.id);
}

}  // namespace

CivilTime care_began(const Session& session) {
    return session.at.plus_hours(session.at.has_clock() ? 0 : whole_day);
}

double hours_after(const Session& session, const CivilTime& at) {
    return std::max(0.0, at.hours_since(care_began(session)));
}

bool is_certainly_later(const CivilTime& a, const CivilTime& b) {
    return a.has_clock() && b.has_clock() ? a.hours_since(b) > 0 : a.day() > b.day();
}

const Session* session_before(const std::vector<Session>& sessions, const CivilTime& at) {
    const Session* latest = nullptr;
    for (const auto& each : sessions) {
        if (!is_certainly_later(each.at, at) &&
            (latest == nullptr || place_of(*latest) < place_of(each))) {
            latest = &each;
        }
    }
    return latest;
}

}  // namespace clinical
