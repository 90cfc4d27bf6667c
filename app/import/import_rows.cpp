#include "app/import/import_rows.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "app/import/import_bytes.h"
#include "app/import/progress_part.h"
#include "app/text/utf8.h"
#include "schema/types/placeholder.h"

namespace exchange {

namespace {

constexpr std::size_t most_repeats = 1000;
constexpr std::size_t rows_between_progress = 4096;

// What is wrong with the row as a row.
std::optional<schema::Problem> long_cell(const CsvRow& row, const Table& table) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].size() > ImportBounds::cell) {
            return schema::Problem{
                fmt::format("{}: {}", row_place(table.file(), row.line), table.label(i)),
                fmt::format("the cell is of {} bytes; at most {} are read",
                            row.cells[i].size(),
                            ImportBounds::cell),
                "look whether a quote is missing, or shorten it"}
                .as("cell_long", {{"most", static_cast<int>(ImportBounds::cell)}});
        }
    }
    return std::nullopt;
}

std::optional<schema::Problem> row_problem(const Walk& walk, const CsvRow& row) {
    if (auto problem = long_cell(row, walk.table)) {
        return problem;
    }
    auto problem =
        row.problem ? row.problem : ragged(row, walk.table.header().size(), walk.table.file());
    if (problem && walk.confidential) {
        // Its cells may hold a name. The first words, up to the first quotation, hold none.
        const auto quotation = problem->what.find('"');
        if (quotation != std::string::npos) {
            const auto end = problem->what.find_last_of(",;:", quotation);
            problem->what = row.problem ? problem->what.substr(0, problem->what.find(':')) +
                                              ": its quotes do not match"
                                        : problem->what.substr(0, std::min(end, quotation));
        }
    }
    return problem;
}

// The first cell that holds anything, where it names a row of totals. No number is looked at, nor
// what has digits, as chart numbers do.
std::string_view summary_label(const CsvRow& row) {
    constexpr std::size_t longest = 64;
    for (const auto cell : row.cells) {
        const auto text = trimmed(cell);
        if (!text.empty()) {
            const bool is_label = text.size() <= longest &&
                                  std::none_of(text.begin(), text.end(), is_digit) &&
                                  schema::is_summary_label(text, false);
            return is_label ? text : std::string_view();
        }
    }
    return {};
}

// A row of totals is nobody's, whatever its other cells say: asked back as what is implausible.
std::optional<schema::Problem> totals_problem(const Walk& walk, const CsvRow& row) {
    const auto label = summary_label(row);
    const std::string implausible = "implausible";
    if (label.empty() || is_confirmed(walk.options, implausible, walk.report)) {
        return std::nullopt;
    }
    return schema::Problem{
        row_place(walk.table.file(), row.line),
        fmt::format(
            "{}: the row begins with {}, as a row of totals does", implausible, excerpt(label)),
        "take it out; if it is a row like the others, say --confirm implausible"}
        .as("row_totals", {{"label", std::string(label)}});
}

std::string reason_of(const Problems& problems) {
    std::string reason;
    for (const auto& problem : problems) {
        // The file's name and line are known; the column follows them.
        const auto column = problem.where.find(": column ");
        reason += reason.empty() ? "" : "; ";
        reason += column == std::string::npos ? "" : problem.where.substr(column + 2) + ": ";
        reason += problem.what;
    }
    return reason;
}

class Walker {
  public:
    Walker(const Walk& walk, const ReadRow& read) : walk_(walk), read_(read) {}

