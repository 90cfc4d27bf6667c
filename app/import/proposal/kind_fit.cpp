#include "app/import/proposal/kind_fit.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/import/column_names.h"
#include "app/import/proposal/column_meanings.h"
#include "app/import/proposal/fit_questions.h"
#include "app/import/proposal/visit_columns.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

struct Wish {
    std::size_t column;
    ColumnMeaning meaning;
};

class Fitter {
  public:
    Fitter(const FileKind& kind,
           const Table& table,
           const ImportOptions& options,
           const std::vector<schema::Instrument>& scales,
           const std::vector<ColumnCells>& cells)
        : vocabulary_(kind.vocabulary(scales)),
          scales_(scales),
          table_(table),
          options_(options),
          cells_(cells) {
        fit_.kind = &kind;
        fit_.columns.resize(table.header().size());
        take_told();
        take_visits();
        for (std::size_t i = 0; table.has_header() && i < fit_.columns.size(); ++i) {
            if (is_free(i)) {
                see(i, meanings_of(table.header()[i], vocabulary_, scales));
            }
        }
        while (!wishes_.empty()) {
            grant(wishes_.front().meaning.spec);
        }
        take_the_only_weak();
        take_the_only_offset();
        take_values_one_way();
        name_what_lacks();
    }

    KindFit fit() { return std::move(fit_); }

  private:
    void take_told() {
        std::vector<schema::Problem> told_elsewhere;  // make_plan tells what is wrong with options
        for (const auto* list : {&options_.map, &options_.set}) {
            for (const auto& told : *list) {
                const auto field = told.substr(0, told.find('='));
                auto spec = vocabulary_.find(field);
                if (!spec) {
                    continue;
                }
                told_.push_back(*spec);
                const auto header = told.substr(std::min(told.size(), field.size() + 1));
                const auto column = list == &options_.map
                                        ? find_column(table_, header, told_elsewhere)
                                        : std::nullopt;
                if (column) {
                    fit_.columns[*column] = {.field = field, .spec = *spec, .told = true};
                }
            }
        }
    }

    // Left out as told, or the first day of each patient.
    bool is_ignored(std::size_t column) const {
        std::vector<schema::Problem> told_elsewhere;
        const auto is = [&](const std::string& header) {
            return find_column(table_, header, told_elsewhere) == column;
        };
        return std::any_of(options_.ignore.begin(), options_.ignore.end(), is) ||
               (options_.origin_from && is(*options_.origin_from));
    }

    bool is_free(std::size_t column) const {
        const auto& fitted = fit_.columns[column];
        return fitted.field.empty() && !fitted.asked && !is_ignored(column);
    }

    // Visits beside one another: the day of each stands before its values. Where a day is told, the
    // options say which values are behind it.
    void take_visits() {
        const auto visits = visits_of(table_, vocabulary_, scales_, cells_);
        const bool is_day_told = std::any_of(told_.begin(), told_.end(), [&](const auto& spec) {
            return spec.name == vocabulary_.time_field || spec.is_offset();
        });
        for (const auto& visit : visits) {
            const bool are_free =
                std::all_of(visit.values.begin(), visit.values.end(), [&](const auto& each) {
                    return is_free(each.column) && !is_told(each.meaning.spec);
                });
            if (!is_day_told && visit.is_whole() && are_free && is_free(visit.times[0].column)) {
                has_visits_ = true;
                take({visit.times[0].column, visit.times[0].meaning});
                for (const auto& each : visit.values) {
                    take({each.column, each.meaning});
                }
            } else if (!visit.name.empty()) {
                ask_for_its_day(visit);
            }
        }
    }

    bool is_told(const FieldSpec& spec) const {
        return std::any_of(
            told_.begin(), told_.end(), [&](const auto& other) { return other.same_target(spec); });
    }

    // Days, weeks and months are a time where it is known from when they count.
    // A column of dates counts nothing.
    void count_from_the_first_day(std::vector<ColumnMeaning>& meanings, std::size_t column) const {
        if (cells_[column].dates.any()) {
            std::erase_if(meanings, [](const auto& each) { return each.spec.is_offset(); });
        }
        const bool is_known = options_.origin || options_.origin_from;
        const auto offset = std::find_if(meanings.begin(), meanings.end(), [](const auto& each) {
            return each.spec.is_offset();
        });
        if (is_known && offset != meanings.end()) {
            offset->naming = Naming::exact;
            std::rotate(meanings.begin(), offset, offset + 1);
        }
    }

