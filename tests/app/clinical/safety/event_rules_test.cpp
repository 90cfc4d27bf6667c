#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::event_rules_test {
namespace {

using schema::EventKind;

struct Event {
    EventKind kind{};
    int severity = 1;
    const char* onset = "";
    const char* resolved = "";
};

auto had(const Event& event) {
    return [=](Situation& situation) {
        schema::AdverseEvent record;
        record.id = schema::Id<schema::AdverseEvent>(6);
        record.kind = event.kind;
        record.severity = event.severity;
        record.onset = partly(event.onset);
        record.resolved = partly(event.resolved);
        situation.events = {record};
    };
}

TEST(SideEffects, OfGradeTwoLongOnesAndLastingOnesSpeak) {
    const auto redness = EventKind::erythema;
    expect_rules({
        {"mild", had({redness, 1, "2026-06-14"}), {}},
        {"moderate, going on", had({redness, 2, "2026-06-14"}), {"event_grave"}},
        {"moderate, over", had({redness, 2, "2026-06-01", "2026-06-03"}), {"event_grave_past"}},
        {"6 days of 3", had({redness, 1, "2026-06-09"}), {}},
        {"7 days of 3", had({redness, 1, "2026-06-08"}), {"event_long"}},
        {"7 days of 3, over", had({redness, 1, "2026-06-01", "2026-06-08"}), {"event_long_past"}},
        {"a moderate burn", had({EventKind::burn, 2, "2026-06-14"}), {"event_damage"}},
        {"a moderate burn, over",
         had({EventKind::burn, 2, "2026-06-01", "2026-06-03"}),
         {"event_grave_past"}},
        {"28 days", had({EventKind::pih, 1, "2026-05-18"}), {}},
        {"29 days", had({EventKind::pih, 1, "2026-05-17"}), {"event_persistent"}},
        {"29 days, over",
         had({EventKind::pih, 1, "2026-04-01", "2026-04-30"}),
         {"event_persistent_past"}},
        {"all of it",
         had({redness, 3, "2026-01-01"}),
         {"event_grave", "event_long", "event_persistent"}},
    });
}

TEST(SideEffects, CountFromTheirSessionWhereTheirOnsetIsUnknown) {
    auto situation = nothing_against();
    had({EventKind::erythema, 1})(situation);
    EXPECT_EQ(speaking(situation), Ids{});
    schema::Session session;
    session.id = schema::Id<schema::Session>(3);
    session.at = moment("2026-06-01T10:00");
    session.areas = {{schema::Region::chin, 1, 2}};
    situation.sessions = {session};
    situation.events[0].session = session.id;
    EXPECT_EQ(speaking(situation), Ids{"event_long"});
    EXPECT_EQ(in_english(findings(situation).at(0).because),
              "erythema of grade 1, going on, 14 days; usually at most 3");
}

TEST(SideEffects, ThatAreTheSameFactAsAConditionCountWhateverTheirGrade) {
    expect_rules({
        {"infection", had({EventKind::infection, 1, "2026-06-13"}), {"active_infection"}},
        {"herpes", had({EventKind::herpes_reactivation, 1, "2026-06-13"}), {"herpes_active"}},
        {"burn", had({EventKind::burn, 1, "2026-06-13"}), {"event_damage"}},
        {"scar", had({EventKind::scar, 1, "2026-06-13"}), {"event_damage"}},
        {"granuloma", had({EventKind::granuloma, 1, "2026-06-13"}), {"event_damage"}},
        {"nerve", had({EventKind::nerve_injury, 1, "2026-06-13"}), {"event_damage"}},
        {"fat", had({EventKind::fat_loss, 1, "2026-06-13"}), {"event_damage"}},
        {"redness", had({EventKind::erythema, 1, "2026-06-14"}), {}},
        {"infection that is over",
         [](Situation& situation) {
             had({EventKind::infection, 1, "2026-06-10"})(situation);
             situation.events[0].resolved = partly("2026-06-12");
         },
         {}},
    });
}

TEST(SideEffects, SayWhatHowGraveAndHowLong) {
    auto situation = nothing_against();
    had({EventKind::crust, 3, "2026-06-05"})(situation);
    const auto found = findings(situation).at(0);
    EXPECT_EQ(in_english(found.because), "crust of grade 3 since 2026-06-05, going on, 10 days");
    EXPECT_EQ(found.record, (RecordRef{"event", 6}));
    EXPECT_EQ(found.level, schema::Level::sign_off);
}

}  // namespace
}  // namespace clinical::event_rules_test
