#pragma once
// Numbers as people read them (app/progress/words/figures.h), by their short names.

#include "app/progress/words/figures.h"

namespace cli {

using progress::decimals_for_two_digits;
using progress::decimals_of;
using progress::figure;
using progress::percent_figure;
using progress::scale_figure;
using progress::signed_figure;

}  // namespace cli
