#include "app/clinical/instruments/iga.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace clinical::iga_test {
namespace {

using schema::AcneRegion;
using schema::Region;

std::optional<std::string> beyond(std::optional<int> iga, std::vector<AcneRegion> regions) {
    schema::AcneStatus seen;
    seen.iga = iga;
    seen.regions = std::move(regions);
    return counted_beyond_iga(seen);
}

struct Row {
    int iga;
    AcneRegion counted;
};

// The FDA's grades, as in the formula of the scale.
TEST(Iga, AgreesWithCountsThatItsGradesAllow) {
    const std::vector<Row> rows = {
        {0, {.region = Region::forehead}},
        {1, {.region = Region::forehead, .open_comedones = 9, .papules = 1}},
        // "At most one small inflammatory lesion" is a wording of many: unusual, not impossible.
        {1, {.region = Region::forehead, .papules = 1, .pustules = 1}},
        {2, {.region = Region::forehead, .papules = 40, .pustules = 3}},
        {3, {.region = Region::forehead, .papules = 40, .nodules = 1}},
        {3, {.region = Region::forehead, .cysts = 1}},
        {4, {.region = Region::forehead, .nodules = 9, .cysts = 9}},
    };
    for (const auto& row : rows) {
        EXPECT_EQ(beyond(row.iga, {row.counted}), std::nullopt) << row.iga;
    }
    EXPECT_EQ(beyond({}, {{.region = Region::nose, .nodules = 9}}), std::nullopt);
    EXPECT_EQ(beyond(0, {}), std::nullopt);
}

TEST(Iga, AsksAboutCountsThatItsGradesRuleOut) {
    const std::vector<Row> rows = {
        {0, {.region = Region::forehead, .open_comedones = 1}},
        {0, {.region = Region::forehead, .closed_comedones = 1}},
        {0, {.region = Region::forehead, .papules = 1}},
        {0, {.region = Region::forehead, .pustules = 1}},
        {0, {.region = Region::forehead, .nodules = 5}},
        {0, {.region = Region::forehead, .cysts = 1}},
        {1, {.region = Region::forehead, .nodules = 1}},
        {2, {.region = Region::forehead, .nodules = 1}},
        {2, {.region = Region::forehead, .cysts = 1}},
        {3, {.region = Region::forehead, .nodules = 2}},
        {3, {.region = Region::forehead, .nodules = 1, .cysts = 1}},
    };
    for (const auto& row : rows) {
        EXPECT_NE(beyond(row.iga, {row.counted}), std::nullopt) << row.iga;
    }
}

TEST(Iga, LooksAtTheWholeFaceAndOnlyAtIt) {
    EXPECT_NE(
        beyond(3, {{.region = Region::nose, .nodules = 1}, {.region = Region::chin, .cysts = 1}}),
        std::nullopt);
    EXPECT_NE(beyond(0, {{.region = Region::periorbital, .papules = 1}}), std::nullopt);
    for (const auto elsewhere :
         {Region::neck, Region::chest, Region::upper_back, Region::shoulders, Region::other}) {
        EXPECT_EQ(beyond(0, {{.region = elsewhere, .nodules = 5}}), std::nullopt)
            << schema::word(elsewhere);
    }
}

TEST(Iga, SaysWhatItsGradeRulesOut) {
    EXPECT_EQ(beyond(0, {{.region = Region::chin, .closed_comedones = 2, .papules = 3}}),
              "5 counted on the face: grade 0 is no lesion at all");
    EXPECT_EQ(beyond(2, {{.region = Region::chin, .papules = 3, .nodules = 2}}),
              "nodules and cysts of the face 2: grades to 2 have none");
    EXPECT_EQ(beyond(3, {{.region = Region::chin, .nodules = 4, .cysts = 1}}),
              "nodules and cysts of the face 5: grade 3 has at most one");
}

}  // namespace
}  // namespace clinical::iga_test
