// The browsers in which people signed in, and the tokens of programs.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/access/turn.h"
#include "app/cli/commands/commands.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/people_json.h"
#include "app/tracking/people/program_tokens.h"
#include "app/tracking/people/sign_in_devices.h"
#include "app/tracking/wall_clock.h"
#include "db/records/accounts.h"
#include "db/utc.h"

namespace cli {

namespace {

using access_control::Right;

std::string name_of(const db::Book& book, std::optional<schema::Id<schema::Account>> id) {
    const auto account = id ? db::find_account(book, *id) : std::nullopt;
    return account ? account->name : "";
}

void list_devices(Invocation& call) {
    const auto book = call.open_to_read(Right::manage_people);
    const auto devices = access_control::known_devices(book);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::devices_json(devices)) << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : devices) {
        rows.push_back(
            {std::to_string(each.device.id.value),
             each.device.label,
             each.device.revoked ? "revoked" : name_of(book, each.signed_in),
             each.seen_at ? db::utc_text(each.seen_at->time_since_epoch().count()) : ""});
    }
    call.io.out << text_table(
        {"id", "device", "signed in", "last seen"}, rows, call.io.table_width());
}

void revoke_device(Invocation& call) {
    const auto id = call.arguments.one("ID");
    if (id.has_value() == call.arguments.has("all")) {
        throw schema::misused("device revoke",
                              "wants the id of one device, or --all",
                              "`needlebook device list` shows the ids");
    }
    const auto number = id ? schema::Text<schema::Id<schema::SignInDevice>>::read(*id)
                           : schema::Id<schema::SignInDevice>();
    if (!number) {
        throw schema::refused("ID",
                              fmt::format("\"{}\" is not the id of a device", *id),
                              "`needlebook device list` shows the ids");
    }
    auto book = call.open_to_write();
    id ? tracking::revoke_device(book, call.submission(), *number)
       : tracking::revoke_all_devices(book, call.submission());
}

access_control::Rights rights_given(const Invocation& call) {
    access_control::Rights rights;
    for (const auto& text : call.arguments.all("right")) {
        const auto right = schema::read_word<Right>(text);
        if (!right) {
            throw schema::refused("--right",
                                  fmt::format("\"{}\" is not a right", text),
                                  "give some of " + schema::word_list<Right>());
        }
        rights.insert(*right);
    }
    return rights;
}

// The end of that day, UTC.
std::optional<access_control::Moment> end_given(const Invocation& call, const db::Book& book) {
    if (!call.arguments.has("expires")) {
        return std::nullopt;
    }
    const auto day = day_option(call, book, "expires");
    return access_control::end_of(day);
}

void add_token(Invocation& call) {
    const auto rights = rights_given(call);
    auto book = call.open_to_write();
    const auto until = end_given(call, book);
    const auto token = tracking::add_token(book,
                                           call.submission(),
                                           call.arguments.need("NAME"),
                                           rights,
                                           until,
                                           tracking::moment_now());
    if (!token) {
        call.io.err << "This was done before; the token was told then.\n";
        return;
    }
    call.io.out << *token << '\n';
    call.io.err << "Told this once: give it to the program now.\n";
}

void list_tokens(Invocation& call) {
    const auto book = call.open_to_read(Right::manage_people);
    const auto tokens = db::all_program_tokens(book);
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::tokens_json(tokens)) << '\n';
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : tokens) {
        rows.push_back({std::to_string(each.id),
                        each.name,
                        each.rights,
                        name_of(book, each.account),
                        each.until ? db::utc_text(*each.until) : "",
                        each.revoked ? "revoked" : ""});
    }
    call.io.out << text_table(
        {"id", "program", "rights", "made by", "until", ""}, rows, call.io.table_width());
}

void revoke_token(Invocation& call) {
    const auto text = call.arguments.need("ID");
    const auto id = schema::Text<std::int64_t>::read(text);
    if (!id) {
        throw schema::refused("ID",
                              fmt::format("\"{}\" is not the id of a token", text),
                              "`needlebook token list` shows the ids");
    }
    auto book = call.open_to_write();
    tracking::revoke_token(book, call.submission(), *id);
}

}  // namespace

std::vector<Command> device_commands() {
    return {
        {.noun = "device",
         .verb = "list",
         .summary = "List the browsers in which people signed in.",
         .example = "needlebook device list",
         .output = "id  device          signed in  last seen\n"
                   "1   desk in room 2  huda       2026-01-05T09:31:02Z",
         .json = true,
         .run = &list_devices},
        {.noun = "device",
         .verb = "revoke",
         .summary = "Sign everybody out in a browser, or in all, and know it no more.",
         .example = "needlebook device revoke 1",
         .output = "",
         .arguments = {{"ID", "the device, as `needlebook device list` shows it", false}},
         .options = {{"all", "", "every one"}},
         .book = Book::write,
         .run = &revoke_device},
        {.noun = "token",
         .verb = "add",
         .summary = "Make a token by which a program asks, with rights of your own.",
         .example = "needlebook token add registry --right read_records --expires 2027-01-01",
         .output = "Zr1…",
         .arguments = {{"NAME", "which program it is for"}},
         .options =
             {{"right", "RIGHT", "what it may do: " + schema::word_list<Right>(), true, true},
              {"expires", "DATE", "the last day on which it is taken, UTC; by itself none"}},
         .book = Book::write,
         .tells_of_repeats = true,
         .run = &add_token},
        {.noun = "token",
         .verb = "list",
         .summary = "List the tokens of programs; a token itself is never shown again.",
         .example = "needlebook token list",
         .output = "id  program   rights        made by  until\n"
                   "1   registry  read_records  huda     2027-01-02T00:00:00Z",
         .json = true,
         .run = &list_tokens},
        {.noun = "token",
         .verb = "revoke",
         .summary = "Take a program's token no more.",
         .example = "needlebook token revoke 1",
         .output = "",
         .arguments = {{"ID", "the token, as `needlebook token list` shows it"}},
         .book = Book::write,
         .run = &revoke_token},
    };
}

}  // namespace cli
