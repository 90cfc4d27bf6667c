#pragma once
// Aftercare as a page for a terminal: a nurse reads its card aloud, a patient understands it.

#include <string>
#include <vector>

#include "app/cli/pages/progress_page.h"
#include "app/cli/terminal/page_line.h"
#include "app/clinical/aftercare/aftercare.h"
#include "app/progress/summary.h"
#include "app/progress/words/care_card.h"
#include "schema/records/patient.h"

namespace cli {

// Every line ends with a newline and fits the width. Colour only repeats what words say. The card
// is the patient's; the hours and their sources stand below it.
std::string aftercare_page(const schema::Patient& patient,
                           const clinical::Aftercare& care,
                           const progress::CareCard& card,
                           const PageStyle& style);

// The part of the progress page: the phase, and how far what was used kept to the profile. Empty
// when neither is there.
Lines aftercare_lines(const progress::Summary& summary, int width);

}  // namespace cli
