#include "tests/app/clinical/safety/example_situation.h"

namespace clinical {
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
    } kinds[] = {{ConditionKind::active_infection, "active_infection"},
                 {ConditionKind::open_wound, "open_wound"},
                 {ConditionKind::suspicious_lesion, "suspicious_lesion"},
                 {ConditionKind::wart_or_keratosis, "wart_or_keratosis"},
                 {ConditionKind::rosacea, "rosacea"},
                 {ConditionKind::sunburn, "sunburn"},
                 {ConditionKind::tattoo, "tattoo"}};
    for (const auto& each : kinds) {
        expect_rules({
            {each.rule, has(each.kind), {each.rule}},
            {each.rule, has(each.kind, Region::left_cheek), {each.rule}},
            {each.rule, has(each.kind, Region::chin), {}},
        });
    }
}

TEST(Keloids, StopWhereTheyAreAndAskForASignatureElsewhere) {
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
    EXPECT_EQ(found.because, "left cheek: open wound, since 2026-06-12");
    EXPECT_EQ(found.record, (RecordRef{"condition", 5}));
    EXPECT_EQ(found.level, schema::Level::stop);
    has(ConditionKind::herpes_history)(situation);
    EXPECT_EQ(findings(situation).at(0).because, "herpes history, dates unknown");
}

}  // namespace
}  // namespace clinical
