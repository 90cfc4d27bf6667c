#include "app/import/proposal/proposal.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/import/column_names.h"
#include "app/import/progress_part.h"
#include "app/import/proposal/date_remarks.h"
#include "app/import/proposal/header_offsets.h"
#include "app/import/proposal/kind_fit.h"
#include "app/text/utf8.h"
#include "db/records/instruments.h"
#include "db/snapshot.h"
#include "schema/kinds/kinds.h"

namespace exchange {

namespace {

// It asks for a day and nothing else, as every table of visits has one.
bool wants_a_day_alone(const kinds::Kind& kind) {
    return !kind.parts && !kind.steps.scores && kind.owner == schema::Owner::patient &&
           std::all_of(kind.fields.begin(), kind.fields.end(), [](const kinds::Field& field) {
               return !field.must_be_given() || field.facets.role == schema::Role::when;
           });
}

// What clinics have in files: no settings, and nothing that the program makes itself.
bool is_proposed(const FileKind& kind) {
    const auto all = kinds::of_patients();
    return kind.name == "scores" || std::any_of(all.begin(), all.end(), [&](const auto& each) {
               return each.noun == kind.noun && each.is_entered_as_others() &&
                      !wants_a_day_alone(each);
           });
}

std::vector<KindFit> fits_of(const Table& table,
                             const ImportOptions& options,
                             const std::vector<schema::Instrument>& scales,
                             const std::vector<ColumnCells>& cells) {
    std::vector<KindFit> fits;
    for (const auto& kind : file_kinds()) {
        const bool is_told = options.kind == kind.name || options.kind == kind.noun;
        if (options.kind ? is_told : is_proposed(kind)) {
            fits.push_back(fit_kind(kind, table, options, scales, cells));
        }
    }
    std::stable_sort(fits.begin(), fits.end(), [](const KindFit& one, const KindFit& other) {
        return one.taken() != other.taken() ? one.taken() > other.taken()
                                            : one.lacks.size() < other.lacks.size();
    });
    return fits;
}

bool is_complete(const KindFit& fit) {
    constexpr std::size_t fewest = 2;  // who, and something about them
    return fit.lacks.empty() && fit.taken() >= fewest;
}

// It takes all columns that the other takes, and as values of instruments: that is what their
// headers name, while a record of an examination would claim more.
bool holds_only_values(const KindFit& scores, const KindFit& other) {
    bool has_scale = false;
    for (std::size_t i = 0; i < scores.columns.size(); ++i) {
        if (scores.columns[i].field.empty() && !other.columns[i].field.empty()) {
            return false;
        }
        has_scale = has_scale || scores.columns[i].spec.is_scale;
    }
    return has_scale && scores.kind->name == "scores";
}

// The one that takes most columns; nothing where that lacks one it needs, or several do.
const KindFit* choose(const std::vector<KindFit>& fits, bool is_told) {
    if (fits.empty() || is_told) {
        return fits.empty() ? nullptr : &fits.front();
    }
    std::vector<const KindFit*> best;
    for (const auto& fit : fits) {
        if (is_complete(fit) && fit.taken() == fits.front().taken()) {
            best.push_back(&fit);
        }
    }
    for (const auto* one : best) {
        if (std::all_of(best.begin(), best.end(), [&](const auto* other) {
                return other == one || holds_only_values(*one, *other);
            })) {
            return one;
        }
    }
    return nullptr;
}

std::vector<KindCandidate> candidates_of(const std::vector<KindFit>& fits) {
    constexpr std::size_t most = 5;
    std::vector<KindCandidate> candidates;
    for (const auto& fit : fits) {
        const bool is_values = std::any_of(fits.begin(), fits.end(), [&](const KindFit& other) {
            return &other != &fit && holds_only_values(other, fit);
        });
        if (fit.taken() > 0 && !is_values && candidates.size() < most) {
            candidates.push_back({std::string(fit.kind->name), fit.taken(), fit.lacks});
        }
    }
    return candidates;
}

schema::Problem open_kind(const Table& table, const std::vector<KindCandidate>& candidates) {
    const auto columns = table.header().size();
    for (std::size_t i = 0; table.has_header() && i < columns; ++i) {
        if (looks_like_data(table, i)) {
            return schema::Problem{
                row_place(table.file(), table.header_line()),
                fmt::format("the first line looks like data: column {}", i + 1),
                "say --no-header, --as KIND, and name columns by their places: --map patient=#1"}
                .as("header_is_data");
        }
    }
    std::vector<std::string> list;
    for (const auto& each : candidates) {
        list.push_back(
            each.lacks.empty()
                ? fmt::format(
                      "{} ({} column{})", each.kind, each.columns, each.columns == 1 ? "" : "s")
                : fmt::format("{} ({}, without {})",
                              each.kind,
                              each.columns,
                              fmt::join(each.lacks, " and ")));
    }
    return schema::Problem{
        table.file(),
        list.empty() ? "no header is known, and what the rows are is open"
                     : fmt::format("what the rows are is open: {}", fmt::join(list, ", ")),
        "say --as KIND, with --map FIELD=HEADER or --set FIELD=VALUE for what is missing "
        "(--map patient=#row where there are no chart numbers); a file of two kinds is "
        "imported once as each"}
        .as("kind_open");
}

class Proposer {
  public:
    Proposer(const Table& table,
             const ImportOptions& told,
             const Progress& progress,
             Proposal& proposal)
        : table_(table), proposal_(proposal), cells_(look_at_cells(table, progress)) {
        proposal_.options = told;
    }

