#pragma once
// The clinic's results as plain parts, the same for every format that is read by people.

#include <optional>
#include <string>
#include <vector>

#include "app/progress/cohort/outcomes.h"
#include "app/report/report.h"

namespace exchange {

// One scale: a row for each group that has values on it.
struct ScaleReport {
    std::string code;    // "tewl@left_cheek"
    std::string title;   // "Transepidermal water loss, left cheek"
    std::string remark;  // "g/(m²·h), less is better"
    std::string rules;   // what counts as a responder, as improved and as worsened
    ReportTable table;
    std::vector<std::string> details;   // medians, tests and response of each group
    std::optional<ReportTable> visits;  // with a plan of visits
};

struct OutcomesReport {
    std::string title;
    std::string facts;                    // "12 patients, by skin type"
    std::optional<ReportSection> answer;  // every scale in a row, when there is one group
    std::vector<ScaleReport> scales;
    std::optional<ReportSection> split_faces;  // where there are some
    std::optional<ReportSection> within;       // values told apart within patients
    std::optional<ReportSection> events;       // of groups of patients
    ReportSection notes;
};

OutcomesReport outcomes_report(const progress::Outcomes& outcomes);

}  // namespace exchange
