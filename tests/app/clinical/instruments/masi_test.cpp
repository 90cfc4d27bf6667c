#include "app/clinical/instruments/masi.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "schema/types/text.h"
#include "tests/support/part_text.h"

namespace clinical::masi_test {
namespace {

using schema::PigmentationObservation;
using schema::PigmentationRegion;
using schema::Region;

constexpr std::array four_regions{
    Region::forehead, Region::right_cheek, Region::left_cheek, Region::chin};

// Area, darkness and homogeneity of forehead, right cheek, left cheek and chin.
using Items = std::array<std::array<int, 3>, 4>;

PigmentationObservation observed(const Items& items) {
    PigmentationObservation seen;
    seen.kind = schema::PigmentationKind::melasma;
    for (std::size_t i = 0; i < items.size(); ++i) {
        seen.regions.push_back({.region = four_regions[i],
                                .area = items[i][0],
                                .darkness = items[i][1],
                                .homogeneity = items[i][2]});
    }
    return seen;
}

struct Row {
    Items items;
    int masi;
    int mmasi;
};

// Kimbrough-Green 1994 and Pandya 2011, as in the reference vectors
// 19_scoring_vectors/masi_mmasi.csv, in tenths; the first is a third party's unit test.
const std::vector<Row> published = {
    {{{{4, 2, 2}, {3, 2, 1}, {3, 2, 1}, {2, 1, 1}}}, 106, 62},
    {{{{6, 4, 4}, {6, 4, 4}, {6, 4, 4}, {6, 4, 4}}}, 480, 240},
    {{{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}}}, 0, 0},
    {{{{4, 2, 3}, {4, 2, 4}, {0, 0, 0}, {1, 3, 2}}}, 137, 51},
    {{{{4, 1, 3}, {0, 0, 0}, {1, 4, 1}, {4, 3, 4}}}, 91, 36},
    {{{{4, 1, 3}, {1, 4, 1}, {1, 2, 2}, {5, 1, 3}}}, 95, 35},
    {{{{5, 2, 1}, {3, 1, 4}, {4, 1, 4}, {6, 2, 2}}}, 174, 63},
    {{{{0, 0, 0}, {6, 4, 3}, {1, 1, 2}, {3, 4, 3}}}, 156, 87},
    {{{{6, 3, 2}, {3, 4, 3}, {0, 0, 0}, {0, 0, 0}}}, 153, 90},
    {{{{6, 1, 2}, {6, 2, 1}, {0, 0, 0}, {6, 3, 2}}}, 138, 72},
    {{{{1, 3, 3}, {1, 4, 3}, {4, 2, 3}, {0, 0, 0}}}, 99, 45},
    {{{{1, 4, 1}, {3, 1, 4}, {0, 0, 0}, {6, 1, 1}}}, 72, 27},
    // Worked examples of the clinical reference; the second is Majid 2016's pair 10.8 and 6.0.
    {{{{3, 2, 2}, {4, 3, 2}, {4, 3, 2}, {1, 1, 1}}}, 158, 91},
    {{{{0, 0, 0}, {4, 3, 2}, {4, 2, 2}, {0, 0, 0}}}, 108, 60},
};

TEST(Masi, AgreesWithPublishedScores) {
    for (const auto& row : published) {
        SCOPED_TRACE(row.masi);
        EXPECT_EQ(masi_tenths(observed(row.items)), row.masi);
        EXPECT_EQ(mmasi_tenths(observed(row.items)), row.mmasi);
    }
}

TEST(Masi, AgreesWithItsWorkedExamples) {
    const auto seen = observed({{{3, 2, 2}, {4, 3, 2}, {4, 3, 2}, {1, 1, 1}}});
    const auto ending = [](std::optional<int> tenths) {
        return "= " + schema::number_text(tenths.value() / 10.0);
    };
    EXPECT_TRUE(masi_scale.example.ends_with(ending(masi_tenths(seen))));
    EXPECT_TRUE(mmasi_scale.example.ends_with(ending(mmasi_tenths(seen))));
    EXPECT_NE(masi_scale.example.find("0.3×3×(2+2), right cheek 0.3×4×(3+2), left cheek "
                                      "0.3×4×(3+2), chin 0.1×1×(1+1)"),
              std::string::npos);
}

TEST(Masi, IsNotScoredWhenARegionIsMissing) {
    for (std::size_t left_out = 0; left_out < four_regions.size(); ++left_out) {
        SCOPED_TRACE(schema::word(four_regions[left_out]));
        auto seen = observed(published.front().items);
        seen.regions.erase(seen.regions.begin() + static_cast<std::ptrdiff_t>(left_out));
        EXPECT_EQ(masi_tenths(seen), std::nullopt);
        EXPECT_EQ(mmasi_tenths(seen), std::nullopt);
    }
}

TEST(Masi, NeedsHomogeneityWhereMmasiDoesNot) {
    auto seen = observed(published.front().items);
    seen.regions.back().homogeneity.reset();
    EXPECT_EQ(masi_tenths(seen), std::nullopt);
    EXPECT_EQ(mmasi_tenths(seen), 62);
}

TEST(Masi, IsZeroWhereMelasmaIsGone) {
    PigmentationObservation seen;
    seen.kind = schema::PigmentationKind::melasma;
    seen.marks = schema::Marks::none;
    EXPECT_EQ(masi_tenths(seen), 0);
    EXPECT_EQ(mmasi_tenths(seen), 0);
    for (const auto kind : {schema::PigmentationKind::pih, schema::PigmentationKind::pie}) {
        seen.kind = kind;
        EXPECT_EQ(masi_tenths(seen), std::nullopt);
        EXPECT_EQ(mmasi_tenths(seen), std::nullopt);
    }
}

TEST(Masi, NeedsNoHomogeneityOfMelasmaWithoutArea) {
    auto seen = observed({});
    for (auto& region : seen.regions) {
        region.homogeneity.reset();
    }
    EXPECT_EQ(masi_tenths(seen), 0);
    EXPECT_EQ(mmasi_tenths(seen), 0);
}

TEST(Masi, WeighsFourRegionsAndNoOther) {
    EXPECT_EQ(masi_weight_tenths(Region::forehead), 3);
    EXPECT_EQ(masi_weight_tenths(Region::right_cheek), 3);
    EXPECT_EQ(masi_weight_tenths(Region::left_cheek), 3);
    EXPECT_EQ(masi_weight_tenths(Region::chin), 1);
    EXPECT_EQ(masi_weight_tenths(Region::nose), std::nullopt);
}

// 19_scoring_vectors/out_of_range.csv
TEST(Masi, ItemsBeyondTheirScaleAreRefusedWhereTheyAreRead) {
    EXPECT_TRUE(schema::read_part<PigmentationRegion>("forehead:6:4:4"));
    EXPECT_FALSE(schema::read_part<PigmentationRegion>("forehead:99:4:4"));
    EXPECT_FALSE(schema::read_part<PigmentationRegion>("forehead:6:5:4"));
}

RC_GTEST_PROP(MasiLaw, StaysOnItsScaleAndNeverBelowMmasi, ()) {
    PigmentationObservation seen;
    for (const auto region : four_regions) {
        seen.regions.push_back({.region = region,
                                .area = *rc::gen::inRange(0, 7),
                                .darkness = *rc::gen::inRange(0, 5),
                                .homogeneity = *rc::gen::inRange(0, 5)});
    }
    const int masi = masi_tenths(seen).value();
    const int mmasi = mmasi_tenths(seen).value();
    RC_ASSERT(mmasi >= 0 && mmasi <= masi);
    RC_ASSERT(masi <= 480 && mmasi <= 240);
}

}  // namespace
}  // namespace clinical::masi_test
