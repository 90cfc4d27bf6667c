// Whom to call.

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "app/backup/backup_file.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/report_format.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/list_output.h"
#include "app/cli/pages/plain_words.h"
#include "app/cli/terminal/text_table.h"
#include "app/export/clinic_calendar.h"
#include "app/json/today_json.h"
#include "app/progress/cohort/due_list.h"
#include "app/tracking/wall_clock.h"

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

}  // namespace

enum class DueFormat { text, ics };

}  // namespace cli

template <>
struct schema::Words<cli::DueFormat> {
    static constexpr std::array<std::string_view, 2> all{"text", "ics"};
};

namespace cli {

namespace {

void show_due(Invocation& call) {
    if (call.json() && call.arguments.has("format")) {
        throw schema::misused("--json", "it does not go with --format", "leave one of them out");
    }
    const bool is_calendar = word_given(call, "format", DueFormat::text) == DueFormat::ics;
    require_out(call, is_calendar ? "ics" : "");
    const auto book = call.open_to_read(is_calendar ? access_control::Right::export_records
                                                    : access_control::Right::read_records);
    const auto as_of = call.today(book);
    const auto list = progress::load_due_list(book, as_of);
    if (is_calendar) {
        print_calendar(
            call,
            exchange::due_calendar(backup::identity_of_book(book), list, tracking::moment_now()));
    } else {
        call.io.out << (call.json() ? exchange::due_text(book, list, as_of)
                                    : due_page(book, list, as_of, call.io.table_width()));
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
             "complete or ended are not listed.",
             progress::due_within_days),
         .options = {{"format",
                      "WORD",
                      "text, or ics: a calendar file with each one's chart number on the day; by "
                      "itself text"},
                     out_option()},
         .json = true,
         .as_of = true,
         .run = &show_due},
    };
}

}  // namespace cli
