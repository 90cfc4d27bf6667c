#include "app/clinical/safety/substances.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>

#include "app/clinical/safety/substances/contact_substances.h"
#include "app/clinical/safety/substances/local_anaesthetics.h"
#include "app/clinical/safety/substances/skin_substances.h"
#include "schema/records/care_advice.h"
#include "schema/types/active.h"

namespace clinical::substances_test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct List {
    SubstanceClass kind{};
    std::span<const ListedMedicine> all;
};

const std::vector<List>& lists() {
    static const std::vector<List> all{{SubstanceClass::amide_anaesthetic, amide_anaesthetics},
                                       {SubstanceClass::ester_anaesthetic, ester_anaesthetics},
                                       {SubstanceClass::other_anaesthetic, other_anaesthetics},
                                       {SubstanceClass::unnamed_anaesthetic, unnamed_anaesthetics},
                                       {SubstanceClass::anaesthetic_risk, risks_of_anaesthetics},
                                       {SubstanceClass::beside_anaesthetic, beside_anaesthetics},
                                       {SubstanceClass::metal, metals},
                                       {SubstanceClass::of_products, skin_substances},
                                       {SubstanceClass::of_contact, contact_substances}};
    return all;
}

std::vector<std::string> names_of(const ListedMedicine& listed) {
    std::vector<std::string> all{std::string(listed.generic)};
    for (auto names : {listed.names, listed.arabic}) {
        while (!names.empty()) {
            const auto end = std::min(names.find(", "), names.size());
            all.emplace_back(names.substr(0, end));
            names.remove_prefix(std::min(end + 2, names.size()));
        }
    }
    return all;
}

std::vector<std::string> generics(std::string_view text) {
    std::vector<std::string> all;
    for (const auto& each : substances_of(text).named) {
        all.emplace_back(each.generic);
    }
    return all;
}

TEST(Substances, AreFoundByEveryListedNameWholeAndOfTheirClass) {
    for (const auto& list : lists()) {
        for (const auto& listed : list.all) {
            for (const auto& name : names_of(listed)) {
                const auto read = substances_of(name);
                EXPECT_THAT(read.named, Contains(Substance{list.kind, listed.generic})) << name;
                EXPECT_THAT(read.unknown, IsEmpty()) << name;
            }
        }
    }
}

TEST(Substances, OfAProductAreAllThatItHolds) {
    EXPECT_THAT(generics("EMLA"), UnorderedElementsAre("lidocaine", "prilocaine"));
    EXPECT_THAT(generics("Pliaglis"), UnorderedElementsAre("lidocaine", "tetracaine"));
    EXPECT_THAT(generics("BLT cream"),
                UnorderedElementsAre("lidocaine", "tetracaine", "benzocaine"));
    EXPECT_THAT(generics("LMX4"), ElementsAre("lidocaine"));
    EXPECT_THAT(generics("Epiduo"), UnorderedElementsAre("benzoyl peroxide", "retinoid"));
    EXPECT_THAT(generics("lidocaine 2.5 % + prilocaine 2.5 % cream"),
                ElementsAre("lidocaine", "prilocaine"));
}

TEST(Substances, ThatAreOnNoListAreUnknown) {
    EXPECT_THAT(substances_of("TKTX").unknown, ElementsAre("TKTX"));
    EXPECT_THAT(generics("TKTX"), IsEmpty());
    EXPECT_THAT(substances_of("EMLA with magic").unknown, ElementsAre("magic"));
    for (const auto* name : {"vitamin E", "vitamin D", "caine", "lanolin", "فيتامين د", "2.5 %"}) {
        EXPECT_THAT(generics(name), IsEmpty()) << name;
    }
}

TEST(Substances, OfRecordsAreNamedByTheirWord) {
    for (const auto active : {schema::Active::vitamin_c,
                              schema::Active::retinoid,
                              schema::Active::benzoyl_peroxide,
                              schema::Active::salicylic_acid,
                              schema::Active::hyaluronic_acid,
                              schema::Active::panthenol}) {
        EXPECT_THAT(generics(schema::spaced(active)), ElementsAre(schema::spaced(active)));
    }
    for (const auto subject :
         {schema::CareSubject::perfume, schema::CareSubject::alcohol_based_product}) {
        EXPECT_THAT(generics(schema::spaced(subject)), ElementsAre(schema::spaced(subject)));
    }
}

}  // namespace
}  // namespace clinical::substances_test
