#pragma once
// The parts of which findings are said. For the .cpp files of this folder only.

#include <string>
#include <string_view>

#include "app/clinical/safety/period.h"
#include "app/texts/phrase.h"
#include "schema/records/adverse_event.h"
#include "schema/records/condition.h"
#include "schema/records/other_treatment.h"
#include "schema/types/active.h"
#include "schema/types/region.h"

namespace clinical {

// With the decimals that it was recorded with; `unit` by UCUM.
texts::Number number_of(double value, std::string unit = {});

// "finding.because.depth"
texts::Phrase because(std::string_view name, texts::Arguments values = {});

texts::Phrase phrase_of(schema::ConditionKind kind);
texts::Phrase phrase_of(schema::TreatmentKind kind);
texts::Phrase phrase_of(schema::EventKind kind);
texts::Phrase phrase_of(schema::Active active);

// "since 2026-01", "until 2026-03-05", "from 2026-01 until 2026-03-05", "dates unknown".
texts::Phrase phrase_of(const Period& period);

// "left cheek: …"
texts::Phrase in_place(schema::Region region, texts::Value what);

// "eczema, since 2026-01"
texts::Phrase held(texts::Phrase what, const Period& period);

// "burn of grade 2"
texts::Phrase graded(const schema::AdverseEvent& event);

}  // namespace clinical
