#include "app/clinical/contradictions.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "app/clinical/contradiction.h"
#include "app/clinical/instruments/iga.h"
#include "app/clinical/instruments/masi.h"
#include "app/clinical/instruments/questionnaire_sum.h"
#include "schema/types/word.h"

namespace clinical {

namespace {

using schema::Problem;

using schema::field_label;
using schema::word_name;

Problem end_before_begin(Problem problem, std::string_view begin, std::string_view end) {
    return std::move(problem).as("end_before_begin",
                                 {{"begin", field_label(begin)}, {"end", field_label(end)}});
}

// The two ends of a period by the names of their fields.
struct NamedEnds {
    std::string_view begin_name;
    const std::optional<schema::PartialDate>& begin;
    std::string_view end_name;
    const std::optional<schema::PartialDate>& end;
};

// Dates that are only partly known contradict each other only when no reading of them agrees:
// from 2012-02 until 2012 may well be true.
template <class Record>
std::vector<Problem> backwards(const NamedEnds& period) {
    if (!period.begin || !period.end || period.end->last_day() >= period.begin->first_day()) {
        return {};
    }
    return {end_before_begin(
        contradiction<Record>(fmt::format("{} {} is before {} {}",
                                          period.end_name,
                                          period.end->text(),
                                          period.begin_name,
                                          period.begin->text()),
                              fmt::format("correct {} or {}", period.end_name, period.begin_name)),
        period.begin_name,
        period.end_name)};
}

void check_region(const schema::PigmentationRegion& region, std::vector<Problem>& problems) {
    using Observation = schema::PigmentationObservation;
    const auto name = schema::word(region.region);
    if (!masi_weight_tenths(region.region)) {
        problems.push_back(
            contradiction<Observation>(fmt::format("region \"{}\" has no place in MASI", name),
                                       "give forehead, right_cheek, left_cheek or chin")
                .as("masi_region", {{"region", word_name(name)}}));
    }
    if ((region.area == 0) != (region.darkness == 0)) {
        problems.push_back(
            contradiction<Observation>(
                fmt::format("{}: area {} with darkness {}", name, region.area, region.darkness),
                "give 0 for both of them or for neither")
                .as("masi_darkness", {{"region", word_name(name)}}));
    }
    if (region.homogeneity && (region.area == 0) != (*region.homogeneity == 0)) {
        problems.push_back(
            contradiction<Observation>(
                fmt::format(
                    "{}: area {} with homogeneity {}", name, region.area, *region.homogeneity),
                "give 0 for both of them or for neither, or leave homogeneity out")
                .as("masi_homogeneity", {{"region", word_name(name)}}));
    }
}

// What speaks of marks although the record says that there are none.
void check_no_marks(const schema::PigmentationObservation& seen, std::vector<Problem>& problems) {
    const auto refuse = [&](schema::Phrase told, std::string_view what) {
        problems.push_back(
            contradiction<schema::PigmentationObservation>(
                fmt::format("marks none with {}", what),
                "ask whether there are marks: then leave marks out; else leave out what speaks of "
                "them")
                .as("no_marks_but", {{"what", std::move(told)}}));
    };
    if (seen.pahpi) {
        refuse(field_label("pahpi"), "pahpi, which has points for marks only");
    }
    if (seen.melanin_index.value_or(0) != 0) {
        refuse(field_label("melanin_index"), fmt::format("melanin_index {}", *seen.melanin_index));
    }
    if (seen.erythema_index.value_or(0) != 0) {
        refuse(field_label("erythema_index"),
               fmt::format("erythema_index {}", *seen.erythema_index));
    }
    for (const auto& region : seen.regions) {
        if (region.area > 0) {
            refuse(word_name(schema::word(region.region)),
                   fmt::format("{}: area {}", schema::word(region.region), region.area));
        }
    }
}

void check_answers(const schema::Questionnaire& filled, std::vector<Problem>& problems) {
    using schema::Questionnaire;
    const auto& items = filled.answers->items;
    const auto rule = rule_of(filled.which);
    const auto form = schema::word(filled.which);
    if (items.size() != rule.items.size()) {
        problems.push_back(
            contradiction<Questionnaire>(
                fmt::format("answers: {} items; {} has {}", items.size(), form, rule.items.size()),
                fmt::format("give {} answers, an empty place for a blank one", rule.items.size()))
                .as("count_of_answers",
                    {{"count", static_cast<int>(items.size())},
                     {"wanted", static_cast<int>(rule.items.size())}}));
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i] && (*items[i] < 0 || *items[i] > highest_answer)) {
            problems.push_back(
                contradiction<Questionnaire>(
                    fmt::format("answers: item {} is {}", i + 1, *items[i]),
                    fmt::format("give each answer of {} as 0 to {}", form, highest_answer))
                    .as("answer_range",
                        {{"item", static_cast<int>(i) + 1}, {"highest", highest_answer}}));
        }
    }
}

