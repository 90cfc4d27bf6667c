#include "app/json/progress_json.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

#include "db/records/instruments.h"
#include "tests/app/progress/example_history.h"

namespace exchange::progress_json_test {
namespace {

using progress::day;
using progress::ExampleHistory;
using Json = nlohmann::ordered_json;

std::string text_of(const ExampleHistory& example) {
    return json_text(progress_json(progress::summarise(example.history(), day("2026-06-15"))));
}

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> all;
    for (const auto& [key, value] : object.items()) {
        all.push_back(key);
    }
    return all;
}

using Keys = std::vector<std::string>;

TEST(ProgressJson, OfAnEmptyPatientHasEveryKeyAndNullsForTheUnknown) {
    auto json = Json::parse(text_of(ExampleHistory()));
    for (const auto& benefit : json["benefits"]) {
        EXPECT_EQ(benefit["verdict"], "not_enough_data");
    }
    json.erase("benefits");
    EXPECT_EQ(json.dump(2),
              R"({
  "patient": {
    "id": 1,
    "chart": "C-001",
    "name": null,
    "name_ar": null,
    "born": null,
    "sex": null,
    "fitzpatrick": null,
    "monk": null,
    "language": null,
    "tags": {}
  },
  "as_of": "2026-06-15",
  "course": null,
  "gaps": [],
  "series": [],
  "split_face": null,
  "sessions": [],
  "events": [],
  "due": null,
  "departure": null,
  "pih_watch": [],
  "safety": [],
  "aftercare": null,
  "adherence": null,
  "sentences": {
    "clinic": [
      {
        "text": "No session is recorded.",
        "id": "sentence.clinic.no_session",
        "values": {},
        "about": "course"
      }
    ],
    "patient": [
      {
        "text": "Nothing has been measured yet, so nothing can be said.",
        "id": "sentence.patient.know_nothing",
        "values": {},
        "about": "gaps"
      }
    ]
  }
})");
}

// The contract of the design, key by key and in its order.
// The example, whose marks are much darker six weeks after the last session.
progress::History darker_history() {
    auto history = progress::example_history();
    for (auto& score : history.scores) {
        const auto& scale = db::instrument_among(history.instruments, score.instrument);
        if (scale.code == "pahpi" && score.at == progress::moment("2026-05-25")) {
            score.value = 18;
        }
    }
    return history;
}

