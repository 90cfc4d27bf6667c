#pragma once
// What is known of each kind of adverse event after microneedling: when it begins, how long it
// usually lasts, how often it was seen. A number that no source gives is absent.
//
// A source that the project could not check, or only in part, ends in "(unverified)".

#include <optional>
#include <span>
#include <string_view>

#include "schema/records/adverse_event.h"

namespace clinical {

// In whole days after the session; 0 is its day.
struct ExpectedOnset {
    int earliest = 0;
    int latest = 0;

    bool operator==(const ExpectedOnset&) const = default;
};

struct EventFacts {
    schema::EventKind kind{};
    std::optional<ExpectedOnset> onset = std::nullopt;
    // The longest that is still usual, in days from its onset; hours count as the day they begin.
    std::optional<int> longest_days = std::nullopt;
    bool persistent = false;  // expected to last, so that no duration is longer than expected
    std::string_view note;    // how often it was seen, and what else matters
    std::string_view radiofrequency;  // where radiofrequency needling differs; empty: nothing found
    std::string_view source;
};

// One per kind, in the order of schema::EventKind.
std::span<const EventFacts> event_catalogue();

const EventFacts& facts_of(schema::EventKind kind);

}  // namespace clinical
