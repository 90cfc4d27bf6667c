#include "app/import/proposal/visit_columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "app/import/proposal/header_words.h"
#include "app/text/utf8.h"

namespace exchange {

namespace {

using Words = std::vector<std::string>;

// A header without what names its visit.
struct NamedVisit {
    std::string visit;  // "2"; empty: none is named
    std::string base;   // "iga", "visit date"
};

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& all, std::string_view word) {
    return std::find(all.begin(), all.end(), word) != all.end();
}

// As they are compared: folded.
bool is_visit(std::string_view word) {
    constexpr std::array<std::string_view, 9> visits{
        "visit", "visits", "v", "visite", "session", "seance", "زياره", "الزياره", "الجلسه"};
    return is_one_of(visits, word);
}

bool is_number(std::string_view word) {
    constexpr std::size_t most_digits = 2;
    return word.size() <= most_digits && std::all_of(word.begin(), word.end(), &is_digit);
}

// Visits that header_offsets.h knows as the first day, too.
bool is_first_day(std::string_view visit) {
    return visit == "baseline" || visit == "initial";
}

bool names_visit(std::string_view word) {
    constexpr std::array<std::string_view, 16> names{"before",
                                                     "pre",
                                                     "avant",
                                                     "قبل",
                                                     "after",
                                                     "post",
                                                     "apres",
                                                     "بعد",
                                                     "final",
                                                     "last",
                                                     "end",
                                                     "followup",
                                                     "suivi",
                                                     "controle",
                                                     "المتابعه",
                                                     "screening"};
    return is_first_day(word) || is_one_of(names, word);
}

// "st" of "1st", "ère" of "1ère".
bool makes_ordinal(std::string_view word) {
    constexpr std::array<std::string_view, 9> endings{
        "st", "nd", "rd", "th", "er", "re", "ere", "e", "eme"};
    return is_one_of(endings, word);
}

std::string ordinal(std::string_view word) {
    using Row = std::array<std::string_view, 9>;
    constexpr std::array<Row, 6> ordinals{
        {{"first", "premier", "premiere", "الاول", "الاولي", "الاولى", "اول"},
         {"second", "deuxieme", "seconde", "الثاني", "الثانيه", "ثاني"},
         {"third", "troisieme", "الثالث", "الثالثه", "ثالث"},
         {"fourth", "quatrieme", "الرابع", "الرابعه", "رابع"},
         {"fifth", "cinquieme", "الخامس", "الخامسه", "خامس"},
         {"sixth", "sixieme", "السادس", "السادسه", "سادس"}}};
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
        if (!word.empty() && is_one_of(ordinals[i], word)) {
            return std::to_string(i + 1);
        }
    }
    return "";
}

// "of" of "Date of visit 2", "de la" of "Date de la visite 2", "treatment" of "Pre-treatment IGA".
bool joins(std::string_view word) {
    constexpr std::array<std::string_view, 10> joining{
        "of", "the", "at", "de", "la", "du", "le", "a", "treatment", "traitement"};
    return is_one_of(joining, word);
}

std::string without(const Words& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if ((i < begin || i >= end) && !joins(words[i])) {
            text += (text.empty() ? "" : " ") + words[i];
        }
    }
    return text;
}

// "visit 2", "2nd visit", "second visit", "second", and "2" at the end.
NamedVisit named_visit(std::string_view header) {
    const auto words = words_of_header(header);
    const auto word = [&](std::size_t i) {
        return i < words.size() ? std::string_view(words[i]) : std::string_view();
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_visit(word(i)) && !word(i + 1).empty() && is_number(word(i + 1))) {
            return {words[i + 1], without(words, i, i + 2)};
        }
        if (is_visit(word(i)) && !ordinal(word(i + 1)).empty()) {
            return {ordinal(word(i + 1)), without(words, i, i + 2)};
        }
        if (is_number(word(i)) && makes_ordinal(word(i + 1))) {
            return {words[i], without(words, i, is_visit(word(i + 2)) ? i + 3 : i + 2)};
        }
        if (const auto number = ordinal(word(i)); !number.empty()) {
            return {number, without(words, i, is_visit(word(i + 1)) ? i + 2 : i + 1)};
        }
        const bool is_in_two = word(i) == "follow" && word(i + 1) == "up";
        if (is_in_two || names_visit(word(i))) {
            const bool is_follow_up = is_in_two || word(i) == "followup";
            const auto end = is_in_two ? i + 2 : i + 1;
            const bool has_number = end < words.size() && is_number(word(end));
            return {(is_follow_up ? "follow-up" : words[i]) + (has_number ? " " + words[end] : ""),
                    without(words, i, has_number ? end + 1 : end)};
        }
    }
    const auto last = words.empty() ? 0 : words.size() - 1;
    return words.size() > 1 && is_number(words[last])
               ? NamedVisit{words[last], without(words, last, words.size())}
               : NamedVisit{"", without(words, 0, 0)};
}

