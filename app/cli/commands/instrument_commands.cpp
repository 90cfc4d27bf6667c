#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/instrument_page.h"
#include "app/json/record_json.h"
#include "app/tracking/catalogue.h"
#include "db/records/instruments.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"

namespace cli {

namespace {

using schema::Instrument;

void list_instruments(Invocation& call) {
    const auto book = call.open_to_read();
    const auto instruments = db::all_instruments(book);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::instruments_json(instruments)) << '\n';
        return;
    }
    call.io.out << instrument_list(instruments, call.io.width);
}

Instrument instrument_given(const Invocation& call, const db::Book& book) {
    const auto code = call.arguments.need("CODE");
    auto instrument = db::find_instrument(book, code);
    if (!instrument) {
        throw schema::refused("instrument",
                              fmt::format("there is no \"{}\"", code),
                              "`needlebook instrument list` shows the codes");
    }
    return std::move(*instrument);
}

void show_instrument(Invocation& call) {
    const auto book = call.open_to_read();
    const auto instrument = instrument_given(call, book);
    call.io.out << (call.json() ? exchange::json_text(exchange::instrument_json(instrument)) + "\n"
                                : instrument_page(instrument, call.io.width));
}

// --range LOW:HIGH; LOW: alone has no upper end.
void set_range(Instrument& instrument, const std::string& text) {
    const auto colon = text.find(':');
    const auto low = schema::read_number(text.substr(0, colon));
    const auto rest = colon == std::string::npos ? "" : text.substr(colon + 1);
    const auto high = schema::read_number(rest);
    if (!low || colon == std::string::npos || (!high && !rest.empty())) {
        throw schema::refused("--range",
                              fmt::format("\"{}\" is not LOW:HIGH", text),
                              "write 0:10, or 0: for a scale without an upper end");
    }
    instrument.low = *low;
    instrument.high = high;
}

void add_instrument(Invocation& call) {
    Instrument instrument;
    instrument.code = call.arguments.need("CODE");
    set_range(instrument, call.arguments.need("range"));
    std::vector<schema::Problem> problems;
    for (const auto& option : call.command.options) {
        std::string field = option.name;
        std::replace(field.begin(), field.end(), '-', '_');
        if (const auto text = call.arguments.one(option.name); text && field != "range") {
            kinds::set_field(instrument, field, *text, "--" + option.name, problems);
        }
    }
    schema::refuse_any(std::move(problems));
    auto book = call.open_to_write();
    call.io.out << tracking::add_instrument(book, call.submission(), instrument).answer << '\n';
}

}  // namespace

std::vector<Command> instrument_commands() {
    const Argument code{"CODE", "the code, as `needlebook instrument list` shows it"};
    return {
        {.noun = "instrument",
         .verb = "list",
         .summary = "List the scales: the program's own and the clinic's.",
         .example = "needlebook instrument list",
         .output = "code                     range        unit       better   unverified\n"
                   "gags                     0 to 44      points     lower\n"
                   "  Global Acne Grading System\n"
                   "ecca                     0 to 540     points     lower    weights, volume and "
                   "pages\n"
                   "  ECCA grading of acne scars\n…",
         .json = true,
         .run = &list_instruments},
        {.noun = "instrument",
         .verb = "show",
         .summary = "Show one scale: range, formula, bands, rules, a worked example and sources.",
         .example = "needlebook instrument show gags",
         .output = "Global Acne Grading System\n\n  code        gags\n  range       0 to 44\n  …",
         .arguments = {code},
         .json = true,
         .run = &show_instrument},
        {.noun = "instrument",
         .verb = "add",
         .summary = "Add a scale of the clinic's own.",
         .example = "needlebook instrument add severity --name \"Mean severity\" --range 0:1 "
                    "--step 0.01 --better lower "
                    "--unit '{score}'",
         .output = "severity",
         .arguments = {{"CODE", "a short name: small letters, digits and _"}},
         .options = {{"name", "TEXT", "full name", true},
                     {"range", "LOW:HIGH", "lowest and highest value; LOW: has no upper end", true},
                     {"step", "N", "smallest difference; without it any value between"},
                     {"better", "WORD", "which way is better: lower, higher, neither", true},
                     {"unit", "UCUM", "unit: {score}, {lesions}, mm", true},
                     {"concern",
                      "WORD",
                      "what it is about: " + schema::word_list<schema::Concern>()},
                     {"noise", "N", "two ratings of an unchanged patient rarely differ by more"},
                     {"noise-source", "TEXT", "where that is published"},
                     {"responder-change", "N", "a responder moved by at least this"},
                     {"responder-percent",
                      "N",
                      "a responder moved by at least this percentage of the baseline"},
                     {"responder-reach", "N", "and came to this value or better"},
                     {"responder-text", "TEXT", "the rule in words"},
                     {"responder-source", "TEXT", "where it is published"},
                     {"source", "TEXT", "where the scale is published"}},
         .book = Book::write,
         .run = &add_instrument},
    };
}

}  // namespace cli