template <class Row>
std::vector<Problem> blank_source(const Row& row) {
    if (row.source.find_first_not_of(" \t\n") != std::string::npos) {
        return {};
    }
    return {contradiction<Row>("source is blank", "say where it comes from: \"Dr Saleh\"")
                .as("source_blank")};
}

}  // namespace

std::vector<Problem> contradictions(const schema::Condition& condition) {
    auto problems =
        backwards<schema::Condition>({"from", condition.from, "until", condition.until});
    const bool is_allergy = condition.kind == schema::ConditionKind::allergy;
    if (is_allergy && !condition.substance) {
        problems.push_back(
            contradiction<schema::Condition>("kind allergy without its substance",
                                             "give the substance as the label names it")
                .as("allergy_without_substance"));
    }
    if (!is_allergy && condition.substance) {
        problems.push_back(contradiction<schema::Condition>(
                               fmt::format("substance with kind {}", schema::word(condition.kind)),
                               "give kind allergy, or write it as a note")
                               .as("substance_without_allergy"));
    }
    return problems;
}

std::vector<Problem> contradictions(const schema::Course& course) {
    if (!course.ended || *course.ended >= course.on) {
        return {};
    }
    return {end_before_begin(
        contradiction<schema::Course>(
            fmt::format("ended {} is before on {}", course.ended->text(), course.on.text()),
            "correct ended or on"),
        "on",
        "ended")};
}

std::vector<Problem> contradictions(const schema::Session& session) {
    std::vector<Problem> problems;
    if (session.areas.empty()) {
        problems.push_back(
            contradiction<schema::Session>(
                "no area was treated", "give at least one area with its depth in mm and its passes")
                .as("no_area"));
    }
    constexpr std::array none{"none", "no", "nil", "-", "None", "No"};
    if (session.anaesthetic &&
        std::find(none.begin(), none.end(), *session.anaesthetic) != none.end()) {
        problems.push_back(contradiction<schema::Session>(
                               fmt::format("anaesthetic \"{}\" names none", *session.anaesthetic),
                               "leave it out if none was used")
                               .as("anaesthetic_none"));
    }
    return problems;
}

std::vector<Problem> contradictions(const schema::AcneStatus& seen) {
    if (const auto counted = counted_beyond_iga(seen)) {
        return {
            contradiction<schema::AcneStatus>(fmt::format("iga {} with {}", *seen.iga, *counted),
                                              "ask which is right: correct iga or the counts")
                .as("iga_beside_counts", {{"grade", *seen.iga}})};
    }
    if (!seen.regions.empty() || seen.rest || seen.iga || seen.redness || seen.tenderness) {
        return {};
    }
    return {contradiction<schema::AcneStatus>(
                "nothing was seen: no region, rest, iga, redness or tenderness",
                "give a region with its counts, rest clear, or a grade such as iga")
                .as("nothing_of_acne")};
}

std::vector<Problem> contradictions(const schema::PigmentationObservation& seen) {
    std::vector<Problem> problems;
    if (!seen.pahpi && !seen.melanin_index && !seen.erythema_index && !seen.marks &&
        seen.regions.empty()) {
        problems.push_back(
            contradiction<schema::PigmentationObservation>(
                "nothing was seen: no pahpi, region, melanin_index, erythema_index or marks",
                "give one of them; for skin without marks give marks none")
                .as("nothing_of_marks"));
    }
    if (seen.marks) {
        check_no_marks(seen, problems);
    }
    if (seen.pahpi && seen.kind != schema::PigmentationKind::pih) {
        problems.push_back(
            contradiction<schema::PigmentationObservation>(
                fmt::format("pahpi with kind {}: the index is for brown marks after inflammation",
                            schema::word(seen.kind)),
                "give kind pih, or leave pahpi out")
                .as("pahpi_of_other"));
    }
    for (const auto& region : seen.regions) {
        check_region(region, problems);
    }
    return problems;
}

