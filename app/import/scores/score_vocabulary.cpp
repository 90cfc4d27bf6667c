#include "app/import/scores/score_vocabulary.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/import/column_names.h"
#include "app/import/record_vocabulary.h"
#include "app/text/time_offset.h"
#include "schema/types/region.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using Scales = std::vector<schema::Instrument>;

const schema::Instrument* scale_of(const Scales& scales, std::string_view code) {
    const auto found = std::find_if(
        scales.begin(), scales.end(), [&](const auto& scale) { return scale.code == code; });
    return found == scales.end() ? nullptr : &*found;
}

bool is_scale(const Scales& scales, std::string_view code) {
    return scale_of(scales, code) != nullptr;
}

// CODE, CODE@REGION, CODE@OFFSET, CODE@REGION@OFFSET
std::optional<FieldSpec> find_scale(const Scales& scales, std::string_view name) {
    const auto pieces = schema::split(name, '@');
    if (pieces.size() > 3 || !is_scale(scales, pieces.front())) {
        return std::nullopt;
    }
    FieldSpec spec{.name = std::string(pieces.front()),
                   .form = CellForm::number,
                   .is_scale = true,
                   .unit = scale_of(scales, pieces.front())->unit};
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool region = schema::read_word<schema::Region>(pieces[i]).has_value();
        if (region && spec.part.empty() && spec.slot.empty()) {
            spec.part = pieces[i];
        } else if (TimeOffset::read(pieces[i]) && spec.slot.empty()) {
            spec.slot = pieces[i];
        } else {
            return std::nullopt;
        }
    }
    return spec;
}

// pain_nrs@0
std::optional<schema::Problem> bare_offset(const Scales& scales, std::string_view name) {
    const auto at = name.rfind('@');
    if (at == std::string_view::npos || !find_scale(scales, name.substr(0, at)) ||
        !schema::read_number(name.substr(at + 1))) {
        return std::nullopt;
    }
    return schema::Problem{"",
                           fmt::format("\"{}\" has an offset without a unit", name),
                           fmt::format("say which: {0}min, {0}h, {0}d, {0}w, {0}m or {0}y", name)};
}

std::optional<FieldSpec> find_score_field(const Vocabulary& vocabulary,
                                          const Scales& scales,
                                          std::string_view told) {
    const auto name = told == "chart" ? std::string_view("patient")
                      : told == "on"  ? std::string_view("at")
                                      : told;
    for (const auto& field : vocabulary.fields) {
        if (field.name == name) {
            return field;
        }
    }
    if (auto tag = find_tag(name)) {
        return tag;
    }
    if (auto label = find_label(name)) {
        return label;
    }
    if (auto offset = find_offset(name)) {
        return offset;
    }
    return find_scale(scales, name);
}

bool has_time(const Plan& plan) {
    return std::any_of(plan.columns.begin(), plan.columns.end(), [](const auto& column) {
        return column.spec.name == "at" || column.spec.is_offset();
    });
}

schema::Error lacking(const Table& table, std::string what, std::string_view remedy) {
    return schema::refused(table.file(),
                           std::move(what),
                           fmt::format("{}; the headers are {}", remedy, list_of_headers(table)));
}

// With several times in a row, each stands before its own values, which have columns of their own.
void check_visits(const Plan& plan) {
    std::size_t visits = 0;
    for (const auto& column : plan.columns) {
        visits = std::max(visits, column.visit + 1);
    }
    const auto refuse_visits = [](std::string what) {
        throw schema::misused("--map",
                              std::move(what),
                              "map each day before its values: --map at=DAY1 --map iga=IGA1 --map "
                              "at=DAY2 --map iga=IGA2; a clock right after its day")
            .as("visits_order");
    };
    for (std::size_t visit = 0; visits > 1 && visit < visits; ++visit) {
        const auto is_of = [&](const auto& column) { return column.visit == visit; };
        const auto is_value = [&](const auto& column) {
            return is_of(column) && column.spec.is_scale;
        };
        const auto is_time = [&](const auto& column) {
            return is_of(column) && column.spec.name == "at";
        };
        const auto first = plan.columns.begin();
        const auto value = std::find_if(first, plan.columns.end(), is_value);
        const auto time = std::find_if(first, plan.columns.end(), is_time);
        if (value == plan.columns.end()) {
            refuse_visits("at is mapped twice, and no value follows one of them");
        }
        if (value < time) {
            refuse_visits(fmt::format("{} stands before every at, of which there are several",
                                      value->spec.text()));
        }
    }
    if (visits > 1 && plan.find("instrument") != nullptr) {
        refuse_visits("at is mapped twice, and the values have no columns of their own");
    }
}

}  // namespace

Vocabulary score_vocabulary(const Scales& scales, bool with_ids) {
    Vocabulary vocabulary{.kind = "scores",
                          .time_field = "at",
                          .takes_visits = true,
                          .fields = {{.name = "patient", .required = true},
                                     {.name = "at", .form = CellForm::moment},
                                     {.name = "instrument"},
                                     {.name = "region"},
                                     {.name = "value", .form = CellForm::number},
                                     {.name = "rater"},
                                     {.name = "voided"}}};
    for (const auto* name : {"id", "version", "patient_id"}) {
        if (with_ids) {
            vocabulary.fields.push_back({.name = name});
        }
    }
    for (const auto& scale : scales) {
        vocabulary.fields.push_back(
            {.name = scale.code, .form = CellForm::number, .is_scale = true, .unit = scale.unit});
    }
    vocabulary.find = [plain = vocabulary, scales](std::string_view name) {
        return find_score_field(plain, scales, name);
    };
    vocabulary.fault = [scales](std::string_view name) { return bare_offset(scales, name); };
    return vocabulary;
}

void check_score_plan(const Plan& plan, const Table& table, const ImportOptions& options) {
    check_visits(plan);
    const bool one_per_row = plan.find("instrument") != nullptr;
    bool any = one_per_row;
    bool all_at_offsets = !one_per_row;
    for (const auto& column : plan.columns) {
        if (column.spec.is_scale) {
            any = true;
            all_at_offsets = all_at_offsets && !column.spec.slot.empty();
            if (!column.spec.slot.empty() && !options.origin && !options.origin_from) {
                throw schema::misused(
                    "--map",
                    fmt::format("{} counts from an origin, and there is none", column.spec.text()),
                    "say --origin YYYY-MM-DD, or --origin-from COLUMN where each patient has a "
                    "first day of their own")
                    .as("origin_missing");
            }
        }
    }
    if (one_per_row != (plan.find("value") != nullptr)) {
        throw lacking(table,
                      "only one of instrument and value has a column",
                      "map both of them, or a column per instrument: --map gags=HEADER")
            .as("instrument_or_value");
    }
    if (!any) {
        throw lacking(table,
                      "no column is mapped to an instrument",
                      "say --map CODE=HEADER with a code of `needlebook instrument list`")
            .as("no_instrument");
    }
    if (!all_at_offsets && !has_time(plan)) {
        throw lacking(table,
                      "no column is mapped to at, which scores need",
                      "say --map at=HEADER, or --map week=HEADER --origin YYYY-MM-DD")
            .as("column_missing", {{"field", schema::field_label("at")}});
    }
}

}  // namespace exchange
