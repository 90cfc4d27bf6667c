#pragma once
// One file of rows, read and judged by the book as it is at that moment, before anything is stored.

#include <cstdint>
#include <string>
#include <string_view>

#include "app/import/file_kinds.h"
#include "app/import/import_options.h"
#include "app/import/import_run.h"
#include "db/book.h"
#include "db/ledger/transact.h"

namespace exchange {

// A report of the file that says what was found of it as a whole.
ImportReport described(const Table& table, std::string_view kind);

class FileReading {
  public:
    // Reads all rows; what is given must outlive this. With --keep-good the rejected rows are
    // written beside the file. Throws schema::Error: refused, with all problems, unless good rows
    // are to be kept or it is a dry run; misused for options that cannot be.
    FileReading(const db::Book& book,
                const FileKind& kind,
                const Table& table,
                const ImportOptions& options,
                const std::string& actor,
                const Progress& progress);
    // Takes the rejected rows away again, unless the others were stored.
    ~FileReading();
    FileReading(const FileReading&) = delete;
    FileReading& operator=(const FileReading&) = delete;

    ImportReport& report() { return report_; }

    // Whether there is anything to store.
    bool has_news() const { return static_cast<bool>(store_); }

    // Whether every row would be judged the same now: nothing was written since that a row of this
    // file is judged by.
    bool holds(const db::Book& book) const;

    // Stores all good rows. The answer is how many records there were.
    std::string store(db::Write& write);
    // They are stored for good.
    void keep_rejected() { stored_ = true; }

  private:
    std::int64_t entry_;      // the last one of the ledger
    std::string own_action_;  // what enters a record of the file's kind
    ImportPatients patients_;
    ImportReport report_;
    ImportRun run_;
    Store store_;
    bool stored_ = false;
};

}  // namespace exchange
