#pragma once
// Numbers as people read them, alike in C++ and in the pages (app/web/app/format.ts);
// tests/texts/figures.json holds both to it.

#include <string>

namespace texts {

// Western 1,234.5, or Arabic-Indic ١٬٢٣٤٫٥.
enum class Digits { western, arabic_indic };

// With so many decimals, in groups of three, with a real minus sign, and never "-0": "1,234.50",
// "−13". From 1e15 on, which nobody reads digit by digit, as "2.35e+15".
std::string figure(double value, int decimals, Digits digits = Digits::western);

// "+3", "−13", "0"
std::string signed_figure(double value, int decimals, Digits digits = Digits::western);

// The end of a scale: whole numbers without decimals.
std::string scale_figure(double value, int decimals);

// "−54 %"; one decimal below ten.
std::string percent_figure(double percent);

// The number is so near to a whole one that it stands for it.
bool is_whole(double value);

// The decimals that show two digits of a number of this size: 1 for 3.14, 3 for 0.0129; at most 6.
int decimals_for_two_digits(double size);

// The digits of a text, year or clock in other digits; all else stays.
std::string in_digits(std::string text, Digits digits);

}  // namespace texts
