// Whatever chart number is taken, its patient can be opened by the address of it.

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "app/server/http/target.h"
#include "schema/types/text_bounds.h"
#include "tests/app/server/served_book.h"
#include "tests/support/sqlite_shell.h"

namespace server::addresses_test {
namespace {

std::string utf8(char32_t character) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    if (character < 0x80) {
        return {byte(character)};
    }
    if (character < 0x800) {
        return {byte(0xC0 | character >> 6U), byte(0x80 | (character & 0x3FU))};
    }
    if (character < 0x10000) {
        return {byte(0xE0 | character >> 12U),
                byte(0x80 | (character >> 6U & 0x3FU)),
                byte(0x80 | (character & 0x3FU))};
    }
    return {byte(0xF0 | character >> 18U),
            byte(0x80 | (character >> 12U & 0x3FU)),
            byte(0x80 | (character >> 6U & 0x3FU)),
            byte(0x80 | (character & 0x3FU))};
}

class Addresses : public ServedBook {
  protected:
    Reply register_chart(const std::string& chart) {
        return post("/api/v1/patients", Json({{"chart", chart}, {"confirm", {"chart"}}}).dump());
    }
    void expect_opens(const std::string& chart) {
        SCOPED_TRACE(percent_encoded(chart));
        const auto shown = get("/api/v1/patients/" + percent_encoded(chart));
        EXPECT_EQ(shown.status, 200);
        EXPECT_EQ(Json::parse(shown.body)["chart"], chart);
        EXPECT_EQ(get("/patients/" + percent_encoded(chart)).status, 200);
        EXPECT_EQ(get("/api/v1/patients/" + percent_encoded(chart) + "/progress").status, 200);
    }
};

TEST_F(Addresses, OpenEveryOddChartNumberThatIsTaken) {
    for (const auto* chart : {"%2F",
                              "a/b",
                              "a\\b",
                              "?x=1",
                              "#1",
                              "J 28",
                              "+",
                              "%",
                              "..a",
                              "...",
                              "-",
                              "أ-١٢",
                              "名前",
                              "😀",
                              "a&b=c",
                              "\"'<b>",
                              "C;1",
                              "~",
                              "%00"}) {
        const auto made = register_chart(chart);
        ASSERT_EQ(made.status, 201) << chart << made.body;
        expect_opens(chart);
        EXPECT_EQ(get(made.header("location")).status, 200) << chart;
    }
}

TEST_F(Addresses, OpenEveryChartNumberThatIsTaken) {
    int taken = 0;
    const bool holds = rc::check("every chart number that is taken opens", [&] {
        const auto characters = *rc::gen::container<std::u32string>(
            rc::gen::weightedOneOf<char32_t>({{16, rc::gen::inRange<char32_t>(0x20, 0x7F)},
                                              {8, rc::gen::inRange<char32_t>(0x3041, 0x3090)},
                                              {8, rc::gen::inRange<char32_t>(0x4E00, 0x9FFF)},
                                              {1, rc::gen::inRange<char32_t>(1, 0xD800)},
                                              {1, rc::gen::inRange<char32_t>(0xE000, 0x110000)}}));
        std::string chart;
        for (const auto character : characters) {
            chart += utf8(character);
        }
        const auto made = register_chart(chart);
        const auto kept = schema::as_kept(schema::TextKind::chart, chart);
        if (made.status == 201) {
            ++taken;
            const auto shown = get("/api/v1/patients/" + percent_encoded(kept));
            RC_ASSERT(shown.status == 200);
            RC_ASSERT(Json::parse(shown.body)["chart"] == kept);
        } else {
            RC_ASSERT(made.status == 409 ||
                      schema::text_fault(schema::TextKind::chart, kept).has_value());
        }
    });
    EXPECT_TRUE(holds);
    EXPECT_GT(taken, 5);
}

TEST_F(Addresses, OpenWhatAnOlderBookHoldsTooWhereABrowserCanAskForIt) {
    ASSERT_TRUE(support::sqlite_shell(
        book(),
        "UPDATE patient SET chart = 'J' || char(10) || '29' || char(7), name = 'old' || char(27)"));
    const auto shown = get("/api/v1/patients/J%0A29%07");
    ASSERT_EQ(shown.status, 200) << shown.body;
    const auto changed = write("PATCH",
                               "/api/v1/patients/J%0A29%07",
                               R"({"monk":3,"name":"old\u001b","reason":"x"})",
                               {{"If-Match", shown.header("etag")}});
    EXPECT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(register_chart("J\n30").status, 422);
}

TEST_F(Addresses, FindAPatientHoweverTheChartNumberIsTyped) {
    for (const auto* typed : {"c-001", "C%E2%80%91001", "%EF%BC%A3-001", "%20C-001%20"}) {
        const auto shown = get("/api/v1/patients/" + std::string(typed));
        ASSERT_EQ(shown.status, 200) << typed;
        EXPECT_EQ(Json::parse(shown.body)["chart"], "C-001");
    }
    for (const auto* twin : {"c-001", "C–001", " C-001", "Ｃ-001"}) {
        EXPECT_EQ(register_chart(twin).status, 409) << twin;
    }
    EXPECT_EQ(register_chart("C-002").status, 201);
    EXPECT_EQ(get("/api/v1/patients/c_001").status, 404);
}

TEST_F(Addresses, TellTwinsOfAnOlderBookApartByTheirExactNumbers) {
    ASSERT_EQ(register_chart("D-1").status, 201);
    ASSERT_TRUE(support::sqlite_shell(book(), "UPDATE patient SET chart = 'c-001' WHERE id = 2"));
    EXPECT_EQ(Json::parse(get("/api/v1/patients/C-001").body)["id"], 1);
    EXPECT_EQ(Json::parse(get("/api/v1/patients/c-001").body)["id"], 2);
    EXPECT_EQ(get("/api/v1/patients/C%E2%80%91001").status, 404) << "it could be either";
    const auto etag = get("/api/v1/patients/c-001").header("etag");
    EXPECT_EQ(write("PATCH",
                    "/api/v1/patients/c-001",
                    R"({"chart":"c-001","monk":3,"reason":"was left out"})",
                    {{"If-Match", etag}})
                  .status,
              200)
        << "existing ones stay and can be corrected";
    EXPECT_EQ(register_chart("C−001").status, 409);
}

TEST_F(Addresses, NobodyIsBornInTheFuture) {
    EXPECT_EQ(post("/api/v1/patients", R"({"chart":"F-1","born":"9999-12-31"})").status, 422);
    EXPECT_EQ(post("/api/v1/patients", R"({"chart":"F-1","born":"2026-06-15"})").status, 201);
}

}  // namespace
}  // namespace server::addresses_test
