#include "app/import/import_plan.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/import/column_names.h"
#include "app/import/record_vocabulary.h"
#include "app/import/told_values.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

using schema::Problem;
using namespace std::string_literals;

// "field=Header" at its first =; misused without one.
std::pair<std::string, std::string> halves(const std::string& text,
                                           std::string_view option,
                                           std::string_view example) {
    const auto at = text.find('=');
    if (at == std::string::npos || at == 0) {
        throw schema::misused(std::string(option),
                              fmt::format("{} has no field before =", excerpt(text)),
                              fmt::format("write {} {}", option, example));
    }
    return {text.substr(0, at), text.substr(at + 1)};
}

std::string list_of_fields(const Vocabulary& vocabulary) {
    std::string list;
    for (const auto& field : vocabulary.fields) {
        list += (list.empty() ? "" : ", ") + field.name;
    }
    return list;
}

class Planner {
  public:
    Planner(const Vocabulary& vocabulary, const Table& table, const ImportOptions& options)
        : vocabulary_(vocabulary), table_(table), options_(options) {}

    Plan plan() {
        for (const auto& told : options_.map) {
            map_told(halves(told, "--map", "field=Header"));
        }
        for (const auto& told : options_.set) {
            const auto [field, text] = halves(told, "--set", "field=text");
            auto& column = add(known(field, "--set"), "--set");
            column.constant = text;
            column.label = "--set " + field;
        }
        find_origin();
        find_ignored();
        map_by_name();
        require_all();
        translate();
        if (auto found = data_in_header()) {
            missing_.push_back(std::move(*found));
        }
        if (!missing_.empty()) {
            throw schema::Error(schema::Fault::refused, missing_);
        }
        return std::move(plan_);
    }

  private:
    FieldSpec known(const std::string& field, std::string_view option) const {
        auto spec = vocabulary_.find(field);
        if (!spec && field == "origin" && !vocabulary_.time_field.empty()) {
            throw schema::misused(std::string(option),
                                  "the origin is no field of a record",
                                  "say --origin-from COLUMN for each patient's own first day");
        }
        if (const auto fault =
                !spec && vocabulary_.fault ? vocabulary_.fault(field) : std::nullopt) {
            throw schema::misused(std::string(option), fault->what, fault->remedy);
        }
        if (!spec) {
            throw schema::misused(
                std::string(option),
                fmt::format("{} have no field {}", vocabulary_.kind, excerpt(field)),
                fmt::format("choose among {}", list_of_fields(vocabulary_)));
        }
        return std::move(*spec);
    }

    PlannedColumn& add(FieldSpec spec, std::string_view option) {
        if (find_planned(spec) != nullptr) {
            throw schema::misused(
                std::string(option),
                fmt::format("{} is mapped twice", spec.text()),
                spec.form == CellForm::moment
                    ? "put the column of a clock right after that of its day"
                    : "give each field one column; only a text and a day with its clock take two")
                .as("mapped_twice", {{"field", spec.label()}});
        }
        return plan_.columns.emplace_back(PlannedColumn{.spec = std::move(spec), .visit = visit_});
    }

    // Each visit has its own time and its own values; all else is of the row.
    PlannedColumn* find_planned(const FieldSpec& spec) {
        const bool of_visit = spec.is_scale || spec.name == vocabulary_.time_field;
        const auto found = std::find_if(
            plan_.columns.begin(), plan_.columns.end(), [&](const PlannedColumn& planned) {
                return planned.spec.same_target(spec) && (!of_visit || planned.visit == visit_);
            });
        return found == plan_.columns.end() ? nullptr : &*found;
    }

    // The column that is to hold more of its field: a text its next piece, a day its clock, which
    // stands right after it. A later time of a file of scores begins another visit.
    PlannedColumn* widened(const FieldSpec& spec) {
        auto* planned = find_planned(spec);
        if (planned == nullptr || !planned->column) {
            return nullptr;
        }
        if (spec.form == CellForm::free_text) {
            return planned;
        }
        const auto is_value = [](const PlannedColumn& each) {
            const auto& name = each.spec.name;
            return name != "patient" && !name.starts_with(tag_prefix) &&
                   !name.starts_with(label_prefix);
        };
        const auto last = std::find_if(plan_.columns.rbegin(), plan_.columns.rend(), is_value);
        if (spec.form == CellForm::moment && &*last == planned && planned->more.empty()) {
            return planned;
        }
        if (vocabulary_.takes_visits && spec.name == vocabulary_.time_field) {
            ++visit_;
        }
        return nullptr;
    }

    void use(PlannedColumn& planned, std::size_t column) const {
        planned.column = column;
        planned.label = table_.label(column);
    }

