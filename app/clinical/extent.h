#pragma once
// Which places a count of lesions is the sum over. Two sums are compared over the places that both
// looked at; a sum over every place of its extent is of the whole.
//
// Region::other is no place that can be compared, and belongs to neither extent.

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "schema/types/places.h"
#include "schema/types/region.h"

namespace clinical {

inline constexpr std::array face_regions{schema::Region::forehead,
                                         schema::Region::nose,
                                         schema::Region::left_cheek,
                                         schema::Region::right_cheek,
                                         schema::Region::perioral,
                                         schema::Region::chin,
                                         schema::Region::jawline,
                                         schema::Region::periorbital};

inline constexpr std::array trunk_regions{schema::Region::neck,
                                          schema::Region::chest,
                                          schema::Region::upper_back,
                                          schema::Region::shoulders};

// Of lesions_* the face, of trunk_lesions the trunk; none for any other instrument.
std::span<const schema::Region> regions_of(std::string_view instrument_code);

// Whether every place of the extent of this instrument was looked at. A value without places was
// entered as a whole; one with places of an instrument without an extent is not known to be.
bool is_whole(std::string_view instrument_code, const std::optional<schema::Places>& places);

}  // namespace clinical
