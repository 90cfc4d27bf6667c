#include "app/json/record_reading.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/json/json_reading.h"
#include "app/json/record_json.h"
#include "schema/records/any_record.h"

namespace exchange::record_reading_test {
namespace {

template <class Record>
std::vector<std::string> faults(std::string_view text, Record record = {}) {
    const auto json = read_json_object(text);
    std::vector<schema::Problem> problems;
    set_members(json, {"reason"}, record, problems);
    require_members(json, kinds::of<Record>(), problems);
    std::vector<std::string> places;
    for (const auto& problem : problems) {
        places.push_back(problem.where);
    }
    return places;
}

using Places = std::vector<std::string>;

TEST(RecordFromJson, ReadsWhatRecordJsonWrites) {
    schema::Session session;
    session.at = *schema::CivilTime::read("2026-01-05T10:30");
    session.device = schema::Device::stamp;
    session.lot_expiry = schema::Date::read("2027-01-31");
    session.speed_Hz = 0.1 + 0.2 + 1;
    session.pain = 0;
    session.note = "أحمد\n\"1\" <b>";
    session.areas = {{schema::Region::chin, 0.25, 3}};
    auto json = read_json_object(json_text(record_json(session, "C-001")));
    for (const auto* own : {"id", "patient", "version", "voided"}) {
        json.erase(own);
    }
    schema::Session read;
    std::vector<schema::Problem> problems;
    set_members(json, {}, read, problems);
    EXPECT_EQ(problems, std::vector<schema::Problem>());
    EXPECT_EQ(read, session);
}

TEST(RecordFromJson, TakesEachTypeAsItIsAndNoOther) {
    using schema::Session;
    const std::string good = R"("at":"2026-01-05","device":"pen")";
    EXPECT_EQ(faults<Session>("{" + good + "}"), Places());
    EXPECT_EQ(faults<Session>("{" + good + R"(,"reason":7})"), Places()) << "not its own member";
    EXPECT_EQ(faults<Session>("{" + good + R"(,"pain":null,"note":null,"course":2})"), Places());
    for (const auto* wrong : {R"("pain":"3")",
                              R"("pain":3.5)",
                              R"("pain":3.0)",
                              R"("pain":11)",
                              R"("pain":4294967296)",
                              R"("pain":18446744073709551616)",
                              R"("pain":true)",
                              R"("pain":[3])"}) {
        EXPECT_EQ(faults<Session>("{" + good + "," + wrong + "}"), Places{"pain"}) << wrong;
    }
    EXPECT_EQ(faults<Session>("{" + good +
                              R"(,"note":3,"speed_hz":"3","course":0,"lot_expiry":"2026-02-30"})"),
              (Places{"note", "speed_hz", "course", "lot_expiry"}));
    EXPECT_EQ(faults<Session>(R"({"at":null,"device":"laser"})"), (Places{"at", "device", "at"}));
    EXPECT_EQ(faults<Session>("{" + good + R"(,"id":3,"Pain":3})"), (Places{"id", "Pain"}));
    EXPECT_EQ(
        faults<schema::Application>(R"({"at":"2026-01-05","active":"other","perfumed":"yes"})"),
        Places{"perfumed"});
}

TEST(RecordFromJson, ReadsPartsWithThePlaceOfEachFault) {
    const auto acne = [](const std::string& regions) {
        return faults<schema::AcneStatus>(R"({"on":"2026-01-05","regions":)" + regions + "}");
    };
    EXPECT_EQ(acne(R"([{"region":"chin"},{"region":"nose","papules":999}])"), Places());
    EXPECT_EQ(acne(R"([{"region":"chin","papules":1000,"moles":1}])"),
              (Places{"regions[0].papules", "regions[0].moles"}));
    EXPECT_EQ(acne(R"([{"papules":1}])"), Places{"regions[0].region"});
    EXPECT_EQ(acne(R"([{"region":"chin"},{"region":"chin"}])"), Places{"regions[1]"});
    EXPECT_EQ(acne(R"("chin:papules=1")"), Places{"regions"});
    EXPECT_EQ(faults<schema::Session>(
                  R"({"at":"2026-01-05","device":"pen","areas":[{"region":"chin"}]})"),
              (Places{"areas[0].depth_mm", "areas[0].passes"}));
}

TEST(RecordFromJson, ReadsItemsAndAnswers) {
    const auto marks = [](const std::string& pahpi) {
        return faults<schema::PigmentationObservation>(
            R"({"on":"2026-01-05","kind":"pih","pahpi":)" + pahpi + "}");
    };
    EXPECT_EQ(marks(R"({"size":4,"intensity":6,"number":2})"), Places());
    EXPECT_EQ(marks(R"({"size":4,"intensity":6})"), Places{"pahpi"});
    EXPECT_EQ(marks(R"({"size":4,"intensity":60,"number":2})"), Places{"pahpi.intensity"});
    EXPECT_EQ(marks(R"("size=4,intensity=6,number=2")"), Places{"pahpi"});
    const auto form = [](const std::string& answers) {
        return faults<schema::Questionnaire>(R"({"on":"2026-01-05","which":"dlqi","answers":)" +
                                             answers + "}");
    };
    EXPECT_EQ(form("[1,2,0,null,1]"), Places());
    for (const auto* wrong : {"[]", "[10]", "[1.5]", "[\"1\"]", "\"1,2\"", "[[1]]"}) {
        EXPECT_EQ(form(wrong), Places{"answers"}) << wrong;
    }
}

TEST(RecordFromJson, KeepsAConfidentialTextOutOfItsProblems) {
    schema::Patient patient;
    std::vector<schema::Problem> problems;
    set_members(read_json_object(R"({"born":"Huda"})"), {}, patient, problems);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].what.find("Huda"), std::string::npos);
}

TEST(JsonObject, IsRefusedWhenItIsNoneOrNotPlain) {
    for (const auto& text : {std::string(),
                             std::string("null"),
                             std::string("[]"),
                             std::string("{\"a\":1,}"),
                             std::string("{\"a\":1}x"),
                             std::string("{\"a\":1,\"a\":2}"),
                             std::string("{\"b\":{\"a\":1,\"a\":2}}"),
                             std::string("{\"a\":\"\\u0000\"}"),
                             std::string("{\"a\\u0000\":1}"),
                             std::string("{\"a\":\"\xc0\xaf\"}"),
                             std::string("{\"a\":NaN}"),
                             "{\"a\":" + std::string(64, '[') + std::string(64, ']') + "}"}) {
        EXPECT_THROW(read_json_object(text), schema::Error) << text;
    }
    EXPECT_NO_THROW(read_json_object("{\"a\":" + std::string(deepest_json - 1, '[') +
                                     std::string(deepest_json - 1, ']') + "}"));
    EXPECT_NO_THROW(read_json_object("{\"a\":{\"x\":1},\"b\":{\"x\":1}}"));
}

}  // namespace
}  // namespace exchange::record_reading_test
