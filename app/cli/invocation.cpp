#include "app/cli/invocation.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "app/cli/as_meant.h"
#include "app/cli/problems.h"
#include "app/text/utf8.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/restore.h"
#include "app/tracking/wall_clock.h"
#include "db/clock.h"
#include "db/ledger/sha256.h"
#include "db/ledger/signature.h"
#include "db/records/accounts.h"
#include "db/records/clinic.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"

namespace cli {

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// The bytes of a file, and of all files of a folder by their names.
void add_content(db::ValueHash& hash, const std::filesystem::path& path) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(path)) {
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
    } else {
        files.push_back(path);
    }
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        hash.add(file.filename().string());
        hash.add(bytes.str());
    }
}

// What comes over standard input is read once: nobody could say later what was asked with the key.
void refuse_input_with_key(const std::string& file) {
    if (file == "-") {
        throw schema::misused(
            "--key", "does not go with standard input", "put it into a file, and name that");
    }
}

// Of what is asked for: the command, what was given, and what the files that it names hold. Not of
// where the book is and who asks.
std::string request_hash(const Command& command, const Arguments& arguments) {
    constexpr std::array<std::string_view, 5> beside{
        "book", "actor", "key", "json", "clock-is-right"};
    db::ValueHash hash;
    hash.add(command.name());
    for (const auto& [name, values] : arguments.all()) {
        if (std::find(beside.begin(), beside.end(), name) != beside.end()) {
            continue;
        }
        hash.add(name);
        for (const auto& value : values) {
            hash.add(value);
            if (name == "FILE" || name == "file") {
                refuse_input_with_key(value);
                add_content(hash, value);
            }
        }
        hash.add_missing();
    }
    return db::hex(hash.finish());
}

}  // namespace

std::filesystem::path default_book() {
    if (const auto named = environment("NEEDLEBOOK"); !named.empty()) {
        return named;
    }
    std::filesystem::path data = environment("XDG_DATA_HOME");
    if (data.empty()) {
        data = std::filesystem::path(environment("HOME")) / ".local" / "share";
    }
    return data / "needlebook" / "clinic.needlebook";
}

std::filesystem::path Invocation::book_file() const {
    const auto named = arguments.one("book");
    return named ? std::filesystem::path(*named) : default_book();
}

std::string Invocation::actor() const {
    if (const auto named = arguments.one("actor"); named && !named->empty()) {
        return *named;
    }
    const char* const told = std::getenv("NEEDLEBOOK_ACTOR");
    if (told != nullptr && *told != '\0') {
        if (exchange::first_fault(told)) {
            throw schema::misused(
                "$NEEDLEBOOK_ACTOR", "is not UTF-8 text", "use a terminal that is set to UTF-8");
        }
        return told;
    }
    const passwd* user = ::getpwuid(::geteuid());
    return user != nullptr ? user->pw_name : fmt::format("user {}", ::geteuid());
}

db::Submission Invocation::submission() const {
    db::Submission submission{.actor = actor(),
                              .action = command.name(),
                              .reason = arguments.one("reason"),
                              .key = arguments.one("key"),
                              .confirm = arguments.all("confirm"),
                              .clock_is_right = clock_is_right()};
    if (submission.key) {
        submission.request_hash = request_hash(command, arguments);
    }
    return submission;
}

bool Invocation::clock_is_right() const {
    const bool said = arguments.has("clock-is-right");
    if (said && kinds::is_blank(arguments.one("reason").value_or(""))) {
        throw schema::refused("--clock-is-right",
                              "is given without a reason",
                              "say why the last entry is wrong: --reason \"the clock was a year "
                              "ahead\"");
    }
    return said;
}

db::Book Invocation::open_to_read(access_control::Right right) const {
    auto book = open_to_keep();
    access_control::require(access_control::authorise_local(book, actor()), right);
    if (!book.is_writable() && db::has_accounts(book)) {
        io.err << "note: this book can only be read here; who reads it so is not logged\n";
    }
    return book;
}

db::Book Invocation::open_to_keep() const {
    auto book = db::Book::open(book_file());
    print_problems(io.err, "warning", book.warnings());
    const auto problem = db::clock_problem(book);
    if (!problem || clock_is_right()) {
        return book;
    }
    if (command.asks_the_clock) {
        schema::refuse_any({*problem});
    }
    print_problems(io.err, "warning", {*problem});
    return book;
}

db::Book Invocation::open_to_write() const {
    auto book = tracking::open_book(book_file(), actor());
    print_problems(io.err, "warning", book.warnings());
    if (auto found = db::unsigned_state(book)) {
        print_problems(io.err, "warning", {std::move(found->problem)});
    }
    return book;
}

schema::CivilTime Invocation::now(const db::Book& book) const {
    return arguments.has("as-of") ? schema::CivilTime(today(book))
                                  : tracking::now_in(db::read_clinic(book).time_zone);
}

schema::Date Invocation::today(const db::Book& book) const {
    const auto given = arguments.one("as-of");
    if (!given) {
        return tracking::today_in(db::read_clinic(book).time_zone);
    }
    const auto date =
        day_as_meant(*given, [&] { return tracking::now_in(db::read_clinic(book).time_zone); });
    if (!date) {
        throw schema::refused("--as-of",
                              fmt::format("\"{}\" is not a date YYYY-MM-DD", *given),
                              "give a day of the calendar, as 2026-01-05, or today");
    }
    return *date;
}

schema::Patient Invocation::patient(const db::Book& book, const std::string& given_as) const {
    return tracking::patient_with_chart(book, arguments.need(given_as));
}

schema::Patient Invocation::patient_voided_or_not(const db::Book& book) const {
    return tracking::patient_voided_or_not(book, arguments.need("CHART"));
}

}  // namespace cli
