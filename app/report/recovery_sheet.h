#pragma once
// A sheet on paper with the key that opens encrypted backups, as digits and as a QR code, and what
// to do with it on a machine that has nothing.

#include <string>
#include <vector>

#include "app/report/report_file.h"
#include "schema/types/date.h"

namespace exchange {

struct RecoverySheet {
    std::string key;          // lines of backup::sheet_text
    std::string fingerprint;  // of its public half
    std::string book;         // the name of the book's file
    std::string program;      // the version that made it: "0.2.0"
    std::vector<std::string> folders;
    schema::Date made_on;
    LedgerEnd end{};  // when it was made
};

// One HTML file that needs nothing else. Whoever has it opens the backups.
std::string recovery_sheet(const RecoverySheet& facts,
                           const progress::CareContact& clinic,
                           ReportLanguage language);

}  // namespace exchange
