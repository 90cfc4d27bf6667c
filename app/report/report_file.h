#pragma once
// A report as one HTML file that needs nothing else: the components of the web pages, their style,
// fonts and texts, and as JSON what they draw (app/web/report/main.tsx). It opens offline, reads in
// light and dark, and prints on A4. Nothing but its own script runs in it, and nothing is fetched.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "app/clinical/aftercare/aftercare.h"
#include "app/progress/cohort/outcomes.h"
#include "app/progress/summary.h"
#include "app/progress/words/care_card.h"
#include "db/file/head.h"
#include "schema/records/patient.h"
#include "schema/types/word.h"

namespace exchange {

// A patient reads what was measured in everyday words and nothing of rules and statistics.
enum class Audience { clinic, patient };

// `both`: English and Arabic beside each other, of what a patient takes home.
enum class ReportLanguage { english, arabic, both };

// Of what the patient reads, where no other is asked for: theirs, or English.
ReportLanguage language_for(const schema::Patient& patient);

// With which entry the ledger ended when a sheet was made: on paper it is a witness, which `check
// --against` finds in the book again. None: the sheet has none.
using LedgerEnd = std::optional<db::Head>;

// The two photographs that it shows (report_photos.h).
struct ReportPhotos;

// For the clinic the JSON of `progress_json`, for the patient that of `patient_view_json` and no
// more, and no witness; with `photos` where there are such. Throws schema::Error of `language`
// where the program has not all of its texts, and where both are asked for that the clinic alone
// reads.
std::string progress_file(const progress::Summary& summary,
                          Audience audience,
                          ReportLanguage language,
                          const LedgerEnd& end = {},
                          const ReportPhotos* photos = nullptr);

// The JSON of `outcomes_json`.
std::string outcomes_file(const progress::Outcomes& outcomes,
                          const progress::CareContact& clinic,
                          ReportLanguage language);

// The card that a patient takes home.
std::string aftercare_file(const schema::Patient& patient,
                           const clinical::Aftercare& care,
                           const progress::CareCard& card,
                           const progress::CareContact& clinic,
                           ReportLanguage language,
                           const LedgerEnd& end = {});

}  // namespace exchange

template <>
struct schema::Words<exchange::Audience> {
    static constexpr std::array<std::string_view, 2> all{"clinic", "patient"};
};

template <>
struct schema::Words<exchange::ReportLanguage> {
    static constexpr std::array<std::string_view, 3> all{"en", "ar", "en+ar"};
};
