#include "tests/app/clinical/safety/example_situation.h"

namespace clinical::condition_rules_test {
namespace {

using schema::ConditionKind;
using schema::Region;

struct Dates {
    const char* from = "";
    const char* until = "";
};

auto has(ConditionKind kind, std::optional<Region> region = std::nullopt, Dates dates = {}) {
    return [=](Situation& situation) {
        schema::Condition condition;
        condition.id = schema::Id<schema::Condition>(5);
        condition.kind = kind;
        condition.region = region;
        condition.from = partly(dates.from);
        condition.until = partly(dates.until);
        situation.conditions = {condition};
    };
}

TEST(Conditions, AnywhereCountForEveryArea) {
    expect_rules({
        {"herpes", has(ConditionKind::herpes_active), {"herpes_active"}},
        {"herpes elsewhere",
         has(ConditionKind::herpes_active, Region::perioral),
         {"herpes_active"}},
        {"herpes before", has(ConditionKind::herpes_history), {"herpes_history"}},
        {"bleeding", has(ConditionKind::bleeding_disorder), {"bleeding_disorder"}},
        {"pregnancy", has(ConditionKind::pregnancy), {"pregnancy", "no_anaesthetic"}},
        {"metal", has(ConditionKind::metal_allergy), {"metal_allergy"}},
        {"anticoagulant", has(ConditionKind::anticoagulant), {"anticoagulant"}},
        {"connective",
         has(ConditionKind::connective_tissue_disease),
         {"connective_tissue_disease"}},
        {"breastfeeding", has(ConditionKind::breastfeeding), {"breastfeeding", "no_anaesthetic"}},
        {"immune", has(ConditionKind::immunosuppression), {"immunosuppression"}},
        {"diabetes", has(ConditionKind::uncontrolled_diabetes), {"uncontrolled_diabetes"}},
        {"something else", has(ConditionKind::other), {}},
    });
}

TEST(Conditions, OfOneAreaCountForThatAreaAndWhereverTheyAreNotSaidToBe) {
    const struct {
        ConditionKind kind;
        const char* rule;
    } kinds[] = {{ConditionKind::open_wound, "open_wound"},
                 {ConditionKind::suspicious_lesion, "suspicious_lesion"},
                 {ConditionKind::wart_or_keratosis, "wart_or_keratosis"},
                 {ConditionKind::rosacea, "rosacea"},
                 {ConditionKind::sunburn, "sunburn"},
                 {ConditionKind::eczema, "eczema"},
                 {ConditionKind::reduced_sensation, "reduced_sensation"},
                 {ConditionKind::radiotherapy, "radiotherapy"},
                 {ConditionKind::tattoo, "tattoo"}};
    for (const auto& each : kinds) {
        expect_rules({
            {each.rule, has(each.kind), {each.rule}},
            {each.rule, has(each.kind, Region::left_cheek), {each.rule}},
            {each.rule, has(each.kind, Region::chin), {}},
        });
    }
}

TEST(Conditions, ThatGrowWhereTheSkinIsHurtCountAnywhere) {
    expect_rules({
        {"vitiligo", has(ConditionKind::vitiligo), {"koebner"}},
        {"psoriasis of the back", has(ConditionKind::psoriasis, Region::upper_back), {"koebner"}},
        {"lichen planus", has(ConditionKind::lichen_planus), {"koebner"}},
        {"over", has(ConditionKind::psoriasis, std::nullopt, {"", "2020"}), {}},
    });
}

TEST(Implants, SpeakAgainstRadiofrequencyAlone) {
    const auto with = [](ConditionKind kind, std::optional<Region> region, schema::Device device) {
        return [=](Situation& situation) {
            has(kind, region)(situation);
            situation.plan.session.device = device;
            set_radiofrequency(situation);
        };
    };
    const auto rf = schema::Device::rf_insulated;
    const auto none = std::optional<Region>();
    expect_rules({
        {"pacemaker, RF",
         with(ConditionKind::electronic_implant, none, rf),
         {"electronic_implant"}},
        {"pacemaker of the chest, RF of the cheek",
         with(ConditionKind::electronic_implant, Region::chest, rf),
         {"electronic_implant"}},
        {"pacemaker, pen", with(ConditionKind::electronic_implant, none, schema::Device::pen), {}},
        {"plate under the cheek, RF",
         with(ConditionKind::metal_implant, Region::left_cheek, rf),
         {"metal_implant"}},
        {"plate somewhere, RF", with(ConditionKind::metal_implant, none, rf), {"metal_implant"}},
        {"plate of the chin, RF of the cheek",
         with(ConditionKind::metal_implant, Region::chin, rf),
         {}},
        {"plate, pen", with(ConditionKind::metal_implant, none, schema::Device::pen), {}},
    });
}

TEST(Radiotherapy, CountsHoweverLongAgo) {
    expect_rules({
        {"2015",
         has(ConditionKind::radiotherapy, std::nullopt, {"2015", "2015"}),
         {"radiotherapy"}},
        {"elsewhere", has(ConditionKind::radiotherapy, Region::neck, {"2015", "2015"}), {}},
        {"ahead", has(ConditionKind::radiotherapy, std::nullopt, {"2027", ""}), {}},
    });
}

TEST(BloodBorneInfection, SpeaksAgainstPlasmaAlone) {
    expect_rules({
        {"with plasma",
         [](Situation& situation) {
             has(ConditionKind::blood_borne_infection)(situation);
             situation.plan.session.glide = schema::Active::platelet_rich_plasma;
         },
         {"blood_borne_infection"}},
        {"without", has(ConditionKind::blood_borne_infection), {}},
    });
}

TEST(BodyDysmorphicConcern, IsAPrompt) {
    expect_rules(
        {{"concern", has(ConditionKind::body_dysmorphic_concern), {"body_dysmorphic_concern"}}});
}

TEST(Infections, SpeakFromElsewhereOnTheFaceAndStopWhereTheDefenceIsWeak) {
    const auto with_weak = [](ConditionKind weak, Region region) {
        return [=](Situation& situation) {
            has(weak)(situation);
            auto infection = situation.conditions.front();
            infection.kind = ConditionKind::active_infection;
            infection.region = region;
            situation.conditions.push_back(infection);
        };
    };
    expect_rules({
        {"in the area",
         has(ConditionKind::active_infection, Region::left_cheek),
         {"active_infection"}},
        {"somewhere", has(ConditionKind::active_infection), {"active_infection"}},
        {"on the chin",
         has(ConditionKind::active_infection, Region::chin),
         {"infection_elsewhere"}},
        {"on the back", has(ConditionKind::active_infection, Region::upper_back), {}},
        {"over", has(ConditionKind::active_infection, Region::chin, {"", "2026-06-14"}), {}},
        {"immunosuppressed",
         with_weak(ConditionKind::immunosuppression, Region::chin),
         {"infection_and_weak_defence", "immunosuppression"}},
        {"diabetic, on the back",
         with_weak(ConditionKind::uncontrolled_diabetes, Region::upper_back),
         {"infection_and_weak_defence", "uncontrolled_diabetes"}},
        {"suppressed by a medicine",
         [&](Situation& situation) {
             has(ConditionKind::active_infection, Region::chin)(situation);
             schema::OtherTreatment treatment;
             treatment.kind = schema::TreatmentKind::oral_medicine;
             treatment.name = "Methotrexate 15 mg";
             situation.treatments = {treatment};
         },
         {"infection_and_weak_defence", "immunosuppression"}},
    });
}

TEST(Keloids, AskForASignatureWhereTheyAreAndElsewhere) {
    expect_rules({
        {"here", has(ConditionKind::keloid_tendency, Region::left_cheek), {"keloid_in_area"}},
        {"elsewhere", has(ConditionKind::keloid_tendency, Region::chest), {"keloid_tendency"}},
        {"tendency", has(ConditionKind::keloid_tendency), {"keloid_tendency"}},
    });
}

TEST(Conditions, CountFromTheirFirstDayToTheirLastAsFarAsKnown) {
    const auto kind = ConditionKind::anticoagulant;
    const auto none = std::optional<Region>();
    const Ids yes{"anticoagulant"};
    expect_rules({
        {"until the day", has(kind, none, {"2026-01-01", "2026-06-15"}), yes},
        {"until the day before", has(kind, none, {"2026-01-01", "2026-06-14"}), {}},
        {"until some day of this month", has(kind, none, {"2026-01-01", "2026-06"}), yes},
        {"until some day of the last", has(kind, none, {"2026-01-01", "2026-05"}), {}},
        {"from the day", has(kind, none, {"2026-06-15", ""}), yes},
        {"from the next day", has(kind, none, {"2026-06-16", ""}), {}},
        {"from some day of this year", has(kind, none, {"2026", ""}), yes},
    });
}

TEST(Sunburn, CountsUntilItIsFourteenDaysOver) {
    const auto kind = ConditionKind::sunburn;
    const auto none = std::optional<Region>();
    expect_rules({
        {"still", has(kind, none, {"2026-05-01", ""}), {"sunburn"}},
        {"over for 13 days", has(kind, none, {"", "2026-06-02"}), {"sunburn"}},
        {"over for 14 days", has(kind, none, {"", "2026-06-01"}), {}},
        {"over for 13 days elsewhere", has(kind, Region::neck, {"", "2026-06-02"}), {}},
        {"ahead", has(kind, none, {"2026-06-20", "2026-06-25"}), {}},
    });
}

TEST(Conditions, SayWhereSinceWhenAndWhichRecord) {
    auto situation = nothing_against();
    has(ConditionKind::open_wound, Region::left_cheek, {"2026-06-12", ""})(situation);
    const auto found = findings(situation).at(0);
    EXPECT_EQ(in_english(found.because), "left cheek: open wound, since 2026-06-12");
    EXPECT_EQ(found.record, (RecordRef{"condition", 5}));
    EXPECT_EQ(found.level, schema::Level::stop);
    has(ConditionKind::herpes_history)(situation);
    EXPECT_EQ(in_english(findings(situation).at(0).because), "herpes history, dates unknown");
}

}  // namespace
}  // namespace clinical::condition_rules_test
