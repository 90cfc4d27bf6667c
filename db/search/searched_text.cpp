#include "db/search/searched_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "schema/kinds/kinds.h"
#include "schema/types/folded_words.h"
#include "schema/types/folding.h"

namespace db {

namespace {

constexpr std::array<std::string_view, 12> texts{"name",
                                                 "name_ar",
                                                 "email",
                                                 "address",
                                                 "guardian",
                                                 "note",
                                                 "goal",
                                                 "product",
                                                 "products",
                                                 "glide_product",
                                                 "substance",
                                                 "model"};
constexpr std::array<std::string_view, 2> codes_of_fields{"chart", "lot"};

template <std::size_t Count>
bool is_among(const std::array<std::string_view, Count>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), &begins_character));
}

bool is_token_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80U;
}

// A sign that would part tokens becomes one of the private use area that does not: + is U+E02B.
std::string one_token(std::string_view code) {
    std::string token;
    for (const char c : code) {
        if (is_token_byte(c)) {
            token += c;
        } else {
            constexpr unsigned continuation = 0x80;
            const auto byte = static_cast<unsigned char>(c);
            token += '\xEE';
            token += static_cast<char>(continuation | (byte >> 6U));
            token += static_cast<char>(continuation | (byte & 0x3FU));
        }
    }
    return token;
}

std::string phrase(std::string_view token) {
    return fmt::format("\"{}\"*", token);
}

}  // namespace

void SearchedText::add_text(std::string_view text) {
    for (auto& word : schema::folded_words(text)) {
        words.push_back(std::move(word));
    }
}

void SearchedText::add_code(std::string_view code) {
    add_text(code);
    codes.push_back(schema::code_identity(code));
}

void SearchedText::add_telephone(std::string_view number) {
    add_text(number);
    codes.push_back(schema::telephone_identity(number));
}

SearchedAs searched_as(const kinds::Field& field) {
    if (field.type != kinds::Type::text) {
        return SearchedAs::not_at_all;
    }
    if (field.name == "telephone") {
        return SearchedAs::telephone;
    }
    if (is_among(codes_of_fields, field.name)) {
        return SearchedAs::code;
    }
    return is_among(texts, field.name) ? SearchedAs::text : SearchedAs::not_at_all;
}

const std::vector<const kinds::Kind*>& searched_kinds() {
    static const auto kinds = [] {
        std::vector<const kinds::Kind*> all;
        for (const auto& group : {kinds::of_patients(), kinds::of_clinic()}) {
            for (const auto& kind : group) {
                const bool has_texts =
                    std::any_of(kind.fields.begin(), kind.fields.end(), [](const auto& field) {
                        return searched_as(field) != SearchedAs::not_at_all;
                    });
                if (has_texts && kind.is_versioned && !kind.made_by_program) {
                    all.push_back(&kind);
                }
            }
        }
        return all;
    }();
    return kinds;
}

SearchQuery::SearchQuery(std::string_view text) {
    const auto folded = schema::folded(text);
    std::size_t from = 0;
    while (from < folded.size()) {
        const auto end = std::min(folded.find(' ', from), folded.size());
        const auto word = std::string_view(folded).substr(from, end - from);
        Word one{.runs = schema::folded_words(word), .codes = {}};
        for (auto code : {schema::code_identity(word), schema::telephone_identity(word)}) {
            const bool is_new =
                std::find(one.codes.begin(), one.codes.end(), code) == one.codes.end();
            if (is_new && !one.runs.empty() && characters(code) >= fewest_of_a_code) {
                one.codes.push_back(std::move(code));
            }
        }
        if (!one.runs.empty()) {
            words_.push_back(std::move(one));
        }
        from = end + 1;
    }
}

bool SearchQuery::Word::is_in(const SearchedText& text) const {
    const auto begins_one = [&](const std::string& run) {
        return std::any_of(text.words.begin(), text.words.end(), [&](const std::string& word) {
            return word.starts_with(run);
        });
    };
    const auto is_in_one = [&](const std::string& code) {
        return std::any_of(text.codes.begin(), text.codes.end(), [&](const std::string& each) {
            return each.find(code) != std::string::npos;
        });
    };
    return std::all_of(runs.begin(), runs.end(), begins_one) ||
           std::any_of(codes.begin(), codes.end(), is_in_one);
}

bool SearchQuery::finds(const SearchedText& text) const {
    return !words_.empty() && std::all_of(words_.begin(), words_.end(), [&](const Word& word) {
        return word.is_in(text);
    });
}

bool SearchQuery::finds_some(const SearchedText& text) const {
    return std::any_of(
        words_.begin(), words_.end(), [&](const Word& word) { return word.is_in(text); });
}

std::string SearchQuery::expression() const {
    std::vector<std::string> all;
    for (const auto& word : words_) {
        std::vector<std::string> runs;
        for (const auto& run : word.runs) {
            runs.push_back(phrase(run));
        }
        auto one = fmt::format("{{words}} : ({})", fmt::join(runs, " AND "));
        for (const auto& code : word.codes) {
            one += fmt::format(" OR {{codes}} : {}", phrase(one_token(code)));
        }
        all.push_back("(" + one + ")");
    }
    return fmt::format("{}", fmt::join(all, " AND "));
}

std::string index_words(const SearchedText& text) {
    return fmt::format("{}", fmt::join(text.words, " "));
}

std::string index_codes(const SearchedText& text) {
    std::string column;
    for (const auto& code : text.codes) {
        std::string_view rest = code;
        while (characters(rest) >= fewest_of_a_code) {
            column += one_token(rest) + " ";
            do {
                rest.remove_prefix(1);
            } while (!rest.empty() && !begins_character(rest.front()));
        }
    }
    return column;
}

}  // namespace db
