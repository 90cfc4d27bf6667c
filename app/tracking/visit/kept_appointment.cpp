#include "app/tracking/visit/kept_appointment.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "db/records/records.h"
#include "schema/records/appointment.h"

namespace tracking {

namespace {

using schema::Appointment;
using schema::AppointmentStatus;

bool is_open(const Appointment& appointment) {
    return appointment.status == AppointmentStatus::planned ||
           appointment.status == AppointmentStatus::arrived;
}

}  // namespace

void keep_appointment(db::Write& write,
                      schema::Id<schema::Patient> patient,
                      const schema::CivilTime& seen_at) {
    auto open = db::records_of<Appointment>(write.book(), patient);
    std::erase_if(open, [&](const Appointment& each) {
        return !is_open(each) || each.at.day() != seen_at.day();
    });
    const auto rank = [&](const Appointment& each) {
        return std::tuple(each.status != AppointmentStatus::arrived,
                          std::abs(each.at.second_of_day() - seen_at.second_of_day()),
                          each.id.value);
    };
    const auto kept = std::min_element(
        open.begin(), open.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    if (kept != open.end()) {
        kept->status = AppointmentStatus::done;
        db::update(write, *kept);
    }
}

}  // namespace tracking
