#include "schema/types/labels.h"

#include <algorithm>

#include <fmt/format.h>

#include "schema/types/text_bounds.h"

namespace schema {

std::string labels_text(const Labels& labels) {
    std::string text;
    for (const auto& [key, value] : labels) {
        text += fmt::format("{}{}={}", text.empty() ? "" : ", ", key, value);
    }
    return text;
}

std::optional<std::pair<std::string, std::string>> read_label(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size()) {
        return std::nullopt;
    }
    return std::pair(std::string(text.substr(0, equals)), std::string(text.substr(equals + 1)));
}

void check_labels(const Labels& labels, std::string_view where, std::vector<Problem>& problems) {
    for (const auto& [key, value] : labels) {
        if (without_ends(key).empty() || without_ends(value).empty()) {
            problems.push_back(schema::Problem{std::string(where),
                                               "a label needs a key and a value",
                                               "write it treated=yes, or leave it out"}
                                   .as("label_form"));
        }
        check_text("key", key, where, problems);
        check_text("value", value, where, problems);
    }
}

bool differ(const Labels& a, const Labels& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& label) {
        const auto other = b.find(label.first);
        return other != b.end() && other->second != label.second;
    });
}

bool includes(const Labels& labels, const Labels& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& label) {
        const auto own = labels.find(label.first);
        return own != labels.end() && own->second == label.second;
    });
}

}  // namespace schema
