#pragma once
// The dates that a patient has ahead as a calendar file, for their own calendar: when, where the
// appointment is, and whom to call; nothing of whom or what for, since calendars are copied to
// telephones and to whoever keeps them.

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "app/export/calendar.h"
#include "app/texts/language.h"
#include "db/book.h"
#include "schema/records/patient.h"
#include "schema/types/date.h"

namespace exchange {

// In the order of time: the appointments from `today` on that are not missed or cancelled; where
// there is none, the day on which the next session is due, if it is still ahead. `whose` tells the
// patient's events from all others, and is not read from them.
std::vector<CalendarEvent> patient_events(const db::Book& book,
                                          const schema::Patient& patient,
                                          schema::Date today,
                                          std::string_view whose,
                                          const texts::Language& language,
                                          std::chrono::sys_seconds written_at);

}  // namespace exchange
