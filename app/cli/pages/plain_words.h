#pragma once
// Code words as people say them (app/progress/words/plain_words.h), by their short names.

#include "app/progress/words/plain_words.h"

namespace cli {

using progress::capitalised;
using progress::counted;
using progress::plain;
using progress::plain_severity;
using progress::plain_unit;
using progress::spaced;

}  // namespace cli
