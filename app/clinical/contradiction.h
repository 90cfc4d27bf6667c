#pragma once
// What two statements of one record are refused as; for the .cpp files of this folder.

#include <string>
#include <utility>

#include "schema/records/description.h"
#include "schema/types/error.h"

namespace clinical {

// Of a record of this kind.
template <class Record>
schema::Problem contradiction(std::string what, std::string remedy) {
    return {.where = std::string(schema::Description<Record>::noun),
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

}  // namespace clinical
