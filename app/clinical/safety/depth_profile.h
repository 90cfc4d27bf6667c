#pragma once
// How deep is deep enough: the program's own limits by region, which a clinic replaces with its
// own.

#include <optional>
#include <span>
#include <vector>

#include "schema/records/depth_limit.h"

namespace clinical {

// Guides for clinics, in mm, for plain needling; none for radiofrequency, and none by skin type:
// no such numbers were found. Every row is unverified.
std::span<const schema::DepthLimit> guide_depths();

// The guide with the clinic's own rows in the place of those for the same place, then the clinic's
// further rows.
std::vector<schema::DepthLimit> depth_profile(const std::vector<schema::DepthLimit>& own);

struct DepthPlace {
    schema::Region region{};
    std::optional<schema::Fitzpatrick> fitzpatrick;
    bool radiofrequency = false;
};

// The limit that holds for a patient: the row for their skin type, else the one for every type;
// nothing if there is none or it sets no limit. A clinic's own row goes before the guide's.
std::optional<schema::DepthLimit> depth_limit(const std::vector<schema::DepthLimit>& own,
                                              const DepthPlace& place);

}  // namespace clinical
