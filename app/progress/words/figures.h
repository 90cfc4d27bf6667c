#pragma once
// Numbers as people read them: rounded to what the scale resolves.

#include <span>
#include <string_view>

#include "app/progress/series/series.h"
#include "app/texts/figures.h"
#include "app/texts/phrase.h"

namespace progress {

using texts::decimals_for_two_digits;
using texts::figure;
using texts::percent_figure;
using texts::scale_figure;
using texts::signed_figure;

// As many decimals as the values of the series were written with, at most two (three if all are
// below 1), so that a column of them lines up.
int decimals_of(const Series& series);
int decimals_of(std::span<const double> values);

// The end of a scale: whole numbers without decimals.
texts::Number scale_number(double value, int decimals);

// With all its decimals, as a rule has it: 0.25 is "0.25", 45 is "45".
texts::Number exact_number(double value, std::string_view unit = {});

}  // namespace progress
