#include "app/import/proposal/column_meanings.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/import/proposal/header_offsets.h"
#include "app/import/proposal/header_words.h"
#include "app/text/time_offset.h"
#include "app/text/utf8.h"
#include "schema/types/folding.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using Scales = std::vector<schema::Instrument>;
using Meanings = std::vector<ColumnMeaning>;

// The rows of the table by their folded words.
const std::multimap<std::string, const HeaderWord*>& word_index() {
    static const auto index = [] {
        std::multimap<std::string, const HeaderWord*> all;
        for (const auto& row : header_words()) {
            all.emplace(folded_header(row.word), &row);
        }
        return all;
    }();
    return index;
}

void add(Meanings& all, ColumnMeaning meaning) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& other) {
        return other.spec.same_target(meaning.spec);
    });
    if (same == all.end()) {
        all.push_back(std::move(meaning));
    } else {
        same->naming = std::max(same->naming, meaning.naming);
        same->is_part_of_row = same->is_part_of_row || meaning.is_part_of_row;
    }
}

bool is_time_of_patients(const Vocabulary& vocabulary, std::string_view field) {
    return vocabulary.kind == "patients" && (field == "at" || field == "clock");
}

// The field that a word of the table is for, or is a piece of.
std::pair<std::string_view, Piece> pieces_of(std::string_view field) {
    if (field == "first name") {
        return {"name", Piece::first};
    }
    if (field == "last name") {
        return {"name", Piece::last};
    }
    if (field == "at") {
        return {"at", Piece::first};
    }
    return field == "clock" ? std::pair(std::string_view("at"), Piece::last)
                            : std::pair(field, Piece::whole);
}

// The first field of "region|area" that the kind has. A person has no moment: a date of theirs
// may be any.
std::optional<ColumnMeaning> meaning_of(const HeaderWord& row, const Vocabulary& vocabulary) {
    if (!row.kind.empty() && row.kind != vocabulary.kind) {
        return std::nullopt;
    }
    const auto [fields, piece] = pieces_of(row.field);
    for (const auto& field : schema::split(fields, '|')) {
        if (auto spec = vocabulary.find(field)) {
            const bool weak = row.weak || is_time_of_patients(vocabulary, row.field);
            // A number of a part has a name of its own: depth_mm.
            const bool is_whole = spec->part.empty() && spec->slot.empty();
            const auto name = is_whole ? spec->name : std::string(field);
            const bool is_part = (field == "region" || field == "area" || field == "type") &&
                                 is_whole && name != field;
            return ColumnMeaning{.spec = std::move(*spec),
                                 .field = name,
                                 .naming = weak ? Naming::weak : Naming::synonym,
                                 .piece = piece,
                                 .is_part_of_row = is_part};
        }
    }
    return std::nullopt;
}

void add_words(Meanings& all, const std::string& folded, const Vocabulary& vocabulary) {
    const auto [begin, end] = word_index().equal_range(folded);
    std::for_each(begin, end, [&](const auto& entry) {
        if (auto meaning = meaning_of(*entry.second, vocabulary)) {
            add(all, std::move(*meaning));
        }
    });
}

std::string joined(const std::vector<std::string>& words,
                   std::size_t begin,
                   std::size_t end,
                   std::string_view by) {
    std::string text;
    for (auto i = begin; i < end; ++i) {
        text += (i == begin ? "" : std::string(by)) + words[i];
    }
    return text;
}

void add_own_names(Meanings& all,
                   std::string_view header,
                   const std::string& folded,
                   const Vocabulary& vocabulary) {
    if (auto spec = vocabulary.find(header)) {
        // Days, weeks and months count from a first day, which only --origin tells.
        const auto naming = spec->is_offset() ? Naming::weak : Naming::exact;
        add(all, {.spec = std::move(*spec), .field = std::string(header), .naming = naming});
    }
    if (!all.empty()) {
        return;
    }
    for (const auto& field : vocabulary.fields) {
        if (folded_header(field.name) == folded) {
            add(all, {.spec = field, .field = field.name, .naming = Naming::synonym});
        }
    }
    // A number of a part, an item: "Open comedones", "Item 1".
    const auto words = words_of_header(header);
    for (const auto& name : {folded, joined(words, 0, words.size(), "_")}) {
        auto spec = all.empty() ? vocabulary.find(name) : std::nullopt;
        if (spec && !spec->is_offset()) {
            add(all, {.spec = std::move(*spec), .field = name, .naming = Naming::synonym});
        }
    }
}

// forehead.papules of "Forehead papules"; tewl@left_cheek of "TEWL left cheek".
void add_parts(Meanings& all, const std::vector<std::string>& words, const Vocabulary& vocabulary) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto first = joined(words, 0, i, "_");
        const auto second = joined(words, i, words.size(), "_");
        for (const auto* sign : {".", "@"}) {
            const auto field = first + sign + second;
            if (auto spec = vocabulary.find(field)) {
                add(all, {.spec = std::move(*spec), .field = field, .naming = Naming::synonym});
            }
        }
    }
}

