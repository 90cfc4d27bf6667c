#include "app/import/told_values.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "app/import/cell_synonyms.h"
#include "app/import/record_vocabulary.h"
#include "app/text/date_format.h"
#include "app/text/time_offset.h"
#include "app/text/utf8.h"
#include "schema/kinds/value_text.h"

namespace exchange {

namespace {

struct Misfit {
    std::string what;
    std::string remedy;
};

std::optional<Misfit> misfit_of_date(const PlannedColumn& column, std::string_view to) {
    const auto reading = read_date(to);
    const bool fits =
        reading.verdict == DateVerdict::exact ||
        (reading.verdict == DateVerdict::partial && column.spec.form == CellForm::partial_day);
    if (fits || TimeOffset::read(to)) {
        return std::nullopt;
    }
    if (read_number(to)) {
        return Misfit{fmt::format("{} has no unit", excerpt(to)),
                      fmt::format("an offset wants one: {0}d, {0}w, {0}m …", trimmed(to))};
    }
    return Misfit{fmt::format("{} is neither a date nor an offset", excerpt(to)),
                  "write YYYY-MM-DD, or an offset such as 8w"};
}

std::optional<Misfit> misfit_of_word(const kinds::Field& field, std::string_view to) {
    if (kinds::read(field, to) || word_for(field, to)) {
        return std::nullopt;
    }
    const auto form = kinds::form(field);
    return Misfit{fmt::format("{} is not {}", excerpt(to), form), fmt::format("give {}", form)};
}

std::optional<Misfit> misfit(const PlannedColumn& column, std::string_view to) {
    if (trimmed(to).empty()) {
        return std::nullopt;
    }
    switch (column.spec.form) {
        case CellForm::moment:
        case CellForm::day:
        case CellForm::partial_day:
            return misfit_of_date(column, to);
        case CellForm::word:
        case CellForm::number:
            return column.spec.field ? misfit_of_word(*column.spec.field, to) : std::nullopt;
        case CellForm::free_text:
            return std::nullopt;
    }
    return std::nullopt;
}

bool is_one_of(const std::vector<std::string>& all, const std::string& text) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

// Each once, though a field may have several columns.
using ToldValue = std::pair<std::string, std::string>;  // field, cell
std::vector<schema::Problem> unmet_values(const Plan& plan,
                                          const ImportOptions& options,
                                          const CellFindings& findings) {
    std::set<ToldValue> told;
    std::vector<schema::Problem> warnings;
    for (const auto& column : plan.columns) {
        for (const auto& [from, to] : column.translations) {
            const auto rule = fmt::format("{}:{}={}", column.spec.name, from, to);
            if (from != "*" && !findings.is_met(column.spec, from) &&
                !is_one_of(options.of_rules, rule) && told.emplace(column.spec.name, from).second) {
                warnings.push_back(
                    schema::Problem{
                        "--values",
                        fmt::format("no cell of {} is {}", column.spec.name, excerpt(from)),
                        "look how the cells are written, or leave it out"}
                        .as("values_unmet", {{"field", column.spec.label()}, {"cell", from}}));
            }
        }
    }
    return warnings;
}

}  // namespace

TranslatedCell told_value(const std::string& told) {
    const auto start = told.starts_with(tag_prefix)     ? tag_prefix.size()
                       : told.starts_with(label_prefix) ? label_prefix.size()
                                                        : 0;
    const auto colon = told.find(':', start);
    if (colon == std::string::npos) {
        throw schema::misused("--values",
                              fmt::format("{} has no colon after the field", excerpt(told)),
                              "write --values 'sex:F=female'");
    }
    const auto equals = told.find('=', colon + 1);
    if (equals == std::string::npos) {
        throw schema::misused("--values",
                              fmt::format("{} has no = after the cell", excerpt(told)),
                              "write --values 'sex:F=female'");
    }
    return {
        told.substr(0, colon), told.substr(colon + 1, equals - colon - 1), told.substr(equals + 1)};
}

void check_translations(const Plan& plan) {
    std::vector<schema::Problem> problems;
    for (const auto& column : plan.columns) {
        for (const auto& [from, to] : column.translations) {
            auto fault = misfit(column, to);
            if (!fault) {
                continue;
            }
            schema::Problem problem{fmt::format("--values {}:{}={}", column.spec.text(), from, to),
                                    std::move(fault->what),
                                    std::move(fault->remedy)};
            if (std::find(problems.begin(), problems.end(), problem) == problems.end()) {
                problems.push_back(std::move(problem));
            }
        }
    }
    if (!problems.empty()) {
        throw schema::Error(schema::Fault::misused, std::move(problems));
    }
}

std::vector<schema::Problem> unused_options(const Plan& plan,
                                            const ImportOptions& options,
                                            const CellFindings& findings,
                                            const std::string& file) {
    auto warnings = unmet_values(plan, options, findings);
    for (const auto& text : options.missing) {
        if (!findings.is_missing_met(text) && !is_one_of(options.of_rules, text)) {
            warnings.push_back(schema::Problem{"--missing",
                                               fmt::format("no cell is {}", excerpt(text)),
                                               "look how the cells are written, or leave it out"}
                                   .as("missing_unmet", {{"cell", text}}));
        }
    }
    for (auto one = plan.columns.begin(); one != plan.columns.end(); ++one) {
        for (auto other = one + 1; other != plan.columns.end(); ++other) {
            if (one->column && one->column == other->column && one->spec.is_scale &&
                other->spec.is_scale) {
                warnings.push_back(
                    schema::Problem{fmt::format("{}: {}", file, one->label),
                                    fmt::format("is taken both for {} and for {}",
                                                one->spec.text(),
                                                other->spec.text()),
                                    "map each scale to a column of its own"}
                        .as("scale_twice",
                            {{"one", one->spec.label()}, {"other", other->spec.label()}}));
            }
        }
    }
    return warnings;
}

}  // namespace exchange
