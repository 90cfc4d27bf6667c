// Whom to call.

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/backup/backup_file.h"
#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/table_list.h"
#include "app/cli/pages/plain_words.h"
#include "app/export/clinic_calendar.h"
#include "app/json/today_json.h"
#include "app/progress/cohort/due_list.h"
#include "app/tracking/wall_clock.h"
#include "schema/types/error.h"

namespace cli {

namespace {

std::string when(const progress::DuePatient& each, schema::Date as_of) {
    if (each.due.overdue_days > 0) {
        return counted(each.due.overdue_days, "day") + " overdue";
    }
    const int days = each.due.next_on.days_since(as_of);
    return days == 0 ? "today" : "in " + counted(days, "day");
}

// "2, left message": how often they were called since their last visit, and what came of it; or
// when they come.
std::string calls_text(const tracking::Calls& calls) {
    if (calls.next) {
        return "comes " + calls.next->at.text();
    }
    return calls.attempts.last
               ? fmt::format(
                     "{}, {}", calls.attempts.count, schema::spaced(calls.attempts.last->outcome))
               : "";
}

TableList due_table(const db::Book& book,
                    const std::vector<progress::DuePatient>& list,
                    schema::Date as_of) {
    TableList table{.name = "due",
                    .headers = {"state",
                                "patient",
                                "course",
                                "sessions",
                                "last one",
                                "last seen",
                                "next on",
                                "when",
                                "calls"},
                    .rows = {},
                    .none = fmt::format("Nobody is due on {} or in the {} days after it.\n",
                                        as_of.text(),
                                        progress::due_within_days),
                    .json = [&book, &list, as_of] {
                        return exchange::OrderedJson::parse(exchange::due_text(book, list, as_of));
                    }};
    for (const auto& each : list) {
        const auto& course = each.course;
        table.rows.push_back({plain(each.state),
                              each.chart,
                              plain(course.course.concern),
                              fmt::format("{} of {}", course.done, course.course.sessions),
                              course.last_session ? course.last_session->day().text() : "none yet",
                              each.last_visit.text(),
                              each.due.next_on.text(),
                              when(each, as_of),
                              calls_text(tracking::calls_of(book, each, as_of))});
    }
    return table;
}

void show_due(Invocation& call) {
    const bool is_calendar = call.arguments.one("format") == "ics";
    if (is_calendar) {
        if (call.json()) {
            throw schema::misused(
                "--json", "it does not go with --format ics", "leave one of them out");
        }
        require_out(call, "ics");
    }
    const auto book = call.open_to_read(is_calendar ? access_control::Right::export_records
                                                    : right_of_list(call));
    const auto as_of = call.today(book);
    const auto list = progress::load_due_list(book, as_of);
    if (is_calendar) {
        print_calendar(
            call,
            exchange::due_calendar(backup::identity_of_book(book), list, tracking::moment_now()));
    } else if (is_json_object_asked_for(call)) {
        call.io.out << exchange::due_text(book, list, as_of);
    } else {
        print_table_list(call, due_table(book, list, as_of));
    }
}

}  // namespace

std::vector<Command> due_commands() {
    return {
        {.noun = "due",
         .verb = "",
         .summary = "List who is due or overdue for a session, and who has stayed away.",
         .example = "needlebook due",
         .output = "state    patient  course      sessions  last one    last seen   next on     "
                   "when             calls\n"
                   "overdue  C-001    acne scars  4 of 6    2026-04-13  2026-04-13  2026-05-11  "
                   "20 days overdue  2, no answer",
         .notes = fmt::format(
             "due: today or in the coming {} days. lost: neither a session nor a value for more "
             "than twice the interval of the course. Worst first. Patients whose course is "
             "complete or ended are not listed. --format ics --out FILE: a calendar file with each "
             "one's "
             "chart number on the day.\n",
             progress::due_within_days),
         .json = true,
         .list = true,
         .as_of = true,
         .run = &show_due},
    };
}

}  // namespace cli
