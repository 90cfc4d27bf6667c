#include <gmock/gmock.h>

#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::medicine_rules_test {
namespace {

using schema::Active;
using schema::ConditionKind;
using testing::HasSubstr;

schema::Condition condition(ConditionKind kind, const char* from, const char* until) {
    schema::Condition made;
    made.id = schema::Id<schema::Condition>(5);
    made.kind = kind;
    made.from = partly(from);
    made.until = partly(until);
    return made;
}

auto isotretinoin(const char* from, const char* until, schema::IsotretinoinRule policy) {
    return [=](Situation& situation) {
        situation.conditions = {condition(ConditionKind::isotretinoin, from, until)};
        situation.clinic.isotretinoin_rule = policy;
    };
}

TEST(Isotretinoin, IsHeldAgainstTheSessionByTheClinicsPolicy) {
    const auto label = schema::IsotretinoinRule::label;
    const auto consensus = schema::IsotretinoinRule::consensus;
    expect_rules({
        {"until 3 months ago, label",
         isotretinoin("2025-01", "2026-03-15", label),
         {"isotretinoin_label"}},
        {"until 3 months ago, consensus",
         isotretinoin("2025-01", "2026-03-15", consensus),
         {"isotretinoin_consensus"}},
        {"a day less than six months",
         isotretinoin("", "2025-12-16", label),
         {"isotretinoin_label"}},
        {"six calendar months", isotretinoin("", "2025-12-15", label), {}},
        {"a day less, consensus",
         isotretinoin("", "2025-12-16", consensus),
         {"isotretinoin_consensus"}},
        {"six months, consensus", isotretinoin("", "2025-12-15", consensus), {}},
        {"last dose today", isotretinoin("", "2026-06-15", label), {"isotretinoin_label"}},
        {"last dose tomorrow", isotretinoin("", "2026-06-16", label), {"isotretinoin_now"}},
        {"still taken, label", isotretinoin("2026-01-01", "", label), {"isotretinoin_now"}},
        {"still taken, consensus", isotretinoin("2026-01-01", "", consensus), {"isotretinoin_now"}},
        {"begins tomorrow", isotretinoin("2026-06-16", "", label), {}},
        {"some day of December", isotretinoin("", "2025-12", label), {"isotretinoin_label"}},
        {"some day of November", isotretinoin("", "2025-11", label), {}},
    });
}

TEST(Isotretinoin, IsAlsoFoundAmongTheOtherTreatments) {
    const auto medicine = [](schema::TreatmentKind kind, const char* name) {
        return [=](Situation& situation) {
            schema::OtherTreatment treatment;
            treatment.id = schema::Id<schema::OtherTreatment>(4);
            treatment.kind = kind;
            treatment.name = name;
            treatment.from = partly("2026-01-01");
            situation.treatments = {treatment};
        };
    };
    using schema::TreatmentKind;
    expect_rules({
        {"by name",
         medicine(TreatmentKind::oral_medicine, "Isotretinoin 20 mg"),
         {"isotretinoin_now"}},
        {"Roaccutane",
         medicine(TreatmentKind::oral_medicine, "Roaccutane 20"),
         {"isotretinoin_now"}},
        {"warfarin", medicine(TreatmentKind::oral_medicine, "Warfarin 5 mg"), {"anticoagulant"}},
        {"heparin", medicine(TreatmentKind::injection, "heparin"), {"anticoagulant"}},
        {"tretinoin",
         medicine(TreatmentKind::topical_medicine, "Tretinoin 0.05 %"),
         {"topical_retinoid"}},
        {"light", medicine(TreatmentKind::oral_medicine, "doxycycline"), {"photosensitiser"}},
        {"pain", medicine(TreatmentKind::oral_medicine, "Brufen 400"), {"nsaid"}},
        {"on the skin alone", medicine(TreatmentKind::topical_medicine, "diclofenac gel"), {}},
        {"Soriatane", medicine(TreatmentKind::oral_medicine, "Soriatane"), {"retinoid_by_mouth"}},
        {"of kind other", medicine(TreatmentKind::other, "Plavix"), {"anticoagulant"}},
        {"Arabic", medicine(TreatmentKind::oral_medicine, "رواكوتان"), {"isotretinoin_now"}},
        {"a peel is no medicine", medicine(TreatmentKind::light, "Plavix"), {}},
        {"not oral",
         medicine(TreatmentKind::topical_medicine, "isotretinoin gel"),
         {"topical_retinoid"}},
    });
}

TEST(OtherRetinoid, CountsForSixCalendarMonths) {
    const auto until = [](const char* day) {
        return [=](Situation& situation) {
            schema::OtherTreatment treatment;
            treatment.id = schema::Id<schema::OtherTreatment>(4);
            treatment.kind = schema::TreatmentKind::oral_medicine;
            treatment.name = "Soriatane";
            treatment.from = partly("2025-01-01");
            treatment.until = partly(day);
            situation.treatments = {treatment};
        };
    };
    expect_rules({
        {"a day less than six months", until("2025-12-16"), {"retinoid_by_mouth"}},
        {"six calendar months", until("2025-12-15"), {}},
    });
}

TEST(Isotretinoin, GivesBothViewsAndTheirSources) {
    auto situation = nothing_against();
    isotretinoin("", "2026-03-15", schema::IsotretinoinRule::label)(situation);
    auto found = findings(situation).at(0);
    EXPECT_EQ(found.level, schema::Level::sign_off);
    EXPECT_EQ(in_english(found.because),
              "isotretinoin, until 2026-03-15: 92 days since the last dose");
    EXPECT_THAT(in_english(found.text), HasSubstr("no procedure for 6 months after"));
    EXPECT_THAT(in_english(found.source), HasSubstr("package label"));
    isotretinoin("", "2026-03-15", schema::IsotretinoinRule::consensus)(situation);
    found = findings(situation).at(0);
    EXPECT_EQ(found.level, schema::Level::caution);
    EXPECT_THAT(in_english(found.text), HasSubstr("2017 consensus"));
    EXPECT_THAT(in_english(found.source), HasSubstr("10.1001/jamadermatol.2017.2077"));
}

TEST(TopicalRetinoid, CountsWithinTheClinicsDays) {
    const auto put_on = [](Active active, const char* at) {
        return [=](Situation& situation) {
            schema::Application application;
            application.at = moment(at);
            application.active = active;
            situation.applications = {application};
        };
    };
    const auto used = [](const char* from, const char* until) {
        return [=](Situation& situation) {
            situation.conditions = {condition(ConditionKind::topical_retinoid, from, until)};
        };
    };
    expect_rules({
        {"in use", used("2026-01-01", ""), {"topical_retinoid"}},
        {"stopped 4 days ago", used("", "2026-06-11"), {"topical_retinoid"}},
        {"stopped 5 days ago", used("", "2026-06-10"), {}},
        {"put on today", put_on(Active::retinoid, "2026-06-15T07:00"), {"topical_retinoid"}},
        {"put on 4 days ago", put_on(Active::retinoid, "2026-06-11"), {"topical_retinoid"}},
        {"put on 5 days ago", put_on(Active::retinoid, "2026-06-10"), {}},
        {"put on later", put_on(Active::retinoid, "2026-06-16"), {}},
        {"another active", put_on(Active::niacinamide, "2026-06-14"), {}},
        {"the clinic waits 7",
         [&](Situation& situation) {
             put_on(Active::retinoid, "2026-06-09")(situation);
             situation.clinic.topical_retinoid_days = 7;
         },
         {"topical_retinoid"}},
    });
}

TEST(TopicalAnaesthetic, OfMoreThanFourPerCentIsACaution) {
    const auto with = [](const char* anaesthetic) {
        return [=](Situation& situation) { situation.plan.session.anaesthetic = anaesthetic; };
    };
    expect_rules({
        {"30 %", with("lidocaine 30 %"), {"anaesthetic_strength"}},
        {"compounded", with("23%/7% lidocaine and tetracaine"), {"anaesthetic_strength"}},
        {"Arabic digits", with("ليدوكايين ١٠٪"), {"anaesthetic_strength"}},
        {"decimal comma", with("lidocaine 4,5 %"), {"anaesthetic_strength"}},
        {"4 %", with("LMX 4%"), {}},
        {"no strength", with("EMLA 30 g"), {}},
    });
}

TEST(TopicalAnaesthetic, IsHeldAgainstItsGreatestDose) {
    const auto with = [](double percent, double grams, std::optional<double> weight) {
        return [=](Situation& situation) {
            situation.plan.session.anaesthetic_percent = percent;
            situation.plan.session.anaesthetic_grams = grams;
            situation.patient.weight_kg = weight;
        };
    };
    expect_rules({
        {"4 % of 5 g, 60 kg", with(4, 5, 60), {}},
        {"at the most of 50 kg", with(4, 5.625, 50), {}},
        {"beyond the most of 50 kg", with(4, 5.7, 50), {"anaesthetic_dose"}},
        {"at 300 mg, 90 kg", with(4, 7.5, 90), {}},
        {"beyond 300 mg, 90 kg", with(4, 7.6, 90), {"anaesthetic_dose"}},
        {"beyond 300 mg, no weight", with(4, 8, std::nullopt), {"anaesthetic_dose"}},
        {"strong too", with(23, 10, 60), {"anaesthetic_dose", "anaesthetic_strength"}},
    });
}

TEST(TopicalAnaesthetic, IsStoppedWhereItIsPlannedAndWarnedOfWhereItIsNot) {
    const auto with = [](ConditionKind kind, std::optional<std::string> anaesthetic) {
        return [=](Situation& situation) {
            situation.conditions = {condition(kind, "", "")};
            situation.plan.session.anaesthetic = anaesthetic;
        };
    };
    expect_rules({
        {"allergy", with(ConditionKind::anaesthetic_allergy, "lidocaine"), {"anaesthetic"}},
        {"risk", with(ConditionKind::anaesthetic_risk, "lidocaine"), {"anaesthetic"}},
        {"pregnant", with(ConditionKind::pregnancy, "lidocaine"), {"pregnancy", "anaesthetic"}},
        {"breastfeeding",
         with(ConditionKind::breastfeeding, "lidocaine"),
         {"breastfeeding", "anaesthetic"}},
        {"no cause", with(ConditionKind::other, "lidocaine"), {}},
        {"allergy, none planned",
         with(ConditionKind::anaesthetic_allergy, std::nullopt),
         {"no_anaesthetic"}},
        {"risk, none planned",
         with(ConditionKind::anaesthetic_risk, std::nullopt),
         {"no_anaesthetic"}},
        {"over",
         [](Situation& situation) {
             situation.conditions = {condition(ConditionKind::pregnancy, "", "2026-01")};
             situation.plan.session.anaesthetic = "lidocaine";
         },
         {}},
    });
}

}  // namespace
}  // namespace clinical::medicine_rules_test
