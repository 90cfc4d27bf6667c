#pragma once
// The clinic's dates as a calendar file for its own people. Of a patient it has the chart number
// and nothing else: calendars are copied to telephones and to whoever keeps them.

#include <chrono>
#include <string>
#include <vector>

#include "app/progress/cohort/due_list.h"
#include "db/book.h"
#include "schema/types/date.h"

namespace exchange {

// `identity` is the book's (app/backup/backup_file.h): events of two clinics are never one.
//
// Appointments that are not missed or cancelled, from the first day to the last.
std::string appointments_calendar(const db::Book& book,
                                  const std::string& identity,
                                  schema::Date first,
                                  schema::Date last,
                                  std::chrono::sys_seconds written_at);

// The day on which each one's next session is due, or that it was.
std::string due_calendar(const std::string& identity,
                         const std::vector<progress::DuePatient>& list,
                         std::chrono::sys_seconds written_at);

}  // namespace exchange
