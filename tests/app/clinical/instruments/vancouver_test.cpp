#include "app/clinical/instruments/vancouver.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "schema/kinds/kinds.h"
#include "schema/kinds/value_text.h"

namespace clinical::vancouver_test {
namespace {

struct Row {
    schema::Vancouver items;
    int total;
};

// 19_scoring_vectors/vancouver_scar_scale.csv
TEST(Vancouver, SumsItsItems) {
    const std::vector<Row> rows = {
        {{1, 2, 3, 2}, 8},
        {{2, 3, 5, 3}, 13},
        {{0, 0, 0, 0}, 0},
        {{.pigmentation = 1}, 1},
        {{.vascularity = 1}, 1},
        {{.pliability = 1}, 1},
        {{.height = 1}, 1},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.total);
        EXPECT_EQ(vancouver(row.items), row.total);
    }
    EXPECT_EQ(vancouver_scale.high, 13);
    EXPECT_EQ(vancouver_scale.example,
              "pigmentation 1, vascularity 2, pliability 3, height 2: 1 + 2 + 3 + 2 = " +
                  std::to_string(vancouver({1, 2, 3, 2})));
}

// 19_scoring_vectors/out_of_range.csv
TEST(Vancouver, ItemsBeyondTheirScaleAreRefusedWhereTheyAreRead) {
    const auto& field = *kinds::of<schema::ScarObservation>().field("vancouver");
    const auto read = [&](const std::string& text) { return kinds::read(field, text).has_value(); };
    EXPECT_TRUE(read("pigmentation=2,vascularity=3,pliability=5,height=3"));
    EXPECT_FALSE(read("pigmentation=9,vascularity=0,pliability=0,height=0"));
    EXPECT_FALSE(read("pigmentation=3,vascularity=3,pliability=5,height=3"));
    EXPECT_FALSE(read("pigmentation=2,vascularity=4,pliability=5,height=3"));
    EXPECT_FALSE(read("pigmentation=2,vascularity=3,pliability=6,height=3"));
    EXPECT_FALSE(read("pigmentation=2,vascularity=3,pliability=5,height=4"));
    EXPECT_FALSE(read("pigmentation=2,vascularity=3,pliability=5"));
}

}  // namespace
}  // namespace clinical::vancouver_test
