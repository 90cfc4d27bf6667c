#include "app/import/proposal/kind_fit.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/import/column_names.h"
#include "app/import/proposal/column_meanings.h"
#include "app/text/time_offset.h"
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
        for (std::size_t i = 0; table.has_header() && i < fit_.columns.size(); ++i) {
            if (fit_.columns[i].field.empty() && !is_ignored(i)) {
                see(i, meanings_of(table.header()[i], vocabulary_, scales));
            }
        }
        while (!wishes_.empty()) {
            grant(wishes_.front().meaning.spec);
        }
        take_the_only_weak();
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

    bool is_told(const FieldSpec& spec) const {
        return std::any_of(
            told_.begin(), told_.end(), [&](const auto& other) { return other.same_target(spec); });
    }

    std::string label(std::size_t column) const { return table_.label(column); }

    // Days, weeks and months are a time where it is known from when they count.
    void count_from_the_first_day(std::vector<ColumnMeaning>& meanings) const {
        const bool is_known = options_.origin || options_.origin_from;
        for (auto& meaning : meanings) {
            if (is_known && meaning.spec.is_offset()) {
                meaning.naming = Naming::exact;
            }
        }
    }

    // The meanings are sorted, the best first.
    void see(std::size_t column, std::vector<ColumnMeaning> meanings) {
        std::erase_if(meanings, [&](const auto& meaning) { return is_told(meaning.spec); });
        count_from_the_first_day(meanings);
        for (const auto& meaning : meanings) {
            fit_.columns[column].could_be.push_back(meaning.field);
        }
        if (meanings.empty()) {
            ask_for_its_day(column);
            return;
        }
        const auto& best = meanings.front();
        if (best.naming == Naming::weak) {
            weak_.push_back({column, best});
        } else if (meanings.size() > 1 && meanings[1].naming == best.naming) {
            fit_.columns[column].asked = true;
            fit_.open.push_back(
                {fmt::format("{}: {}", table_.file(), label(column)),
                 fmt::format("can be {}", fmt::join(fit_.columns[column].could_be, " or ")),
                 fmt::format("say --map {}=#{} for the one it is", best.field, column + 1)});
        } else {
            wishes_.push_back({column, best});
        }
    }

    // A value of a visit that has a number and no day.
    void ask_for_its_day(std::size_t column) {
        const auto found = visit_named(table_.header()[column], vocabulary_, scales_);
        if (!found) {
            return;
        }
        asks_for_days_ = true;
        fit_.columns[column].asked = true;
        fit_.columns[column].could_be.push_back(found->field);
        fit_.open.push_back(
            {fmt::format("{}: {}", table_.file(), label(column)),
             fmt::format(
                 "is {} of visit {}, and nothing says when that was", found->field, found->number),
             fmt::format(
                 "map its day before it, --map at=DAY --map {0}=#{1}; or say how long after "
                 "the first day, --map {0}@4w=#{1} with --origin or --origin-from; or "
                 "--ignore #{1}",
                 found->field,
                 column + 1)});
    }

    void take(const Wish& wish) {
        fit_.columns[wish.column] = {.field = wish.meaning.field, .spec = wish.meaning.spec};
        fit_.map.emplace_back(wish.meaning.field, wish.column);
    }

    void ask(const std::vector<Wish>& wishes) {
        std::vector<std::string> labels;
        for (const auto& wish : wishes) {
            labels.push_back(label(wish.column));
            fit_.columns[wish.column].asked = true;
        }
        const auto& first = wishes.front();
        asked_.push_back(first.meaning.spec.name);
        fit_.open.push_back(
            {table_.file(),
             fmt::format("{} can all be {}", fmt::join(labels, " and "), first.meaning.field),
             fmt::format("say which: --map {}=#{}", first.meaning.field, first.column + 1)});
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

    // "ID" is the patient where nothing else is; "Visit" the day where it holds days.
    void take_the_only_weak() {
        for (const auto& spec : vocabulary_.fields) {
            if (!is_needed(spec) || has(spec.name)) {
                continue;
            }
            std::vector<Wish> fitting;
            for (const auto& wish : weak_) {
                const bool is_time = spec.name == vocabulary_.time_field;
                if (wish.meaning.spec.same_target(spec) &&
                    (!is_time || cells_[wish.column].dates.any())) {
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
        for (const auto& column : fit_.columns) {
            const bool is_value = !column.field.empty() && column.spec.is_scale;
            has_value = has_value || is_value;
            is_timed = is_timed && (!is_value || !column.spec.slot.empty());
        }
        const bool scores = vocabulary_.kind == "scores";
        const bool counts = has_offset() || (scores && has_value && is_timed && !has("instrument"));
        for (const auto& spec : vocabulary_.fields) {
            const bool is_time = spec.name == vocabulary_.time_field;
            const bool needed = spec.required || (scores && is_time);
            const bool is_asked =
                std::find(asked_.begin(), asked_.end(), spec.name) != asked_.end();
            if (needed && !has(spec.name) && !is_asked &&
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

std::string header_or_place(const Table& table, std::size_t column) {
    std::vector<schema::Problem> problems;
    auto header = std::string(trimmed(table.header()[column]));
    std::replace_if(
        header.begin(), header.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    const bool is_plain = table.has_header() && !header.empty() && !header.starts_with('#');
    return is_plain && find_column(table, header, problems) == column
               ? header
               : fmt::format("#{}", column + 1);
}

}  // namespace exchange
