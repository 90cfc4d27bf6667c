#include "app/cli/pages/proposal_page.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/problems.h"
#include "app/cli/terminal/display_text.h"
#include "app/cli/terminal/text_table.h"
#include "app/import/dry_run.h"
#include "app/import/grouped_problems.h"

namespace cli {

namespace {

using exchange::Proposal;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t most_rows = 5;
constexpr std::size_t most_problems = 10;

std::string section(std::string_view title, const std::string& text) {
    return text.empty() ? "" : fmt::format("\n{}\n{}", title, text);
}

std::string head(const Proposal& proposal) {
    const auto& report = proposal.report;
    auto text =
        fmt::format("{}: {}, {} row{}",
                    report.file,
                    report.sheet.empty() ? report.encoding : "sheet " + one_line(report.sheet),
                    report.rows_read,
                    report.rows_read == 1 ? "" : "s");
    if (report.header_row > 0) {
        text += fmt::format(", headers on line {}", report.header_row);
    }
    if (!proposal.kind.empty()) {
        text += fmt::format("; read as {}", proposal.kind);
    }
    return text + "\n";
}

std::string candidates(const Proposal& proposal) {
    std::string text;
    for (const auto& each : proposal.candidates) {
        const bool is_asked = proposal.kind.empty();
        const bool fits_as_well = each.kind != proposal.kind && each.lacks.empty() &&
                                  each.columns == proposal.candidates.front().columns;
        if (is_asked || fits_as_well) {
            text += fmt::format("  {}, {} column{}{}\n",
                                each.kind,
                                each.columns,
                                each.columns == 1 ? "" : "s",
                                each.lacks.empty()
                                    ? ""
                                    : fmt::format("; without {}", fmt::join(each.lacks, " and ")));
        }
    }
    return text;
}

std::string columns(const Proposal& proposal, std::optional<int> width) {
    Rows rows;
    for (std::size_t i = 0; i < proposal.columns.size(); ++i) {
        const auto& column = proposal.columns[i];
        const bool maybe = column.field.empty() && !column.could_be.empty();
        rows.push_back(
            {std::to_string(i + 1),
             one_line(column.header),
             !column.field.empty() ? column.field
             : maybe ? fmt::format("left out; could be {}", fmt::join(column.could_be, " or "))
                     : "left out",
             one_line(fmt::format("{}", fmt::join(column.samples, ", ")))});
    }
    return text_table({"#", "column", "is", "for example"}, rows, width);
}

std::string values(const exchange::ImportReport& report, std::optional<int> width) {
    Rows rows;
    for (const auto& each : report.asked) {
        rows.push_back({each.field,
                        one_line(each.cell),
                        std::to_string(each.rows),
                        fmt::format("? {}", fmt::join(each.choices, ", "))});
    }
    for (const auto& each : report.read_as) {
        rows.push_back({each.field, one_line(each.cell), std::to_string(each.rows), each.as});
    }
    return rows.empty() ? "" : text_table({"field", "cell", "rows", "read as"}, rows, width);
}

std::string problem_list(std::string_view word, const std::vector<schema::Problem>& problems) {
    std::ostringstream text;
    const auto shown = std::min(problems.size(), most_problems);
    print_problems(text, word, {problems.begin(), problems.begin() + static_cast<long>(shown)});
    if (problems.size() > shown) {
        text << fmt::format("and {} more\n", problems.size() - shown);
    }
    return std::move(text).str();
}

// "chart: C-1, sex: female": what is absent is not shown.
std::string record_text(const exchange::OrderedJson& record) {
    std::string text;
    for (const auto& [name, value] : record.items()) {
        if (!value.is_null() && !value.empty()) {
            text += text.empty() ? "" : ", ";
            text += name + ": " +
                    (value.is_string() ? value.get<std::string>() : exchange::json_text(value, -1));
        }
    }
    return one_line(text);
}

std::string first_rows(const exchange::ImportReport& report) {
    std::string text;
    std::size_t shown = 0;
    for (const auto& row : report.rows) {
        if (!row.record.empty() && shown < most_rows) {
            ++shown;
            text += row.record.is_array()
                        ? ""
                        : fmt::format("  line {}  {}\n", row.line, record_text(row.record));
            for (const auto& each : row.record.is_array() ? row.record : exchange::OrderedJson()) {
                text += fmt::format("  line {}  {}\n", row.line, record_text(each));
            }
        }
    }
    return text;
}

std::string reasons(const Proposal& proposal) {
    std::string text;
    for (const auto& reason : proposal.reasons) {
        text += fmt::format("  {}\n", reason);
    }
    return text;
}

}  // namespace

std::string proposal_page(const Proposal& proposal,
                          const std::string& command,
                          std::optional<int> width) {
    const auto& report = proposal.report;
    auto text = head(proposal) + section("Columns", columns(proposal, width)) +
                section(proposal.kind.empty() ? "What its rows can be" : "It could also be",
                        candidates(proposal)) +
                section("Values", values(report, width)) + section("Also", reasons(proposal)) +
                section("Problems", problem_list("problem", plain_problems(report.problems))) +
                section("Also said", problem_list("warning", report.warnings)) +
                section("First rows as they would be kept", first_rows(report)) +
                section("Open", problem_list("open", proposal.open));
    if (!proposal.kind.empty()) {
        text += fmt::format("\n{} {} can be imported", report.records, proposal.kind);
        text += report.rows_rejected == 0 ? ""
                : report.rows_rejected == 1
                    ? "; 1 row cannot: put it right, or say --keep-good"
                    : fmt::format("; {} rows cannot: put them right, or say --keep-good",
                                  report.rows_rejected);
        text += report.rows_in_book == 0
                    ? "\n"
                    : fmt::format("; {} are in the book already\n", report.rows_in_book);
        text += exchange::new_charts_text(report);
        text += section("The command that does it", "  " + command + "\n");
    }
    return text;
}

}  // namespace cli