std::vector<Problem> contradictions(const schema::Questionnaire& filled) {
    std::vector<Problem> problems;
    if (filled.answers) {
        check_answers(filled, problems);
    }
    if (!is_answered(filled) && !filled.total) {
        problems.push_back(
            contradiction<schema::Questionnaire>(
                "no answer and no total", "give the answers, or the total written on the form")
                .as("no_answers"));
    }
    const int highest = rule_of(filled.which).highest_total();
    if (filled.total && (*filled.total < 0 || *filled.total > highest)) {
        problems.push_back(
            contradiction<schema::Questionnaire>(
                fmt::format(
                    "total {}; {} ends at {}", *filled.total, schema::word(filled.which), highest),
                fmt::format("give a total from 0 to {}", highest))
                .as("total_range", {{"total", *filled.total}, {"highest", highest}}));
    }
    return problems;
}

std::vector<Problem> contradictions(const schema::AdverseEvent& event) {
    return backwards<schema::AdverseEvent>({"onset", event.onset, "resolved", event.resolved});
}

std::vector<Problem> contradictions(const schema::OtherTreatment& treatment) {
    return backwards<schema::OtherTreatment>({"from", treatment.from, "until", treatment.until});
}

std::vector<Problem> contradictions(const schema::DepthLimit& limit) {
    return blank_source(limit);
}

std::vector<Problem> contradictions(const schema::CareAdvice& advice) {
    auto problems = blank_source(advice);
    if (advice.until_hours <= advice.from_hours) {
        problems.push_back(contradiction<schema::CareAdvice>(
                               fmt::format("until_hours {} is not after from_hours {}",
                                           advice.until_hours,
                                           advice.from_hours),
                               "give the hours after a session at which it begins and ends")
                               .as("hours_backwards"));
    }
    if (advice.cautious_until_hours && *advice.cautious_until_hours <= advice.until_hours) {
        problems.push_back(contradiction<schema::CareAdvice>(
                               fmt::format("cautious_until_hours {} is not after until_hours {}",
                                           *advice.cautious_until_hours,
                                           advice.until_hours),
                               "leave it out, or give the longest time that a source says")
                               .as("hours_backwards"));
    }
    return problems;
}

std::vector<Problem> contradictions(const schema::Instrument& scale) {
    std::vector<Problem> problems;
    const auto add = [&](std::string what, std::string remedy) {
        problems.push_back(contradiction<schema::Instrument>(std::move(what), std::move(remedy)));
    };
    const bool begins = !scale.code.empty() && scale.code[0] >= 'a' && scale.code[0] <= 'z';
    if (!begins || scale.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") !=
                       std::string::npos) {
        add(fmt::format("\"{}\" is not a code", scale.code),
            "use small letters, digits and _ and begin with a letter: pore_count");
    }
    if (scale.high && *scale.high <= scale.low) {
        add(fmt::format("range {} to {} is empty", scale.low, *scale.high),
            "give a highest value above the lowest, or none");
    }
    const auto above_zero = [&](std::string_view name, const std::optional<double>& value) {
        if (value && *value <= 0) {
            add(fmt::format("{} {} is not above 0", name, *value),
                "give a number above 0, or none");
        }
    };
    above_zero("step", scale.step);
    above_zero("responder_change", scale.responder_change);
    above_zero("responder_percent", scale.responder_percent);
    above_zero("responder_from", scale.responder_from);
    const auto not_below_zero = [&](std::string_view name, const std::optional<double>& value) {
        if (value && *value < 0) {
            add(fmt::format("{} {} is below 0", name, *value), "give 0 or more");
        }
    };
    not_below_zero("noise", scale.noise);
    not_below_zero("noise_other_rater", scale.noise_other_rater);
    return problems;
}

}  // namespace clinical
