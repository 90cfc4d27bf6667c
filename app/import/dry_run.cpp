#include "app/import/dry_run.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/json/json_value.h"
#include "schema/kinds/kinds.h"

namespace exchange {

namespace {

OrderedJson row_problems_json(const std::vector<schema::Problem>& problems) {
    auto array = OrderedJson::array();
    for (const auto& problem : problems) {
        array.push_back(
            {{"where", problem.where}, {"what", problem.what}, {"remedy", problem.remedy}});
    }
    return array;
}

OrderedJson row_object(const UnderstoodRow& row) {
    return {{"line", row.line}, {"cells", row.cells}, {"record", row.record}};
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

// "; 3 blank rows were passed over".
std::string blank_rows(const ImportReport& report) {
    return report.rows_blank == 0 ? ""
                                  : fmt::format("; {} blank row{} passed over",
                                                report.rows_blank,
                                                report.rows_blank == 1 ? " was" : "s were");
}

// What a program is told of how the file was read.
void add_reading(OrderedJson& json, const ImportReport& report) {
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
    return count == 0
               ? ""
               : fmt::format(
                     "; {} {} {}", count, count == 1 ? "row" : "rows", count == 1 ? what : of_many);
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
        text += fmt::format("; of {} patients in the book what was empty was filled",
                            report.patients_filled);
    }
    if (report.patients_changed > 0) {
        text += fmt::format("; {} patients in the book were changed", report.patients_changed);
    }
    if (report.cells_filled_down > 0) {
        text += fmt::format("; {} blank cells took what stands above", report.cells_filled_down);
    }
    if (report.days_counted > 0) {
        text += fmt::format("; {} bare numbers were counted as days from the origin",
                            report.days_counted);
    }
    return text;
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
        {"problems", row_problems_json(report.problems)},
        {"warnings", row_problems_json(report.warnings)},
        {"would_import", report.records},
        {"rows_in_book", report.rows_in_book},
        {"counts", counts_json(report)},
        {"taken_by_name", report.taken_by_name},
        {"new_charts", report.new_charts}};
    add_reading(json, report);
    return json;
}

OrderedJson import_report_json(const ImportReport& report) {
    OrderedJson json = {{"kind", report.kind},
                        {"imported", report.records},
                        {"rows_in_book", report.rows_in_book},
                        {"counts", counts_json(report)},
                        {"taken_by_name", report.taken_by_name},
                        {"patients_created", report.patients_created},
                        {"new_charts", report.new_charts},
                        {"tags_set", report.tags_set},
                        {"findings_not_asked", report.findings_not_asked},
                        {"rows_rejected", report.rows_rejected},
                        {"rejected", report.rejected},
                        {"repeated", report.repeated},
                        {"problems", row_problems_json(report.problems)},
                        {"warnings", row_problems_json(report.warnings)}};
    add_reading(json, report);
    return json;
}

std::string dry_run_text(const ImportReport& report) {
    auto text = fmt::format(
        "{}: {}, {} rows{}\n", report.file, form_of(report), report.rows_read, blank_rows(report));
    text += fmt::format("{:>6}  {}\n", "line", cells_text(report.header));
    for (const auto& row : report.rows) {
        text += fmt::format("{:>6}  {}\n", row.line, cells_text(row.cells));
        if (!row.record.empty()) {
            text += fmt::format("{:>6}  {}\n", "", on_one_line(json_text(row.record, -1)));
        }
    }
    if (report.rows_read > report.rows.size()) {
        text += fmt::format("        and {} more rows\n", report.rows_read - report.rows.size());
    }
    if (!report.kind.empty()) {
        text += fmt::format("{} {} would be imported{}{}\n",
                            report.records,
                            report.kind,
                            report.rows_in_book > 0 ? "; " + rows_in_book(report) : "",
                            told_of_rows(report) + differing_totals(report));
    }
    return text + taken_by_name_text(report) + new_charts_text(report);
}

std::string import_sentence(const ImportReport& report) {
    if (report.repeated) {
        return fmt::format(
            "this submission was imported before: {} {}", report.records, report.kind);
    }
    const bool is_known = report.rows_in_book > 0;
    auto text = is_known && report.records == 0 && report.tags_set == 0
                    ? rows_in_book(report) + "; nothing was imported"
                    : fmt::format("imported {} {}{}",
                                  report.records,
                                  report.kind,
                                  is_known ? "; " + rows_in_book(report) : "");
    if (report.patients_created > 0) {
        text += fmt::format("; {} patients were added", report.patients_created);
    }
    if (report.tags_set > 0) {
        text += fmt::format("; {} tags were set", report.tags_set);
    }
    if (report.rows_rejected > 0) {
        text += fmt::format("; {} rows were left out", report.rows_rejected);
    }
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
