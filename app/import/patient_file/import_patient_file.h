#pragma once
// A patient's file, of this clinic or another, into a book.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import/import_options.h"
#include "db/ledger/transact.h"

namespace exchange {

struct PatientFileImport {
    std::string name;                         // of the file, for messages
    std::string_view html;                    // its bytes
    std::optional<std::string> passphrase{};  // of one that opens with one
    // Whose records they become: a patient of the book, or a new one with this number; none: the
    // one with the number that the file says.
    std::optional<std::string> chart{};
    std::vector<std::string> confirm{};  // as of `import_file`
};

// All rows of the file in one transaction with one ledger entry, whose reason says of which clinic
// the file is, of when, and by which key it is signed; nothing is written where the book says all
// of it. The photographs are those that are in the file. Consents stay with the clinic that they
// were given to, and who sees the report is told. Of a photograph whose smaller picture the file
// has, that is kept, unless the book has the photograph. Throws schema::Error (refused): as
// PatientFileData; a picture that is none; as import_patient_folder. No file of it runs, and none
// lands outside a folder of its own.
ImportReport import_patient_file(db::Book& book,
                                 const db::Submission& submission,
                                 const PatientFileImport& given,
                                 const Progress& progress);

}  // namespace exchange
