// Photographs are rated over HTTP: what a rater is told holds no name, no date and no earlier
// value.

#include <fstream>
#include <iterator>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/server/served_book.h"
#include "tests/support/made_pictures.h"

namespace server::photo_rating_test {
namespace {

using testing::HasSubstr;
using testing::Not;

class PhotoRating : public ServedBook {
  protected:
    PhotoRating() {
        for (int i = 1; i <= 3; ++i) {
            const auto chart = fmt::format("R-{}", i);
            post("/api/v1/patients",
                 fmt::format(R"({{"chart":"{}","name":"Salma Nabil"}})", chart));
            auto headers = writing();
            headers.back().second = "image/jpeg";
            headers.emplace_back("Idempotency-Key", chart);
            std::ifstream in(made_.draw(i), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            EXPECT_EQ(
                ask("POST",
                    fmt::format(
                        "/api/v1/patients/{}/photo?view=front&taken_at=2026-05-0{}", chart, i),
                    headers,
                    bytes)
                    .status,
                201);
        }
    }
    Reply begin(const std::string& body = R"({"instrument":"iga","view":"front","patients":3})") {
        return post("/api/v1/photo_studies", body);
    }
    Json next(const std::string& rater = "Mona") {
        return Json::parse(get("/api/v1/photo_studies/1/next?rater=" + rater).body);
    }
    Reply rate(const std::string& body, const std::string& key = "") {
        return post("/api/v1/photo_studies/1/ratings", body, key);
    }

    support::MadePictures made_;
};

TEST_F(PhotoRating, GoesRoundAndRoundWithoutNamesAndDates) {
    const auto begun = begin();
    ASSERT_EQ(begun.status, 201) << begun.body;
    EXPECT_EQ(Json::parse(begun.body)["photos"], 3);
    const auto list = get("/api/v1/photo_studies").body;
    EXPECT_EQ(Json::parse(list)[0]["instrument"], "iga");
    std::set<int> seen;
    for (int i = 0; i < 3; ++i) {
        const auto told = get("/api/v1/photo_studies/1/next?rater=Mona").body;
        EXPECT_THAT(told, Not(HasSubstr("R-")));
        EXPECT_THAT(told, Not(HasSubstr("Salma")));
        EXPECT_THAT(told, Not(HasSubstr("2026")));
        const auto now = Json::parse(told);
        EXPECT_EQ(now["rated"], i);
        EXPECT_EQ(now["of"], 3);
        const auto photo = now["photo"].get<int>();
        seen.insert(photo);
        EXPECT_EQ(get(fmt::format("/api/v1/photo/{}/image?size=screen", photo)).status, 200);
        const auto body = fmt::format(R"({{"photo":{},"value":{},"rater":"Mona"}})", photo, i);
        const auto key = fmt::format("rating-{}", i);
        ASSERT_EQ(rate(body, key).status, 201);
        EXPECT_EQ(rate(body, key).status, 201) << "sent again";
        if (i < 2) {  // the last one begins the next round
            EXPECT_THAT(rate(body).body, HasSubstr("error.rated_already"));
        }
    }
    EXPECT_EQ(seen.size(), 3U);
    EXPECT_EQ(next()["round"], 2);
    EXPECT_EQ(next("Saleh")["round"], 1);
    const auto study = Json::parse(get("/api/v1/photo_studies/1").body);
    EXPECT_EQ(study["medium"], "photo");
    EXPECT_EQ(study["result"]["ratings"], 3);
    EXPECT_TRUE(study["result"]["same_rater"]["sdc"].is_null());
}

TEST_F(PhotoRating, NamesWhoWorksHereWhereNoRaterIsSaid) {
    begin();
    const auto now = Json::parse(get("/api/v1/photo_studies/1/next").body);
    EXPECT_EQ(now["rater"], "nurse");
    EXPECT_EQ(rate(fmt::format(R"({{"photo":{},"value":1}})", now["photo"].get<int>())).status,
              201);
    EXPECT_EQ(next("nurse")["rated"], 1);
}

TEST_F(PhotoRating, RefusesWhatIsWrong) {
    EXPECT_THAT(begin(R"({"instrument":"iga","view":"front","patients":4})").body,
                HasSubstr("error.study_photos"));
    EXPECT_EQ(begin(R"({"instrument":"none","view":"front","patients":3})").status, 404);
    EXPECT_EQ(begin(R"({"instrument":"iga","view":"side","patients":3})").status, 422);
    EXPECT_EQ(begin(R"({"instrument":"iga","view":"front","patients":"x"})").status, 422);
    EXPECT_EQ(begin(R"({"instrument":"iga","view":"front","patients":3,"x":1})").status, 422);
    EXPECT_EQ(get("/api/v1/photo_studies/1").status, 404);
    ASSERT_EQ(begin().status, 201);
    const auto photo = next()["photo"].get<int>();
    EXPECT_EQ(rate(fmt::format(R"({{"photo":{},"value":9,"rater":"Mona"}})", photo)).status, 422);
    EXPECT_EQ(rate(fmt::format(R"({{"photo":{},"rater":"Mona"}})", photo)).status, 422);
    EXPECT_EQ(rate(R"({"photo":99,"value":1,"rater":"Mona"})").status, 404);
    EXPECT_EQ(next()["rated"], 0);
}

}  // namespace
}  // namespace server::photo_rating_test