    // The meanings are sorted, the best first.
    void see(std::size_t column, std::vector<ColumnMeaning> meanings) {
        std::erase_if(meanings, [&](const auto& meaning) { return is_told(meaning.spec); });
        count_from_the_first_day(meanings, column);
        for (const auto& meaning : meanings) {
            fit_.columns[column].could_be.push_back(meaning.field);
        }
        if (meanings.empty()) {
            return;
        }
        const auto& best = meanings.front();
        if (has_visits_ && best.spec.is_scale && best.spec.slot.empty()) {
            ask_of_scale(column, best, which_visit(table_, column, best.field));
        } else if (best.naming == Naming::weak) {
            for (const auto& meaning : meanings) {
                weak_.push_back({column, meaning});
            }
        } else if (meanings.size() > 1 && meanings[1].naming == best.naming) {
            fit_.columns[column].asked = true;
            fit_.open.push_back(which_field(table_, column, fit_.columns[column].could_be));
        } else {
            wishes_.push_back({column, best});
        }
    }

    // Values of a visit that has a number and no day. A column without any cell is none.
    void ask_for_its_day(const Visit& visit) {
        for (const auto& [column, meaning] : visit.values) {
            if (is_free(column) && !cells_[column].samples.empty()) {
                asks_for_days_ = true;
                ask_of_scale(
                    column, meaning, when_was_the_visit(table_, column, meaning.field, visit.name));
            }
        }
    }

    void ask_of_scale(std::size_t column, const ColumnMeaning& meaning, schema::Problem question) {
        fit_.columns[column] = {.spec = meaning.spec, .asked = true, .could_be = {meaning.field}};
        fit_.open.push_back(std::move(question));
    }

    void take(const Wish& wish) {
        fit_.columns[wish.column] = {.field = wish.meaning.field,
                                     .spec = wish.meaning.spec,
                                     .is_part_of_row = wish.meaning.is_part_of_row};
        fit_.map.emplace_back(wish.meaning.field, wish.column);
    }

    void ask(const std::vector<Wish>& wishes) {
        std::vector<std::size_t> columns;
        for (const auto& wish : wishes) {
            columns.push_back(wish.column);
            fit_.columns[wish.column].asked = true;
            fit_.columns[wish.column].spec = wish.meaning.spec;
        }
        const auto& first = wishes.front().meaning;
        asked_.push_back(first.spec.name);
        fit_.open.push_back(which_column(table_, columns, first.field));
    }

    // "Patient" beside "Chart No" is who it is, where its cells are names.
    void take_names_out(std::vector<Wish>& heads) {
        const bool is_who = heads.size() > 1 && (heads[0].meaning.spec.name == "patient" ||
                                                 heads[0].meaning.spec.name == "chart");
        const auto names = [&](const Wish& wish) { return cells_[wish.column].are_names(); };
        if (!is_who || std::all_of(heads.begin(), heads.end(), names)) {
            return;
        }
        for (const auto& head : heads) {
            const auto& could_be = fit_.columns[head.column].could_be;
            const auto name = vocabulary_.find("name");
            if (names(head) && name &&
                std::find(could_be.begin(), could_be.end(), "name") != could_be.end()) {
                wishes_.push_back({head.column, {.spec = *name, .field = "name"}});
            }
        }
        std::erase_if(heads, names);
    }

    // Of the columns that name one field, the one that names it best; first and last name, day and
    // clock go together.
    void grant(const FieldSpec spec) {
        std::vector<Wish> heads;
        std::vector<Wish> tails;
        std::erase_if(wishes_, [&](const Wish& wish) {
            if (!wish.meaning.spec.same_target(spec)) {
                return false;
            }
            (wish.meaning.piece == Piece::last ? tails : heads).push_back(wish);
            return true;
        });
        take_names_out(heads);
        const auto best = std::max_element(heads.begin(), heads.end(), [](const auto& a, auto& b) {
            return a.meaning.naming < b.meaning.naming;
        });
        if (best != heads.end()) {
            const auto naming = best->meaning.naming;
            std::erase_if(heads, [&](const auto& head) { return head.meaning.naming < naming; });
        }
        const bool is_name = spec.name == "name";
        if (heads.size() > 1 || (heads.empty() && is_name && tails.size() > 1)) {
            ask(heads.empty() ? tails : heads);
        } else if (heads.empty()) {
            if (is_name) {
                take(tails.front());
            }
        } else {
            take(heads.front());
            if (heads.front().meaning.piece == Piece::first && tails.size() == 1) {
                take(tails.front());
            }
        }
    }

    template <class Is>
    bool has_target(Is is) const {
        return std::any_of(told_.begin(), told_.end(), is) ||
               std::any_of(fit_.columns.begin(), fit_.columns.end(), [&](const auto& column) {
                   return !column.field.empty() && is(column.spec);
               });
    }
    bool has(std::string_view name) const {
        return has_target([&](const FieldSpec& spec) { return spec.name == name; });
    }
    bool has_offset() const {
        return has_target([](const FieldSpec& spec) { return spec.is_offset(); });
    }

