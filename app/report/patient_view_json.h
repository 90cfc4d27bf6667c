#pragma once
// What a patient reads of themselves, for their own page: what the patient's report says, in its
// words, and nothing of rules, statistics or the clinic's notes.

#include "app/clinical/aftercare/aftercare.h"
#include "app/json/json_value.h"
#include "app/progress/summary.h"
#include "app/progress/words/care_card.h"

namespace exchange {

// {"clinic","as_of","names":[…],"sections":[{"id","title","lines":[…]}],
// "series":[{"name","unit","better","change","points":[{"at","value"}]}],
// "sessions":[{"at","areas":["left cheek"]}],"next_on"|null,
// "aftercare":{"at","session","phase":{"name","until"}|null,"use":[{"what","until"}],
// "avoid":[{"what","until"}],"on_hold","card":{…}}|null,
// "language"|null,"digits","umm_al_qura"}. `care` is the aftercare of this moment;
// what is to be avoided is told until the longest of its sources.
OrderedJson patient_view_json(const progress::Summary& summary,
                              const clinical::Aftercare& care,
                              const progress::CareCard& card,
                              const progress::CareContact& clinic);

}  // namespace exchange
