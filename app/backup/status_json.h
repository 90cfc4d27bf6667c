#pragma once
// The same as JSON.

#include <functional>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/backup/status.h"
#include "app/json/json_value.h"

namespace backup {

// How a moment is written: in UTC, or on the clinic's wall clock. Nothing beyond the calendar.
using MomentText = std::function<std::optional<std::string>(std::int64_t)>;

// {"level", "at", "age_hours", "where", "other_medium", "encrypted", "proved", "drilled",
// "automatic", "limit_hours", "problems": [{"where", "what", "try", "id", "values"}]}
exchange::OrderedJson status_json(const Status& status, const MomentText& text);

// The same and "folders", "keep", "key".
exchange::OrderedJson full_status_json(const Status& status, const MomentText& text);

}  // namespace backup