    bool is_needed(const FieldSpec& spec) const {
        return spec.required ||
               (spec.name == vocabulary_.time_field && vocabulary_.kind != "patients");
    }
    bool must_have(const FieldSpec& spec) const {
        return spec.required ||
               (spec.name == vocabulary_.time_field && vocabulary_.kind == "scores");
    }
    bool has_numbers_of(std::string_view parts) const {
        return has_target([&](auto& spec) { return spec.name == parts && !spec.slot.empty(); });
    }

    // "ID" is the patient where nothing else is; "Visit" the day where it holds days.
    void take_the_only_weak() {
        for (const auto& spec : vocabulary_.fields) {
            if (!is_needed(spec) || has(spec.name)) {
                continue;
            }
            std::vector<Wish> fitting;
            for (const auto& wish : weak_) {
                const bool is_time = spec.name == vocabulary_.time_field;
                if (wish.meaning.spec.same_target(spec) && is_free(wish.column) &&
                    (!is_time || cells_[wish.column].tells_when())) {
                    fitting.push_back(wish);
                }
            }
            if (fitting.size() == 1) {
                take(fitting.front());
            } else if (fitting.size() > 1) {
                ask(fitting);
            }
        }
    }

    // "Day" or "Week", where nothing else says when: it counts from a first day.
    void take_the_only_offset() {
        const auto time = vocabulary_.find(vocabulary_.time_field);
        const bool is_open = time && must_have(*time) && !has(time->name) && !has_offset();
        std::vector<Wish> offsets;
        for (const auto& wish : weak_) {
            if (is_open && !asks_for_days_ && wish.meaning.spec.is_offset() &&
                is_free(wish.column) && cells_[wish.column].is_number()) {
                offsets.push_back(wish);
            }
        }
        if (offsets.size() == 1) {
            take(offsets.front());
        }
    }

    // Where a column names the instrument of each row, the others hold no values of instruments.
    void take_values_one_way() {
        if (!has("instrument")) {
            return;
        }
        for (auto& column : fit_.columns) {
            if (column.spec.is_scale && !column.told) {
                column = {.could_be = {column.field}};
            }
        }
        std::erase_if(fit_.map,
                      [&](const auto& each) { return fit_.columns[each.second].field.empty(); });
    }

    void name_what_lacks() {
        bool is_timed = true;
        bool has_value = (has("instrument") && has("value")) || asks_for_days_;
        for (std::size_t i = 0; i < fit_.columns.size(); ++i) {
            const auto& column = fit_.columns[i];
            const bool is_value = !column.field.empty() && column.spec.is_scale;
            has_value = has_value || is_value || (column.asked && column.spec.is_scale);
            is_timed = is_timed && (!is_value || !column.spec.slot.empty());
            if (column.is_part_of_row && !cells_[i].samples.empty() &&
                cells_[i].samples.front().find_first_of(":=") == std::string::npos &&
                !has_numbers_of(column.spec.name)) {
                fit_.lacks.push_back(fmt::format("numbers of {}", column.spec.name));
            }
        }
        const bool scores = vocabulary_.kind == "scores";
        const bool counts = has_offset() || (scores && has_value && is_timed && !has("instrument"));
        for (const auto& spec : vocabulary_.fields) {
            const bool is_time = spec.name == vocabulary_.time_field;
            const bool is_asked =
                std::find(asked_.begin(), asked_.end(), spec.name) != asked_.end();
            if (must_have(spec) && !has(spec.name) && !is_asked &&
                !(is_time && (counts || asks_for_days_))) {
                fit_.lacks.push_back(spec.name);
            }
        }
        if (scores && !has_value) {
            fit_.lacks.emplace_back("value");
        }
    }

    Vocabulary vocabulary_;
    const std::vector<schema::Instrument>& scales_;
    const Table& table_;
    const ImportOptions& options_;
    const std::vector<ColumnCells>& cells_;
    std::vector<FieldSpec> told_;
    std::vector<std::string> asked_;  // fields that several columns could be
    bool has_visits_ = false;         // several, each with its day
    bool asks_for_days_ = false;      // of visits that have a number
    std::vector<Wish> wishes_;
    std::vector<Wish> weak_;
    KindFit fit_;
};

}  // namespace

std::size_t KindFit::taken() const {
    return static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const auto& column) {
            return !column.field.empty() || column.asked;
        }));
}

KindFit fit_kind(const FileKind& kind,
                 const Table& table,
                 const ImportOptions& options,
                 const std::vector<schema::Instrument>& scales,
                 const std::vector<ColumnCells>& cells) {
    return Fitter(kind, table, options, scales, cells).fit();
}

}  // namespace exchange
