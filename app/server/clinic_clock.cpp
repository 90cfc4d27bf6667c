#include "app/server/clinic_clock.h"

#include "db/records/clinic.h"

namespace server {

schema::CivilTime ClinicClock::now(const db::Book& book, std::int64_t entry) {
    const auto minute = std::chrono::floor<std::chrono::minutes>(std::chrono::system_clock::now());
    const std::lock_guard lock(mutex_);
    if (entry != entry_) {
        zone_ = db::read_clinic(book).time_zone;
        entry_ = entry;
        minute_ = {};
    }
    if (minute != minute_) {
        time_ = now_(zone_);
        minute_ = minute;
    }
    return time_;
}

}  // namespace server
