#pragma once
// A record named by another: "acne 3".

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/types/text.h"

namespace schema {

struct RecordName {
    std::string kind;  // one of `kinds`
    std::int64_t id = 0;

    // The nouns of the kinds of record.
    static constexpr std::array<std::string_view, 19> kinds{"patient",
                                                            "condition",
                                                            "course",
                                                            "session",
                                                            "application",
                                                            "acne",
                                                            "scars",
                                                            "pigmentation",
                                                            "reading",
                                                            "questionnaire",
                                                            "event",
                                                            "treatment",
                                                            "appointment",
                                                            "contact",
                                                            "photo",
                                                            "consent",
                                                            "own-entry",
                                                            "sign-off",
                                                            "finding"};

    // A kind, a blank and an id from 1; else nothing.
    static std::optional<RecordName> read(std::string_view text);
    std::string text() const;

    bool operator==(const RecordName&) const = default;
};

template <>
struct Text<RecordName> : SelfText<RecordName> {
    static std::string form() { return "a record by kind and id: acne 3"; }
};

}  // namespace schema
