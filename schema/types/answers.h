#pragma once
// A questionnaire's item answers in the form's order, written 1,2,0,,1: an empty place is an item
// left blank.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schema {

struct Answers {
    std::vector<std::optional<int>> items;  // each 0..9

    // Nothing for an empty text or anything but single digits and commas.
    static std::optional<Answers> read(std::string_view text);
    std::string text() const;

    bool operator==(const Answers&) const = default;
};

}  // namespace schema
