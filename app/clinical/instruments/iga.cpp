#include "app/clinical/instruments/iga.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/clinical/extent.h"

namespace clinical {

namespace {

struct FaceLesions {
    int deep = 0;  // nodules and cysts
    int all = 0;
};

FaceLesions face_lesions(const schema::AcneStatus& seen) {
    FaceLesions face;
    for (const auto& region : seen.regions) {
        if (std::find(face_regions.begin(), face_regions.end(), region.region) !=
            face_regions.end()) {
            face.deep += region.nodules + region.cysts;
            face.all += region.nodules + region.cysts + region.papules + region.pustules +
                        region.open_comedones + region.closed_comedones;
        }
    }
    return face;
}

}  // namespace

std::optional<std::string> counted_beyond_iga(const schema::AcneStatus& seen) {
    if (!seen.iga) {
        return std::nullopt;
    }
    const auto face = face_lesions(seen);
    if (*seen.iga == 0 && face.all > 0) {
        return fmt::format("{} counted on the face: grade 0 is no lesion at all", face.all);
    }
    if (*seen.iga <= 2 && face.deep > 0) {
        return fmt::format("nodules and cysts of the face {}: grades to 2 have none", face.deep);
    }
    if (*seen.iga == 3 && face.deep > 1) {
        return fmt::format("nodules and cysts of the face {}: grade 3 has at most one", face.deep);
    }
    return std::nullopt;
}

}  // namespace clinical
