#pragma once
// Texts that nobody can guess.

#include <string>
#include <string_view>

namespace server {

// 128 bits from the system's source of randomness, as 22 letters that a URL takes as they are.
std::string unguessable();

// Whether they are the same; takes as long whatever differs.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace server
