#pragma once
// What is said, as everything that makes text of it calls it.

#include "schema/types/phrase.h"

namespace texts {

using schema::Argument;
using schema::Arguments;
using schema::DateForm;
using schema::Number;
using schema::Phrase;
using schema::Value;
using schema::When;

}  // namespace texts
