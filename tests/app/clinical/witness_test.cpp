#include "app/clinical/witness.h"

#include <gtest/gtest.h>

#include "app/clinical/catalogue.h"

namespace clinical::witness_test {
namespace {

TEST(Witness, IsOneForScalesOfTheSameFindings) {
    EXPECT_EQ(witness_of("lesions_inflammatory"), "lesions_total");
    EXPECT_EQ(witness_of("lesions_noninflammatory"), "lesions_total");
    EXPECT_EQ(witness_of("lesions_total"), "lesions_total");
    EXPECT_EQ(witness_of("mmasi"), "masi");
    EXPECT_EQ(witness_of("masi"), "masi");
}

TEST(Witness, IsEveryOtherScaleByItself) {
    int shared = 0;
    for (const auto& scale : scales()) {
        shared += witness_of(scale.code) != scale.code ? 1 : 0;
    }
    EXPECT_EQ(shared, 3);
    EXPECT_EQ(witness_of("trunk_lesions"), "trunk_lesions");
    EXPECT_EQ(witness_of("msi"), "msi");
    EXPECT_EQ(witness_of("our_own_scale"), "our_own_scale");
}

}  // namespace
}  // namespace clinical::witness_test
