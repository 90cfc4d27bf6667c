#pragma once
// The clinic's own label on a patient, key=value: arm=placebo. One value per key and patient.

#include <string>
#include <string_view>
#include <tuple>

#include "schema/records/description.h"
#include "schema/records/kept.h"

namespace schema {

struct Tag {
    Id<Patient> patient{};
    std::string key;
    std::string value;

    bool operator==(const Tag&) const = default;
};

template <>
struct Description<Tag> {
    static constexpr std::string_view noun = "tag";
    static constexpr std::string_view table = "tag";
    static constexpr std::string_view plural = "tags";
    static constexpr std::string_view summary = "the clinic's own label on a patient";
    static constexpr std::tuple fields{
        Field{"key", &Tag::key, "what is labelled: arm"},
        Field{"value", &Tag::value, "the label: placebo"},
    };
};

}  // namespace schema
