#include "app/exchange/import.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/exchange/file_kinds.h"
#include "app/exchange/utf8.h"
#include "app/tracking/commit.h"
#include "db/clock.h"
#include "db/import_cache.h"

namespace exchange {

namespace {

const FileKind* find_kind(std::string_view name) {
    const auto& kinds = file_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const FileKind& kind) {
        return kind.name == name || kind.noun == name;
    });
    return found == kinds.end() ? nullptr : &*found;
}

const FileKind& kind_told(const ImportOptions& options) {
    const auto* kind = options.kind ? find_kind(*options.kind) : nullptr;
    if (kind == nullptr) {
        throw schema::misused(
            "--as",
            options.kind ? fmt::format("{} is not a kind of record", excerpt(*options.kind))
                         : std::string("what the rows are was not said"),
            fmt::format("choose among {}", fmt::join(import_kinds(), ", ")));
    }
    return *kind;
}

ImportReport described(const Table& table, std::string_view kind) {
    ImportReport report;
    report.file = table.file();
    report.kind = kind;
    report.encoding = table.encoding();
    report.delimiter = table.delimiter();
    report.header = table.header();
    return report;
}

// Takes the rejected rows away again when the transaction that they were left out of failed.
class RejectedUnlessFailed {
  public:
    explicit RejectedUnlessFailed(const ImportReport& report) : report_(report) {}
    ~RejectedUnlessFailed() {
        if (!done_ && !report_.rejected_file.empty()) {
            std::error_code nobody_to_tell;
            std::filesystem::remove(report_.rejected_file, nobody_to_tell);
        }
    }
    RejectedUnlessFailed(const RejectedUnlessFailed&) = delete;
    RejectedUnlessFailed& operator=(const RejectedUnlessFailed&) = delete;
    void done() { done_ = true; }

  private:
    const ImportReport& report_;
    bool done_ = false;
};

}  // namespace

ImportReport import_file(db::Book& book,
                         const db::Submission& submission,
                         const ImportOptions& options,
                         const Progress& progress) {
    if (!options.kind && options.dry_run) {
        return look_at_file(options);
    }
    const auto& kind = kind_told(options);
    const Table table(options);
    auto report = described(table, kind.name);
    const db::ImportCache cache(book);
    const auto work = [&](db::Write& write) {
        ImportPatients patients(write.book());
        tracking::Scorer scorer(write);
        ImportRun run{write, options, progress, report, patients, scorer, submission.actor};
        kind.import(run, table);
        scorer.finish();
        return std::to_string(report.records);
    };
    if (options.dry_run) {
        if (!submission.clock_is_right) {
            db::refuse_clock_behind(book);
        }
        db::rehearse(book, work);
        return report;
    }
    auto submitted = submission;
    submitted.action = fmt::format("import {}", kind.name);
    RejectedUnlessFailed rejected(report);
    const auto receipt = tracking::commit(book, submitted, work);
    rejected.done();
    if (receipt.repeated) {
        report.repeated = true;
        report.records = first_answer(receipt.answer);
    }
    return report;
}

ImportReport look_at_file(const ImportOptions& options) {
    auto looking = options;
    looking.dry_run = true;
    const Table table(looking);
    auto report = described(table, "");
    const Progress nobody;
    const auto walked = walk_rows({table, looking, nobody, false, report},
                                  [](const CsvRow&, std::size_t, Problems&, std::string*) {});
    report.problems = walked.problems.list(table.file());
    report.rows_read = walked.rows;
    report.rows_rejected = walked.rows_rejected;
    return report;
}

std::vector<std::string> import_kinds() {
    std::vector<std::string> names;
    for (const auto& kind : file_kinds()) {
        names.emplace_back(kind.name);
    }
    return names;
}

std::vector<std::string> import_fields(std::string_view kind) {
    std::vector<std::string> names;
    if (const auto* known = find_kind(kind)) {
        for (const auto& field : known->vocabulary({}).fields) {
            names.push_back(field.name);
        }
    }
    return names;
}

}  // namespace exchange
