#pragma once
// The day and the time on a clinic's wall clock. The only place that asks what time it is, beside
// the ledger.

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "schema/types/civil_time.h"
#include "schema/types/date.h"

namespace tracking {

// Today in an IANA time zone ("Africa/Cairo"), by the rules of the system's time zone data. Throws
// schema::Error (refused) for a zone that the system does not know.
schema::Date today_in(const std::string& time_zone);

// The minute that it is there now. Throws as today_in.
schema::CivilTime now_in(const std::string& time_zone);

// The same of this machine, for what is over after so many seconds.
std::chrono::sys_seconds moment_now();

// A clinic's wall clock, for moments that were read elsewhere.
class WallClock {
  public:
    // Throws as today_in.
    explicit WallClock(const std::string& time_zone);

    // What it shows when a clock so many minutes east of UTC shows `there`, to the same precision;
    // a day is its midnight. Nothing beyond the calendar.
    std::optional<schema::CivilTime> shown(const schema::CivilTime& there, int minutes_east) const;
    // When this clock shows so; of what it shows twice the first time, of what it leaves out the
    // moment of the leap.
    std::chrono::sys_seconds moment(const schema::CivilTime& shown) const;

  private:
    struct Zone;
    std::shared_ptr<const Zone> zone_;
};

// The IANA name of this machine's time zone.
std::string local_time_zone();

// Throws schema::Error (refused) unless the system knows the zone.
void refuse_unknown_zone(const std::string& time_zone);

}  // namespace tracking
