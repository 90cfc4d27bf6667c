#pragma once
// The rows that belong to a record, as text: one on the command line, all of them in one CSV cell.
//
//   session areas           left_cheek:1.5:4            (places in order)
//   regions of acne         forehead:papules=3,nodules=1 (region, then named counts)
//   scars                   dish_mild=25
//   regions of pigmentation forehead:3:2:2

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/records/acne_status.h"
#include "schema/records/pigmentation_observation.h"
#include "schema/records/scar_observation.h"
#include "schema/records/session.h"

namespace schema {

// The part that `text` writes; nothing if a place is missing, unknown, out of range or said twice.
template <class Part>
std::optional<Part> read_part(std::string_view text);
template <class Part>
std::string part_text(const Part& part);

// All parts, separated by blanks.
template <class Part>
std::string parts_text(const std::vector<Part>& parts) {
    std::string text;
    for (const auto& part : parts) {
        text += (text.empty() ? "" : " ") + part_text(part);
    }
    return text;
}

}  // namespace schema
