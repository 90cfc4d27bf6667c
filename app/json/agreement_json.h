#pragma once
// Studies of agreement for other programs. Texts are indented by two; what is not there is null.

#include <string>
#include <vector>

#include "app/json/json_value.h"
#include "app/progress/agreement/load_study.h"

namespace exchange {

// [{"id","instrument" (code), the fields by name, "version","voided"}]
OrderedJson agreements_json(const std::vector<schema::Agreement>& studies,
                            const std::vector<schema::Instrument>& instruments);

// One of these, then
//   "result": {"ratings","patients","rated_twice","rated_by_all","repeated","treated_between",
//     "raters": [name],
//     "pairs": [{"raters":[two],"patients","agreed":{"same","within_one_step"},"quadratic_kappa",
//       "difference":{"bias","lower_limit","upper_limit"}}],
//     "icc_2_1","icc_3_1","other_rater","same_rater"}
//   "adopting":
//   {"possible","sdc_same_rater","sdc_other_rater","lacks":[text],"would_change":[text],
//     "gives_way": the id of the study that is in force for this scale and medium}
// A statistic is {"value","low95","high95"}, an error {"sem","low95","high95","sdc"}; each object
// of a result that is null in all its keys says why in "why_not", which is null in the others.
OrderedJson agreement_json(const progress::StudyView& view);

// [{"id","patient" (chart),"rater","value","at","version","voided"}]; a chart for each rating.
OrderedJson agreement_ratings_json(const std::vector<schema::AgreementRating>& ratings,
                                   const std::vector<std::string>& charts);

}  // namespace exchange
