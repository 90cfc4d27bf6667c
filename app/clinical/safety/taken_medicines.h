#pragma once
// The medicines of a patient, from whichever kind of record tells of them.

#include <string>
#include <vector>

#include "app/clinical/safety/finding.h"
#include "app/clinical/safety/medicines.h"
#include "app/clinical/safety/period.h"
#include "app/texts/phrase.h"
#include "schema/records/condition.h"
#include "schema/records/other_treatment.h"

namespace clinical {

struct TakenMedicine {
    MedicineClass kind{};
    bool is_topical = false;  // by the record; a name alone does not tell a gel from a capsule
    texts::Phrase name;       // "Curacne (isotretinoin)"; the class where only that is recorded
    Period period;
    RecordRef record;
};

// What nobody knows.
struct UnknownMedicine {
    std::string text;  // as it was written; empty: without a name
    Period period;
    RecordRef record;
};

struct Medicines {
    std::vector<TakenMedicine> taken;
    std::vector<UnknownMedicine> unknown;
};

// Of conditions that are medicines, of the notes of other conditions, and of treatments by name. A
// medicine without a name is unknown; the name of a procedure is none.
Medicines medicines_of(const std::vector<schema::Condition>& conditions,
                       const std::vector<schema::OtherTreatment>& treatments);

}  // namespace clinical
