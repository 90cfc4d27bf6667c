#pragma once
// How grave a finding of the safety rules is. No level blocks by itself: the two upper ones ask for
// a reason.

#include <array>

#include "schema/types/word.h"

namespace schema {

// The gravest first. not_judged stands only in what is kept with a session: something that no rule
// could read.
enum class Level { stop, sign_off, caution, not_judged };

template <>
struct Words<Level> {
    static constexpr std::string_view table = "word_level";
    static constexpr std::array<std::string_view, 4> all{
        "stop", "sign_off", "caution", "not_judged"};
};

// Whether a session may only be recorded over it with a reason.
constexpr bool asks_for_reason(Level level) {
    return level == Level::stop || level == Level::sign_off;
}

}  // namespace schema
