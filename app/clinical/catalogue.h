#pragma once
// Every instrument that the program knows by itself. Clinics add their own in their book.

#include <span>
#include <string_view>
#include <vector>

#include "app/clinical/scale.h"
#include "schema/records/instrument.h"

namespace clinical {

// Active acne first, then scars, marks and skin tone, skin readings and what patients report.
std::span<const Scale> scales();

// The scale with this code; null for any other.
const Scale* find_scale(std::string_view code);

// Whether a value is itself the change that was found (GAIS, PGIC), so that two are never
// subtracted.
bool states_change(const schema::Instrument& instrument);

// The same, as a new book keeps them; ids are 0 until they are written.
std::vector<schema::Instrument> catalogue();

}  // namespace clinical