// "goodman baron quantitative score", without what a catalogue adds in brackets or after a comma.
bool is_name_of(const schema::Instrument& scale, const std::string& folded) {
    const auto short_name = scale.name.substr(0, scale.name.find_first_of("(,"));
    return folded_header(scale.code) == folded || folded_header(scale.name) == folded ||
           folded_header(short_name) == folded;
}

void add_scales(Meanings& all,
                const std::string& folded,
                const Vocabulary& vocabulary,
                const Scales& scales) {
    for (const auto& scale : scales) {
        const auto spec = is_name_of(scale, folded) ? vocabulary.find(scale.code) : std::nullopt;
        if (spec && spec->is_scale) {
            add(all, {.spec = *spec, .field = scale.code, .naming = Naming::synonym});
        }
    }
}

// "iga" of "igascore" and "scoreiga"; empty for what has no such word.
std::string without_score(std::string_view folded) {
    for (const std::string_view word : {"score", "grade", "total", "value", "points", "درجة"}) {
        if (folded.size() > word.size() && folded.ends_with(word)) {
            return std::string(folded.substr(0, folded.size() - word.size()));
        }
        if (folded.size() > word.size() && folded.starts_with(word)) {
            return std::string(folded.substr(word.size()));
        }
    }
    return "";
}

Meanings scales_named(const std::string& folded,
                      const Vocabulary& vocabulary,
                      const Scales& scales) {
    Meanings all;
    add_words(all, folded, vocabulary);
    std::erase_if(all, [](const auto& meaning) { return !meaning.spec.is_scale; });
    add_scales(all, folded, vocabulary, scales);
    if (const auto name = all.empty() ? without_score(folded) : ""; !name.empty()) {
        add_scales(all, name, vocabulary, scales);
    }
    return all;
}

// iga@4w of "IGA week 4" and "week 4 IGA".
void add_offsets(Meanings& all,
                 const std::vector<std::string>& words,
                 const Vocabulary& vocabulary,
                 const Scales& scales) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto first = joined(words, 0, i, "");
        const auto second = joined(words, i, words.size(), "");
        for (const auto& [named, time] : {std::pair(first, second), std::pair(second, first)}) {
            const auto offset = offset_named(time);
            if (offset.empty()) {
                continue;
            }
            for (const auto& meaning : scales_named(named, vocabulary, scales)) {
                const auto field = meaning.spec.name + "@" + offset;
                if (auto spec = vocabulary.find(field)) {
                    add(all, {.spec = std::move(*spec), .field = field, .naming = Naming::synonym});
                }
            }
        }
    }
}

Meanings found_for(std::string_view header, const Vocabulary& vocabulary, const Scales& scales) {
    Meanings all;
    const auto folded = folded_header(header);
    if (folded.empty()) {
        return all;
    }
    add_words(all, folded, vocabulary);
    for (auto& scale : scales_named(folded, vocabulary, scales)) {
        add(all, std::move(scale));
    }
    add_own_names(all, header, folded, vocabulary);
    if (all.empty()) {
        const auto words = words_of_header(header);
        add_parts(all, words, vocabulary);
        add_offsets(all, words, vocabulary, scales);
    }
    return all;
}

// "IGA" of "IGA 0-4", "Pain" of "Pain /10": what its values go from and to. The header itself where
// it ends otherwise, as "IGA-2" and "IGA 2026-01" do.
std::string_view without_range(std::string_view header) {
    const auto number_at_end = [](std::string_view text) {
        const auto end = text.find_last_not_of("0123456789");
        return text.substr(end == std::string_view::npos ? 0 : end + 1);
    };
    const auto high = number_at_end(header);
    auto before = header.substr(0, header.size() - high.size());
    constexpr std::size_t most_digits = 3;
    if (high.empty() || high.size() > most_digits) {
        return header;
    }
    if (before.ends_with('/')) {
        return trimmed(before.substr(0, before.size() - 1));
    }
    before = trimmed(before);
    const std::string_view dash = before.ends_with("–") ? "–" : "-";
    if (!before.ends_with(dash)) {
        return header;
    }
    before = trimmed(before.substr(0, before.size() - dash.size()));
    const auto low = number_at_end(before);
    return low.size() == 1 && low != high ? trimmed(before.substr(0, before.size() - 1)) : header;
}

}  // namespace

std::vector<ColumnMeaning> meanings_of(std::string_view header,
                                       const Vocabulary& vocabulary,
                                       const Scales& scales) {
    const auto whole = trimmed(header);
    auto all = found_for(whole, vocabulary, scales);
    const auto bracket = whole.find_first_of("([");
    if (all.empty() && bracket != std::string_view::npos) {
        all = found_for(trimmed(whole.substr(0, bracket)), vocabulary, scales);
    }
    if (const auto bare = all.empty() ? without_range(whole) : whole; bare.size() < whole.size()) {
        all = found_for(bare, vocabulary, scales);
    }
    const auto dot = whole.rfind('.');  // visit.iga, as a path into JSON is written
    if (all.empty() && dot != std::string_view::npos) {
        all = found_for(whole.substr(dot + 1), vocabulary, scales);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
        return one.naming > other.naming;
    });
    return all;
}

}  // namespace exchange
