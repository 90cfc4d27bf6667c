#pragma once
// A visit by questions, at a terminal: what was seen, what bears on safety, the session, marks, and
// what was put on. Enter leaves out or takes what is shown.

#include <string>

#include "app/cli/invocation.h"
#include "app/cli/visit/said_visit.h"
#include "schema/records/patient.h"
#include "schema/types/civil_time.h"

namespace cli {

// What was answered. A line that does not fit is told and asked again. Throws schema::Error
// (refused) when the input ends before the last question, or nothing was said.
SaidVisit ask_visit(Invocation& call,
                    const db::Book& book,
                    const schema::Patient& patient,
                    const schema::CivilTime& now);

// One line of the terminal after `prompt`. Throws schema::Error (refused) where the input ends.
std::string ask_line(Io& io, const std::string& prompt);

}  // namespace cli
