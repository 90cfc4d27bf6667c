#pragma once
// The session that somebody asks the safety rules about, from the texts that say it.

#include <optional>
#include <string>
#include <vector>

#include "app/clinical/safety/situation.h"
#include "db/book.h"

namespace tracking {

struct PlanTexts {
    std::optional<std::string> at;   // by itself the day that is asked about
    std::vector<std::string> areas;  // REGION, REGION:DEPTH_MM or REGION:DEPTH_MM:PASSES
    std::optional<std::string> device;
    std::optional<std::string> lot;
    std::optional<std::string> anaesthetic;
    std::optional<std::string> glide;
    std::string prefix;  // before the names of the texts in problems: "--"
};

// The patient's planned session. Areas and device that are not given are those of the last session.
// Throws schema::Error (refused) with every text that does not fit, and if no area is known.
clinical::Plan planned_session(const db::Book& book,
                               schema::Id<schema::Patient> patient,
                               schema::Date today,
                               const PlanTexts& texts);

}  // namespace tracking