    void propose(const std::vector<schema::Instrument>& scales) {
        if (table_.header().empty()) {
            proposal_.open.push_back(
                schema::Problem{table_.file(),
                                "holds no row at all",
                                "look whether it is the right file, and save it again"}
                    .as("file_empty"));
            return;
        }
        const bool is_told = proposal_.options.kind.has_value();
        const auto fits = fits_of(table_, proposal_.options, scales, cells_);
        proposal_.candidates = candidates_of(fits);
        const auto* chosen = choose(fits, is_told);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            add_column(i, chosen);
        }
        if (chosen == nullptr) {
            proposal_.open.push_back(open_kind(table_, proposal_.candidates));
            return;
        }
        proposal_.kind = chosen->kind->name;
        if (!is_told) {
            rule("as", proposal_.kind);
        }
        for (const auto& [field, column] : chosen->map) {
            rule("map", fmt::format("{}={}", field, header_or_place(table_, column)));
        }
        proposal_.open = chosen->open;
        name_offsets(*chosen);
        find_the_first_day(*chosen);
        order_of_dates(*chosen);
        words_for_missing(*chosen);
    }

  private:
    void rule(std::string option, std::string value) {
        auto& options = proposal_.options;
        if (option == "as") {
            options.kind = value;
        } else if (option == "dates") {
            options.dates = value;
        } else if (option == "origin-from") {
            options.origin_from = value;
        } else {
            auto& list = option == "map"      ? options.map
                         : option == "values" ? options.values
                                              : options.missing;
            list.push_back(value);
        }
        proposal_.rules.push_back({.option = std::move(option), .value = std::move(value)});
    }

    void add_column(std::size_t column, const KindFit* chosen) {
        ProposedColumn proposed{.header = std::string(trimmed(table_.header()[column])),
                                .place = header_or_place(table_, column),
                                .samples = cells_[column].samples};
        if (chosen != nullptr) {
            proposed.field = chosen->columns[column].field;
            proposed.could_be = chosen->columns[column].could_be;
        }
        proposal_.columns.push_back(std::move(proposed));
    }

    // The one column of days whose header says so; it is no field of a record.
    std::optional<std::size_t> column_of_first_days(const KindFit& chosen) const {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (chosen.columns[i].field.empty() && cells_[i].dates.any() &&
                names_a_first_day(table_.header()[i])) {
                if (found) {
                    return std::nullopt;
                }
                found = i;
            }
        }
        return found;
    }

