#pragma once
// What to use and what to avoid after needling: the program's own rows, and the clinic's in their
// place. What no source speaks of has no row.

#include <optional>
#include <string_view>
#include <vector>

#include "app/clinical/aftercare/care_row.h"
#include "schema/types/active.h"

namespace clinical {

// The instructions that name a sunscreen ask for this factor or more, and for a mineral one.
inline constexpr int sunscreen_spf = 30;

// The program's rows in their order, each subject's with the clinic's one row in their place; then
// the clinic's rows for other subjects in theirs. A row of the clinic is for every case.
CareRows care_profile(const std::vector<schema::CareAdvice>& of_the_clinic);

// One row for each subject, in the order of the profile: of those that fit the one with the most
// conditions, and of two with as many the one that is careful for longer.
CareRows rows_for(const CareRows& profile, const CareCase& now);

// The row for a subject among rows of one case; nothing if there is none.
std::optional<CareRow> row_of(const CareRows& rows, schema::CareSubject subject);
schema::CareSubject subject_of(schema::Active active);

// The last hour that any source gives.
int longest_hours(const schema::CareAdvice& advice);

// Why the rules are strict with vitamin C, and with an allergy to metal.
inline constexpr std::string_view granuloma_source =
    "review of granulomas after microneedling, Dermatologic Surgery (doi "
    "10.1097/dss.0000000000004450); Chu 2021 (doi 10.1097/01.dss.0000790428.70373.f6)";
inline constexpr std::string_view metal_source =
    "Chu 2021, review of adverse events after microneedling (doi "
    "10.1097/01.dss.0000790428.70373.f6)";

}  // namespace clinical