class VisitFinder {
  public:
    VisitFinder(const Table& table,
                const Vocabulary& vocabulary,
                const std::vector<schema::Instrument>& scales,
                const std::vector<ColumnCells>& cells)
        : table_(table), vocabulary_(vocabulary), scales_(scales), cells_(cells) {}

    std::vector<Visit> find() {
        for (std::size_t i = 0; i < table_.header().size(); ++i) {
            see(i);
        }
        auto named = named_visits();
        return named.empty() ? repeated_visits() : named;
    }

  private:
    struct Seen {
        std::size_t column;
        NamedVisit named;
        ColumnMeaning meaning;
        bool is_time;
    };

    bool is_time(const ColumnMeaning& meaning, std::size_t column) const {
        return meaning.spec.name == vocabulary_.time_field && meaning.piece != Piece::last &&
               cells_[column].dates.any();
    }
    static bool is_value(const ColumnMeaning& meaning) {
        return meaning.spec.is_scale && meaning.spec.slot.empty() && meaning.spec.part.empty();
    }

    // The time or the one scale that these words name; "Visit 2" alone is its day.
    std::optional<ColumnMeaning> meaning(std::string_view words, std::size_t column) const {
        const auto all = meanings_of(words.empty() ? "Date" : words, vocabulary_, scales_);
        const auto time = std::find_if(
            all.begin(), all.end(), [&](const auto& each) { return is_time(each, column); });
        if (time != all.end()) {
            return *time;
        }
        const bool is_clear = all.size() == 1 && is_value(all.front());
        return is_clear && !words.empty() ? std::optional(all.front()) : std::nullopt;
    }

    void see(std::size_t column) {
        const auto& header = table_.header()[column];
        const auto whole = meanings_of(header, vocabulary_, scales_);
        auto named = named_visit(header);
        const bool has_meaning =
            !whole.empty() && whole.front().naming != Naming::weak && !is_first_day(named.visit);
        if (has_meaning) {
            named = {"", folded_header(header)};
        }
        const auto words = has_meaning ? std::string(trimmed(header)) : named.base;
        if (words.empty() && named.visit.empty()) {
            return;
        }
        if (auto found = meaning(words, column)) {
            named.base = folded_header(named.base);
            const bool time = is_time(*found, column);
            seen_.push_back({column, std::move(named), std::move(*found), time});
        }
    }

    static void add(Visit& visit, const Seen& seen) {
        (seen.is_time ? visit.times : visit.values).push_back({seen.column, seen.meaning});
    }

    // "IGA" beside "IGA 2" is of the visit before it; "IGA" beside "TEWL 2" is not.
    std::vector<Visit> named_visits() const {
        std::set<std::string> numbered;
        for (const auto& each : seen_) {
            if (!each.named.visit.empty()) {
                numbered.insert(each.meaning.field);
            }
        }
        std::vector<Visit> visits;
        for (const auto& each : seen_) {
            if (!numbered.contains(each.meaning.field)) {
                continue;
            }
            const auto found = std::find_if(visits.begin(), visits.end(), [&](const Visit& visit) {
                return visit.name == each.named.visit;
            });
            add(found == visits.end() ? visits.emplace_back(Visit{each.named.visit, {}, {}})
                                      : *found,
                each);
        }
        return without_lone_first_day(std::move(visits));
    }

    // With no other visit of its own day, a baseline is what the others count from.
    static std::vector<Visit> without_lone_first_day(std::vector<Visit> visits) {
        const auto whole = std::count_if(
            visits.begin(), visits.end(), [](const Visit& visit) { return visit.is_whole(); });
        std::erase_if(visits, [&](const Visit& visit) {
            return is_first_day(visit.name) && (whole < 2 || !visit.is_whole());
        });
        return visits;
    }

    std::vector<Visit> repeated_visits() const {
        std::vector<Visit> visits;
        for (const auto& each : seen_) {
            if (each.is_time) {
                visits.emplace_back();
            }
            if (visits.empty()) {
                return {};  // a value before the first time
            }
            add(visits.back(), each);
        }
        const bool are_whole =
            visits.size() > 1 && std::all_of(visits.begin(), visits.end(), [](const Visit& visit) {
                return visit.is_whole();
            });
        return are_whole ? visits : std::vector<Visit>();
    }

    const Table& table_;
    const Vocabulary& vocabulary_;
    const std::vector<schema::Instrument>& scales_;
    const std::vector<ColumnCells>& cells_;
    std::vector<Seen> seen_;
};

}  // namespace

bool Visit::is_whole() const {
    std::set<std::string> fields;
    for (const auto& each : values) {
        fields.insert(each.meaning.field);
    }
    return times.size() == 1 && !values.empty() && fields.size() == values.size();
}

std::vector<Visit> visits_of(const Table& table,
                             const Vocabulary& vocabulary,
                             const std::vector<schema::Instrument>& scales,
                             const std::vector<ColumnCells>& cells) {
    return vocabulary.takes_visits && table.has_header()
               ? VisitFinder(table, vocabulary, scales, cells).find()
               : std::vector<Visit>();
}

}  // namespace exchange
