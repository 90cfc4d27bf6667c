#include "app/exchange/table_dialect.h"

#include <gtest/gtest.h>

namespace exchange::table_dialect_test {
namespace {

using exchange::CsvDialect;
using exchange::mend_dialect;

TEST(TableDialect, OfAWholeTableIsNotTouched) {
    const CsvDialect plain;
    EXPECT_EQ(mend_dialect("a,b\n1, 2\n\"x\\\\\",y\n", plain), plain);
    EXPECT_EQ(mend_dialect("", plain), plain);
}

TEST(TableDialect, FindsQuotesBehindBackslashes) {
    EXPECT_TRUE(mend_dialect("a,b\n\"5\\\" needle\",\"x, y\"\n", {}).backslash);
}

TEST(TableDialect, FindsBlanksBehindEveryDelimiter) {
    EXPECT_TRUE(mend_dialect("a, b\n1, \"x, y\"\n", {}).blanks_after);
}

TEST(TableDialect, DoesNotMendByBlanksThatAreOnlyHereAndThere) {
    const CsvDialect plain;
    EXPECT_EQ(mend_dialect("a, b\n1,2\n1, \"x, y\"\n", plain), plain);
}

TEST(TableDialect, LeavesABrokenTableAsItIs) {
    const CsvDialect plain;
    EXPECT_EQ(mend_dialect("a,b\n1,2,3\n", plain), plain);
}

}  // namespace
}  // namespace exchange::table_dialect_test
