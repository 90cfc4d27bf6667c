#include "app/progress/cohort/patient_group.h"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

#include "schema/types/text.h"

namespace progress {

namespace {

constexpr std::string_view tag_prefix = "tag:";
constexpr std::string_view label_prefix = "label:";
constexpr std::array<std::string_view, 9> kind_words{
    "all", "fitzpatrick", "sessions", "depth", "device", "course", "tag", "label", "side"};

Group unknown() {
    return {.place = std::numeric_limits<int>::max()};
}

template <schema::Enumeration Enum>
Group named(const std::optional<Enum>& value) {
    return value
               ? Group{.place = static_cast<int>(*value), .name = std::string(schema::word(*value))}
               : unknown();
}

Group by_sessions(int sessions) {
    constexpr int most = 10;
    return sessions >= most ? Group{.place = most, .name = fmt::format("{} or more", most)}
                            : Group{.place = sessions, .name = std::to_string(sessions)};
}

Group by_depth(const std::optional<double>& deepest_mm) {
    constexpr std::array bounds_mm{0.5, 1.0, 1.5, 2.0, 2.5};
    if (!deepest_mm) {
        return unknown();
    }
    const auto bound = std::lower_bound(bounds_mm.begin(), bounds_mm.end(), *deepest_mm);
    const int place = static_cast<int>(bound - bounds_mm.begin());
    if (bound == bounds_mm.begin()) {
        return {.place = place, .name = fmt::format("up to {} mm", *bound)};
    }
    return {.place = place,
            .name = bound == bounds_mm.end()
                        ? fmt::format("over {} mm", bounds_mm.back())
                        : fmt::format("over {} to {} mm", *std::prev(bound), *bound)};
}

Group by_device(const std::vector<schema::Device>& devices) {
    if (devices.size() > 1) {
        return {.place = std::numeric_limits<int>::max() - 1, .name = "several"};
    }
    return named(devices.empty() ? std::nullopt : std::optional(devices.front()));
}

Group by_tag(const std::vector<schema::Tag>& tags, const std::string& key) {
    const auto tag =
        std::find_if(tags.begin(), tags.end(), [&](const auto& each) { return each.key == key; });
    return tag == tags.end() ? unknown() : Group{.name = tag->value};
}

}  // namespace

std::string Grouping::text() const {
    const std::string word(kind_words[static_cast<std::size_t>(kind)]);
    return key.empty() ? word : word + ":" + key;
}

std::optional<Grouping> read_grouping(std::string_view text) {
    for (const auto& [prefix, kind] :
         {std::pair(tag_prefix, GroupKind::tag), std::pair(label_prefix, GroupKind::label)}) {
        if (text.starts_with(prefix)) {
            const auto key = text.substr(prefix.size());
            return key.empty() ? std::nullopt : std::optional(Grouping{kind, std::string(key)});
        }
    }
    const auto word = std::find(kind_words.begin() + 1, kind_words.end(), text);
    const bool needs_key = text == "tag" || text == "label";
    return word == kind_words.end() || needs_key
               ? std::nullopt
               : std::optional(Grouping{static_cast<GroupKind>(word - kind_words.begin())});
}

Group group_of(const CohortMember& member, const Grouping& grouping) {
    switch (grouping.kind) {
        case GroupKind::everyone:
            break;
        case GroupKind::fitzpatrick:
            return named(member.skin);
        case GroupKind::sessions:
            return by_sessions(member.treatment.sessions);
        case GroupKind::depth:
            return by_depth(member.treatment.deepest_mm);
        case GroupKind::device:
            return by_device(member.treatment.devices);
        case GroupKind::course:
            return named(member.treatment.concern);
        case GroupKind::tag:
            return by_tag(member.tags, grouping.key);
        case GroupKind::label:
        case GroupKind::side:
            break;
    }
    return {.name = "all"};
}

}  // namespace progress
