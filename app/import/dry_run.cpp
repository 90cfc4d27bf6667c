#include "app/import/dry_run.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "schema/kinds/kinds.h"

namespace exchange {

namespace {

OrderedJson problem_object(const schema::Problem& problem) {
    OrderedJson object{
        {"where", problem.where}, {"what", problem.what}, {"remedy", problem.remedy}};
    add_told(object, problem.told);
    return object;
}

OrderedJson problem_object(const RowsProblem& problem) {
    auto object = problem_object(static_cast<const schema::Problem&>(problem));
    if (problem.rows > 1) {
        object["rows"] = problem.rows;
        object["lines"] = problem.lines;
    }
    return object;
}

template <class Problem>
OrderedJson row_problems_json(const std::vector<Problem>& problems) {
    auto array = OrderedJson::array();
    for (const auto& problem : problems) {
        array.push_back(problem_object(problem));
    }
    return array;
}

OrderedJson row_object(const UnderstoodRow& row) {
    return {{"line", row.line}, {"cells", row.cells}, {"record", row.record}};
}

OrderedJson read_as_json(const std::vector<ReadAs>& read_as) {
    auto array = OrderedJson::array();
    for (const auto& each : read_as) {
        array.push_back(
            {{"field", each.field}, {"cell", each.cell}, {"as", each.as}, {"rows", each.rows}});
    }
    return array;
}

OrderedJson asked_json(const std::vector<AskedCell>& asked) {
    auto array = OrderedJson::array();
    for (const auto& each : asked) {
        array.push_back({{"field", each.field},
                         {"column", each.column},
                         {"cell", each.cell},
                         {"rows", each.rows},
                         {"choices", each.choices}});
    }
    return array;
}

std::string on_one_line(std::string text) {
    for (auto& c : text) {
        c = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    return text;
}

std::string cells_text(const std::vector<std::string>& cells) {
    std::string text;
    for (const auto& cell : cells) {
        text += (text.empty() ? "" : " | ") + on_one_line(cell);
    }
    return text;
}

std::string delimiter_name(char delimiter) {
    switch (delimiter) {
        case ',':
            return "comma";
        case ';':
            return "semicolon";
        case '\t':
            return "tab";
        default:
            return {delimiter};
    }
}

// "UTF-8, comma", or of a workbook "sheet "Visits"".
std::string form_of(const ImportReport& report) {
    return report.sheet.empty()
               ? fmt::format("{}, {}", report.encoding, delimiter_name(report.delimiter))
               : fmt::format("sheet {}", on_one_line(report.sheet));
}

// "1 row was", "3 rows were".
std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

// "; 3 blank rows were passed over".
std::string told(std::size_t count, std::string_view one, std::string_view many) {
    return count == 0 ? "" : "; " + counted(count, one, many);
}

std::string blank_rows(const ImportReport& report) {
    return told(report.rows_blank, "blank row was passed over", "blank rows were passed over");
}

OrderedJson counts_json(const ImportReport& report) {
    return {{"rows_without_value", report.rows_without_value},
            {"visits_without_value", report.visits_without_value},
            {"rows_said_before", report.rows_said_before},
            {"rows_joined", report.rows_joined},
            {"rows_not_chosen", report.rows_not_chosen},
            {"patients_filled", report.patients_filled},
            {"patients_changed", report.patients_changed},
            {"cells_filled_down", report.cells_filled_down},
            {"days_counted", report.days_counted}};
}

// What a program is told of how the file was read, before and after.
void add_reading(OrderedJson& json, const ImportReport& report) {
    json["problems"] = row_problems_json(report.problems);
    json["warnings"] = row_problems_json(report.warnings);
    json["read_as"] = read_as_json(report.read_as);
    json["rows_in_book"] = report.rows_in_book;
    json["counts"] = counts_json(report);
    json["taken_by_name"] = report.taken_by_name;
    json["scales_added"] = report.scales_added;
    json["value_labels"] = report.value_labels;
    json["new_charts"] = report.new_charts;
    json["sheet"] = report.sheet.empty() ? OrderedJson(nullptr) : OrderedJson(report.sheet);
    json["sheets"] = report.sheets;
    json["header_row"] =
        report.header_row == 0 ? OrderedJson(nullptr) : OrderedJson(report.header_row);
    json["rows_blank"] = report.rows_blank;
}

std::string rows_in_book(const ImportReport& report) {
    return fmt::format(
        "{} of {} rows are in the book already", report.rows_in_book, report.rows_read);
}

std::string of_rows(std::size_t count, std::string_view what, std::string_view of_many) {
    return told(count, fmt::format("row {}", what), fmt::format("rows {}", of_many));
}

// "score" of "scores".
std::string noun_of(const ImportReport& report) {
    for (const auto& kind : kinds::all()) {
        if (kind.plural == report.kind) {
            return std::string(kind.noun);
        }
    }
    return report.kind;
}

// "1 score", "3 scores"; of scars "1 record of scars".
std::string records_of(const ImportReport& report) {
    const auto noun = noun_of(report);
    const bool has_none = noun == report.kind;
    return counted(report.records, has_none ? "record of " + noun : noun, report.kind);
}

// What was passed over, and what was understood otherwise than it stands there.
std::string told_of_rows(const ImportReport& report) {
    const auto noun = noun_of(report);
    auto text = of_rows(report.rows_without_value,
                        fmt::format("holds no {}", noun),
                        fmt::format("hold no {}", noun));
    if (report.visits_without_value > 0) {
        text += fmt::format(", {} of them with a date", report.visits_without_value);
    }
    text += of_rows(report.rows_said_before, "says the same again", "say the same again");
    text += of_rows(report.rows_joined,
                    fmt::format("is part of the {} of another", noun),
                    fmt::format("are part of the {} of another", noun));
    text += of_rows(report.rows_not_chosen, "was left out by --only", "were left out by --only");
    if (report.patients_filled > 0) {
        text += fmt::format("; of {} in the book what was empty was filled",
                            counted(report.patients_filled, "patient", "patients"));
    }
    text += told(report.patients_changed,
                 "patient in the book was changed",
                 "patients in the book were changed");
    text += told(report.cells_filled_down,
                 "blank cell took what stands above",
                 "blank cells took what stands above");
    if (!report.scales_added.empty()) {
        text += fmt::format("; new scale{}: {}",
                            report.scales_added.size() == 1 ? "" : "s",
                            fmt::join(report.scales_added, ", "));
    }
    for (const auto& remark : report.value_labels) {
        text += "; " + remark;
    }
    return text + told(report.days_counted,
                       "bare number was counted as days from the origin",
                       "bare numbers were counted as days from the origin");
}

std::string differing_totals(const ImportReport& report) {
    return report.totals_differing == 0
               ? ""
               : fmt::format(
                     "; {} of {} recorded totals differ from the sum of their items: both "
                     "are kept",
                     report.totals_differing,
                     report.totals_compared);
}

std::string judged_afterwards(const ImportReport& report) {
    return report.findings_not_asked == 0
               ? ""
               : fmt::format("; findings of the safety rules, not asked at the time: {}",
                             report.findings_not_asked);
}

}  // namespace

OrderedJson dry_run_json(const ImportReport& report) {
    auto rows = OrderedJson::array();
    for (const auto& row : report.rows) {
        rows.push_back(row_object(row));
    }
    OrderedJson json = {
        {"file", report.file},
        {"encoding", report.encoding},
        {"delimiter", std::string(1, report.delimiter)},
        {"kind", report.kind.empty() ? OrderedJson(nullptr) : OrderedJson(report.kind)},
        {"header", report.header},
        {"rows", rows},
        {"asked", asked_json(report.asked)},
        {"would_import", report.records}};
    add_reading(json, report);
    return json;
}

OrderedJson import_report_json(const ImportReport& report) {
    OrderedJson json = {{"kind", report.kind},
                        {"imported", report.records},
                        {"patients_created", report.patients_created},
                        {"tags_set", report.tags_set},
                        {"findings_not_asked", report.findings_not_asked},
                        {"rows_rejected", report.rows_rejected},
                        {"rejected", report.rejected},
                        {"repeated", report.repeated}};
    add_reading(json, report);
    return json;
}

std::string dry_run_text(const ImportReport& report) {
    auto text = fmt::format("{}: {}, {}{}\n",
                            report.file,
                            form_of(report),
                            counted(report.rows_read, "row", "rows"),
                            blank_rows(report));
    text += fmt::format("{:>6}  {}\n", "line", cells_text(report.header));
    for (const auto& row : report.rows) {
        text += fmt::format("{:>6}  {}\n", row.line, cells_text(row.cells));
        if (!row.record.empty()) {
            text += fmt::format("{:>6}  {}\n", "", on_one_line(json_text(row.record, -1)));
        }
    }
    if (report.rows_read > report.rows.size()) {
        text +=
            fmt::format("        and {}\n",
                        counted(report.rows_read - report.rows.size(), "more row", "more rows"));
    }
    if (!report.kind.empty()) {
        text += fmt::format("{} would be imported{}{}\n",
                            records_of(report),
                            report.rows_in_book > 0 ? "; " + rows_in_book(report) : "",
                            told_of_rows(report) + differing_totals(report));
    }
    return text + taken_by_name_text(report) + read_as_text(report) + new_charts_text(report);
}

std::string import_sentence(const ImportReport& report) {
    if (report.repeated) {
        return "this submission was imported before: " + records_of(report);
    }
    const bool is_known = report.rows_in_book > 0;
    auto text =
        is_known && report.records == 0 && report.tags_set == 0
            ? rows_in_book(report) + "; nothing was imported"
            : fmt::format(
                  "imported {}{}", records_of(report), is_known ? "; " + rows_in_book(report) : "");
    text += told(report.patients_created, "patient was added", "patients were added");
    text += told(report.tags_set, "tag was set", "tags were set");
    text += told(report.rows_rejected, "row was left out", "rows were left out");
    if (!report.rejected_file.empty()) {
        text += fmt::format(", they are in {}", report.rejected_file.string());
    }
    return text + blank_rows(report) + told_of_rows(report) + differing_totals(report) +
           judged_afterwards(report);
}

std::string taken_by_name_text(const ImportReport& report) {
    return report.taken_by_name.empty()
               ? ""
               : fmt::format("also took {} by name; --ignore leaves a column out\n",
                             fmt::join(report.taken_by_name, ", "));
}

std::string read_as_text(const ImportReport& report) {
    constexpr std::size_t most = 20;
    std::string text;
    const auto& all = report.read_as;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
        text += fmt::format("{}{} {} as {} in {}",
                            text.empty() ? "read " : ", ",
                            all[i].field,
                            on_one_line(all[i].cell),
                            all[i].as,
                            all[i].rows == 1 ? "1 row" : fmt::format("{} rows", all[i].rows));
    }
    const auto more = all.size() > most ? fmt::format(" and {} more", all.size() - most) : "";
    return text.empty() ? text : text + more + "\n";
}

std::string new_charts_text(const ImportReport& report) {
    constexpr std::size_t most = 10;
    const auto& charts = report.new_charts;
    if (charts.empty()) {
        return "";
    }
    const auto shown = std::min(most, charts.size());
    return fmt::format(
        "new patients: {}{}\n",
        fmt::join(std::span(charts).first(shown), ", "),
        charts.size() > shown ? fmt::format(" and {} more", charts.size() - shown) : "");
}

}  // namespace exchange
