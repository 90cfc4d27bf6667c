#pragma once
// By what the clinic's results are told apart: patients by groups, or values within patients.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "app/progress/cohort/cohort_member.h"

namespace progress {

enum class GroupKind {
    everyone,
    fitzpatrick,
    sessions,
    depth,
    device,
    course,
    tag,
    // These tell apart the values of one patient.
    label,  // what was on when they were taken
    side,   // left or right
};

struct Grouping {
    GroupKind kind = GroupKind::everyone;
    std::string key{};  // of a tag or label

    std::string text() const;  // "fitzpatrick", "tag:arm"; "all" for everyone
    bool is_within_patients() const { return kind == GroupKind::label || kind == GroupKind::side; }
    bool operator==(const Grouping&) const = default;
};

// fitzpatrick, sessions, depth, device, course, side, tag:KEY or label:KEY; else nothing.
std::optional<Grouping> read_grouping(std::string_view text);

// In the order of the page: by place, then name; last those of whom it is not known.
struct Group {
    int place = 0;
    std::optional<std::string> name{};  // none: not known

    std::strong_ordering operator<=>(const Group&) const = default;
};

// The group by the skin type, the number of sessions (10 and more are one group), the deepest
// needling of any area in bands of half a millimetre up to 2.5 mm (the bands are ours), the device
// ("several" where it changed), the concern of the course, or the value of the tag. Values within
// patients have no groups of patients: everyone is one.
Group group_of(const CohortMember& member, const Grouping& grouping);

}  // namespace progress
