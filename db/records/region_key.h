#pragma once
// A region in a key of the tables, where "all" stands for none: the patient as a whole.

#include <optional>
#include <string>

#include "schema/types/region.h"
#include "schema/types/word.h"

namespace db {

inline std::string region_key(const std::optional<schema::Region>& region) {
    return region ? std::string(schema::word(*region)) : "all";
}

inline std::optional<schema::Region> read_region_key(const std::string& key) {
    return schema::read_word<schema::Region>(key);
}

}  // namespace db
