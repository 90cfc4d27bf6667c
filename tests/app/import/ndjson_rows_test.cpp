// Files of JSON objects as rows.

#include "app/import/table/ndjson_rows.h"

#include <gmock/gmock.h>

#include "tests/app/import/import_example.h"

namespace exchange::ndjson_rows_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(NdjsonRows, APathIsAColumnAndAnObjectARow) {
    const auto rows = rows_of_ndjson(
        "{\"patient\":{\"id\":\"A\"},\"values\":[{\"iga\":3},2.5]}\n\n"
        "{\"values\":[{\"iga\":null}],\"note\":\"a, \\\"b\\\"\\nc {\",\"done\":true}\n",
        "rows.ndjson");
    EXPECT_EQ(rows.csv,
              "patient.id,values[0].iga,values[1],note,done\nA,3,2.5,,\n"
              ",,,\"a, \"\"b\"\"\nc {\",true\n");
    EXPECT_THAT(rows.lines, ElementsAre(1, 1, 3));
}

TEST(NdjsonRows, AnArrayOfObjectsIsTheSame) {
    const auto rows = rows_of_ndjson(" [\n {\"a\": 1},\n {\"a\":\n \"2}\"}\n]\n", "rows.json");
    EXPECT_EQ(rows.csv, "a\n1\n2}\n");
    EXPECT_THAT(rows.lines, ElementsAre(1, 2, 3));
}

TEST(NdjsonRows, OnlyATextThatBeginsWithAnObjectIsOne) {
    for (const auto* text : {"{\"a\":1}", "[{\"a\":1}]", " [ { \"a\" : 1 } ]", "{}"}) {
        EXPECT_TRUE(is_ndjson(text)) << text;
    }
    for (const auto* text : {"", "{", "[", "[1]", "{a},b\n", "patient,at\n", "\"{\",x\n"}) {
        EXPECT_FALSE(is_ndjson(text)) << text;
    }
}

TEST(NdjsonRows, WhatIsUnsoundIsRefusedWithItsLine) {
    const auto refusal = [](std::string_view text) {
        try {
            rows_of_ndjson(text, "rows.ndjson");
        } catch (const schema::Error& error) {
            return error.problems()[0].where + ": " + error.problems()[0].what;
        }
        return std::string("was taken");
    };
    EXPECT_THAT(refusal("{\"a\":1}\n{\"a\":1,}\n"), HasSubstr("rows.ndjson:2: "));
    EXPECT_EQ(refusal("{\"a\":1}\n{\"a\":\n1"), "rows.ndjson:2: the JSON object does not end");
    EXPECT_EQ(refusal("{\"a\":1}\n2\n"), "rows.ndjson:2: is not a JSON object");
    EXPECT_EQ(refusal("[{\"a\":1} {\"a\":2}]"),
              "rows.ndjson:1: there is no comma between two objects of the array");
    EXPECT_EQ(refusal("[{\"a\":1}"), "rows.ndjson:1: the array does not end");
    EXPECT_EQ(refusal("[{\"a\":1}] {}"), "rows.ndjson:1: something follows the array");
    EXPECT_EQ(refusal("{\"a.b\":1,\"a\":{\"b\":2}}"),
              "rows.ndjson:1: \"a.b\" stands twice in the object");
    EXPECT_EQ(refusal("{}\n{\"a\":[]}"), "rows.ndjson: no JSON object of it holds a value");
    EXPECT_THAT(refusal("{\"a\":1,\"a\":2}"), HasSubstr("rows.ndjson:1: "));
    EXPECT_THAT(refusal("{\"a\":\"\\u0000\"}"), HasSubstr("rows.ndjson:1: "));
    std::string deep = "{\"a\":1}";
    for (int i = 0; i < 100; ++i) {
        deep = "{\"a\":" + deep + "}";
    }
    EXPECT_THAT(refusal(deep), HasSubstr("rows.ndjson:1: "));
    std::string wide;
    for (int i = 0; i < 5000; ++i) {
        wide += "{\"a" + std::to_string(i) + "\":1}\n";
    }
    EXPECT_THAT(refusal(wide), HasSubstr("more than 4096 columns"));
}

class ImportNdjson : public ImportTest {};

TEST_F(ImportNdjson, ObjectsAreImportedAsRowsAndProblemsNameTheirLines) {
    auto options = rows("scores",
                        "{\"patient\":{\"id\":\"A\"},\"day\":\"2024-01-05\",\"iga\":3}\n"
                        "{\"patient\":{\"id\":\"A\"},\"day\":\"2024-02-05\",\"iga\":2}\n");
    options.create_patients = true;
    options.map = {"patient=patient.id", "at=day", "iga=iga"};
    EXPECT_EQ(import(options).records, 2U);
    EXPECT_EQ(scores("A"), "iga 2024-01-05 3\niga 2024-02-05 2\n");
    options.content = "\n{\"patient\":{\"id\":\"A\"},\"day\":\"2024-03-05\",\"iga\":\"bad\"}\n";
    EXPECT_THAT(refusal(options)[0].where, HasSubstr(":2: column 3 \"iga\""));
    options.no_header = true;
    EXPECT_THAT(refusal(options)[0].what, HasSubstr("have names"));
}

}  // namespace
}  // namespace exchange::ndjson_rows_test
