#pragma once
// The rows of scores.csv: after the columns that every score has, one for each key of their labels,
// "label:treated".

#include <set>
#include <string>
#include <vector>

#include "schema/records/score.h"

namespace exchange {

std::vector<std::string> score_header(const std::set<std::string>& label_keys);

// `chart` is the patient's, `code` the scale's.
std::vector<std::string> score_cells(const schema::Score& score,
                                     const std::string& chart,
                                     const std::string& code,
                                     const std::set<std::string>& label_keys);

}  // namespace exchange
