#pragma once
// Text as it is searched: what people write differently but mean the same becomes the same.

#include <string>
#include <string_view>

namespace schema {

// Compatibility forms, case, diacritics (Arabic harakat too) and tatweel are dropped; the forms of
// alef become bare alef, alef maqsura becomes yaa, taa marbuta haa, hamza on a carrier its carrier;
// blanks collapse. ICU does the work. أحمد and احمد fold to the same text.
std::string folded(std::string_view text);

}  // namespace schema
