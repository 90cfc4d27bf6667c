#pragma once
// Erasure and retention for other programs. The keys are a contract, which docs/openapi.yaml holds.

#include <optional>
#include <string>
#include <vector>

#include "app/json/json_value.h"
#include "app/tracking/erasure.h"

namespace exchange {

// [{"chart","last_day","over_since"}]
OrderedJson retention_json(const std::vector<tracking::Retention>& due);

// {"chart","last_day","kept_until","retention_is_over","counts":[{"what","count"}],"drafts"}
OrderedJson erasure_plan_json(const tracking::ErasurePlan& plan, std::size_t drafts);

// {"patient","entry","epoch","witness","finished","certificate","copies":[{"file","known"}]}
OrderedJson erased_json(const tracking::Erased& erased,
                        const std::vector<db::Copy>& copies,
                        const std::optional<std::string>& certificate);

}  // namespace exchange
