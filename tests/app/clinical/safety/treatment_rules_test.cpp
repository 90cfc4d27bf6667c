#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::treatment_rules_test {
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

TEST(RecentTreatments, AreToldApartByHowDeepTheirNameSaysTheyWent) {
    const auto named = [](TreatmentKind kind, const char* name, const char* from) {
        return [=](Situation& situation) {
            treated(kind, from)(situation);
            situation.treatments[0].name = name;
        };
    };
    const auto peel = TreatmentKind::peel;
    const auto laser = TreatmentKind::laser;
    expect_rules({
        {"glycolic, 16 days",
         named(peel, "Glycolic 20 %", "2026-05-30"),
         {"recent_peel_superficial"}},
        {"glycolic, 20 days", named(peel, "glycolic", "2026-05-26"), {"recent_peel_superficial"}},
        {"glycolic, 21 days", named(peel, "glycolic", "2026-05-25"), {}},
        {"TCA", named(peel, "TCA 35 %", "2026-05-20"), {"recent_peel"}},
        {"salicylic and TCA", named(peel, "salicylic + TCA", "2026-05-30"), {"recent_peel"}},
        {"says nothing", named(peel, "PRX", "2026-05-30"), {"recent_peel"}},
        {"Arabic", named(peel, "تقشير سطحي", "2026-05-30"), {"recent_peel_superficial"}},
        {"hair, 45 days", named(laser, "hair removal upper lip", "2026-05-01"), {}},
        {"hair, 14 days", named(laser, "Hair removal", "2026-06-01"), {"recent_laser_nonablative"}},
        {"diode, 20 days", named(laser, "diode", "2026-05-26"), {"recent_laser_nonablative"}},
        {"diode, 21 days", named(laser, "diode", "2026-05-25"), {}},
        {"CO2", named(laser, "fractional CO2", "2026-05-01"), {"recent_laser"}},
        {"non-ablative",
         named(laser, "non-ablative 1540", "2026-06-01"),
         {"recent_laser_nonablative"}},
        {"erbium glass", named(laser, "laser", "2026-05-01"), {"recent_laser"}},
    });
}

TEST(RecentTreatments, OfAFillerAskForASignatureBeforeRadiofrequency) {
    const auto before = [](const char* from) {
        return [=](Situation& situation) {
            treated(TreatmentKind::filler, from)(situation);
            situation.plan.session.device = schema::Device::rf_insulated;
            set_radiofrequency(situation);
        };
    };
    expect_rules({
        {"27 days", before("2026-05-19"), {"recent_filler_radiofrequency"}},
        {"28 days", before("2026-05-18"), {}},
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
    EXPECT_EQ(in_english(findings(situation).at(0).because),
              "peel on 2026-05-17, less than 30 days before");
    EXPECT_EQ(findings(situation).at(0).record, (RecordRef{"treatment", 4}));
    EXPECT_EQ(in_english(findings(situation).at(0).text),
              "After a deep peel wait 30 days. If it was superficial, write its name.");
}

}  // namespace
}  // namespace clinical::treatment_rules_test