    void map_told(const std::pair<std::string, std::string>& told) {
        auto spec = known(told.first, "--map");
        if (auto* planned = widened(spec)) {
            if (const auto column = find_column(table_, told.second, missing_)) {
                use(planned->more.emplace_back(PlannedColumn{.spec = std::move(spec)}), *column);
            }
            return;
        }
        auto& planned = add(std::move(spec), "--map");
        const bool names_patient = planned.spec.name == "patient" || planned.spec.name == "chart";
        if (names_patient && told.second == "#row") {
            planned.is_row_number = true;
            planned.label = "#row";
        } else if (const auto column = find_column(table_, told.second, missing_)) {
            use(planned, *column);
            is_by_name_ = is_by_name_ || !told.second.starts_with('#');
        }
    }

    void find_origin() {
        if (!options_.origin_from) {
            return;
        }
        if (options_.origin) {
            throw schema::misused("--origin-from",
                                  "--origin says one day for all rows",
                                  "say only one of --origin and --origin-from");
        }
        auto& origin = plan_.origin.emplace(
            PlannedColumn{.spec = {.name = "origin", .form = CellForm::moment}});
        if (const auto column = find_column(table_, *options_.origin_from, missing_)) {
            use(origin, *column);
        }
    }

    void find_ignored() {
        for (const auto& header : options_.ignore) {
            if (const auto column = find_column(table_, header, missing_)) {
                ignored_.push_back(*column);
            }
        }
    }

    bool is_used(std::size_t column) const {
        const auto uses = [&](const PlannedColumn& planned) { return planned.is_from(column); };
        return (plan_.origin && uses(*plan_.origin)) ||
               std::any_of(plan_.columns.begin(), plan_.columns.end(), uses) ||
               std::find(ignored_.begin(), ignored_.end(), column) != ignored_.end();
    }
    bool is_told(const FieldSpec& spec) const {
        return std::any_of(
            told_.begin(), told_.end(), [&](const auto& other) { return other.same_target(spec); });
    }

    // An offset needs an origin, and only where no column gives the time itself.
    bool is_welcome(const FieldSpec& spec) const {
        return !is_told(spec) && (spec.part != part_of_row || names_parts(spec.name)) &&
               (!spec.is_offset() || ((options_.origin || options_.origin_from) &&
                                      plan_.find(vocabulary_.time_field) == nullptr));
    }

    // Whether some column says of which part a row is; of `parts`, as areas.
    bool names_parts(const std::string& parts) const {
        const auto is_key = [&](const FieldSpec& spec) {
            return spec.name == parts && spec.part.empty() && spec.slot.empty();
        };
        const auto& header = table_.header();
        return std::any_of(told_.begin(), told_.end(), is_key) ||
               std::any_of(header.begin(), header.end(), [&](const std::string& text) {
                   const auto spec = vocabulary_.find(trimmed(text));
                   return spec && is_key(*spec);
               });
    }

    // By an instrument's column that was told, or by a column that names the instrument.
    bool are_values_named() const {
        const auto names = [](const FieldSpec& spec) {
            return spec.is_scale || spec.name == "instrument";
        };
        const auto& header = table_.header();
        return std::any_of(told_.begin(), told_.end(), names) ||
               (table_.has_header() &&
                std::any_of(header.begin(), header.end(), [](const std::string& text) {
                    return trimmed(text) == "instrument";
                }));
    }

    void propose(const FieldSpec& spec, std::size_t column) {
        plan_.warnings.push_back(schema::Problem{
            fmt::format("{}: {}", table_.file(), table_.label(column)),
            "has the name of an instrument, and is not imported",
            fmt::format("if it holds its values, say --map {}=#{}", spec.text(), column + 1)}
                                     .as("scale_not_imported"));
    }

    bool is_all_data() const {
        return std::all_of(plan_.columns.begin(), plan_.columns.end(), [&](const auto& each) {
            return !each.column || looks_like_data(table_, *each.column);
        });
    }

