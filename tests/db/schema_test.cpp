// The tables as the file itself lists them: what the ledger's capture and the rules of the book
// rest on.

#include <algorithm>
#include <array>
#include <regex>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/book.h"
#include "db/sqlite/sqlite.h"
#include "schema/kinds/ddl.h"
#include "schema/kinds/kinds.h"
#include "schema/migrations/migrations.h"

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

TEST_F(Tables, AreTheSameWhenTheyAreMadeAtOnce) {
    SQLite::Database at_once(":memory:", SQLite::OPEN_READWRITE);
    at_once.exec(std::string(schema::all_steps_at_once()));
    const auto all = [&](SQLite::Database& database) {
        std::vector<std::string> texts;
        const auto add = [&](const std::string& sql) {
            SQLite::Statement rows(database, sql);
            while (rows.executeStep()) {
                texts.push_back(rows.getColumn(0).getString());
            }
        };
        add(schema::definitions_query);
        SQLite::Statement tables(database,
                                 "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1");
        while (tables.executeStep()) {
            const auto name = tables.getColumn(0).getString();
            add("SELECT '" + name + " ' || count(*) FROM \"" + name + '"');
        }
        add("SELECT * FROM (" + database.execAndGet(schema::words_query).getString() +
            ") ORDER BY 1");
        return texts;
    };
    EXPECT_EQ(all(at_once), all(database_));
}

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

std::vector<std::string> names_of(const std::vector<kinds::Field>& fields) {
    std::vector<std::string> names;
    for (const auto& field : fields) {
        const auto columns = kinds::column_names(field);
        names.insert(names.end(), columns.begin(), columns.end());
    }
    return names;
}

std::vector<const kinds::Kind*> stored_kinds() {
    std::vector<const kinds::Kind*> stored;
    for (const auto& kind : kinds::all()) {
        if (!kind.table.empty()) {
            stored.push_back(&kind);
        }
    }
    return stored;
}

// Whatever their order: older ledger entries keep that of the table.
TEST_F(Tables, HaveTheColumnsThatTheRecordsDescribe) {
    const auto columns = [&](std::string_view table) {
        return texts("SELECT name FROM pragma_table_info('" + std::string(table) +
                     "') WHERE name NOT IN ('id', 'patient_id', "
                     "'version', 'voided', 'session_id', 'acne_status_id', 'scar_observation_id', "
                     "'pigmentation_observation_id', 'instrument_id', 'agreement_id', "
                     "'protocol_id')");
    };
    for (const auto* kind : stored_kinds()) {
        EXPECT_THAT(columns(kind->table),
                    testing::UnorderedElementsAreArray(names_of(kind->fields)))
            << kind->noun;
        if (kind->parts) {
            EXPECT_THAT(columns(kind->parts->table),
                        testing::UnorderedElementsAreArray(names_of(kind->parts->fields)))
                << kind->noun;
        }
    }
}

// The text with one blank for every run of white space, and none within parentheses.
std::string on_one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n';
        if (!blank || (!line.empty() && line.back() != ' ' && line.back() != '(')) {
            line += blank ? ' ' : c;
        }
    }
    return line.erase(line.find_last_not_of(' ') + 1);
}

// What stands between the outer commas of a CREATE TABLE statement.
std::vector<std::string> definitions(const std::string& sql) {
    std::vector<std::string> all(1);
    int depth = 0;
    for (const char c : sql.substr(sql.find('(') + 1)) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth < 0) {
            break;
        }
        if (c == ',' && depth == 0) {
            all.emplace_back();
        } else {
            all.back() += c;
        }
    }
    for (auto& one : all) {
        one = on_one_line(one);
    }
    return all;
}

