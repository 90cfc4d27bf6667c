#include "app/import/grade_words.h"

#include <algorithm>

#include "app/clinical/band.h"
#include "app/clinical/catalogue.h"
#include "app/import/cell_synonyms.h"
#include "app/text/number.h"
#include "app/text/utf8.h"
#include "schema/types/folding.h"

namespace exchange {

namespace {

const clinical::Scale* scale_with_names(std::string_view code) {
    const auto* known = clinical::find_scale(code);
    return known == nullptr || clinical::value_names(*known).empty() ? nullptr : known;
}

std::optional<double> by_name(const clinical::Scale& scale, std::string_view text) {
    const auto name = schema::folded(text);
    if (const auto value = clinical::value_named(scale, name)) {
        return value;
    }
    const auto word = synonym("grade", text);
    return word ? clinical::value_named(scale, *word) : std::nullopt;
}

// "grade 2"; "IGA 2" and "IGA: 2" of that scale.
std::optional<double> behind_grade(std::string_view code, std::string_view text) {
    const auto folded = schema::folded(text);
    const std::string own = schema::folded(code);
    for (const std::string_view word : {std::string_view("grade"), std::string_view(own)}) {
        if (folded.starts_with(word)) {
            auto rest = trimmed(std::string_view(folded).substr(word.size()));
            const bool has_sign = rest.starts_with(':') || rest.starts_with('=');
            return read_number(rest.substr(has_sign ? 1 : 0));
        }
    }
    return std::nullopt;
}

// "3 (moderate)", "3 - moderate", "3: moderate", where both say the same.
std::optional<double> with_name(const clinical::Scale& scale, std::string_view text) {
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto value = read_number(text.substr(0, end));
    auto name = trimmed(text.substr(end));
    const auto is_around = [&](char c) {
        return std::string_view("()-=: ").find(c) != std::string_view::npos;
    };
    while (!name.empty() && is_around(name.front())) {
        name.remove_prefix(1);
    }
    while (!name.empty() && is_around(name.back())) {
        name.remove_suffix(1);
    }
    return value && value == by_name(scale, name) ? value : std::nullopt;
}

}  // namespace

std::optional<double> grade_named(std::string_view code, std::string_view cell) {
    const auto* known = scale_with_names(code);
    if (known == nullptr) {
        return std::nullopt;
    }
    const auto text = trimmed(cell);
    auto value = by_name(*known, text);
    value = value ? value : behind_grade(code, text);
    return value ? value : with_name(*known, text);
}

std::vector<std::string> grade_names(std::string_view code) {
    const auto* known = scale_with_names(code);
    if (known == nullptr) {
        return {};
    }
    const auto names = clinical::value_names(*known);
    return {names.begin(), names.end()};
}

}  // namespace exchange