TEST(ProgressJson, HasTheKeysOfTheContractInItsOrder) {
    const auto json = progress_json(progress::summarise(darker_history(), day("2026-06-15")));
    EXPECT_EQ(keys(json),
              (Keys{"patient",
                    "as_of",
                    "course",
                    "gaps",
                    "series",
                    "split_face",
                    "sessions",
                    "events",
                    "due",
                    "departure",
                    "pih_watch",
                    "safety",
                    "aftercare",
                    "adherence",
                    "benefits",
                    "sentences"}));
    EXPECT_EQ(keys(json["course"]),
              (Keys{"id",
                    "concern",
                    "planned",
                    "done",
                    "every",
                    "began",
                    "ended",
                    "first_session",
                    "last_session"}));
    EXPECT_EQ(keys(json["gaps"][0]), (Keys{"kind", "series", "text", "id", "values"}));
    const auto& series = json["series"][0];
    EXPECT_EQ(keys(series), (Keys{"instrument",       "name",           "concern",  "unit",
                                  "better",           "range",          "n",        "verdict",
                                  "confirmed",        "words",          "reason",   "remarks",
                                  "remark_phrases",   "baseline",       "latest",   "best",
                                  "change",           "percent_change", "places",   "noise",
                                  "since_last_visit", "relapse",        "too_soon", "against_trend",
                                  "same_season",      "at_best_end",    "band",     "responder",
                                  "responder_rule",   "trend",          "points"}));
    EXPECT_EQ(keys(series["baseline"]), (Keys{"at", "value", "n", "warning"}));
    EXPECT_EQ(keys(series["noise"]),
              (Keys{"value", "kind", "same_rater", "medium", "formula", "source"}));
    EXPECT_EQ(keys(series["since_last_visit"]), (Keys{"change", "verdict", "words"}));
    EXPECT_EQ(keys(series["responder_rule"]), (Keys{"text", "from", "source"}));
    EXPECT_EQ(keys(series["trend"]),
              (Keys{"slope_per_day",
                    "intercept",
                    "low95",
                    "high95",
                    "kendall_tau_b",
                    "mann_kendall",
                    "ols"}));
    EXPECT_EQ(keys(series["trend"]["mann_kendall"]), (Keys{"s", "var", "z", "p", "exact"}));
    EXPECT_EQ(keys(series["trend"]["ols"]), (Keys{"slope_per_day", "intercept", "r", "p"}));
    EXPECT_EQ(keys(series["points"][0]),
              (Keys{"at",
                    "value",
                    "label",
                    "after_sessions",
                    "recorded_total",
                    "places",
                    "days_too_soon",
                    "record",
                    "ratings"}));
    EXPECT_EQ(keys(json["sessions"][0]),
              (Keys{"id",
                    "at",
                    "device",
                    "areas",
                    "endpoint",
                    "pain",
                    "downtime_days",
                    "course",
                    "findings"}));
    EXPECT_EQ(keys(json["sessions"][0]["areas"][0]), (Keys{"region", "depth_mm", "passes"}));
    EXPECT_EQ(keys(json["events"][0]),
              (Keys{"id", "kind", "onset", "severity", "resolved", "session"}));
    EXPECT_EQ(keys(json["due"]), (Keys{"next_on", "overdue_days"}));
    EXPECT_EQ(keys(json["pih_watch"][0]),
              (Keys{"instrument",
                    "session",
                    "before",
                    "after",
                    "change",
                    "days_after",
                    "noise",
                    "sure",
                    "fitzpatrick",
                    "depth_mm"}));
    EXPECT_EQ(keys(json["pih_watch"][0]["session"]), (Keys{"id", "at"}));
    EXPECT_EQ(keys(json["pih_watch"][0]["before"]), (Keys{"at", "value"}));
    EXPECT_EQ(keys(json["benefits"][0]), (Keys{"benefit", "verdict", "because", "known"}));
    EXPECT_EQ(keys(json["benefits"][0]["because"][0]),
              (Keys{"series", "change", "verdict", "confirmed", "counts", "text", "id", "values"}));
    EXPECT_EQ(keys(json["sentences"]), (Keys{"clinic", "patient"}));
    EXPECT_EQ(keys(json["sentences"]["clinic"][0]), (Keys{"text", "id", "values", "about"}));
}

