#pragma once
// The clinic's own settings: one row.

#include <array>
#include <string>

#include "schema/records/description.h"
#include "schema/types/word.h"

namespace schema {

// Which view on isotretinoin the clinic follows: the label's six months, or the 2017 consensus.
enum class IsotretinoinRule { label, consensus };

template <>
struct Words<IsotretinoinRule> {
    static constexpr std::array<std::string_view, 2> all{"label", "consensus"};
};

struct Clinic {
    std::string name;
    std::string time_zone;
    IsotretinoinRule isotretinoin_rule = IsotretinoinRule::label;
    int minimal_interval_days = 14;
    int minimal_interval_rf_days = 21;

    bool operator==(const Clinic&) const = default;
};

template <>
struct Description<Clinic> {
    static constexpr std::string_view noun = "clinic";
    static constexpr std::string_view table = "clinic";
    static constexpr std::string_view plural = "clinic";
    static constexpr std::string_view summary = "the clinic's settings";
    static constexpr std::tuple fields{
        Field{"name", &Clinic::name, "the clinic's name"},
        Field{"time_zone",
              &Clinic::time_zone,
              "IANA time zone of the clinic's wall clock: Africa/Cairo"},
        Field{"isotretinoin_rule",
              &Clinic::isotretinoin_rule,
              "label = wait 6 months, consensus = 2017 consensus"},
        Field{"minimal_interval_days",
              &Clinic::minimal_interval_days,
              "fewest days between sessions, 1 to 365",
              Range{1, 365}},
        Field{"minimal_interval_rf_days",
              &Clinic::minimal_interval_rf_days,
              "fewest days between radiofrequency sessions, 1 to 365",
              Range{1, 365}},
    };
};

}  // namespace schema
