#include "app/clinical/left_open.h"

#include <algorithm>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "app/clinical/extent.h"
#include "app/clinical/instruments/ecca.h"
#include "app/clinical/instruments/goodman_baron_score.h"

namespace clinical {

namespace {

bool is_of_face(const schema::AcneRegion& region) {
    return std::find(face_regions.begin(), face_regions.end(), region.region) != face_regions.end();
}

void add_table(std::string_view name,
               std::span<const ScarWeight> weights,
               const schema::ScarObservation& seen,
               std::vector<std::string>& open) {
    const auto missing = types_not_examined(weights, seen);
    const bool is_begun =
        std::any_of(seen.counts.begin(), seen.counts.end(), [&](const auto& count) {
            return std::any_of(weights.begin(), weights.end(), [&](const auto& weight) {
                return weight.type == count.type;
            });
        });
    if (!is_begun || missing.empty()) {
        return;
    }
    std::string types;
    for (const auto type : missing) {
        types += (types.empty() ? "" : ", ") + std::string(schema::word(type));
    }
    open.push_back(fmt::format(
        "{} is not scored: {} were not counted. Count them, or say rest none if there are none.",
        name,
        types));
}

}  // namespace

std::vector<std::string> left_open(const schema::AcneStatus& seen) {
    const auto of_face = std::count_if(seen.regions.begin(), seen.regions.end(), &is_of_face);
    if (seen.rest || of_face == 0 || static_cast<std::size_t>(of_face) == face_regions.size()) {
        return {};
    }
    return {
        fmt::format("the counts are of {} of {} regions of the face, and compare with the same "
                    "regions only. Give the others, or say rest clear if they were looked at and "
                    "have no lesion.",
                    of_face,
                    face_regions.size())};
}

std::vector<std::string> left_open(const schema::ScarObservation& seen) {
    std::vector<std::string> open;
    add_table("goodman_baron_score", goodman_baron_weights, seen, open);
    add_table("ecca", ecca_weights, seen, open);
    return open;
}

}  // namespace clinical