    // A header that is used by its name is one, unless all that are used look like data.
    std::optional<Problem> data_in_header() const {
        if (!table_.has_header() || options_.header || (is_by_name_ && !is_all_data())) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < table_.header().size(); ++i) {
            const auto used = std::find_if(plan_.columns.begin(),
                                           plan_.columns.end(),
                                           [&](const auto& each) { return each.column == i; });
            const bool is_any = plan_.columns.end() == used;
            if ((is_any && missing_.empty()) || !looks_like_data(table_, i)) {
                continue;
            }
            return Problem{
                row_place(table_.file(), 1),
                fmt::format("the first line looks like data: {}",
                            is_any || used->spec.confidential ? fmt::format("column {}", i + 1)
                                                              : table_.label(i)),
                "say --no-header and name columns by their places, #1 #2 …; or --header if these "
                "are the headers"}
                .as("header_is_data");
        }
        return std::nullopt;
    }

    void map_by_name() {
        for (const auto& planned : plan_.columns) {
            told_.push_back(planned.spec);
        }
        const bool names_values = are_values_named();
        for (std::size_t i = 0; table_.has_header() && i < table_.header().size(); ++i) {
            const auto spec = vocabulary_.find(trimmed(table_.header()[i]));
            if (!spec || is_used(i) || !is_welcome(*spec)) {
                continue;
            }
            if (spec->is_scale && names_values) {
                propose(*spec, i);
                continue;
            }
            is_by_name_ = true;
            for (const auto& other : plan_.columns) {
                if (other.spec.same_target(*spec)) {
                    missing_.push_back(
                        schema::Problem{table_.file(),
                                        fmt::format("{} and {} could both be {}",
                                                    other.label,
                                                    table_.label(i),
                                                    spec->text()),
                                        fmt::format("say which: --map {}=#{}", spec->text(), i + 1)}
                            .as("both_could_be",
                                {{"one",
                                  other.column ? header_or_place(table_, *other.column)
                                               : other.label},
                                 {"other", header_or_place(table_, i)},
                                 {"field", spec->label()}}));
                }
            }
            use(plan_.columns.emplace_back(PlannedColumn{.spec = *spec}), i);
            plan_.taken_by_name.push_back(i);
        }
    }

    std::size_t columns_for_time() const {
        std::set<std::string_view> names;
        for (const auto& column : plan_.columns) {
            const auto& name = column.spec.name;
            if (column.spec.is_offset() || (!name.empty() && name == vocabulary_.time_field)) {
                names.insert(name);
            }
        }
        return names.size();
    }

    bool is_given(const FieldSpec& spec) const {
        return plan_.find(spec.name) != nullptr ||
               (spec.name == vocabulary_.time_field && columns_for_time() > 0);
    }

    void require_all() {
        if (columns_for_time() > 1) {
            throw schema::misused(
                "--map",
                fmt::format("{}, hour, day, week and month are one and the same field",
                            vocabulary_.time_field),
                "map only one of them")
                .as("times_several");
        }
        for (const auto& spec : vocabulary_.fields) {
            if (spec.required && !is_given(spec)) {
                const bool patient = spec.name == "patient" || spec.name == "chart";
                missing_.push_back(schema::Problem{
                    table_.file(),
                    fmt::format(
                        "no column is mapped to {}, which {} need", spec.name, vocabulary_.kind),
                    fmt::format(
                        "say --map {0}=HEADER{1}, or --accept, which finds columns by what "
                        "clinics "
                        "call them; the headers are {2}",
                        spec.name,
                        patient ? ", or --map patient=#row where there is no chart number" : "",
                        list_of_headers(table_))}
                                       .as("column_missing", {{"field", spec.label()}}));
            }
        }
    }

    void translate() {
        for (const auto& told : options_.values) {
            auto value = told_value(told);
            add_translation(known(value.field, "--values"), {value.cell, value.as});
        }
    }

    void add_translation(const FieldSpec& field, const std::pair<std::string, std::string>& pair) {
        bool used = false;
        for (auto& planned : plan_.columns) {
            const bool whole = field.part.empty() && field.slot.empty();
            if (planned.spec.name == field.name && (whole || planned.spec.same_target(field))) {
                planned.translations.push_back(pair);
                for (auto& further : planned.more) {
                    further.translations.push_back(pair);
                }
                used = true;
            }
        }
        if (!used) {
            throw schema::misused("--values",
                                  fmt::format("no column is mapped to {}", field.text()),
                                  fmt::format("map it: --map {}=HEADER", field.text()))
                .as("values_without_column", {{"field", field.label()}});
        }
    }

    const Vocabulary& vocabulary_;
    const Table& table_;
    const ImportOptions& options_;
    Plan plan_;
    std::vector<std::size_t> ignored_;  // columns
    std::size_t visit_ = 0;             // that columns are told for at the moment
    std::vector<FieldSpec> told_;       // by the options, before headers spoke for themselves
    std::vector<Problem> missing_;
    bool is_by_name_ = false;  // some column was found by its header
};

}  // namespace

Plan make_plan(const Vocabulary& vocabulary, const Table& table, const ImportOptions& options) {
    return Planner(vocabulary, table, options).plan();
}

}  // namespace exchange
