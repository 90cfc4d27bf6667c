#include "app/json/outcomes_json.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/progress/example_history.h"

namespace exchange::outcomes_json_test {
namespace {

using Json = nlohmann::ordered_json;
using progress::Verdict;

std::string keys_of(const Json& object) {
    std::string keys;
    for (const auto& [key, value] : object.items()) {
        keys += key + " ";
    }
    return keys;
}

Json json_of(const char* code, const std::vector<progress::Trajectory>& patients) {
    progress::ExampleHistory example;
    const auto plan = *progress::read_visit_plan("0,4w");
    auto group = progress::group_result({.name = "all"}, progress::GroupTotals{});
    group.instruments.push_back(
        progress::instrument_result(example.instrument(code), patients, plan));
    progress::Outcomes outcomes{.as_of = progress::day("2026-06-15"), .plan = plan};
    outcomes.groups.push_back(std::move(group));
    return outcomes_json(outcomes);
}

std::optional<progress::Outcome> outcome(double value,
                                         Verdict verdict,
                                         std::optional<bool> confirmed = std::nullopt) {
    return progress::Outcome{.value = value, .verdict = verdict, .confirmed = confirmed};
}

TEST(OutcomesJson, HasTheKeysOfTheContract) {
    const auto json =
        json_of("iga",
                {{.baseline = 3,
                  .latest = outcome(1, Verdict::improved, true),
                  .response = progress::ResponseTime{84, true},
                  .visits = {outcome(3, Verdict::unchanged), outcome(2, Verdict::unchanged)}},
                 {.baseline = 3,
                  .latest = outcome(3, Verdict::unchanged),
                  .response = progress::ResponseTime{84, false},
                  .visits = {outcome(3, Verdict::unchanged), outcome(3, Verdict::unchanged)}}});
    EXPECT_EQ(keys_of(json), "as_of grouping notes note_phrases groups within ");
    const auto& group = json["groups"][0];
    EXPECT_EQ(keys_of(group), "by n size small instruments split_faces adverse_events ");
    EXPECT_EQ(keys_of(group["adverse_events"]),
              "events sessions per_100 low95 high95 patients by_kind ");
    const auto& iga = group["instruments"][0];
    EXPECT_EQ(
        keys_of(iga),
        "instrument name concern unit better n size small followed baseline latest change "
        "mean_percent_change mean_percent_change_n percent_change_of_means improved "
        "worsened responders responders_within_noise better_by worst_case noise responder_rule "
        "time_to_response visits ");
    EXPECT_EQ(keys_of(iga["baseline"]),
              "n mean median sd quartile1 quartile3 lowest highest values ");
    EXPECT_EQ(keys_of(iga["baseline"]["values"][0]), "value label k n share low95 high95 ");
    EXPECT_EQ(keys_of(iga["change"]),
              "n mean sd low95 high95 t df p ordinal hodges_lehmann wilcoxon baseline ");
    EXPECT_EQ(keys_of(iga["change"]["wilcoxon"]),
              "v p n unchanged ties exact w_min p_without_continuity ");
    EXPECT_EQ(keys_of(iga["responders"]), "k n share low95 high95 ");
    EXPECT_EQ(keys_of(iga["better_by"][0]), "at_least k n share low95 high95 ");
    EXPECT_EQ(keys_of(iga["time_to_response"]), "n responded median_days steps ");
    EXPECT_EQ(keys_of(iga["time_to_response"]["steps"][0]),
              "days at_risk responded censored survival low95 high95 ");
    EXPECT_EQ(
        keys_of(iga["visits"][1]),
        "at n value change mean_percent_change mean_percent_change_n "
        "percent_change_of_means improved worsened responders responders_within_noise better_by ");
    EXPECT_EQ(keys_of(iga["improved"]), "confirmed unconfirmed ");
    EXPECT_EQ(iga["improved"]["confirmed"]["k"], 1);
    EXPECT_EQ(iga["improved"]["unconfirmed"]["k"], 0);
    EXPECT_EQ(iga["followed"]["k"], 2);
    EXPECT_EQ(iga["worst_case"]["improved"]["n"], 2);
    EXPECT_EQ(iga["visits"][0]["change"], nullptr);
}

TEST(OutcomesJson, SaysNullForWhatDoesNotExist) {
    const auto json =
        json_of("sebum", {{.baseline = 0, .visits = {outcome(0, Verdict::unchanged), {}}}});
    const auto& sebum = json["groups"][0]["instruments"][0];
    for (const auto* key : {"latest",
                            "change",
                            "mean_percent_change",
                            "percent_change_of_means",
                            "improved",
                            "responders",
                            "worsened",
                            "better_by",
                            "noise",
                            "responder_rule",
                            "time_to_response"}) {
        EXPECT_EQ(sebum[key], nullptr) << key;
    }
    EXPECT_EQ(sebum["baseline"]["sd"], nullptr);
    EXPECT_EQ(sebum["size"], "small");
    EXPECT_EQ(sebum["followed"]["k"], 0);
    EXPECT_EQ(json["groups"][0]["adverse_events"]["per_100"], nullptr);
}

TEST(DueJson, IsAnArrayWithTheKeysOfTheContract) {
    progress::ExampleHistory example;
    example.course("2026-01-05", 6, "4w");
    example.session("2026-01-05T10:30");
    const auto course = *progress::course_progress(example.history());
    const auto as_of = progress::day("2026-02-09");
    const auto json = due_json({{.patient = schema::Id<schema::Patient>(7),
                                 .chart = "C-007",
                                 .course = course,
                                 .due = *progress::due(course, as_of),
                                 .last_visit = progress::day("2026-01-05"),
                                 .state = progress::DueState::overdue}});
    ASSERT_EQ(json.size(), 1U);
    EXPECT_EQ(keys_of(json[0]),
              "patient chart course concern done planned every last_session last_visit next_on "
              "overdue_days state ");
    EXPECT_EQ(json[0]["last_session"], "2026-01-05T10:30");
    EXPECT_EQ(json[0]["overdue_days"], 7);
    EXPECT_EQ(json[0]["state"], "overdue");
    EXPECT_EQ(due_json({}), Json::array());
}

}  // namespace
}  // namespace exchange::outcomes_json_test
