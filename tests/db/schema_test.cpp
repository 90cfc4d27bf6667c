// The tables as the file itself lists them: what the ledger's capture and the rules of the book
// rest on.

#include <cmath>
#include <sstream>

#include <gtest/gtest.h>

#include "db/book.h"
#include "db/sqlite.h"
#include "schema/migrations/migrations.h"
#include "schema/records/agreement.h"
#include "schema/records/any_record.h"
#include "schema/records/care_advice.h"
#include "schema/records/clinic.h"
#include "schema/records/depth_limit.h"
#include "schema/records/instrument.h"

namespace db {
namespace {

class Tables : public testing::Test {
  protected:
    Tables() {
        for (const auto& step : schema::migrations()) {
            database_.exec(std::string(step.sql));
        }
    }
    std::vector<std::string> texts(const std::string& sql) {
        SQLite::Statement rows(database_, sql);
        std::vector<std::string> all;
        while (rows.executeStep()) {
            all.push_back(rows.getColumn(0).getString());
        }
        return all;
    }
    SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE};
};

TEST_F(Tables, AreAllStrict) {
    EXPECT_EQ(texts("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND "
                    "name <> 'sqlite_schema'"),
              std::vector<std::string>{});
}

TEST_F(Tables, AllHaveAPrimaryKeyForTheSessionExtensionSkipsThoseWithout) {
    for (const auto& table : texts("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        EXPECT_FALSE(
            texts("SELECT name FROM pragma_table_info('" + table + "') WHERE pk > 0").empty())
            << table;
    }
}

TEST_F(Tables, HaveNoGeneratedColumnsForTheSessionExtensionFailsOnThem) {
    for (const auto& table : texts("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        EXPECT_TRUE(
            texts("SELECT name FROM pragma_table_xinfo('" + table + "') WHERE hidden <> 0").empty())
            << table;
    }
}

template <class Record>
std::vector<std::string> fields() {
    std::vector<std::string> names;
    schema::for_each_field<Record>([&](const auto& field) { names.emplace_back(field.name); });
    return names;
}

TEST_F(Tables, HaveTheColumnsThatTheRecordsDescribe) {
    const auto columns = [&](std::string_view table) {
        return texts("SELECT name FROM pragma_table_info('" + std::string(table) +
                     "') WHERE name NOT IN ('id', 'patient_id', "
                     "'version', 'voided', 'session_id', 'acne_status_id', 'scar_observation_id', "
                     "'pigmentation_observation_id', 'instrument_id', 'agreement_id')");
    };
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        EXPECT_EQ(columns(schema::Description<Record>::table), fields<Record>());
        if constexpr (schema::HasParts<Record>) {
            constexpr auto& parts = schema::Description<Record>::parts;
            using Part = typename std::decay_t<decltype(kind.*parts.member)>::value_type;
            EXPECT_EQ(columns(parts.table), fields<Part>());
        }
    });
    EXPECT_EQ(columns("clinic"), fields<schema::Clinic>());
    EXPECT_EQ(columns("instrument"), fields<schema::Instrument>());
    EXPECT_EQ(columns("depth_limit"), fields<schema::DepthLimit>());
    EXPECT_EQ(columns("care_advice"), fields<schema::CareAdvice>());
    EXPECT_EQ(columns("agreement"), fields<schema::Agreement>());
    EXPECT_EQ(columns("agreement_rating"), fields<schema::AgreementRating>());
}

// Every word of every enumeration and both ends of every range stand in the table's own CHECKs.
template <class Record>
void expect_checks(const std::string& sql) {
    schema::for_each_field<Record>([&](const auto& field) {
        SCOPED_TRACE(field.name);
        if (std::isfinite(field.facets.range.low)) {
            std::ostringstream between;
            between << "BETWEEN " << field.facets.range.low << " AND " << field.facets.range.high;
            EXPECT_NE(sql.find(between.str()), std::string::npos) << between.str();
        }
    });
}

TEST_F(Tables, KeepTheRangesThatTheRecordsDescribe) {
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        const auto table = std::string(schema::Description<Record>::table);
        SCOPED_TRACE(table);
        expect_checks<Record>(
            texts("SELECT sql FROM sqlite_schema WHERE name = '" + table + "'").at(0));
    });
    expect_checks<schema::Agreement>(
        texts("SELECT sql FROM sqlite_schema WHERE name = 'agreement'").at(0));
}

TEST_F(Tables, RefuseImpossibleTimes) {
    database_.exec("INSERT INTO patient (chart) VALUES ('C')");
    const auto insert = [&](const std::string& at) {
        SQLite::Statement statement(
            database_,
            "INSERT INTO reading (patient_id, \"on\", what, value) VALUES (1, ?, 'tewl', 1)");
        statement.bind(1, at);
        return statement.tryExecuteStep() == SQLITE_DONE;
    };
    for (const auto* good : {"2026-01-05", "2026-01-05T10:30", "2024-02-29T23:59:59"}) {
        EXPECT_TRUE(insert(good)) << good;
    }
    for (const auto* bad : {"2026-02-30",
                            "2026-1-5",
                            "2026-01-05T25:00",
                            "2026-01-05T10:61",
                            "2026-01-05 10:30",
                            "",
                            "2026-01-05T10:30Z",
                            "2026-01-05T",
                            "20260105",
                            "2026-01-05T10:3",
                            "2026-01-05x10:30"}) {
        EXPECT_FALSE(insert(bad)) << bad;
    }
}

}  // namespace
}  // namespace db
