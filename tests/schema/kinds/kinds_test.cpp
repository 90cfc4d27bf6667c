// What the descriptions of records say as data.

#include "schema/kinds/kinds.h"

#include <set>

#include <gtest/gtest.h>

namespace kinds::kinds_test {
namespace {

using schema::Prefill;
using schema::Role;

const Field& field(std::string_view noun, std::string_view name) {
    return *named(noun).field(name);
}

TEST(Kind, IsFoundByNounAndByType) {
    EXPECT_EQ(&named("session"), &of<schema::Session>());
    EXPECT_EQ(of<schema::AcneStatus>().table, "acne_status");
    EXPECT_THROW(named("no such kind"), std::out_of_range);
}

TEST(Kinds, OfPatientsAreInTheOrderOfAnyRecord) {
    for (const auto& kind : of_patients()) {
        const auto record = blank(kind);
        EXPECT_EQ(&ConstRecord(record).kind(), &kind);
        EXPECT_TRUE(kind.is_versioned) << kind.noun;
        EXPECT_EQ(kind.owner == schema::Owner::patient, kind.noun != "patient") << kind.noun;
    }
}

TEST(Kinds, ReferOnlyToKindsThatCanBeWrittenBefore) {
    std::set<std::string_view> before;
    for (const auto& kind : of_patients()) {
        for (const auto& each : kind.fields) {
            if (each.type == Type::id) {
                EXPECT_TRUE(before.contains(each.refers_to)) << kind.noun << '.' << each.name;
            }
        }
        before.insert(kind.noun);
    }
}

TEST(Field, SaysWhatItHoldsAndInWhichUnit) {
    const auto& depth = named("session").parts->fields[1];
    EXPECT_EQ(depth.name, "depth_mm");
    EXPECT_EQ(depth.type, Type::number);
    EXPECT_EQ(depth.facets.unit, "mm");
    EXPECT_EQ(depth.facets.range.low, 0.1);
    EXPECT_EQ(depth.facets.range.high, 8);
    EXPECT_EQ(field("session", "endpoint").words[2], "pinpoint_bleeding");
    EXPECT_EQ(field("application", "session").refers_to, "session");
    EXPECT_EQ(field("pigmentation", "pahpi").items[0].facets.range.step, 2);
    EXPECT_TRUE(field("course", "every").required);
    EXPECT_FALSE(field("course", "ended").required);
}

TEST(Field, ThatHasAUnitIsANumberAndOneThatIsPlausibleIsPossible) {
    for (const auto& kind : all()) {
        for (const auto& each : kind.fields) {
            const auto& facets = each.facets;
            const bool is_number = each.type == Type::whole || each.type == Type::number;
            EXPECT_TRUE(facets.unit.empty() || is_number) << kind.noun << '.' << each.name;
            if (!facets.plausible.is_open()) {
                EXPECT_TRUE(facets.range.holds(facets.plausible.low)) << each.name;
                EXPECT_TRUE(facets.range.holds(facets.plausible.high)) << each.name;
            }
        }
    }
}

TEST(Kind, HasAtMostOneTimeItBeganAndOneItEnded) {
    for (const auto& kind : all()) {
        for (const auto role : {Role::when, Role::until}) {
            const auto count = std::count_if(kind.fields.begin(),
                                             kind.fields.end(),
                                             [&](const Field& f) { return f.facets.role == role; });
            EXPECT_LE(count, 1) << kind.noun;
        }
        EXPECT_TRUE(!kind.steps.ends || kind.field(Role::until)) << kind.noun;
    }
}

TEST(Prefill, TakesOverHowTheSessionIsDoneButNothingOfOneUse) {
    for (const auto* name : {"device", "model", "needles", "energy_mj", "anaesthetic"}) {
        EXPECT_EQ(field("session", name).facets.prefill, Prefill::last_visit) << name;
    }
    for (const auto* name : {"at",
                             "lot",
                             "lot_expiry",
                             "serial",
                             "consent",
                             "anaesthetic_min",
                             "anaesthetic_grams",
                             "endpoint",
                             "pain",
                             "note"}) {
        EXPECT_EQ(field("session", name).facets.prefill, Prefill::nothing) << name;
    }
}

TEST(Record, GivesAndTakesEveryTypeOfValue) {
    schema::PigmentationObservation seen;
    const Record record(seen);
    const auto& kind = record.kind();
    record.set(*kind.field("on"), *schema::CivilTime::read("2026-01-05"));
    record.set(*kind.field("kind"), Choice{2});
    record.set(*kind.field("pahpi"), Items{{4, 6, 2}});
    record.set(*kind.field("melanin_index"), 12.5);
    record.set(*kind.field("rater"), std::string("huda"));
    record.set_kept({.id = 3, .patient = 7, .version = 2, .voided = true});
    EXPECT_EQ(seen.on.text(), "2026-01-05");
    EXPECT_EQ(seen.kind, schema::PigmentationKind::melasma);
    EXPECT_EQ(seen.pahpi, (schema::Pahpi{4, 6, 2}));
    EXPECT_EQ(seen.melanin_index, 12.5);
    EXPECT_EQ(seen.rater, "huda");
    EXPECT_EQ(seen.patient.value, 7);
    EXPECT_EQ(record.kept().version, 2);
    EXPECT_EQ(record.get(*kind.field("pahpi")), Value(Items{{4, 6, 2}}));
    EXPECT_TRUE(record.get(*kind.field("erythema_index")).is_absent());
    record.set(*kind.field("pahpi"), {});
    EXPECT_EQ(seen.pahpi, std::nullopt);
}

TEST(Record, HasPartsThatAreAddedAndTakenAway) {
    schema::Session session;
    const Record record(session);
    const auto& parts = *record.kind().parts;
    auto* area = parts.add(record.at());
    parts.fields[0].set(area, Choice{2});
    parts.fields[1].set(area, 1.5);
    ASSERT_EQ(parts.count(record.at()), 1U);
    EXPECT_EQ(session.areas[0].region, schema::Region::left_cheek);
    EXPECT_EQ(parts.fields[1].get(parts.at(record.at(), 0)), Value(1.5));
    parts.remove_last(record.at());
    EXPECT_EQ(parts.count(record.at()), 0U);
}

}  // namespace
}  // namespace kinds::kinds_test
