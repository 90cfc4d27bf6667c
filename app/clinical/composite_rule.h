#pragma once
// A responder rule over several counts at once: some of them, added up, must fall by at least a
// part of their baseline, and some may not rise.

#include <optional>
#include <span>
#include <string_view>

namespace clinical {

struct CompositeRule {
    std::string_view name;
    std::span<const std::string_view> summed;  // kinds of lesions
    int fall_percent{};                        // of the baseline sum, at least
    std::span<const std::string_view> not_rising;
    std::string_view text;
    std::string_view source;
    std::string_view unverified{};
    std::string_view example;
};

// How many of one kind there were and are, each 0 or more.
struct CountChange {
    std::string_view kind;
    int baseline{};
    int now{};
};

// Whether every part of the rule holds. Nothing if a kind that the rule needs was not counted, and
// for a baseline sum of 0: there is no part of nothing to fall by, so the patient belongs neither
// to the responders nor to the others.
std::optional<bool> meets(const CompositeRule& rule, std::span<const CountChange> counts);

}  // namespace clinical
