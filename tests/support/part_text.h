#pragma once
// Parts of records by their C++ type, to and from text.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/kinds/record_text.h"

namespace schema {

inline const kinds::Parts& parts_like(const SessionArea*) {
    return *kinds::of<Session>().parts;
}
inline const kinds::Parts& parts_like(const AcneRegion*) {
    return *kinds::of<AcneStatus>().parts;
}
inline const kinds::Parts& parts_like(const ScarCount*) {
    return *kinds::of<ScarObservation>().parts;
}
inline const kinds::Parts& parts_like(const PigmentationRegion*) {
    return *kinds::of<PigmentationObservation>().parts;
}

template <class Part>
std::optional<Part> read_part(std::string_view text) {
    Part part;
    return kinds::read_part(parts_like(&part), text, &part) ? std::optional(part) : std::nullopt;
}

template <class Part>
std::string part_text(const Part& part) {
    return kinds::part_text(parts_like(&part), &part);
}

template <class Part>
std::string parts_text(const std::vector<Part>& parts) {
    std::string text;
    for (const auto& part : parts) {
        text += (text.empty() ? "" : " ") + part_text(part);
    }
    return text;
}

}  // namespace schema
