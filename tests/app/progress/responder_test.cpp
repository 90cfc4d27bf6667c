#include "app/progress/responder.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/app/progress/example_history.h"

namespace progress::responder_test {
namespace {

using schema::Better;
using schema::Instrument;

const auto yes = std::optional(true);
const auto no = std::optional(false);
const std::optional<bool> cannot_say;

Instrument published(std::string_view code) {
    return ExampleHistory().instrument(code);
}

struct Case {
    std::string code;
    Movement movement;
    std::optional<bool> expected;
};

TEST(Responder, FollowsThePublishedRules) {
    const std::vector<Case> cases = {
        // Clear or almost clear, and two grades: FDA guidance of 2018.
        {"iga", {3, 1}, yes},
        {"iga", {4, 2}, no},
        {"iga", {2, 1}, no},
        {"iga", {4, 0}, yes},
        // Four points of the DLQI.
        {"dlqi", {11, 7}, yes},
        {"dlqi", {11, 8}, no},
        {"dlqi", {7, 11}, no},
        // Half of the lesions.
        {"lesions_total", {48, 24}, yes},
        {"lesions_total", {48, 25}, no},
        // Garg and Baveja 2014: grades before and after of their 49 patients, all of them improved.
        {"goodman_baron_grade", {4, 2}, yes},
        {"goodman_baron_grade", {4, 3}, yes},
        {"goodman_baron_grade", {3, 0}, yes},
        {"goodman_baron_grade", {3, 1}, yes},
        {"goodman_baron_grade", {3, 2}, yes},
        {"goodman_baron_grade", {2, 0}, yes},
        {"goodman_baron_grade", {2, 2}, no},
    };
    for (const auto& each : cases) {
        SCOPED_TRACE(each.code + " " + std::to_string(each.movement.baseline) + " to " +
                     std::to_string(each.movement.latest));
        EXPECT_EQ(is_responder(published(each.code), each.movement), each.expected);
    }
}

TEST(Responder, IsAbsentWhereNothingCanBeSaid) {
    EXPECT_EQ(is_responder(published("gags"), Movement{24, 2}), cannot_say) << "no rule";
    EXPECT_EQ(is_responder(published("iga"), std::nullopt), cannot_say) << "one value";
    EXPECT_EQ(is_responder(published("lesions_total"), Movement{0, 0}), cannot_say)
        << "a percentage of nothing";
    auto neither = published("iga");
    neither.better = Better::neither;
    EXPECT_EQ(is_responder(neither, Movement{4, 0}), cannot_say) << "no direction";
}

TEST(Responder, IsAbsentBelowTheLeastBaselineOfItsRule) {
    EXPECT_EQ(is_responder(published("lesions_inflammatory"), Movement{2, 1}), cannot_say);
    EXPECT_EQ(is_responder(published("lesions_inflammatory"), Movement{19, 0}), cannot_say);
    EXPECT_EQ(is_responder(published("lesions_inflammatory"), Movement{20, 10}), yes);
    EXPECT_EQ(is_responder(published("lesions_inflammatory"), Movement{20, 11}), no);
    EXPECT_EQ(is_responder(published("lesions_total"), Movement{44, 2}), cannot_say);
    EXPECT_EQ(is_responder(published("lesions_total"), Movement{45, 2}), yes);
    EXPECT_NE(responder_rule_text(published("lesions_total")).find("; from 45"), std::string::npos);
    Instrument instrument;
    instrument.responder_change = 2;
    instrument.responder_from = 12.5;
    EXPECT_EQ(responder_rule_text(instrument), "better by at least 2; from 12.5");
}

TEST(Responder, NeedsEveryPartOfARule) {
    Instrument instrument;
    instrument.better = Better::higher;
    instrument.responder_change = 5;
    instrument.responder_percent = 50;
    instrument.responder_reach = 20;
    EXPECT_EQ(is_responder(instrument, Movement{12, 20}), yes);
    EXPECT_EQ(is_responder(instrument, Movement{12, 19}), no) << "does not reach 20";
    EXPECT_EQ(is_responder(instrument, Movement{16, 20}), no) << "moved by 4";
    EXPECT_EQ(is_responder(instrument, Movement{18, 24}), no) << "moved by a third";
    EXPECT_EQ(is_responder(instrument, Movement{20, 12}), no) << "moved the wrong way";
    EXPECT_EQ(is_responder(instrument, Movement{0, 4}), no) << "fails without the percentage";
    EXPECT_EQ(is_responder(instrument, Movement{0, 30}), cannot_say);
}

TEST(Responder, IsNotRefusedForWhatDoublesCannotHold) {
    Instrument instrument;
    instrument.better = Better::lower;
    instrument.responder_change = 0.1;
    EXPECT_EQ(is_responder(instrument, Movement{0.3, 0.2}), yes);
    instrument.responder_change.reset();
    instrument.responder_percent = 10;
    EXPECT_EQ(is_responder(instrument, Movement{0.7, 0.63}), yes);
}

TEST(ResponderRule, IsInWordsEvenWhenTheInstrumentHasNone) {
    EXPECT_EQ(responder_rule_text(published("dlqi")), "at least 4 points better");
    EXPECT_EQ(responder_rule_text(published("gags")), "");
    Instrument instrument;
    instrument.responder_change = 2;
    instrument.responder_percent = 12.5;
    instrument.responder_reach = 1;
    EXPECT_EQ(responder_rule_text(instrument),
              "better by at least 2, better by at least 12.5 %, comes to 1 or better");
}

RC_GTEST_PROP(ResponderLaw, MovingFurtherTheBetterWayNeverLosesAResponder, ()) {
    const auto instrument = published(*rc::gen::element("iga", "dlqi", "lesions_total"));
    const int baseline = *rc::gen::inRange(1, 30);
    const int latest = *rc::gen::inRange(0, 30);
    const int further = *rc::gen::inRange(0, latest + 1);
    const auto responds = [&](int to) {
        return is_responder(instrument,
                            Movement{static_cast<double>(baseline), static_cast<double>(to)});
    };
    RC_ASSERT(responds(latest) != yes || responds(further) == yes);
}

}  // namespace
}  // namespace progress::responder_test
