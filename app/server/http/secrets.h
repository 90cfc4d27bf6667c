#pragma once
// Comparing texts that nobody is to guess.

#include <string_view>

namespace server {

// Whether they are the same; takes as long whatever differs.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace server
