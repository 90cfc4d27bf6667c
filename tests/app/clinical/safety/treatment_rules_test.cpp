#include "tests/app/clinical/safety/example_situation.h"

namespace clinical {
namespace {

using schema::TreatmentKind;

auto treated(TreatmentKind kind, const char* from, const char* until = "") {
    return [=](Situation& situation) {
        schema::OtherTreatment treatment;
        treatment.id = schema::Id<schema::OtherTreatment>(4);
        treatment.kind = kind;
        treatment.from = partly(from);
        treatment.until = partly(until);
        situation.treatments = {treatment};
    };
}

TEST(RecentTreatments, CountByTheirDays) {
    expect_rules({
        {"peel 29 days ago", treated(TreatmentKind::peel, "2026-05-17"), {"recent_peel"}},
        {"peel 30 days ago", treated(TreatmentKind::peel, "2026-05-16"), {}},
        {"the last of several peels",
         treated(TreatmentKind::peel, "2026-01-01", "2026-05-17"),
         {"recent_peel"}},
        {"peel on an unknown day", treated(TreatmentKind::peel, ""), {"recent_peel"}},
        {"peel some day of May", treated(TreatmentKind::peel, "2026-05"), {"recent_peel"}},
        {"peel that is planned", treated(TreatmentKind::peel, "2026-06-20"), {}},
        {"laser 89 days ago", treated(TreatmentKind::laser, "2026-03-18"), {"recent_laser"}},
        {"laser 90 days ago", treated(TreatmentKind::laser, "2026-03-17"), {}},
        {"dermabrasion 89 days ago",
         treated(TreatmentKind::dermabrasion, "2026-03-18"),
         {"recent_dermabrasion"}},
        {"dermabrasion 90 days ago", treated(TreatmentKind::dermabrasion, "2026-03-17"), {}},
        {"filler 13 days ago", treated(TreatmentKind::filler, "2026-06-02"), {"recent_filler"}},
        {"filler 14 days ago", treated(TreatmentKind::filler, "2026-06-01"), {}},
        {"botulinum 13 days ago",
         treated(TreatmentKind::botulinum, "2026-06-02"),
         {"recent_botulinum"}},
        {"botulinum 14 days ago", treated(TreatmentKind::botulinum, "2026-06-01"), {}},
        {"light yesterday", treated(TreatmentKind::light, "2026-06-14"), {}},
    });
}

TEST(RecentTreatments, OfWhichSourcesDisagreeFollowTheClinicsDays) {
    expect_rules({
        {"filler 179 of 180 days",
         [](Situation& situation) {
             treated(TreatmentKind::filler, "2025-12-18")(situation);
             situation.clinic.filler_days = 180;
         },
         {"recent_filler"}},
        {"botulinum 89 of 90 days",
         [](Situation& situation) {
             treated(TreatmentKind::botulinum, "2026-03-18")(situation);
             situation.clinic.botulinum_days = 90;
         },
         {"recent_botulinum"}},
    });
}

TEST(RecentTreatments, SayWhichAndWhen) {
    auto situation = nothing_against();
    treated(TreatmentKind::peel, "2026-05-17")(situation);
    EXPECT_EQ(findings(situation).at(0).because, "peel on 2026-05-17, less than 30 days before");
    EXPECT_EQ(findings(situation).at(0).record, (RecordRef{"treatment", 4}));
    EXPECT_EQ(findings(situation).at(0).text, "After a deep peel wait 30 days.");
}

}  // namespace
}  // namespace clinical
