#pragma once
// Every instrument that the program knows by itself. Clinics add their own in their book.

#include <span>
#include <vector>

#include "app/clinical/scale.h"
#include "schema/records/instrument.h"

namespace clinical {

// Active acne first, then scars, marks, skin readings and what patients report.
std::span<const Scale> scales();

// The same, as a new book keeps them; ids are 0 until they are written.
std::vector<schema::Instrument> catalogue();

}  // namespace clinical
