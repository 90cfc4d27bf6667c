// Lists as typed cells, and what is written from them.

#include "app/export/listing.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/records/session.h"
#include "schema/types/error.h"

namespace exchange {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

schema::Session session() {
    schema::Session one;
    one.id = schema::Id<schema::Session>(7);
    one.patient = schema::Id<schema::Patient>(3);
    one.at = *schema::CivilTime::read("2026-03-05T10:00");
    one.pain = 4;
    one.note = "said \"well\",\nwent home";
    return one;
}

Listing listing() {
    return listing_of(kinds::of<schema::Session>(),
                      {schema::AnyRecord(session())},
                      [](std::int64_t patient) { return "C-" + std::to_string(patient); });
}

const ListingCell& cell(const Listing& list, const std::string& column) {
    for (std::size_t at = 0; at < list.columns.size(); ++at) {
        if (list.columns[at].name == column) {
            return list.rows.at(0).at(at);
        }
    }
    throw std::out_of_range(column);
}

TEST(Listing, HasThePatientTheIdEveryFieldAndWhetherItIsVoided) {
    const auto list = listing();
    EXPECT_EQ(list.columns.front().name, "patient");
    EXPECT_EQ(list.columns.back().name, "voided");
    EXPECT_EQ(cell(list, "patient").text, "C-3");
    EXPECT_EQ(std::get<double>(cell(list, "id").value), 7);
    EXPECT_EQ(std::get<double>(cell(list, "pain").value), 4);
    EXPECT_EQ(std::get<schema::CivilTime>(cell(list, "at").value).text(), "2026-03-05T10:00");
    EXPECT_EQ(cell(list, "lot").text, "");
    EXPECT_EQ(cell(list, "lot").value.index(), 0U);
    EXPECT_EQ(cell(list, "voided").text, "no");
}

TEST(Listing, SaysTheUnitsOfItsColumns) {
    for (const auto& column : listing().columns) {
        if (column.name == "speed_hz") {
            EXPECT_EQ(column.unit, "Hz");
        }
    }
}

TEST(Listing, KeepsTheColumnsThatAreNamedInTheirOrder) {
    const auto only = only_columns(listing(), {"pain", "at"});
    EXPECT_EQ(delimited(only, ','), "pain,at\n4,2026-03-05T10:00\n");
    EXPECT_EQ(delimited(only, '\t'), "pain\tat\n4\t2026-03-05T10:00\n");
}

TEST(Listing, RefusesAColumnThatItHasNotAndNamesThoseThatItHas) {
    try {
        only_columns(listing(), {"at", "depth"});
        FAIL() << "nothing was refused";
    } catch (const schema::Error& error) {
        EXPECT_EQ(error.problems().front().where, "--columns");
        EXPECT_THAT(error.problems().front().what, HasSubstr("\"depth\""));
        EXPECT_THAT(error.problems().front().remedy, HasSubstr("patient, id, at"));
    }
}

TEST(Listing, QuotesWhatWouldBreakALine) {
    EXPECT_EQ(delimited(only_columns(listing(), {"note", "id"}), ','),
              "note,id\n\"said \"\"well\"\",\nwent home\",7\n");
}

}  // namespace
}  // namespace exchange
