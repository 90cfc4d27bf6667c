#include "app/clinical/aftercare/care_profile.h"

#include <algorithm>
#include <tuple>

#include "app/clinical/aftercare/care_facts.h"

namespace clinical {

namespace {

using schema::CareAdvice;
using schema::CareSubject;

// The higher, the better it is told to this case; then the longer it asks for care.
auto rank(const CareRow& row) {
    return std::tuple(
        row.conditions(), row.advice.from_hours, longest_hours(row.advice), row.advice.until_hours);
}

void put_in_place(CareRows& all, const CareAdvice& of_the_clinic) {
    const CareRow own{.advice = of_the_clinic, .grade = SourceGrade::clinic_own};
    const auto same = [&](const CareRow& row) { return row.advice.is_same_place(of_the_clinic); };
    const auto first = std::find_if(all.begin(), all.end(), same);
    if (first == all.end()) {
        all.push_back(own);
        return;
    }
    *first = own;
    all.erase(std::remove_if(first + 1, all.end(), same), all.end());
}

}  // namespace

CareRows care_profile(const std::vector<CareAdvice>& of_the_clinic) {
    auto all = own_care_rows();
    for (const auto& advice : of_the_clinic) {
        put_in_place(all, advice);
    }
    return all;
}

CareRows rows_for(const CareRows& profile, const CareCase& now) {
    CareRows best;
    for (const auto& row : profile) {
        if (!row.fits(now)) {
            continue;
        }
        const auto same = std::find_if(best.begin(), best.end(), [&](const CareRow& other) {
            return other.advice.is_same_place(row.advice);
        });
        if (same == best.end()) {
            best.push_back(row);
        } else if (rank(*same) < rank(row)) {
            *same = row;
        }
    }
    return best;
}

CareRows rows_after(const CareFacts& facts, const schema::Session& session) {
    return rows_for(facts.profile, care_case(session, facts.skin));
}

std::optional<CareRow> row_of(const CareRows& rows, CareSubject subject) {
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&](const auto& row) { return row.advice.subject == subject; });
    return found == rows.end() ? std::nullopt : std::optional(*found);
}

CareSubject subject_of(schema::Active active) {
    return *schema::read_word<CareSubject>(schema::word(active));
}

int longest_hours(const CareAdvice& advice) {
    return advice.cautious_until_hours.value_or(advice.until_hours);
}

}  // namespace clinical
