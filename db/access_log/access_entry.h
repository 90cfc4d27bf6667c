#pragma once
// Who read what: an entry of the log beside the book; see access_file.h.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/records/account.h"
#include "schema/records/patient.h"
#include "schema/records/sign_in_device.h"
#include "schema/types/id.h"
#include "schema/types/word.h"

namespace db {

// What was read, or who came and went.
enum class AccessAct {
    // Of one patient, whom the entry names by id and chart.
    patient,    // who they are
    records,    // all of one kind
    record,     // one of them
    history,    // what was ever changed
    progress,   // how it goes on
    report,     // the same to print
    safety,     // what the rules say of a session
    aftercare,  // what the patient is to do now
    preview,    // what a record would score
    link,       // the address of their own page
    merge,      // what differs from another
    erasure,    // how much there is of them
    own_page,   // by whoever has the address of the patient's own page
    // Of many.
    list,
    search,
    today,
    due,
    outcomes,
    lot,
    ledger,
    retention,
    access,  // this log
    // Who came and went.
    sign_in,
    sign_in_refused,
    locked_out,  // so often that a guess was not looked at
    pin,         // let in by PIN
    pin_refused,
    lock,
    sign_out,
    emergency,      // emergency reading began
    right_refused,  // somebody who is signed in, or a program, asked for what they have no right to
};

constexpr bool is_of_one_patient(AccessAct act) {
    return act <= AccessAct::own_page;
}

struct AccessEntry {
    std::int64_t id = 0;  // 1, 2, 3 …; 0 until it is written
    std::string at;       // the minute, UTC: YYYY-MM-DDTHH:MMZ
    // Nothing of who has none: a guess at a name that nobody has, the patient's own page.
    std::optional<schema::Id<schema::Account>> account{};
    std::optional<std::string> person{};  // what the account was called then, of a program "P by A"
    std::optional<schema::Id<schema::SignInDevice>> device{};  // of a person
    std::optional<std::int64_t> program{};                     // the token of a program
    std::optional<schema::Id<schema::Patient>> patient{};
    std::optional<std::string> chart{};  // as it was then
    AccessAct act = AccessAct::record;
    std::optional<std::string> reason{};  // of emergency reading; the right that was wanted
    std::string hash{};                   // 64 hexadecimal digits

    bool operator==(const AccessEntry&) const = default;
};

// The end of a log: its last entry, or entry 0 and the hash that the first one continues.
struct AccessEnd {
    std::int64_t entry = 0;
    std::string hash;

    bool operator==(const AccessEnd&) const = default;
};

// What `entry.hash` must be: SHA-256 over the hash before it and every other column in the order of
// the table, each as its text and preceded by its length (see ValueHash).
std::string access_hash(const std::string& before, const AccessEntry& entry);

// The minute of a moment, seconds since 1970: "2026-01-05T09:31Z".
std::string access_minute(std::int64_t seconds);

}  // namespace db

template <>
struct schema::Words<db::AccessAct> {
    static constexpr std::array<std::string_view, 31> all{
        "patient",      "records",   "record",      "history", "progress", "report",
        "safety",       "aftercare", "preview",     "link",    "merge",    "erasure",
        "own_page",     "list",      "search",      "today",   "due",      "outcomes",
        "lot",          "ledger",    "retention",   "access",  "sign_in",  "sign_in_refused",
        "locked_out",   "pin",       "pin_refused", "lock",    "sign_out", "emergency",
        "right_refused"};
};
