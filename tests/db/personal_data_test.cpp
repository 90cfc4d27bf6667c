// The lists of schema/kinds/personal_data.h name every table, every column of texts, and every file
// that the program makes beside a book.

#include "schema/kinds/personal_data.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/sqlite/sqlite.h"
#include "schema/kinds/kinds.h"
#include "schema/migrations/migrations.h"

namespace db::personal_data_test {
namespace {

namespace fs = std::filesystem;
using Texts = std::set<std::string>;

class PersonalData : public testing::Test {
  protected:
    PersonalData() {
        for (const auto& step : schema::migrations()) {
            database_.exec(std::string(step.sql));
        }
    }
    Texts texts(const std::string& sql) {
        SQLite::Statement rows(database_, sql);
        Texts all;
        while (rows.executeStep()) {
            all.insert(rows.getColumn(0).getString());
        }
        return all;
    }
    static const kinds::PersonalTable* listed(std::string_view table) {
        const auto tables = kinds::personal_tables();
        const auto found = std::find_if(
            tables.begin(), tables.end(), [&](const auto& each) { return each.table == table; });
        return found == tables.end() ? nullptr : &*found;
    }
    static Texts words(std::string_view text) {
        std::istringstream in{std::string(text)};
        return {std::istream_iterator<std::string>(in), {}};
    }
    SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE};
};

TEST_F(PersonalData, NamesEveryTableOnce) {
    Texts named;
    for (const auto& each : kinds::personal_tables()) {
        EXPECT_TRUE(named.emplace(each.table).second) << each.table;
    }
    EXPECT_EQ(named,
              texts("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB "
                    "'word_*' AND name NOT GLOB 'sqlite_*'"));
}

// A word of an enumeration tells nothing that the list of words does not.
TEST_F(PersonalData, NamesEveryColumnOfTexts) {
    for (const auto& each : kinds::personal_tables()) {
        const std::string table(each.table);
        EXPECT_EQ(words(each.texts),
                  texts("SELECT name FROM pragma_table_info('" + table +
                        "') WHERE type IN ('TEXT', 'BLOB') AND name NOT IN (SELECT \"from\" FROM "
                        "pragma_foreign_key_list('" +
                        table + "') WHERE \"table\" GLOB 'word_*')"))
            << table;
    }
}

TEST_F(PersonalData, NamesEveryTextOfEveryKind) {
    const auto expect_named = [](std::string_view table, const std::vector<kinds::Field>& fields) {
        ASSERT_NE(listed(table), nullptr) << table;
        for (const auto& field : fields) {
            if (field.type == kinds::Type::text) {
                EXPECT_TRUE(words(listed(table)->texts).contains(std::string(field.name)))
                    << table << ' ' << field.name;
            }
        }
    };
    for (const auto& kind : kinds::all()) {
        if (!kind.table.empty()) {
            expect_named(kind.table, kind.fields);
        }
        if (kind.parts) {
            expect_named(kind.parts->table, kind.parts->fields);
        }
    }
}

TEST_F(PersonalData, RemovesTheRowsOfEveryTableThatSaysWhoseTheyAre) {
    for (const auto& table : texts("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
        const auto says =
            !texts("SELECT name FROM pragma_table_info('" + table + "') WHERE name = 'patient_id'")
                 .empty();
        if (says && table != "ledger") {
            ASSERT_NE(listed(table), nullptr) << table;
            EXPECT_EQ(listed(table)->at_erasure, kinds::AtErasure::rows_go) << table;
            EXPECT_EQ(listed(table)->key, "patient_id") << table;
        }
    }
    for (const auto& kind : kinds::of_patients()) {
        if (kind.parts) {
            EXPECT_EQ(listed(kind.parts->table)->at_erasure, kinds::AtErasure::rows_go);
            EXPECT_EQ(listed(kind.parts->table)->owner, kind.table);
        }
    }
    EXPECT_EQ(listed("patient")->key, "id");
}

TEST_F(PersonalData, SaysOfEveryTableThatStaysWhatItTells) {
    for (const auto& each : kinds::personal_tables()) {
        EXPECT_EQ(each.at_erasure == kinds::AtErasure::stays, !each.why.empty()) << each.table;
        EXPECT_EQ(each.at_erasure == kinds::AtErasure::stays, each.key.empty()) << each.table;
    }
}

// What stands in the sources where a name is made of a book's name and an ending.
Texts endings_in(const std::string& source) {
    const auto holds = [&](const char* text) { return source.find(text) != std::string::npos; };
    if (!holds("string() +") && !holds("}.") && !holds("ending = ") && !holds(R"({"", ")")) {
        return {};
    }
    const std::regex place(
        R"re(string\(\) \+\s*\(?[^;{]*"[.-][a-z]+|format\(\s*"\{\}\.[a-z]+-|ending = "\.[a-z]+|\{"", "[^}]*)re");
    const std::regex ending(R"re(["}]([.-][a-z]+))re");
    Texts found;
    for (std::sregex_iterator at(source.begin(), source.end(), place), end; at != end; ++at) {
        const auto text = at->str() + at->suffix().str().substr(0, 1);
        for (std::sregex_iterator each(text.begin(), text.end(), ending); each != end; ++each) {
            found.insert((*each)[1].str());
        }
    }
    return found;
}

TEST_F(PersonalData, NamesEveryFileThatTheSourcesMakeBesideABook) {
    Texts named;
    for (const auto& each : kinds::personal_files()) {
        named.emplace(each.ending);
        EXPECT_FALSE(each.holds.empty() || each.at_erasure.empty()) << each.ending;
    }
    Texts made;
    for (const auto* folder :
         {"/db", "/app/server", "/app/cli", "/app/tracking", "/app/backup", "/app/import"}) {
        for (const auto& file :
             fs::recursive_directory_iterator(std::string(SOURCE_DIR) + folder)) {
            if (!file.is_regular_file()) {
                continue;
            }
            std::ifstream in(file.path());
            made.merge(endings_in({std::istreambuf_iterator<char>(in), {}}));
        }
    }
    named.erase("");  // the book itself
    EXPECT_EQ(made, named);
}

}  // namespace
}  // namespace db::personal_data_test
