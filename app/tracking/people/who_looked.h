#pragma once
// Who read what, for whoever manages people; and for a patient, who read their record.

#include <optional>
#include <string>
#include <vector>

#include "db/access_log/access_entry.h"
#include "db/ledger/transact.h"
#include "schema/records/account.h"
#include "schema/records/sign_in_device.h"
#include "schema/types/date.h"

namespace tracking {

// What is asked for, as it is typed. Days are UTC, both included.
struct AccessRequest {
    std::optional<std::string> chart{};   // of one patient, voided or not
    std::optional<std::string> person{};  // by one account, its programs too
    std::optional<schema::Date> since{};
    std::optional<schema::Date> until{};
    std::optional<std::int64_t> before{};  // only entries with a lower id: the next page
    int most = 50;
};

// The newest first. Throws schema::Error: missing for a chart or name that nobody has, damaged or
// unavailable for a log that cannot be read.
std::vector<db::AccessEntry> who_looked(const db::Book& book, const AccessRequest& request);

// What one person, or programs, read of a patient on one day.
struct LookedOn {
    schema::Date day;                         // on the clinic's wall clock
    std::string person;                       // as they are shown; of a program its name
    std::optional<schema::AccountRole> role;  // as it is by now
    std::vector<db::AccessAct> acts;          // once each, in their order
    bool in_emergency = false;

    bool operator==(const LookedOn&) const = default;
};

// Of the last entries, at most so many: the newest day first. Without what was read by the address
// of the patient's own page.
std::vector<LookedOn> who_looked_at(const db::Book& book,
                                    schema::Id<schema::Patient> patient,
                                    int most_entries = 1000);

// Gives up a log that does not fit the book any more, with a reason that the ledger keeps; a new
// one begins, and the old one is kept beside it. Needs the right keep_book. Throws schema::Error:
// refused without a reason, forbidden, busy, unavailable.
void begin_access_log_anew(db::Book& book, const db::Submission& submission);

inline constexpr std::string_view reads_in_emergency = "emergency reading";

// On which device somebody does so, and in what time (UTC).
struct EmergencyTurn {
    schema::Id<schema::SignInDevice> device{};
    std::string person;  // the account's name
    std::string reason;
    std::string since;
    std::string until;

    bool operator==(const EmergencyTurn&) const = default;
};

// Says in the ledger that somebody goes on to read although it cannot be logged, with their reason
// of 10 to 500 characters. The answer tells the rest of the turn, whose person and reason are those
// of the submission. Needs the right read_records. Throws schema::Error (refused, forbidden).
db::Receipt begin_emergency_reading(db::Book& book,
                                    const db::Submission& submission,
                                    const EmergencyTurn& turn);

// Those that are not over at `now` (UTC), of the last 5,000 entries: nobody writes so many in a
// quarter of an hour.
std::vector<EmergencyTurn> emergency_turns(const db::Book& book, const std::string& now);

// Those of the last 30 days, the newest first: who, when (UTC) and why.
struct EmergencyReading {
    std::int64_t entry = 0;  // of the ledger
    std::string at;
    std::string actor;
    std::string reason;
};
std::vector<EmergencyReading> emergency_readings(const db::Book& book, schema::Date today);

}  // namespace tracking
