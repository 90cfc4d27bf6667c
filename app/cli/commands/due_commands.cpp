// Whom to call.

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/today_json.h"
#include "app/progress/cohort/due_list.h"

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

std::string due_page(const db::Book& book,
                     const std::vector<progress::DuePatient>& list,
                     schema::Date as_of,
                     std::optional<int> width) {
    if (list.empty()) {
        return fmt::format("Nobody is due on {} or in the {} days after it.\n",
                           as_of.text(),
                           progress::due_within_days);
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : list) {
        const auto& course = each.course;
        rows.push_back({plain(each.state),
                        each.chart,
                        plain(course.course.concern),
                        fmt::format("{} of {}", course.done, course.course.sessions),
                        course.last_session ? course.last_session->day().text() : "none yet",
                        each.last_visit.text(),
                        each.due.next_on.text(),
                        when(each, as_of),
                        calls_text(tracking::calls_of(book, each, as_of))});
    }
    return text_table({"state",
                       "patient",
                       "course",
                       "sessions",
                       "last one",
                       "last seen",
                       "next on",
                       "when",
                       "calls"},
                      rows,
                      width);
}

void show_due(Invocation& call) {
    const auto book = call.open_to_read();
    const auto as_of = call.today(book);
    const auto list = progress::load_due_list(book, as_of);
    call.io.out << (call.json() ? exchange::due_text(book, list, as_of)
                                : due_page(book, list, as_of, call.io.table_width()));
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
             "complete or ended are not listed.",
             progress::due_within_days),
         .json = true,
         .as_of = true,
         .run = &show_due},
    };
}

}  // namespace cli
