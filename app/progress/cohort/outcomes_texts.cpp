#include "app/progress/cohort/outcomes_texts.h"

#include <fmt/format.h>

#include "db/records/instruments.h"
#include "schema/types/error.h"
#include "schema/types/region.h"

namespace progress {

namespace {

Wanted wanted(const db::Book& book, const std::string& code, const std::string& prefix) {
    const auto at = code.find('@');
    const auto instrument = db::find_instrument(book, code.substr(0, at));
    if (!instrument) {
        throw schema::refused(prefix + "instrument",
                              fmt::format("\"{}\" is not an instrument", code),
                              "`needlebook instrument list` shows the codes");
    }
    Wanted result{.instrument = *instrument};
    if (at != std::string::npos) {
        result.region = schema::read_word<schema::Region>(code.substr(at + 1));
        if (!result.region) {
            throw schema::refused(prefix + "instrument",
                                  fmt::format("\"{}\" names no region after the @", code),
                                  "give one of: " + schema::word_list<schema::Region>());
        }
    }
    return result;
}

Grouping grouping_of(const OutcomesTexts& texts) {
    if (!texts.by) {
        return {};
    }
    const auto grouping = read_grouping(*texts.by);
    if (!grouping) {
        throw schema::refused(texts.prefix + "by",
                              fmt::format("\"{}\" is not a way to group patients", *texts.by),
                              "give fitzpatrick, sessions, depth, device, course or tag:KEY");
    }
    return *grouping;
}

VisitPlan plan_of(const OutcomesTexts& texts) {
    if (!texts.at) {
        return {};
    }
    const auto plan = read_visit_plan(*texts.at);
    if (!plan) {
        throw schema::refused(texts.prefix + "at",
                              fmt::format("\"{}\" is not a list of different visits", *texts.at),
                              "give distances from the baseline such as 0,4w,8w or 0,1m,6m");
    }
    return *plan;
}

}  // namespace

OutcomesRequest read_outcomes_request(const db::Book& book,
                                      schema::Date as_of,
                                      const OutcomesTexts& texts) {
    OutcomesRequest request{.as_of = as_of, .grouping = grouping_of(texts), .plan = plan_of(texts)};
    for (const auto& code : texts.instruments) {
        request.wanted.push_back(wanted(book, code, texts.prefix));
    }
    return request;
}

}  // namespace progress