// Where a migration asks for more than the description can say: texts that are not blank or are
// unique, bounds on one side, four regions of thirteen.
bool is_stricter(std::string_view table, std::string_view column) {
    constexpr std::array stricter{"account.name",
                                  "sign_in_device.account",
                                  "patient.chart",
                                  "patient.name",
                                  "patient.name_ar",
                                  "pigmentation_region.region",
                                  "care_advice.subject",
                                  "instrument.code",
                                  "instrument.high",
                                  "instrument.step",
                                  "instrument.noise",
                                  "instrument.noise_other_rater",
                                  "instrument.responder_change",
                                  "instrument.responder_percent",
                                  "instrument.responder_from",
                                  "agreement.sdc_same_rater",
                                  "agreement.sdc_other_rater"};
    const auto name = std::string(table) + '.' + std::string(column);
    return std::find(stricter.begin(), stricter.end(), name) != stricter.end();
}

TEST_F(Tables, HaveTheWholeColumnsThatTheDescriptionsAskFor) {
    const std::regex default_value(" DEFAULT [^ ]+");
    const auto expect_columns = [&](std::string_view table,
                                    const std::vector<kinds::Field>& fields) {
        const auto sql =
            texts("SELECT sql FROM sqlite_schema WHERE name = '" + std::string(table) + "'");
        auto columns = definitions(sql.at(0));
        for (auto& column : columns) {
            column = std::regex_replace(column, default_value, "");
        }
        for (const auto& field : fields) {
            for (const auto& wanted : kinds::columns_sql(field)) {
                const bool same =
                    std::find(columns.begin(), columns.end(), wanted) != columns.end();
                EXPECT_NE(same, is_stricter(table, field.name)) << table << ": " << wanted;
            }
        }
    };
    for (const auto* kind : stored_kinds()) {
        expect_columns(kind->table, kind->fields);
        if (kind->parts) {
            expect_columns(kind->parts->table, kind->parts->fields);
        }
    }
}

TEST_F(Tables, CanBeMadeAsTheDescriptionsAskFor) {
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    ASSERT_NO_THROW(fresh.exec(kinds::tables_sql()));
    EXPECT_NO_THROW(fresh.exec("INSERT INTO patient (chart) VALUES ('C')"));
    EXPECT_THROW(fresh.exec("INSERT INTO patient (chart, monk) VALUES ('D', 11)"),
                 SQLite::Exception);
    fresh.exec(
        "PRAGMA foreign_keys = ON; CREATE TABLE word_active (word TEXT PRIMARY KEY); "
        "INSERT INTO word_active VALUES ('peptides'); "
        "CREATE TABLE word_device (word TEXT PRIMARY KEY); "
        "INSERT INTO word_device VALUES ('pen'); "
        "CREATE TABLE word_endpoint (word TEXT PRIMARY KEY);"
        "CREATE TABLE word_concern (word TEXT PRIMARY KEY);"
        "CREATE TABLE word_side (word TEXT PRIMARY KEY)");
    EXPECT_NO_THROW(
        fresh.exec("INSERT INTO session (patient_id, at, device) VALUES "
                   "(1, '2026-01-05', 'pen')"));
    EXPECT_NO_THROW(
        fresh.exec("INSERT INTO application (patient_id, at, active, session) VALUES "
                   "(1, '2026-01-05', 'peptides', 1)"));
    EXPECT_THROW(fresh.exec("INSERT INTO application (patient_id, at, active, session) VALUES "
                            "(1, '2026-01-05', 'peptides', 2)"),
                 SQLite::Exception);
}

TEST_F(Tables, OfWordsHoldTheWordsThatTheFieldsTake) {
    const auto expect_words = [&](const std::vector<kinds::Field>& fields) {
        for (const auto& field : fields) {
            if (!field.word_table.empty()) {
                const std::vector<std::string> described(field.words.begin(), field.words.end());
                EXPECT_THAT(texts("SELECT word FROM " + std::string(field.word_table) +
                                  " WHERE word IS NOT NULL"),
                            testing::UnorderedElementsAreArray(described))
                    << field.word_table;
            }
        }
    };
    for (const auto* kind : stored_kinds()) {
        expect_words(kind->fields);
        if (kind->parts) {
            expect_words(kind->parts->fields);
        }
    }
    const auto& names = schema::RecordName::kinds;
    EXPECT_THAT(texts("SELECT word FROM word_record_kind"),
                testing::UnorderedElementsAreArray(names.begin(), names.end()));
}

TEST_F(Tables, RefuseAWordThatIsNone) {
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