    // What the cells of a time say, "Week 4", is told as the options say it: 4w.
    void name_offsets(const KindFit& chosen) {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto form = chosen.columns[i].spec.form;
            if (chosen.columns[i].field.empty() || form != CellForm::moment) {
                continue;
            }
            for (const auto& [cell, offset] : cells_[i].offsets) {
                counted_ = chosen.columns[i].field;
                rule("values", fmt::format("{}:{}={}", counted_, cell, offset));
            }
        }
    }

    // The field that counts from a first day; empty if none does.
    std::string counted_field(const KindFit& chosen) {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto& column = chosen.columns[i];
            if (column.field.empty()) {
                continue;
            }
            if (column.spec.is_scale && !column.spec.slot.empty()) {
                return column.field;
            }
            if (column.spec.is_offset()) {
                proposal_.reasons.push_back(
                    fmt::format("{0} 0 is the first day; where the file counts from 1, tell an "
                                "origin one {0} earlier",
                                column.field));
                return column.field;
            }
        }
        return counted_;
    }

    void find_the_first_day(const KindFit& chosen) {
        const auto counted = counted_field(chosen);
        const auto& options = proposal_.options;
        if (counted.empty() || options.origin || options.origin_from) {
            return;
        }
        if (const auto column = column_of_first_days(chosen)) {
            rule("origin-from", header_or_place(table_, *column));
            return;
        }
        proposal_.open.push_back(schema::Problem{
            table_.file(),
            fmt::format("{} counts from a first day, and none was told", counted),
            "say --origin YYYY-MM-DD, or --origin-from HEADER where each patient has their own"}
                                     .as("origin_missing"));
    }

    void order_of_dates(const KindFit& chosen) {
        std::vector<const DateEvidence*> columns;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto form = chosen.columns[i].spec.form;
            if (!chosen.columns[i].field.empty() &&
                (form == CellForm::moment || form == CellForm::day ||
                 form == CellForm::partial_day)) {
                columns.push_back(&cells_[i].dates);
                const auto remarks = date_remarks(table_.label(i), cells_[i].dates);
                auto& reasons = proposal_.reasons;
                reasons.insert(reasons.end(), remarks.begin(), remarks.end());
            }
        }
        const auto order = proposal_.options.dates ? std::nullopt : date_order(columns);
        const auto proof = std::find_if(columns.begin(), columns.end(), [](const auto* each) {
            return each->day_first + each->month_first > 0;
        });
        if (order && proof != columns.end()) {
            rule("dates", *order);
            const bool is_day = *order == "dmy";
            proposal_.reasons.push_back(
                fmt::format("dates are read {} first: the one on line {} can be read no other way",
                            is_day ? "day" : "month",
                            is_day ? (*proof)->day_first_line : (*proof)->month_first_line));
        }
    }

    void words_for_missing(const KindFit& chosen) {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto& spec = chosen.columns[i].spec;
            const bool is_free =
                spec.form == CellForm::free_text || spec.name == "patient" || spec.name == "chart";
            if (chosen.columns[i].field.empty() || is_free) {
                continue;
            }
            for (const auto& word : cells_[i].missing) {
                const auto& known = proposal_.options.missing;
                if (std::find(known.begin(), known.end(), word) == known.end()) {
                    rule("missing", word);
                }
            }
        }
    }

    const Table& table_;
    Proposal& proposal_;
    std::vector<ColumnCells> cells_;
    std::string counted_;  // the time whose cells are offsets
};

// The file is read twice: its cells are looked at, then its rows are judged. An import tells of
// that as the first part of its work.
constexpr double share_of_looking = 0.4;
constexpr double share_of_judging = share_of_table + (1 - share_of_table) * share_of_reading;

bool is_of_the_file(schema::Fault fault) {
    return fault == schema::Fault::refused || fault == schema::Fault::missing ||
           fault == schema::Fault::misused;
}

}  // namespace

Proposal propose_import(const db::Book& book,
                        const db::Submission& submission,
                        const ImportOptions& options,
                        const Progress& progress) {
    Proposal proposal;
    {
        const auto looking = part_of(progress, 0, share_of_looking);
        const Table table(options, part_of(looking, 0, 0.5));
        Proposer(table, options, part_of(looking, 0.5, 1), proposal)
            .propose(db::all_instruments(book));
    }
    const auto judging = part_of(
        progress, share_of_looking, share_of_looking + (1 - share_of_looking) / share_of_judging);
    const auto& found = proposal.options;
    if (proposal.kind.empty() || !proposal.open.empty()) {
        proposal.report = look_at_file(found, judging);
        return proposal;
    }
    auto trial = found;
    trial.keep_good = true;  // so that it says how many rows are good
    try {
        proposal.report = dry_run_file(book, submission, trial, judging);
    } catch (const schema::Error& error) {
        if (!is_of_the_file(error.fault())) {
            throw;
        }
        proposal.open = error.problems();
        proposal.report = look_at_file(found);
    }
    if (proposal.open.empty() && proposal.report.rows_read == 0) {
        proposal.open.push_back(
            schema::Problem{proposal.report.file,
                            "has headers and no row below them",
                            "look whether it is the right file, and save it again"}
                .as("file_without_rows"));
    }
    return proposal;
}

void refuse_open(const Proposal& proposal) {
    auto open = proposal.open;
    for (const auto& value : proposal.report.asked) {
        open.push_back(
            {fmt::format("{}: {}", proposal.report.file, value.column),
             fmt::format("what {} stands for in {} rows is open", excerpt(value.cell), value.rows),
             fmt::format("say --values '{}:{}=…' with one of {}",
                         value.field,
                         value.cell,
                         fmt::join(value.choices, ", "))});
    }
    schema::refuse_any(std::move(open));
}

}  // namespace exchange
