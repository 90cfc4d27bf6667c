#pragma once
// The clinic's own label on a patient, key=value: arm=placebo. One value per key and patient.

#include <string>

#include "schema/records/kept.h"

namespace schema {

struct Tag {
    Id<Patient> patient{};
    std::string key;
    std::string value;

    bool operator==(const Tag&) const = default;
};

}  // namespace schema
