#include "schema/types/answers.h"

namespace schema {

std::optional<Answers> Answers::read(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    Answers answers;
    answers.items.emplace_back();
    for (const char c : text) {
        if (c == ',') {
            answers.items.emplace_back();
        } else if (c >= '0' && c <= '9' && !answers.items.back()) {
            answers.items.back() = c - '0';
        } else {
            return std::nullopt;
        }
    }
    return answers;
}

std::string Answers::text() const {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += i == 0 ? "" : ",";
        text += items[i] ? std::to_string(*items[i]) : "";
    }
    return text;
}

}  // namespace schema
