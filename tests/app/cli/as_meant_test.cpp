#include "app/cli/as_meant.h"

#include <sstream>

#include <gtest/gtest.h>

#include "schema/kinds/kinds.h"

namespace cli::as_meant_test {
namespace {

const auto now = *schema::CivilTime::read("2026-11-30T09:41");

template <class Record>
std::string read(std::string_view field, std::string_view typed) {
    std::ostringstream told;
    return AsMeant([] { return now; }, told).field(*kinds::of<Record>().field(field), typed);
}
std::string area(std::string_view typed) {
    std::ostringstream told;
    return AsMeant([] { return now; }, told).part(*kinds::of<schema::Session>().parts, typed);
}

TEST(AsMeant, ADayIsReadByItsNameOrDayFirst) {
    EXPECT_EQ(read<schema::Session>("at", "today"), "2026-11-30");
    EXPECT_EQ(read<schema::Session>("at", "Yesterday"), "2026-11-29");
    EXPECT_EQ(read<schema::Session>("at", "now"), "2026-11-30T09:41");
    EXPECT_EQ(read<schema::Session>("at", "2026-06-01 10:30"), "2026-06-01T10:30");
    EXPECT_EQ(read<schema::Session>("at", "today 9:05"), "2026-11-30T09:05");
    EXPECT_EQ(read<schema::Session>("at", "1.6.2026 10:30"), "2026-06-01T10:30");
    EXPECT_EQ(read<schema::Patient>("born", "14/03/1994"), "1994-03-14");
    EXPECT_EQ(read<schema::Patient>("born", "4.3.1994"), "1994-03-04");
}

TEST(AsMeant, WhatMayMeanTwoThingsStaysAsItWasTyped) {
    for (const auto* text : {"4/3/1994", "31.2.1994", "14-3-94", "last week", "2026-06-01T10:30"}) {
        EXPECT_EQ(read<schema::Patient>("born", text), text);
    }
    EXPECT_EQ(read<schema::Reading>("value", "1,234"), "1,234");
    EXPECT_EQ(read<schema::Course>("every", "4 fortnights"), "4 fortnights");
}

TEST(AsMeant, AnExpiryOfAMonthIsItsLastDayAndNoOtherDayIs) {
    EXPECT_EQ(read<schema::Session>("lot_expiry", "2028-02"), "2028-02-29");
    EXPECT_EQ(read<schema::Session>("at", "2028-02"), "2028-02");
}

TEST(AsMeant, AWordIsReadInAnyCaseAndAsClinicsHaveIt) {
    EXPECT_EQ(read<schema::Session>("device", "Pen"), "pen");
    EXPECT_EQ(read<schema::Patient>("sex", "F"), "female");
    EXPECT_EQ(read<schema::Patient>("fitzpatrick", "4"), "IV");
    EXPECT_EQ(read<schema::AdverseEvent>("kind", "redness"), "erythema");
    EXPECT_EQ(read<schema::AdverseEvent>("severity", "mild"), "1");
    EXPECT_EQ(read<schema::Session>("device", "laser"), "laser");
}

TEST(AsMeant, ANumberMayHaveADecimalComma) {
    EXPECT_EQ(read<schema::Reading>("value", "42,5"), "42.5");
    EXPECT_EQ(read<schema::Session>("pain", "3"), "3");
    EXPECT_EQ(read<schema::Course>("every", "4 weeks"), "4w");
}

TEST(AsMeant, APartIsReadPlaceByPlace) {
    EXPECT_EQ(area("L cheek:1,5:4"), "left_cheek:1.5:4");
    EXPECT_EQ(area("Left_Cheek:1.5:4"), "left_cheek:1.5:4");
    EXPECT_EQ(area("elbow:1.5:4"), "elbow:1.5:4");
}

TEST(AsMeant, WhatIsReadOtherwiseIsToldButNoBirth) {
    std::ostringstream told;
    const AsMeant as_meant([] { return now; }, told);
    as_meant.field(*kinds::of<schema::Session>().field("device"), "Pen");
    as_meant.field(*kinds::of<schema::Session>().field("device"), "pen");
    as_meant.field(*kinds::of<schema::Patient>().field("born"), "14/03/1994");
    EXPECT_EQ(told.str(), "note: --device \"Pen\" is read as pen\n");
}

}  // namespace
}  // namespace cli::as_meant_test
