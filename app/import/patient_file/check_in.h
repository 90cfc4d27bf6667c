#pragma once
// A check-in: what a patient wrote into their file (app/report/patient_file.h) and brought back. A
// small file of JSON,
//
//     {"format":"needlebook check-in","version":1,"chart":…,"made_at":…,"reply":base64|null,
//      "entries":[{"at","pain","redness","days_out","dlqi","note"}]}
//
// `reply` is the clinic's own signature over chart number and `made_at`, out of the file that the
// patient got: whoever has none of it cannot write as one of its patients.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "db/ledger/transact.h"
#include "schema/records/patient_entry.h"
#include "schema/types/civil_time.h"

namespace exchange {

inline constexpr std::size_t most_check_in_bytes = 1'000'000;
inline constexpr std::size_t most_check_in_entries = 400;

// What the clinic's key signs for it: "needlebook check-in v1", a zero byte, the chart number, a
// zero byte, when the file was made.
std::string check_in_text(std::string_view chart, std::string_view made_at);

struct CheckInFile {
    std::string name;  // for messages
    std::string bytes;
};

struct CheckInReport {
    std::string chart;
    std::size_t entries = 0;  // in the file
    std::size_t kept = 0;     // that were not there already
    bool is_signed = true;    // not: of a file that the clinic gave without a key
};

// Keeps what stands in it as what the patient told: it waits until somebody accepts it
// (app/tracking/patient_entries.h). Throws schema::Error: refused for what is no check-in, for one
// whose signature is of no key of this clinic, or that has none though the clinic has keys; as
// take_entries; missing for a chart number that nobody has.
CheckInReport import_check_in(db::Book& book,
                              const db::Submission& submission,
                              const CheckInFile& file,
                              schema::CivilTime now);

}  // namespace exchange
