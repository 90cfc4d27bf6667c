#pragma once
// What was on when a value was taken, by key: treated=yes, arm=A. One value per key.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/types/error.h"

namespace schema {

using Labels = std::map<std::string, std::string, std::less<>>;

// "arm=A, treated=yes", by key; empty without one.
std::string labels_text(const Labels& labels);

// The key and the value of "treated=yes"; a value may hold = too. Nothing where there is no = or
// the key or the value is empty.
std::optional<std::pair<std::string, std::string>> read_label(std::string_view text);

// Adds what is wrong with a key or value: empty, too long, of several lines.
void check_labels(const Labels& labels, std::string_view where, std::vector<Problem>& problems);

// Whether some key has another value in each: the two were taken under different conditions.
bool differ(const Labels& a, const Labels& b);

// Whether `labels` say all that `wanted` says.
bool includes(const Labels& labels, const Labels& wanted);

}  // namespace schema
