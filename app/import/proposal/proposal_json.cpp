#include "app/import/proposal/proposal_json.h"

#include <algorithm>

#include "app/import/dry_run.h"
#include "app/json/phrase_json.h"

namespace exchange {

namespace {

constexpr std::size_t most_rows = 20;

OrderedJson text_or_null(const std::string& text) {
    return text.empty() ? OrderedJson(nullptr) : OrderedJson(text);
}

OrderedJson candidates_json(const Proposal& proposal) {
    auto list = OrderedJson::array();
    for (const auto& each : proposal.candidates) {
        list.push_back({{"kind", each.kind}, {"columns", each.columns}, {"lacks", each.lacks}});
    }
    return list;
}

OrderedJson mapping_json(const Proposal& proposal) {
    auto list = OrderedJson::array();
    for (std::size_t i = 0; i < proposal.columns.size(); ++i) {
        const auto& column = proposal.columns[i];
        list.push_back({{"column", i + 1},
                        {"header", column.header},
                        {"place", column.place},
                        {"field", text_or_null(column.field)},
                        {"could_be", column.could_be},
                        {"samples", column.samples}});
    }
    return list;
}

OrderedJson values_json(const ImportReport& report) {
    auto list = OrderedJson::array();
    for (const auto& each : report.asked) {
        list.push_back({{"field", each.field},
                        {"column", each.column},
                        {"cell", each.cell},
                        {"rows", each.rows},
                        {"as", nullptr},
                        {"choices", each.choices}});
    }
    for (const auto& each : report.read_as) {
        list.push_back({{"field", each.field},
                        {"column", nullptr},
                        {"cell", each.cell},
                        {"rows", each.rows},
                        {"as", each.as},
                        {"choices", OrderedJson::array()}});
    }
    return list;
}

OrderedJson rules_json(const Proposal& proposal) {
    auto list = OrderedJson::array();
    for (const auto& rule : proposal.rules) {
        list.push_back({{"option", rule.option}, {"value", rule.value}});
    }
    return list;
}

OrderedJson open_json(const Proposal& proposal) {
    auto list = OrderedJson::array();
    for (const auto& each : proposal.open) {
        OrderedJson one{{"where", each.where}, {"what", each.what}, {"remedy", each.remedy}};
        add_told(one, each.told);
        list.push_back(std::move(one));
    }
    return list;
}

// The first rows of a dry run.
OrderedJson first_of(const OrderedJson& rows) {
    auto list = OrderedJson::array();
    for (std::size_t i = 0; i < std::min(rows.size(), most_rows); ++i) {
        list.push_back(rows[i]);
    }
    return list;
}

}  // namespace

OrderedJson proposal_json(const Proposal& proposal) {
    const auto& report = proposal.report;
    const auto dry = dry_run_json(report);
    return {{"file", report.file},
            {"kind", text_or_null(proposal.kind)},
            {"sheet", dry["sheet"]},
            {"sheets", dry["sheets"]},
            {"header_row", dry["header_row"]},
            {"candidates", candidates_json(proposal)},
            {"mapping", mapping_json(proposal)},
            {"values", values_json(report)},
            {"rules", rules_json(proposal)},
            {"reasons", proposal.reasons},
            {"open", open_json(proposal)},
            {"problems", dry["problems"]},
            {"warnings", dry["warnings"]},
            {"rows", first_of(dry["rows"])},
            {"rows_read", report.rows_read},
            {"rows_rejected", report.rows_rejected},
            {"would_import", dry["would_import"]},
            {"rows_in_book", dry["rows_in_book"]},
            {"new_charts", dry["new_charts"]}};
}

}  // namespace exchange
