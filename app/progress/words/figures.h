#pragma once
// Numbers as people read them: rounded to what the scale resolves, with a real minus sign.

#include <span>
#include <string>

#include "app/progress/series/series.h"

namespace progress {

// As many decimals as the values of the series were written with, at most two (three if all are
// below 1), so that a column of them lines up.
int decimals_of(const Series& series);
int decimals_of(std::span<const double> values);

std::string figure(double value, int decimals);
// The end of a plot's scale: whole numbers without decimals.
std::string scale_figure(double value, int decimals);
// "+3", "−13", "0"
std::string signed_figure(double value, int decimals);
// "−54 %"; one decimal below ten
std::string percent_figure(double percent);
// The decimals that show two digits of a number of this size: 1 for 3.14, 3 for 0.0129.
int decimals_for_two_digits(double size);

}  // namespace progress