    void visit(const CsvRow& row, std::size_t number, std::size_t position) {
        ++walked_.rows;
        Problems problems;
        OrderedJson record;
        if (auto problem = row_problem(walk_, row)) {
            problems.push_back(std::move(*problem));
        } else if (auto totals = totals_problem(walk_, row)) {
            problems.push_back(std::move(*totals));
        } else {
            const auto* taken =
                walk_.choice != nullptr ? walk_.choice->take(row, walk_.report) : &row;
            if (taken == nullptr) {
                return;
            }
            repeated_.see(*taken);
            read_(*taken, number, problems, shows() ? &record : nullptr);
        }
        if (shows()) {
            show(row, problems.empty() ? std::move(record) : nullptr);
        }
        if (!problems.empty()) {
            walked_.reject(row.raw, row.line, std::move(problems), walk_.options.keep_good);
        }
        if (walk_.progress && number % rows_between_progress == 0) {
            walk_.progress(share_of_reading * static_cast<double>(position) /
                           static_cast<double>(walk_.table.size()));
        }
    }

    WalkedRows finish() {
        auto warnings = repeated_.warnings(walk_.table.file());
        std::move(warnings.begin(), warnings.end(), std::back_inserter(walk_.report.warnings));
        return std::move(walked_);
    }

  private:
    bool shows() const {
        return walk_.options.dry_run && walk_.report.rows.size() < most_shown_rows;
    }
    void show(const CsvRow& row, OrderedJson record) {
        auto& shown = walk_.report.rows.emplace_back();
        shown.line = row.line;
        shown.cells.assign(row.cells.begin(), row.cells.end());
        shown.record = std::move(record);
    }

    const Walk& walk_;
    const ReadRow& read_;
    WalkedRows walked_;
    RepeatedRows repeated_;
};

}  // namespace

void RepeatedRows::see(const CsvRow& row) {
    std::uint64_t hash = row.cells.size();
    for (const auto cell : row.cells) {
        // An odd multiplier keeps the order of the cells in the hash.
        hash = (hash ^ std::hash<std::string_view>()(cell)) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 32U;
    }
    seen_.emplace_back(hash, row.line);
}

std::vector<schema::Problem> RepeatedRows::warnings(const std::string& file) const {
    auto sorted = seen_;
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::pair<std::size_t, std::size_t>> pairs;  // line, the first one like it
    for (std::size_t i = 1, first = 0; i < sorted.size(); ++i) {
        first = sorted[i].first == sorted[first].first ? first : i;
        if (first != i) {
            pairs.emplace_back(sorted[i].second, sorted[first].second);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    Problems warnings;
    for (std::size_t i = 0; i < std::min(pairs.size(), most_repeats); ++i) {
        warnings.push_back(
            schema::Problem{row_place(file, pairs[i].first),
                            fmt::format("is the same as line {}, cell for cell", pairs[i].second),
                            "take one of them out if it is a slip; both are imported"}
                .as("row_again", {{"line", static_cast<int>(pairs[i].second)}}));
    }
    if (pairs.size() > most_repeats) {
        warnings.push_back(
            schema::Problem{
                file,
                fmt::format("{} more rows repeat an earlier one", pairs.size() - most_repeats),
                "look whether rows were pasted twice"}
                .as("rows_again", {{"count", static_cast<int>(pairs.size() - most_repeats)}}));
    }
    return warnings;
}

void WalkedRows::reject(
    std::string_view raw, std::size_t line, Problems found, bool keep_raw, bool is_first) {
    ++rows_rejected;
    if (keep_raw) {
        rejected.push_back({raw, reason_of(found)});
    }
    if (is_first) {
        problems.add(std::move(found), line);
    }
}

bool is_confirmed(const ImportOptions& options,
                  const std::string& problem_class,
                  ImportReport& report) {
    const auto is_in = [&](const std::vector<std::string>& all) {
        return std::find(all.begin(), all.end(), problem_class) != all.end();
    };
    const bool is = is_in(options.confirm);
    if (is && !is_in(report.confirmed)) {
        report.confirmed.push_back(problem_class);
    }
    return is;
}

WalkedRows walk_rows(const Walk& walk, const ReadRow& read) {
    Walker walker(walk, read);
    walk.report.rows_blank +=
        walk.table.for_each_row([&](const CsvRow& row, std::size_t number, std::size_t position) {
            walker.visit(row, number, position);
        });
    return walker.finish();
}

}  // namespace exchange
