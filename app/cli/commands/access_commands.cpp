// Who read what through the server.

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/access_json.h"
#include "app/tracking/people/who_looked.h"
#include "db/records/accounts.h"

namespace cli {

namespace {

constexpr int entries_shown = 50;
constexpr int most_entries = 1'000'000;

template <class Value>
std::optional<Value> option_if_given(const Invocation& call, const std::string& name) {
    return call.arguments.has(name) ? std::optional(read_option<Value>(call, name)) : std::nullopt;
}

tracking::AccessRequest request_given(const Invocation& call, const db::Book& book) {
    const auto day = [&](const std::string& name) {
        return call.arguments.has(name) ? std::optional(day_option(call, book, name))
                                        : std::nullopt;
    };
    tracking::AccessRequest request{
        .chart = call.arguments.one("CHART"),
        .person = call.arguments.one("person"),
        .since = day("since"),
        .until = day("until"),
        .before = option_if_given<std::int64_t>(call, "before"),
        .most = option_if_given<int>(call, "limit").value_or(entries_shown)};
    if (request.most < 1 || request.most > most_entries) {
        throw schema::refused("--limit",
                              fmt::format("{} is not from 1 to {}", request.most, most_entries),
                              "the next page begins with --before ID, the last id that is shown");
    }
    return request;
}

void begin_anew(Invocation& call) {
    auto book = db::Book::open(call.book_file());
    tracking::begin_access_log_anew(book, call.submission());
    call.io.err << "The log that was there is kept beside the book as NAME.access.replaced; a new "
                   "one begins with what is read next.\n";
}

void print_table(Invocation& call, const std::vector<db::AccessEntry>& entries) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : entries) {
        rows.push_back({std::to_string(each.id),
                        each.at,
                        one_line(each.person.value_or("")),
                        each.device ? fmt::format("device {}", each.device->value) : "",
                        schema::spaced(each.act),
                        one_line(each.chart.value_or("")),
                        one_line(each.reason.value_or(""))});
    }
    call.io.out << text_table({"id", "minute, UTC", "person", "where", "what", "patient", "reason"},
                              rows,
                              call.io.table_width());
}

void show_access(Invocation& call) {
    if (call.arguments.has("begin-anew")) {
        begin_anew(call);
        return;
    }
    const auto book = call.open_to_read(access_control::Right::manage_people);
    const auto request = request_given(call, book);
    const auto entries = tracking::who_looked(book, request);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::access_json(entries, request.most)) << '\n';
        return;
    }
    if (!db::has_accounts(book)) {
        call.io.err << "Nothing is logged in a book without accounts.\n";
        return;
    }
    if (entries.empty()) {
        call.io.err << "Nothing of it was read through the server.\n";
        return;
    }
    print_table(call, entries);
    if (entries.size() == static_cast<std::size_t>(request.most) && entries.back().id > 1) {
        call.io.err << fmt::format("There may be more: --before {}\n", entries.back().id);
    }
}

}  // namespace

std::vector<Command> access_commands() {
    return {
        {.noun = "access",
         .verb = "",
         .summary = "Show who read what through the server, the newest first.",
         .example = "needlebook access C-001 --since 2026-01-01",
         .output = "id   minute, UTC        person  where     what      patient  reason\n"
                   "318  2026-01-05T09:31Z  omar    device 2  progress  C-001\n"
                   "317  2026-01-05T09:30Z  omar    device 2  patient   C-001",
         .notes = "Of one person, device and patient, the same is logged once a minute. Nothing is "
                  "logged of the command line itself: it\nreads the file by the rights of the "
                  "file. `check` proves that nothing was changed or taken out.\n",
         .arguments = {{"CHART", "only what was read of this patient", false}},
         .options = {{"person", "NAME", "only what this account read, and its programs"},
                     {"since", "DATE", "from this day on, UTC"},
                     {"until", "DATE", "up to this day, UTC"},
                     {"limit", "N", "so many entries; by itself 50"},
                     {"before", "ID", "only entries with a lower id: the next page"},
                     {"begin-anew",
                      "",
                      "give up a log that is lost or does not fit the book, with --reason; what is "
                      "there is kept beside it"},
                     {"reason", "TEXT", "why, with --begin-anew"}},
         .json = true,
         .run = &show_access},
    };
}

}  // namespace cli
