#pragma once
// The tables of header_words.h.

#include <span>

#include "app/import/proposal/header_words.h"

namespace exchange {

// Of who the patient is.
std::span<const HeaderWord> patient_words();
// Of what was recorded, and when.
std::span<const HeaderWord> record_words();

}  // namespace exchange
