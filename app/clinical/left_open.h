#pragma once
// What a record leaves out that a scale would need: asked for when it is recorded, not refused.

#include <string>
#include <vector>

#include "schema/records/acne_status.h"
#include "schema/records/scar_observation.h"

namespace clinical {

// A sentence each, with what to add; empty where nothing is left open.
template <class Record>
std::vector<std::string> left_open(const Record&) {
    return {};
}
// Counts of a part of the face, which compare with those of the same part only.
std::vector<std::string> left_open(const schema::AcneStatus& seen);
// Some types of a table of scars without the others: the table is not scored.
std::vector<std::string> left_open(const schema::ScarObservation& seen);

}  // namespace clinical
