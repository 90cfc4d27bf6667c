// The tables as the file itself lists them: what the ledger's capture and the rules of the book
// rest on.

#include <cmath>
#include <optional>
#include <ostream>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
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

namespace db::schema_test {
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

// A column, as a record describes it and as a table has it.
struct Column {
    std::string name;
    std::string type;
    bool is_required = false;
    std::optional<std::pair<double, double>> range;
    std::set<std::string> words;  // none: it is no enumeration

    bool operator==(const Column&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Column& column) {
    out << column.name << ' ' << column.type << (column.is_required ? " NOT NULL" : "");
    if (column.range) {
        out << ' ' << column.range->first << " to " << column.range->second;
    }
    for (const auto& word : column.words) {
        out << ' ' << word;
    }
    return out;
}

template <class Value>
struct Bare {
    using type = Value;
};
template <class Value>
struct Bare<std::optional<Value>> : Bare<Value> {};

template <class Words>
std::set<std::string> set_of(const Words& words) {
    return {words.begin(), words.end()};
}

template <class Value>
Column described(std::string name, const schema::Range& range) {
    using Plain = typename Bare<Value>::type;
    Column column{
        .name = std::move(name), .type = "TEXT", .is_required = schema::is_required<Value>};
    if constexpr (schema::Enumeration<Plain>) {
        column.words = set_of(schema::Words<Plain>::all);
    } else if constexpr (std::is_same_v<Plain, double>) {
        column.type = "REAL";
    } else if constexpr (std::is_integral_v<Plain> || requires(Plain id) { id.value; }) {
        column.type = "INTEGER";
    }
    if (std::isfinite(range.low)) {
        column.range = {range.low, range.high};
    }
    return column;
}

template <class Record>
std::vector<Column> described() {
    std::vector<Column> columns;
    schema::for_each_field<Record>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::value_type;
        const std::string name(field.name);
        if constexpr (std::is_same_v<Value, std::optional<schema::RecordName>>) {
            columns.push_back({.name = name + "_kind",
                               .type = "TEXT",
                               .words = set_of(schema::RecordName::kinds)});
            columns.push_back({.name = name + "_id", .type = "INTEGER"});
        } else {
            columns.push_back(described<Value>(name, field.range));
        }
    });
    return columns;
}

// What the program keeps beside the fields of a record.
bool is_beside(const std::string& name) {
    static const std::set<std::string> all{"id",
                                           "patient_id",
                                           "version",
                                           "voided",
                                           "session_id",
                                           "acne_status_id",
                                           "scar_observation_id",
                                           "pigmentation_observation_id",
                                           "instrument_id",
                                           "agreement_id"};
    return all.contains(name);
}

class Columns : public Tables {
  protected:
    std::vector<Column> stored(const std::string& table) {
        std::vector<Column> columns;
        SQLite::Statement rows(
            database_,
            "SELECT info.name, info.type, info.\"notnull\", "
            "(SELECT \"table\" FROM pragma_foreign_key_list(?1) WHERE \"from\" = info.name "
            "AND \"table\" GLOB 'word_*') FROM pragma_table_info(?1) AS info");
        rows.bind(1, table);
        while (rows.executeStep()) {
            auto& column = columns.emplace_back();
            column.name = rows.getColumn(0).getString();
            column.type = rows.getColumn(1).getString();
            column.is_required = rows.getColumn(2).getInt() != 0;
            column.range = range(table, column.name);
            if (!rows.getColumn(3).isNull()) {
                column.words = set_of(texts("SELECT word FROM " + rows.getColumn(3).getString() +
                                            " WHERE word IS NOT NULL"));
            }
        }
        std::erase_if(columns, [](const Column& each) { return is_beside(each.name); });
        return columns;
    }

    // Of the record's fields, whatever their order: older ledger entries keep that of the table.
    template <class Record>
    void expect_as_described() {
        const std::string table(schema::Description<Record>::table);
        EXPECT_THAT(stored(table), testing::UnorderedElementsAreArray(described<Record>()))
            << table;
    }

  private:
    // The bounds of CHECK (name BETWEEN low AND high).
    std::optional<std::pair<double, double>> range(const std::string& table,
                                                   const std::string& name) {
        const auto sql = texts("SELECT sql FROM sqlite_schema WHERE name = '" + table + "'").at(0);
        std::smatch found;
        const std::regex check(R"(\(\"?)" + name + R"(\"? BETWEEN (\S+) AND (\S+)\))");
        if (!std::regex_search(sql, found, check)) {
            return std::nullopt;
        }
        return std::pair(std::stod(found[1].str()), std::stod(found[2].str()));
    }
};

TEST_F(Columns, AreThoseThatTheRecordsDescribe) {
    schema::for_each_kind([&](const auto& kind) {
        using Record = std::decay_t<decltype(kind)>;
        expect_as_described<Record>();
        if constexpr (schema::HasParts<Record> &&
                      !std::is_same_v<Record, schema::PigmentationObservation>) {
            constexpr auto& parts = schema::Description<Record>::parts;
            using Part = typename std::decay_t<decltype(kind.*parts.member)>::value_type;
            EXPECT_THAT(stored(std::string(parts.table)),
                        testing::UnorderedElementsAreArray(described<Part>()))
                << parts.table;
        }
    });
    expect_as_described<schema::Clinic>();
    expect_as_described<schema::Instrument>();
    expect_as_described<schema::DepthLimit>();
    expect_as_described<schema::CareAdvice>();
    expect_as_described<schema::Agreement>();
    expect_as_described<schema::AgreementRating>();
}

// MASI has four regions.
TEST_F(Columns, OfMasiTakeItsRegionsAlone) {
    auto due = described<schema::PigmentationRegion>();
    due.at(0).words = {"forehead", "right_cheek", "left_cheek", "chin"};
    EXPECT_THAT(stored("pigmentation_region"), testing::UnorderedElementsAreArray(due));
}

TEST_F(Columns, RefuseAWordThatIsNone) {
    database_.exec(
        "PRAGMA foreign_keys = ON; INSERT INTO patient (chart, sex) VALUES ('C', 'male')");
    EXPECT_NE(database_.tryExec("INSERT INTO patient (chart, sex) VALUES ('D', 'man')"), SQLITE_OK);
    const std::string acne =
        "INSERT INTO score (patient_id, instrument_id, region, at, id, value) ";
    database_.exec(
        "INSERT INTO instrument (code, name, low, unit, better, built_in) VALUES ('a', 'A', 0, "
        "'u', "
        "'lower', 0)");
    EXPECT_EQ(database_.tryExec(acne + "VALUES (1, 1, 13, 61, 1, 1)"), SQLITE_OK);
    EXPECT_NE(database_.tryExec(acne + "VALUES (1, 1, 14, 61, 2, 1)"), SQLITE_OK) << "no region";
    EXPECT_NE(database_.tryExec(acne + "VALUES (1, 1, 13, 60, 2, 1)"), SQLITE_OK) << "no moment";
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
}  // namespace db::schema_test
