#pragma once
// The file that a patient takes home: one HTML file that opens in any browser without a network,
// with their course in plain words and charts, the photographs that they agreed to have in it, what
// was used on them, and all of their records as JSON and CSV. What it is on the disk,
// app/import/patient_file/patient_file.h says; `import` reads it in another book.

#include <optional>
#include <string>

#include "app/report/report_file.h"
#include "db/book.h"
#include "schema/records/patient.h"
#include "schema/types/civil_time.h"

namespace exchange {

// The pictures of a file have so many bytes together at the most: with them, base64 and the page it
// is under 15 MB. Where the photographs have more, smaller pictures of them go along.
inline constexpr std::size_t most_file_pictures = 9'800'000;

struct PatientFileForm {
    std::optional<std::string> passphrase{};  // none: whoever has the file reads it
    // Which is shown first; the other is a touch away. None: the patient's own. Not `both`.
    std::optional<ReportLanguage> language{};
    schema::CivilTime now;  // by the clinic's wall clock
    std::string program{};  // its version
};

struct MadePatientFile {
    std::string html;
    int photos = 0;
    int photos_withheld = 0;                 // no consent to have them in the file
    std::optional<std::string> signed_by{};  // the fingerprint of the clinic's key
};

// What stands in it is of one moment. It is signed where the clinic has a key and it is on this
// machine. Throws schema::Error: refused for a passphrase that is too short, a language that the
// program has not; damaged for a photograph whose bytes are missing; full, unavailable.
MadePatientFile patient_file(const db::Book& book,
                             const schema::Patient& patient,
                             const PatientFileForm& form);

}  // namespace exchange
