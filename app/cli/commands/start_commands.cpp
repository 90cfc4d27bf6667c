#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/demo.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/invocation.h"
#include "app/cli/nearest.h"
#include "app/cli/serving/serving.h"
#include "app/json/record_json.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/settings.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "schema/kinds/record_text.h"

namespace cli {

namespace {

void init(Invocation& call) {
    schema::Clinic clinic{.name = "Clinic", .time_zone = tracking::local_time_zone()};
    std::vector<schema::Problem> problems;
    for (const auto* option : {"name", "time-zone"}) {
        if (const auto text = call.arguments.one(option)) {
            const bool is_name = std::string_view(option) == "name";
            kinds::set_field(clinic,
                             is_name ? "name" : "time_zone",
                             *text,
                             "--" + std::string(option),
                             problems);
        }
    }
    schema::refuse_any(std::move(problems));
    tracking::refuse_unknown_zone(clinic.time_zone);
    const auto book = tracking::create_book(call.book_file(), clinic, call.actor());
    call.io.err << fmt::format("A new book: {}\n", book.file().string());
}

void show_clinic(Invocation& call) {
    const auto book = call.open_to_read();
    const auto clinic = db::read_clinic(book);
    call.io.out << (call.json() ? exchange::json_text(exchange::clinic_json(clinic)) + "\n"
                                : record_lines(clinic));
}

void set_clinic(Invocation& call) {
    auto book = call.open_to_write();
    auto clinic = db::read_clinic(book);
    std::vector<schema::Problem> problems;
    for (const auto& text : call.arguments.all("KEY=VALUE")) {
        const auto equals = text.find('=');
        auto key = text.substr(0, equals);
        // As `clinic show` has them.
        std::replace_if(
            key.begin(), key.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
        const bool known =
            equals != std::string::npos &&
            kinds::set_field(clinic, key, text.substr(equals + 1), "clinic", problems);
        if (!known) {
            std::vector<std::string> names;
            for (const auto& field : kinds::of<schema::Clinic>().fields) {
                names.emplace_back(field.name);
            }
            problems.push_back(
                {"clinic",
                 fmt::format("\"{}\" is not a setting", text.substr(0, equals)),
                 did_you_mean("", nearest(key, names)) +
                     "`needlebook clinic show` lists them; write name=\"Clinic of Dr Saleh\""});
        }
    }
    schema::refuse_any(std::move(problems));
    tracking::refuse_unknown_zone(clinic.time_zone);
    tracking::set_clinic(book, call.submission(), clinic);
}

}  // namespace

std::vector<Command> start_commands() {
    return {
        {.noun = "demo",
         .verb = "",
         .summary = "Show a made-up clinic in a temporary book: one patient's progress summary.",
         .example = "needlebook demo",
         .output = "…a page…",
         .options = {{"patients", "N", "how many patients to make up, 1 to 1000; by itself 12"},
                     {"seed", "N", "another seed makes up other people; by itself 1"},
                     {"keep", "FILE", "keep the made-up book at FILE"},
                     {"serve", "", "and serve it to a browser of this machine, as of today"},
                     serving_options().at(0),
                     serving_options().at(1)},
         .book = Book::none,
         .run = &demo},
        {.noun = "init",
         .verb = "",
         .summary = "Make a new, empty book.",
         .example = "needlebook init --book clinic.needlebook --name \"Skin clinic\" --time-zone "
                    "Africa/Cairo",
         .output = "A new book: clinic.needlebook",
         .options = {{"name", "TEXT", "the clinic's name"},
                     {"time-zone",
                      "ZONE",
                      "IANA time zone of the clinic; by itself this machine's"}},
         .book = Book::write,
         .run = &init},
        {.noun = "clinic",
         .verb = "show",
         .summary = "Show the clinic's settings.",
         .example = "needlebook clinic show",
         .output = "  name              Skin clinic\n  time zone         Africa/Cairo\n  …",
         .json = true,
         .run = &show_clinic},
        {.noun = "clinic",
         .verb = "set",
         .summary = "Change the clinic's settings.",
         .example = "needlebook clinic set name=\"Skin clinic\" isotretinoin_rule=consensus",
         .output = "",
         .arguments = {{"KEY=VALUE", "a setting and its value", true, true}},
         .book = Book::write,
         .run = &set_clinic},
    };
}

}  // namespace cli
