#include "schema/records/pigmentation_observation.h"

namespace schema {

namespace {

bool points_exist(const Pahpi& pahpi) {
    const bool size = pahpi.size >= 2 && pahpi.size <= 8 && pahpi.size % 2 == 0;
    const bool intensity = pahpi.intensity >= 3 && pahpi.intensity <= 9 && pahpi.intensity % 3 == 0;
    return size && intensity && pahpi.number >= 1 && pahpi.number <= 5;
}

// The item of this name; nothing for another.
int* item_of(Pahpi& pahpi, std::string_view name) {
    return name == "size"        ? &pahpi.size
           : name == "intensity" ? &pahpi.intensity
           : name == "number"    ? &pahpi.number
                                 : nullptr;
}

}  // namespace

std::optional<Pahpi> Pahpi::read(std::string_view text) {
    Pahpi pahpi;
    for (const auto& item : split(text, ',')) {
        const auto equals = item.find('=');
        int* const target = item_of(pahpi, item.substr(0, equals));
        const auto points = equals == std::string_view::npos
                                ? std::nullopt
                                : Text<int>::read(item.substr(equals + 1));
        if (target == nullptr || *target != 0 || !points) {
            return std::nullopt;
        }
        *target = *points;
    }
    return points_exist(pahpi) ? std::optional(pahpi) : std::nullopt;
}

std::string Pahpi::text() const {
    return "size=" + std::to_string(size) + ",intensity=" + std::to_string(intensity) +
           ",number=" + std::to_string(number);
}

}  // namespace schema
