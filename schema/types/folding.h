#pragma once
// Texts that people write differently and mean the same. What is kept is what was typed; only
// comparisons fold. ICU does the work. In all of them compatibility forms (width), case, kinds of
// dash and apostrophe, digits of any script, runs of blanks and invisible marks are the same.

#include <string>
#include <string_view>
#include <unordered_map>

namespace schema {

// What tells one chart number or label from another. "C‑００1" and "c-001" are one; so are "١" and
// "1".
std::string identity(std::string_view text);

// What tells one lot from another: the same without blanks, dashes, brackets and full stops.
// "LT–0042", "lt 0042" and "LT0042" are one.
std::string code_identity(std::string_view text);

// The same for a telephone number: of digits alone, with + or 00, the numbers of Egypt
// are the same with their country code (+20, 0020) as with 0. "+20 100 123" and "0100-123" are one.
std::string telephone_identity(std::string_view text);

// Names, as they are searched and compared: the same as `identity` without diacritics (Arabic
// harakat too) and tatweel; the forms of alef become bare alef, alef maqsura becomes yaa, taa
// marbuta haa, hamza on a carrier its carrier. أحمد and احمد fold to the same text.
std::string folded(std::string_view text);

// The same of many texts, as the names of a clinic: what a word folds to is kept as long as this.
class WordFolding {
  public:
    std::string of(std::string_view text);

  private:
    std::unordered_map<std::string, std::string> words_;
};

}  // namespace schema
