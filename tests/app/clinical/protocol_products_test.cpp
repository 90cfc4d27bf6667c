#include "app/clinical/protocol_products.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clinical::protocol_products_test {
namespace {

using schema::Active;
using testing::Optional;

TEST(ProtocolProducts, AreAnActiveIngredientAndAProductEach) {
    EXPECT_THAT(read_products("niacinamide=Serum 5 %; peptides"),
                Optional(testing::ElementsAre(ProtocolProduct{Active::niacinamide, "Serum 5 %"},
                                              ProtocolProduct{Active::peptides, {}})));
    EXPECT_THAT(read_products("  niacinamide  =  B  "),
                Optional(testing::ElementsAre(ProtocolProduct{Active::niacinamide, "B"})));
    EXPECT_THAT(read_products("niacinamide=A;niacinamide=B"), Optional(testing::SizeIs(2)))
        << "two products";
}

TEST(ProtocolProducts, AreRefusedWhereOneCannotBe) {
    for (const auto* text : {"",
                             ";",
                             "serum",
                             "=Serum",
                             "niacinamide=",
                             "niacinamide= ",
                             "niacinamide;",
                             "niacinamide;niacinamide",
                             "niacinamide=A; niacinamide = A"}) {
        EXPECT_EQ(read_products(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace clinical::protocol_products_test
