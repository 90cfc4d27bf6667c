#pragma once
// Numbers in the columns of a terminal: as everywhere (app/progress/words/figures.h), but what
// takes more columns than a table has for it is in powers of ten.

#include <string>

#include "app/progress/words/figures.h"

namespace cli {

using progress::decimals_for_two_digits;
using progress::decimals_of;
using progress::percent_figure;

// "1,000,000", and from 10,000,000 on "1.23e+07".
std::string figure(double value, int decimals);
std::string signed_figure(double value, int decimals);  // "+3", "−13", "0"
std::string scale_figure(double value, int decimals);   // whole numbers without decimals

}  // namespace cli
