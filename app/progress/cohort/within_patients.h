#pragma once
// Values of a patient under one condition against values of the same patient under another: with
// and without treatment, the one side and the other.

#include <span>
#include <string>
#include <vector>

#include "app/progress/cohort/outcomes.h"
#include "schema/records/agreement.h"
#include "schema/records/score.h"

namespace progress {

struct ConditionValue {
    schema::Id<schema::Patient> patient{};
    std::string condition;
    double value = 0;
    std::optional<schema::Region> region;
};

// The values of one scale, in any order. Each patient's values under a condition are one number,
// their mean, so that whoever has many values, or many under one condition, does not count for more
// (a summary measure: Matthews, Altman, Campbell and Royston, BMJ 1990;300:230-235). Pairs are of
// patients with both. What the differences come to is Student's paired t interval, Hodges and
// Lehmann's estimate and Wilcoxon's test, as paired_result has them. That neighbouring values of a
// patient are alike is not modelled: within a patient nothing is tested.
// `own`: the adopted study of the scale, or null.
WithinPatients within_patients(const schema::Instrument& instrument,
                               const schema::Agreement* own,
                               const std::vector<ConditionValue>& values);

// Of the scores of one scale those of the left and of the right, under the conditions "left" and
// "right", of patients and days that have both: what changes from day to day falls out.
std::vector<ConditionValue> values_of_sides(std::span<const schema::Score> scores);

// The regions that have a side.
std::vector<schema::Region> sided_regions();

}  // namespace progress
