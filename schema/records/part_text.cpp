#include "schema/records/part_text.h"

#include <algorithm>
#include <type_traits>

#include "schema/types/text.h"

namespace schema {

namespace {

template <class Part, class Value>
bool read_field(const Field<Part, Value>& field, std::string_view text, Part& part) {
    const auto value = Text<Value>::read(text);
    if (!value) {
        return false;
    }
    if constexpr (std::is_arithmetic_v<Value>) {
        if (!field.facets.range.holds(static_cast<double>(*value))) {
            return false;
        }
    } else if constexpr (std::is_same_v<Value, std::optional<int>>) {
        if (!field.facets.range.holds(**value)) {
            return false;
        }
    }
    part.*field.member = *value;
    return true;
}

// Fields in their order between separators; optional ones at the end may be left out.
template <class Part>
std::optional<Part> read_places(std::string_view text, char separator) {
    const auto places = split(text, separator);
    Part part;
    std::size_t next = 0;
    bool good = true;
    for_each_field<Part>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        if (next < places.size()) {
            good = good && read_field(field, places[next], part);
        } else {
            good = good && !is_required<Value>;
        }
        ++next;
    });
    return good && places.size() <= next ? std::optional(part) : std::nullopt;
}

template <class Part>
std::string places_text(const Part& part, char separator) {
    std::string text;
    for_each_field<Part>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        const auto place = Text<Value>::write(part.*field.member);
        if (is_required<Value> || !place.empty()) {
            text += (text.empty() ? "" : std::string(1, separator)) + place;
        }
    });
    return text;
}

bool read_count(std::string_view name, std::string_view count, AcneRegion& part) {
    bool good = false;
    for_each_field<AcneRegion>([&](const auto& field) {
        if constexpr (std::is_same_v<typename std::decay_t<decltype(field)>::value_type, int>) {
            good = good || (field.name == name && read_field(field, count, part));
        }
    });
    return good;
}

}  // namespace

template <>
std::optional<SessionArea> read_part<SessionArea>(std::string_view text) {
    return read_places<SessionArea>(text, ':');
}

template <>
std::string part_text<SessionArea>(const SessionArea& part) {
    return places_text(part, ':');
}

template <>
std::optional<PigmentationRegion> read_part<PigmentationRegion>(std::string_view text) {
    return read_places<PigmentationRegion>(text, ':');
}

template <>
std::string part_text<PigmentationRegion>(const PigmentationRegion& part) {
    return places_text(part, ':');
}

template <>
std::optional<ScarCount> read_part<ScarCount>(std::string_view text) {
    return read_places<ScarCount>(text, '=');
}

template <>
std::string part_text<ScarCount>(const ScarCount& part) {
    return places_text(part, '=');
}

// A region without counts ("chin") was examined and is clear.
template <>
std::optional<AcneRegion> read_part<AcneRegion>(std::string_view text) {
    const auto colon = text.find(':');
    const auto region = read_word<Region>(text.substr(0, colon));
    if (!region) {
        return std::nullopt;
    }
    AcneRegion part{.region = *region};
    if (colon == std::string_view::npos) {
        return part;
    }
    std::vector<std::string_view> said;
    for (const auto item : split(text.substr(colon + 1), ',')) {
        const auto equals = item.find('=');
        const auto name = item.substr(0, equals);
        const bool again = std::find(said.begin(), said.end(), name) != said.end();
        if (equals == std::string_view::npos || again ||
            !read_count(name, item.substr(equals + 1), part)) {
            return std::nullopt;
        }
        said.push_back(name);
    }
    return part;
}

template <>
std::string part_text<AcneRegion>(const AcneRegion& part) {
    std::string text(word(part.region));
    char separator = ':';
    for_each_field<AcneRegion>([&](const auto& field) {
        if constexpr (std::is_same_v<typename std::decay_t<decltype(field)>::value_type, int>) {
            if (part.*field.member != 0) {
                text +=
                    separator + std::string(field.name) + "=" + std::to_string(part.*field.member);
                separator = ',';
            }
        }
    });
    return text;
}

}  // namespace schema
