#include "app/import/file_reading.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

#include "db/ledger/ledger.h"
#include "db/records/records.h"

namespace exchange {

namespace {

// New records of these kinds are no reason to judge a row of another kind otherwise.
bool judges_no_row(std::string_view action) {
    constexpr std::array<std::string_view, 7> actions{"acne record",
                                                      "scars record",
                                                      "pigmentation record",
                                                      "reading record",
                                                      "questionnaire record",
                                                      "application record",
                                                      "score record"};
    return std::find(actions.begin(), actions.end(), action) != actions.end();
}

}  // namespace

ImportReport described(const Table& table, std::string_view kind) {
    ImportReport report;
    report.file = table.file();
    report.kind = kind;
    report.encoding = table.encoding();
    report.delimiter = table.delimiter();
    report.sheet = table.sheet();
    report.sheets = table.sheets();
    report.header_row = table.header_line();
    report.header = table.header();
    report.warnings = table.warnings();
    return report;
}

FileReading::FileReading(const db::Book& book,
                         const FileKind& kind,
                         const Table& table,
                         const ImportOptions& options,
                         const std::string& actor,
                         const Progress& progress)
    : entry_(db::last_entry(book)),
      own_action_(fmt::format("{} record", kind.noun)),
      patients_(book),
      report_(described(table, kind.name)),
      run_{book, options, progress, report_, patients_, actor},
      store_(kind.read(run_, table)) {}

FileReading::~FileReading() {
    if (!stored_ && !report_.rejected_file.empty()) {
        std::error_code nobody_to_tell;
        std::filesystem::remove(report_.rejected_file, nobody_to_tell);
    }
}

bool FileReading::holds(const db::Book& book) const {
    bool holds = true;
    db::for_each_entry(book, {.after = entry_}, [&](const db::LedgerEntry& entry) {
        if (!holds || (judges_no_row(entry.action) && entry.action != own_action_)) {
            return;
        }
        const auto patient = entry.patient ? db::find(book, *entry.patient) : std::nullopt;
        holds = patient && !patients_.has(*patient);
    });
    return holds;
}

std::string FileReading::store(db::Write& write) {
    if (!store_) {
        write.leave();
        return "0";
    }
    tracking::Scorer scorer(write);
    Storing storing{write, scorer};
    store_(storing);
    scorer.finish();
    write.confirmed = report_.confirmed;
    return std::to_string(report_.records);
}

}  // namespace exchange
