#include "app/import/import.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/import/file_kinds.h"
#include "app/import/file_reading.h"
#include "app/import/progress_part.h"
#include "app/text/utf8.h"
#include "app/tracking/commit.h"
#include "db/clock.h"
#include "db/snapshot.h"
#include "db/sqlite/import_cache.h"

namespace exchange {

namespace {

const FileKind* find_kind(std::string_view name) {
    const auto& kinds = file_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const FileKind& kind) {
        return kind.name == name || kind.noun == name;
    });
    return found == kinds.end() ? nullptr : &*found;
}

// The clinic's settings and scales hold for everybody.
access_control::Right right_for(const FileKind& kind) {
    using enum access_control::Right;
    const bool is_settings = kind.noun == "clinic" || kind.noun == "depth-limit" ||
                             kind.noun == "advice" || kind.noun == "instrument" ||
                             kind.noun == "consent-form";
    return is_settings ? change_settings : import_records;
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
    if (kind->noun == schema::Description<schema::PatientEntry>::noun) {
        throw schema::refused("--as",
                              "what a patient tells is told on their own page, and no file brings "
                              "it in",
                              "record what was seen as what it is; only an import of a whole "
                              "export has them");
    }
    if (kind->noun == schema::Description<schema::SignOff>::noun) {
        throw schema::refused("--as",
                              "a signature is given in the book, and no file brings one in",
                              "ask for it there; only an import of a whole export has them");
    }
    if (kind->noun == schema::Description<schema::Photo>::noun ||
        kind->noun == schema::Description<schema::Consent>::noun) {
        throw schema::refused(
            "--as",
            fmt::format("a {} is no row of a file", kind->noun),
            "add photographs by `needlebook photo add`, and have consents signed; "
            "only an import of a whole export has them");
    }
    if (options.update && kind->noun != "patient") {
        throw schema::misused("--update",
                              fmt::format("{} are not brought up to date", kind->name),
                              "leave it out; it is for patients");
    }
    return *kind;
}

// What was read rests on a book that has changed meanwhile.
struct Outdated {};

// How often a file is read again because somebody wrote what its rows are judged by; then it is
// read in the writer's turn.
constexpr int most_readings = 3;

}  // namespace

ImportReport import_file(db::Book& book,
                         const db::Submission& submission,
                         const ImportOptions& options,
                         const Progress& progress,
                         const Turn& turn) {
    const auto& kind = kind_told(options);
    auto submitted = submission;
    submitted.action = fmt::format("import {}", kind.name);
    access_control::require(tracking::grant_of(book, submitted), right_for(kind));
    const auto repeated = [&](const std::string& answer) {
        ImportReport report;
        report.kind = kind.name;
        report.repeated = true;
        report.records = first_answer(answer);
        return report;
    };
    if (const auto answer = db::answer_of(book, submitted)) {
        return repeated(*answer);
    }
    const Table table(options, part_of(progress, 0, share_of_table));
    const auto of_rows = part_of(progress, share_of_table, 1);
    const auto read = [&] {
        const db::Snapshot moment(book);
        return std::make_unique<FileReading>(book, kind, table, options, submission.actor, of_rows);
    };
    for (int readings = 1;; ++readings) {
        auto reading = read();
        if (!reading->has_news()) {
            reading->keep_rejected();
            return std::move(reading->report());
        }
        try {
            db::Receipt receipt;
            turn([&] {
                const db::ImportCache cache(book);
                receipt = tracking::commit(book, submitted, right_for(kind), [&](db::Write& write) {
                    if (!reading->holds(book)) {
                        if (readings < most_readings) {
                            throw Outdated();
                        }
                        reading.reset();
                        reading = read();
                    }
                    return reading->store(write);
                });
            });
            if (receipt.repeated) {
                return repeated(receipt.answer);
            }
            reading->keep_rejected();
            return std::move(reading->report());
        } catch (const Outdated&) {
            continue;
        }
    }
}

ImportReport dry_run_file(const db::Book& book,
                          const db::Submission& submission,
                          const ImportOptions& options,
                          const Progress& progress) {
    if (!options.kind) {
        return look_at_file(options, progress);
    }
    const auto& kind = kind_told(options);
    if (!submission.clock_is_right) {
        db::refuse_clock_behind(book);
    }
    auto dry = options;
    dry.dry_run = true;
    const Table table(dry, part_of(progress, 0, share_of_table));
    const auto of_rows = part_of(progress, share_of_table, 1);
    const db::Snapshot moment(book);
    FileReading reading(book, kind, table, dry, submission.actor, of_rows);
    return std::move(reading.report());
}

ImportReport look_at_file(const ImportOptions& options, const Progress& progress) {
    auto looking = options;
    looking.dry_run = true;
    const Table table(looking, part_of(progress, 0, share_of_table));
    const auto of_rows = part_of(progress, share_of_table, 1);
    auto report = described(table, "");
    const auto walked = walk_rows({table, looking, of_rows, false, report, nullptr},
                                  [](const CsvRow&, std::size_t, Problems&, OrderedJson*) {});
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
