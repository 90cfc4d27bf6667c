#include "db/records/score_key.h"

#include <vector>

#include <gtest/gtest.h>

#include "db/sqlite/sqlite.h"
#include "schema/migrations/migrations.h"
#include "schema/types/error.h"
#include "schema/types/record_name.h"

namespace db::score_key_test {
namespace {

using schema::CivilTime;

TEST(MomentNumber, KeepsEveryMomentAndTheirOrder) {
    const std::vector<std::string> in_order{"1400-01-01",
                                            "1969-12-31T23:59:59",
                                            "1970-01-01",
                                            "1999-12-31",
                                            "1999-12-31T00:00",
                                            "1999-12-31T23:59:59",
                                            "2000-01-01",
                                            "2000-01-01T00:00",
                                            "2000-01-01T00:00:00",
                                            "2000-01-01T00:00:01",
                                            "2000-01-01T00:00:59",
                                            "2000-01-01T00:01",
                                            "2024-02-29T23:59",
                                            "2024-02-29T23:59:59",
                                            "2024-03-01",
                                            "9999-12-31T23:59:59"};
    std::int64_t last = moment_number(*CivilTime::read(in_order.front())) - 1;
    for (const auto& text : in_order) {
        const auto number = moment_number(*CivilTime::read(text));
        EXPECT_GT(number, last) << text;
        EXPECT_EQ(read_moment(number).text(), text);
        last = number;
    }
    EXPECT_EQ(moment_number(CivilTime()), -19263064645);
    EXPECT_EQ(last_moment_number(schema::Date::last()), 256841447939);
    EXPECT_EQ(last_moment_number(*schema::Date::read("2024-02-29")),
              moment_number(*CivilTime::read("2024-02-29T23:59:59")));
}

TEST(MomentNumber, ThatIsOfNoMomentIsRefused) {
    const auto day = moment_number(*CivilTime::read("1999-12-31"));
    EXPECT_NO_THROW(read_moment(day));
    for (const auto none :
         {day + 1, day + 60, std::int64_t{-19263064646}, std::int64_t{256841447940}}) {
        EXPECT_THROW(read_moment(none), schema::Error) << none;
    }
    EXPECT_NO_THROW(read_moment(day + 61));
}

class ScoreWords : public testing::Test {
  protected:
    ScoreWords() {
        for (const auto& step : schema::migrations()) {
            database_.exec(std::string(step.sql));
        }
    }
    // What the table says of this word.
    std::int64_t number(const std::string& table, std::string_view word) {
        SQLite::Statement row(database_, "SELECT id FROM " + table + " WHERE word = ?");
        row.bind(1, std::string(word));
        return row.executeStep() ? row.getColumn(0).getInt64() : -1;
    }
    SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE};
};

TEST_F(ScoreWords, HaveTheNumbersOfTheirTables) {
    for (std::size_t i = 0; i < schema::Words<schema::Region>::all.size(); ++i) {
        const auto region = static_cast<schema::Region>(i);
        EXPECT_EQ(region_number(region), number("word_region", schema::word(region)));
        EXPECT_EQ(read_region(region_number(region)), region);
    }
    EXPECT_EQ(region_number(std::nullopt), 0);
    EXPECT_EQ(read_region(0), std::nullopt);
    EXPECT_THROW(read_region(14), schema::Error);
    for (std::size_t i = 0; i < schema::Words<schema::ScoreOrigin>::all.size(); ++i) {
        const auto origin = static_cast<schema::ScoreOrigin>(i);
        EXPECT_EQ(origin_number(origin), number("word_score_origin", schema::word(origin)));
        EXPECT_EQ(read_origin(origin_number(origin)), origin);
    }
    EXPECT_THROW(read_origin(0), schema::Error);
    EXPECT_THROW(read_origin(7), schema::Error);
}

}  // namespace
}  // namespace db::score_key_test
