#include "app/progress/cohort/outcomes_texts.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "db/records/instruments.h"
#include "db/records/score_labels.h"
#include "db/records/tags.h"
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
                              "`needlebook instrument list` shows the codes")
            .as("gone");
    }
    Wanted result{.instrument = *instrument};
    if (at != std::string::npos) {
        result.region = schema::read_word<schema::Region>(code.substr(at + 1));
        if (!result.region) {
            throw schema::refused(prefix + "instrument",
                                  fmt::format("\"{}\" names no region after the @", code),
                                  "give one of: " + schema::word_list<schema::Region>())
                .as("gone");
        }
    }
    return result;
}

// What a text means in this book: KEY alone is a label of values; a label that is called side comes
// before the sides; and tag:KEY is of values where no patient has that tag, as an import makes of
// one that differs within patients.
std::optional<Grouping> grouping_in(const db::Book& book, const std::string& text) {
    const auto keys = db::label_keys(book);
    auto grouping = read_grouping(text);
    const bool is_key = keys.contains(text);
    if (is_key && (!grouping || grouping->kind == GroupKind::side)) {
        return Grouping{GroupKind::label, text};
    }
    if (grouping && grouping->kind == GroupKind::tag && keys.contains(grouping->key)) {
        const auto tags = db::all_tags(book);
        const bool has_tag = std::any_of(
            tags.begin(), tags.end(), [&](const auto& tag) { return tag.key == grouping->key; });
        grouping->kind = has_tag ? GroupKind::tag : GroupKind::label;
    }
    const bool is_unknown =
        grouping && grouping->kind == GroupKind::label && !keys.contains(grouping->key);
    return is_unknown ? std::nullopt : grouping;
}

Grouping grouping_of(const db::Book& book, const OutcomesTexts& texts) {
    if (!texts.by) {
        return {};
    }
    const auto grouping = grouping_in(book, *texts.by);
    if (!grouping) {
        const auto keys = db::label_keys(book);
        throw schema::refused(
            texts.prefix + "by",
            fmt::format("\"{}\" is not a way to group patients, nor a label of values", *texts.by),
            fmt::format("give fitzpatrick, sessions, depth, device, course, side or tag:KEY{}",
                        keys.empty() ? "; no value has a label"
                                     : fmt::format("; values have {}", fmt::join(keys, ", "))))
            .as("address_value", {{"value", *texts.by}});
    }
    if (grouping->is_within_patients() && texts.at) {
        throw schema::misused(texts.prefix + "at",
                              "visits are counted from a baseline, which values that are compared "
                              "within patients have none of",
                              "leave it out")
            .as("visits_within");
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
                              "give distances from the baseline such as 0,4w,8w or 0,1m,6m")
            .as("visits_text", {{"value", *texts.at}});
    }
    return *plan;
}

}  // namespace

OutcomesRequest read_outcomes_request(const db::Book& book,
                                      schema::Date as_of,
                                      const OutcomesTexts& texts) {
    OutcomesRequest request{
        .as_of = as_of, .grouping = grouping_of(book, texts), .plan = plan_of(texts)};
    for (const auto& code : texts.instruments) {
        request.wanted.push_back(wanted(book, code, texts.prefix));
    }
    return request;
}

}  // namespace progress
