#include "schema/records/pigmentation_observation.h"

namespace schema {

std::optional<Pahpi> Text<Pahpi>::read(std::string_view text) {
    const auto pahpi = ItemText<Pahpi>::read(text);
    const bool points_exist = pahpi && pahpi->size % 2 == 0 && pahpi->intensity % 3 == 0;
    return points_exist ? pahpi : std::nullopt;
}

}  // namespace schema
