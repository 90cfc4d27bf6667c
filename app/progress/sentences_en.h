#pragma once
// English.

#include "app/progress/language.h"

namespace progress {

const Language& english();

}  // namespace progress
