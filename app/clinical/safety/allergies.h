#pragma once
// Whether a product holds what a patient is allergic to, as far as their names tell.

#include <string_view>

namespace clinical {

// Whether the product's name holds the substance's, each word as medicines are compared: case,
// marks and letters typed for one another are the same, and one slip in words of six letters or
// more. Several substances are parted by commas; one of them is enough.
bool names_substance(std::string_view product, std::string_view substance);

}  // namespace clinical
