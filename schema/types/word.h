#pragma once
// Enumerations and their words. One table per enumeration serves the database, the command line,
// files and JSON.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace schema {

// Specialised beside each enumeration: `static constexpr std::array<std::string_view, N> all`, in
// the enumerators' order.
template <class Enum>
struct Words;

template <class Enum>
concept Enumeration = requires {
    Words<Enum>::all.size();
};

template <Enumeration Enum>
constexpr std::string_view word(Enum value) {
    return Words<Enum>::all[static_cast<std::size_t>(value)];
}

// The enumerator with exactly this word; nothing for any other text.
template <Enumeration Enum>
constexpr std::optional<Enum> read_word(std::string_view text) {
    const auto& all = Words<Enum>::all;
    const auto found = std::find(all.begin(), all.end(), text);
    if (found == all.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - all.begin());
}

// The word with blanks for underscores: "left cheek".
inline std::string spaced(std::string_view word) {
    std::string text(word);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}
template <Enumeration Enum>
std::string spaced(Enum value) {
    return spaced(word(value));
}

// "forehead, nose, left_cheek …": every word, for help and error messages.
template <Enumeration Enum>
std::string word_list() {
    std::string list;
    for (const auto each : Words<Enum>::all) {
        list += (list.empty() ? "" : ", ") + std::string(each);
    }
    return list;
}

}  // namespace schema
