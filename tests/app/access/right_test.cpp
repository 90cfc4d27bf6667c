#include "app/access/right.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace access_control::right_test {
namespace {

using enum schema::AccountRole;

TEST(Rights, StandInTheTableInTheirOrderEachOnce) {
    const auto table = right_table();
    ASSERT_EQ(table.size(), schema::Words<Right>::all.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(table[i].right), i);
        EXPECT_FALSE(table[i].sentence.empty());
    }
}

// The words of the design, written once more.
TEST(Rights, OfARoleAreThoseThatTheClinicExpects) {
    // Of nobody who works in the clinic: a patient's own words are the patient's.
    const Rights everything([] {
        Rights all;
        for (const auto& row : right_table()) {
            if (row.right != Right::send_own_entries) {
                all.insert(row.right);
            }
        }
        return all;
    }());
    EXPECT_EQ(rights_of(owner), everything);
    EXPECT_EQ(rights_of(clinician),
              (Rights{Right::read_records,
                      Right::write_observations,
                      Right::void_own,
                      Right::void_others,
                      Right::override_stop,
                      Right::sign_off,
                      Right::accept_entries,
                      Right::print_reports,
                      Right::import_records,
                      Right::export_records}));
    EXPECT_EQ(rights_of(assistant),
              (Rights{Right::read_records,
                      Right::write_observations,
                      Right::void_own,
                      Right::print_reports}));
    EXPECT_EQ(rights_of(reader), Rights{Right::read_records});
}

TEST(Rights, AreReadBackFromTheirText) {
    const Rights some{Right::read_records, Right::export_records};
    EXPECT_EQ(rights_text(some), "read_records, export_records");
    EXPECT_EQ(read_rights(rights_text(some)), some);
    for (const auto* text : {"", "read", "read_records,export_records", ", read_records"}) {
        EXPECT_EQ(read_rights(text), std::nullopt) << text;
    }
}

TEST(Rights, AreATableInMarkdownWithARowEach) {
    const auto text = right_table_markdown();
    EXPECT_THAT(text, testing::StartsWith("| right | owner | clinician | assistant | reader |"));
    EXPECT_THAT(text, testing::HasSubstr("| `override_stop` | yes | yes | – | – | go on over"));
}

}  // namespace
}  // namespace access_control::right_test