TEST(ProgressJson, GivesTheValuesOfTheSummary) {
    const auto json = progress_json(progress::summarise(darker_history(), day("2026-06-15")));
    EXPECT_EQ(json["patient"]["name_ar"], "هدى صالح");
    EXPECT_EQ(json["patient"]["tags"], Json({{"arm", "pen"}}));
    EXPECT_EQ(json["course"]["every"], "4w");
    EXPECT_EQ(json["course"]["first_session"], "2026-01-05T10:30");
    EXPECT_EQ(json["due"], Json({{"next_on", "2026-05-11"}, {"overdue_days", 35}}));
    const auto& lesions = json["series"][0];
    EXPECT_EQ(lesions["instrument"], "lesions_total");
    EXPECT_EQ(lesions["concern"], "active_acne");
    EXPECT_EQ(lesions["n"], 5);
    EXPECT_EQ(lesions["latest"], Json({{"at", "2026-05-25"}, {"value", 21}}));
    EXPECT_EQ(lesions["percent_change"], -56.25);
    EXPECT_EQ(lesions["verdict"], "improved");
    EXPECT_EQ(lesions["confirmed"], true);
    EXPECT_EQ(lesions["words"], "better");
    EXPECT_EQ(lesions["noise"]["same_rater"], true);
    EXPECT_EQ(lesions["responder"], true);
    EXPECT_EQ(lesions["band"], nullptr);
    EXPECT_EQ(lesions["points"][4]["after_sessions"], 4);
    const auto& gags = json["series"][2];
    EXPECT_EQ(gags["band"], Json({{"name", "mild"}, {"assigned", true}}));
    EXPECT_EQ(gags["responder_rule"], nullptr);
    EXPECT_EQ(json["series"][4]["noise"]["value"], 4);
    EXPECT_EQ(json["series"][8]["instrument"], "tewl@left_cheek");
    const auto& dlqi = json["series"].back();
    EXPECT_EQ(dlqi["points"][1]["recorded_total"], 9);
    EXPECT_EQ(dlqi["points"][1]["record"]["kind"], "questionnaire");
    EXPECT_EQ(json["events"][1]["onset"], "2026-02");
    EXPECT_EQ(json["events"][1]["resolved"], nullptr);
    const auto& watch = json["pih_watch"][0];
    EXPECT_EQ(watch["instrument"], "pahpi");
    EXPECT_EQ(watch["session"]["at"], "2026-04-13T16:40");
    EXPECT_EQ(watch["before"], Json({{"at", "2026-04-13"}, {"value", 13}}));
    EXPECT_EQ(watch["after"], Json({{"at", "2026-05-25"}, {"value", 18}}));
    EXPECT_EQ(watch["change"], 5);
    EXPECT_EQ(watch["days_after"], 42);
    EXPECT_EQ(watch["noise"], 3);
    EXPECT_EQ(watch["sure"], true);
    EXPECT_EQ(watch["fitzpatrick"], "IV");
    EXPECT_EQ(watch["depth_mm"], 1.5);
    EXPECT_EQ(json["benefits"][2]["verdict"], "not_sure") << "one visit says so";
    EXPECT_EQ(json["benefits"][2]["because"][0]["series"], "pahpi");
    EXPECT_EQ(json["benefits"][2]["because"][0]["change"], 6);
}

TEST(ProgressJson, SaysNothingOfTheContactAndTheNotes) {
    ExampleHistory example;
    example.patient().telephone = "secret telephone";
    example.patient().email = "secret email";
    example.patient().address = "secret address";
    example.patient().note = "secret note";
    example.session("2026-01-05").note = "secret session";
    example.event(schema::EventKind::milia, "2026").note = "secret event";
    EXPECT_EQ(text_of(example).find("secret"), std::string::npos);
}

TEST(ProgressJson, WritesTheShortestNumberThatReadsBackTheSame) {
    ExampleHistory example;
    example.score("tewl", "2026-01-05", 0.1);
    example.score("tewl", "2026-02-05", 24);
    const auto text = text_of(example);
    EXPECT_NE(text.find("\"value\": 0.1\n"), std::string::npos);
    EXPECT_NE(text.find("\"value\": 24\n"), std::string::npos);
}

TEST(ProgressJson, IsNullForWhatIsNotANumber) {
    ExampleHistory example;
    example.score("tewl", "2026-01-05", -std::numeric_limits<double>::max());
    example.score("tewl", "2026-02-05", std::numeric_limits<double>::max());
    const auto json = Json::parse(text_of(example));
    EXPECT_EQ(json["series"][0]["change"], nullptr);
    EXPECT_EQ(json["series"][0]["latest"]["value"], std::numeric_limits<double>::max());
}

TEST(ProgressJson, ReplacesWhatIsNotUtf8) {
    ExampleHistory example;
    example.patient().name = "Hud\xff";
    EXPECT_EQ(Json::parse(text_of(example))["patient"]["name"], "Hud\uFFFD");
}

RC_GTEST_PROP(ProgressJsonLaw, EveryValueReadsBackExactly, (const std::vector<double>& values)) {
    ExampleHistory example;
    auto on = day("2026-01-01");
    for (const double value : values) {
        example.score("tewl", on.text(), value);
        on = on.plus_days(1);
    }
    const auto summary = progress::summarise(example.history(), day("9000-01-01"));
    const auto json = progress_json(summary);
    for (std::size_t i = 0; i < values.size(); ++i) {
        RC_ASSERT(json["series"][0]["points"][i]["value"].get<double>() == values[i]);
    }
}

}  // namespace
}  // namespace exchange::progress_json_test
