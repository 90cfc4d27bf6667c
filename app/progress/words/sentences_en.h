#pragma once
// English.

#include "app/progress/words/language.h"

namespace progress {

const Language& english();

}  // namespace progress
