#pragma once
// Numbers as people read them, alike in C++ and in the pages; tests/texts/figures.json holds both
// to it.

#include <optional>
#include <string>

namespace texts {

// The marks of numbers are those of Unicode CLDR: 1,234.5 and −3; in Arabic with Western digits
// 1,234.5, or with Arabic-Indic ones ١٬٢٣٤٫٥. There a number with a sign has CLDR's mark of
// direction before the sign and stands in an isolate (isolate.h), ready for a sentence.
enum class Numerals { english, arabic_western, arabic_indic };

// With so many decimals, in groups of three, with a real minus sign, and never "-0": "1,234.50",
// "−13". Without `decimals` as many as say what it is: of less than 1 three digits, else at most
// two decimals. From 1e15 on, which nobody reads digit by digit, as "2.35e+15".
std::string figure(double value,
                   std::optional<int> decimals,
                   Numerals numerals = Numerals::english);

// "+3", "−13", "0"
std::string signed_figure(double value, int decimals, Numerals numerals = Numerals::english);

// The end of a scale: whole numbers without decimals.
std::string scale_figure(double value, int decimals);

// "−54 %"; one decimal below ten.
std::string percent_figure(double percent);

// The number is so near to a whole one that it stands for it.
bool is_whole(double value);

// The decimals that show two digits of a number of this size: 1 for 3.14, 3 for 0.0129; at most 6.
int decimals_for_two_digits(double size);

// The digits of a year or a clock in these numerals; all else stays.
std::string in_digits(std::string text, Numerals numerals);

}  // namespace texts
