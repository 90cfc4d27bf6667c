#pragma once
// Everything in the book as files that any program reads, and that `import` reads back without
// loss.

#include <filesystem>
#include <optional>
#include <string>

#include "app/import/import_options.h"
#include "app/import/manifest.h"
#include "db/book.h"
#include "schema/records/consent_form.h"
#include "schema/records/patient.h"

namespace exchange {

struct ExportReport {
    std::size_t files = 0;
    std::size_t records = 0;
    int photos_withheld = 0;  // without a consent to them
};

struct ExportForm {
    // For a spreadsheet, cells are guarded and files begin with a mark (text/csv.h); `import` does
    // not take these.
    Reader reader = Reader::import;
    std::string program{};  // its version, for the manifest
    // For whom photographs go along. Only for those who treat (`record`) their bytes do, and the
    // links of patients' pages and the ids.
    schema::ConsentScope purpose = schema::ConsentScope::record;
};

// Writes one CSV file per kind into `directory`, which is made if it is not there: UTF-8, lines end
// with LF, files of mode 0600. patients, tags, conditions, courses, sessions, applications, acne,
// scars, pigmentation, readings, questionnaires, events, treatments; agreements and their ratings;
// scores that were entered directly, since the others are computed from records; the clinic's own
// instruments, and its settings; the links of patients' pages, and the ids that no other file says,
// so that an empty book which imports all of it has the same content; photographs and their bytes,
// but for those whose patients do not agree to them. Of one patient, if one is
// named; then without settings and studies of agreement, and with the instruments that the
// patient's scores need. And manifest.json, which `import` verifies. All of one moment, whoever
// writes meanwhile. The folder has its name only when it is whole. Throws schema::Error (refused)
// if there is anything in the directory.
ExportReport export_directory(const db::Book& book,
                              const std::filesystem::path& directory,
                              const std::optional<schema::Id<schema::Patient>>& patient,
                              const Progress& progress,
                              const ExportForm& form = {});

}  // namespace exchange
