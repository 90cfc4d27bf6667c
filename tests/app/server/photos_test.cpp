// Photographs over HTTP: what comes in, what goes out, and that nothing of one goes out once the
// patient withdrew the consent, by whatever route there is.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/server/routes/route.h"
#include "db/photos/photo_store.h"
#include "tests/app/server/served_book.h"
#include "tests/support/made_pictures.h"

namespace server::photos_test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const support::MadePictures& made() {
    static const support::MadePictures pictures;
    return pictures;
}

class Photos : public ServedBook {
  protected:
    Reply upload(const std::string& query,
                 const std::string& bytes,
                 const std::string& type = "image/jpeg",
                 const std::string& key = "") {
        auto headers = writing();
        headers.back().second = type;
        headers.emplace_back("Idempotency-Key",
                             key.empty() ? fmt::format("photo-{}", ++uploads_) : key);
        return ask("POST", "/api/v1/patients/C-001/photo" + query, headers, bytes);
    }
    static std::string taken() { return "?view=front&taken_at=2026-06-01T10:30"; }
    // A form for the record, signed on the screen; the consent's id is 1.
    void agree() {
        post("/api/v1/consent_forms",
             R"({"name":"Photographs","edition":"1","scope":"record","text_en":"I agree."})");
        ASSERT_EQ(post("/api/v1/patients/C-001/consent",
                       R"({"form":1,"language":"en","manner":"screen",)"
                       R"("signature":"[[10,20,0,30,40,50]]"})")
                      .status,
                  201);
    }
    std::string kept() const {
        const db::PhotoStore store(book());
        return store.find(store.files().photos.begin()->first).value_or("");
    }

  private:
    int uploads_ = 0;
};

TEST_F(Photos, ComeInAsBytesAndGoOutInThreeSizes) {
    const auto reply = upload(taken() + "&region=chin&light=window", made().bytes("head.jpg"));
    ASSERT_EQ(reply.status, 201) << reply.body;
    const auto photo = Json::parse(reply.body);
    EXPECT_EQ(photo["view"], "front");
    EXPECT_EQ(photo["region"], "chin");
    EXPECT_EQ(photo["taken_at"], "2026-06-01T10:30");
    EXPECT_EQ(photo["width"], 640);
    const auto whole = get("/api/v1/photo/1/image");
    EXPECT_EQ(whole.status, 200);
    EXPECT_EQ(whole.header("content-type"), "image/jpeg");
    EXPECT_EQ(whole.header("cache-control"), "no-store");
    EXPECT_EQ(whole.header("x-content-type-options"), "nosniff");
    EXPECT_THAT(whole.header("content-security-policy"), HasSubstr("sandbox"));
    EXPECT_EQ(whole.body, kept());
    for (const auto* size : {"small", "screen"}) {
        const auto smaller = get(fmt::format("/api/v1/photo/1/image?size={}", size));
        EXPECT_EQ(smaller.status, 200);
        EXPECT_THAT(smaller.body, StartsWith("\xFF\xD8\xFF"));
    }
    std::filesystem::remove_all(book().string() + ".previews");
    EXPECT_EQ(get("/api/v1/photo/1/image?size=small").status, 200) << "made anew";
    EXPECT_EQ(get("/api/v1/photo/1/image?size=huge").status, 400);
    EXPECT_EQ(get("/api/v1/photo/2/image").status, 404);
    const auto list = Json::parse(get("/api/v1/patients/C-001/photos").body);
    EXPECT_EQ(list[0]["showing"], "allowed");
}

TEST_F(Photos, AreRefusedWithWhatIsWrong) {
    const auto picture = made().bytes("head.jpg");
    EXPECT_EQ(upload(taken(), picture, "application/json").status, 415);
    EXPECT_EQ(upload(taken(), picture, "text/plain").status, 415);
    EXPECT_THAT(upload(taken(), "no picture").body, HasSubstr("error.photo_format"));
    EXPECT_THAT(upload("?taken_at=2026-06-01", picture).body, HasSubstr("\"view\""));
    EXPECT_THAT(upload("?view=side&taken_at=2026-06-01", picture).body, HasSubstr("\"view\""));
    EXPECT_THAT(upload("?view=front", picture).body, HasSubstr("error.photo_time"));
    EXPECT_THAT(upload(taken() + "&sha256=0", picture).body, HasSubstr("not known here"));
    EXPECT_THAT(upload(taken() + "&session=7", picture).status, 422);
    EXPECT_TRUE(db::PhotoStore(book()).files().photos.empty());
}

TEST_F(Photos, OfOneSubmissionAreKeptOnce) {
    const auto picture = made().bytes("head.jpg");
    EXPECT_EQ(upload(taken(), picture, "image/jpeg", "once").status, 201);
    const auto again = upload(taken(), picture, "image/jpeg", "once");
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(Json::parse(again.body)["id"], 1);
    EXPECT_EQ(upload(taken(), made().bytes("odd.jpg"), "image/jpeg", "once").status, 422);
    EXPECT_THAT(upload(taken(), picture).body, HasSubstr("error.photo_known"));
}

// As a page sends what it found of the head.
std::string posed(int yaw) {
    return fmt::format(
        "&pose=version%3D1%2Cyaw%3D{}%2Cpitch%3D-4%2Croll%3D1%2Ceye_distance%3D20"
        "%2Ccentre_x%3D50%2Ccentre_y%3D40",
        yaw);
}

TEST_F(Photos, AreComparedByTheirFiguresAndThePoseThatCameWithThem) {
    made().skin("first.jpg", "0 0 0 0 0 0");
    made().skin("second.jpg", "0.05 0 0 0 0 0");
    const auto first = upload(taken() + posed(2), made().bytes("first.jpg"));
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(Json::parse(first.body)["pose"]["yaw"], 2);
    EXPECT_EQ(Json::parse(first.body)["figures"]["version"], 1);
    ASSERT_EQ(upload(taken() + posed(14), made().bytes("second.jpg")).status, 201);
    const auto reply = get("/api/v1/patients/C-001/photos/compare?first=1&second=2");
    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto pair = Json::parse(reply.body);
    EXPECT_EQ(pair["verdict"], "not_comparable");
    EXPECT_EQ(pair["score"], 25);
    EXPECT_EQ(pair["limit"], 70);
    EXPECT_EQ(pair["words"]["text"], "not comparable: score 25 of 100, below 70: head turned");
    for (const auto& part : pair["parts"]) {
        EXPECT_EQ(part["score"], part["part"] == "yaw" ? 25 : 100) << part;
    }
    EXPECT_EQ(pair["parts"][1]["words"]["id"], "comparing.yaw.right");
    EXPECT_EQ(pair["parts"][1]["difference"], 12);
}

TEST_F(Photos, OfAnotherPatientAreNoneToCompareAndBadPosesAreRefused) {
    ASSERT_EQ(upload(taken(), made().bytes("head.jpg")).status, 201);
    EXPECT_THAT(upload(taken() + "&pose=yaw%3D2", made().bytes("head.png")).body,
                HasSubstr("\"pose\""));
    EXPECT_THAT(upload(taken() + posed(1000), made().bytes("head.png")).body,
                HasSubstr("\"pose\""));
    ASSERT_EQ(upload(taken(), made().bytes("head.png")).status, 201);
    EXPECT_EQ(get("/api/v1/patients/C-001/photos/compare?first=1&second=2").status, 200);
    EXPECT_EQ(get("/api/v1/patients/C-001/photos/compare?first=1").status, 400);
    EXPECT_EQ(get("/api/v1/patients/C-001/photos/compare?first=1&second=x").status, 400);
    EXPECT_EQ(get("/api/v1/patients/C-001/photos/compare?first=1&second=3").status, 404);
    EXPECT_EQ(get("/api/v1/patients/C-001/photos/compare?first=1&second=1").status, 422);
    post("/api/v1/patients", R"({"chart":"C-002","confirm":["duplicate"]})");
    EXPECT_EQ(get("/api/v1/patients/C-002/photos/compare?first=1&second=2").status, 404);
}

TEST_F(Photos, AreNotComparedOnceTheConsentIsWithdrawn) {
    agree();
    ASSERT_EQ(upload(taken(), made().bytes("head.jpg")).status, 201);
    ASSERT_EQ(upload(taken(), made().bytes("head.png")).status, 201);
    EXPECT_EQ(get("/api/v1/patients/C-001/photos/compare?first=1&second=2").status, 200);
    post("/api/v1/consent/1/withdraw", "{}");
    const auto refused = get("/api/v1/patients/C-001/photos/compare?first=1&second=2");
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, Not(HasSubstr("parts")));
}

TEST_F(Photos, AskAboutTheTimeThatTheCameraTells) {
    made().put("timed.jpg", made().bytes("head.jpg"));
    made().exiftool({"-overwrite_original",
                     "-DateTimeOriginal=2026:06:01 09:15:00",
                     made().path("timed.jpg").string()});
    const auto asked = upload("?view=front", made().bytes("timed.jpg"));
    EXPECT_THAT(asked.body, HasSubstr("error.photo_taken"));
    EXPECT_THAT(asked.body, HasSubstr("\"confirm\": \"taken_at\""));
    const auto told = upload("?view=front&confirm=taken_at", made().bytes("timed.jpg"));
    ASSERT_EQ(told.status, 201) << told.body;
    EXPECT_EQ(Json::parse(told.body)["taken_at"], "2026-06-01T09:15");
}

TEST_F(Photos, AreCorrectedInWhatIsSaidOfThem) {
    ASSERT_EQ(upload(taken(), made().bytes("head.jpg")).status, 201);
    const auto fix = [&](const std::string& body, const std::string& version) {
        auto headers = writing();
        headers.emplace_back("If-Match", version);
        return ask("PATCH", "/api/v1/photo/1", headers, body);
    };
    const auto reply = fix(R"({"view":"left_45","region":"chin","reason":"slip"})", "\"1\"");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.header("etag"), "\"2\"");
    const auto photo = Json::parse(get("/api/v1/photo/1").body);
    EXPECT_EQ(photo["view"], "left_45");
    EXPECT_EQ(photo["region"], "chin");
    EXPECT_EQ(photo["taken_at"], "2026-06-01T10:30");
    EXPECT_EQ(fix(R"({"view":"front","reason":"slip"})", "\"1\"").status, 412);
    EXPECT_EQ(fix(R"({"view":"front"})", "\"2\"").status, 422);
    EXPECT_EQ(fix(R"({"view":"side","reason":"slip"})", "\"2\"").status, 422);
    for (const auto* fact : {R"("sha256":"0")", R"("bytes":3)", R"("orientation":2)"}) {
        const auto refused = fix(fmt::format(R"({{{},"reason":"slip"}})", fact), "\"2\"");
        EXPECT_EQ(refused.status, 422) << fact;
    }
    EXPECT_THAT(fix(R"({"view":"document","reason":"slip"})", "\"2\"").body,
                HasSubstr("error.photo_document"));
    EXPECT_EQ(get("/api/v1/photo/1/image").body, kept());
}

// What a report is drawn from.
Json content_of(const Reply& report) {
    const std::string begin = "data-report>";
    const auto at = report.body.find(begin) + begin.size();
    return Json::parse(report.body.substr(at, report.body.find("</script>", at) - at))["content"];
}

TEST_F(Photos, StandInReportsTwoByTwoByWhatThePatientAgreedTo) {
    const std::string report = "/api/v1/patients/C-001/report";
    EXPECT_EQ(get("/api/v1/patients/C-001/photos/pair").body, "{\n  \"pair\": null\n}\n");
    EXPECT_FALSE(content_of(get(report)).contains("photos")) << "nothing of who has none";
    made().skin("first.jpg", "0 0 0 0 0 0");
    made().skin("second.jpg", "0.3 0 0 0 0 0");
    const std::string later = "?view=front&taken_at=2026-06-08";
    ASSERT_EQ(upload(taken() + posed(2), made().bytes("first.jpg")).status, 201);
    ASSERT_EQ(upload(later + posed(3), made().bytes("second.jpg")).status, 201);
    const auto photos = content_of(get(report))["photos"];
    EXPECT_EQ(photos["first"]["taken_at"], "2026-06-01T10:30");
    EXPECT_EQ(photos["second"]["taken_at"], "2026-06-08");
    EXPECT_EQ(photos["comparison"]["verdict"], "comparable");
    for (const auto* which : {"first", "second"}) {
        EXPECT_THAT(photos[which]["image"].get<std::string>(),
                    StartsWith("data:image/jpeg;base64,/9j/"));
    }
    const auto pair = Json::parse(get("/api/v1/patients/C-001/photos/pair").body)["pair"];
    EXPECT_EQ(pair["comparison"], photos["comparison"]);
    EXPECT_EQ(pair["second"]["id"], 2);
    EXPECT_FALSE(content_of(get(report + "?as_of=2026-06-07")).contains("photos"))
        << "the second one is of a later day";
    const auto own = [&] { return content_of(get(report + "?for=patient")).contains("photos"); };
    EXPECT_FALSE(own()) << "nothing was agreed for the patient's file";
    post("/api/v1/consent_forms",
         R"({"name":"File","edition":"1","scope":"patients_file","text_en":"I agree."})");
    ASSERT_EQ(
        post("/api/v1/patients/C-001/consent", R"({"form":1,"language":"en","manner":"paper"})")
            .status,
        201);
    EXPECT_TRUE(own());
    ASSERT_EQ(post("/api/v1/consent/1/withdraw", "{}").status, 200);
    EXPECT_FALSE(own());
    EXPECT_TRUE(content_of(get(report)).contains("photos")) << "the record's is another consent";
}

TEST_F(Photos, ThatMayNotBeComparedStandInNoReportAndADamagedOneIsLeftOut) {
    made().skin("first.jpg", "0 0 0 0 0 0");
    made().skin("dark.jpg", "-2 0 0 0 0 0");
    ASSERT_EQ(upload(taken(), made().bytes("first.jpg")).status, 201);
    ASSERT_EQ(upload("?view=front&taken_at=2026-06-08", made().bytes("dark.jpg")).status, 201);
    const std::string report = "/api/v1/patients/C-001/report";
    EXPECT_FALSE(content_of(get(report)).contains("photos"));
    made().skin("like.jpg", "-2.1 0 0 0 0 0");
    ASSERT_EQ(upload("?view=front&taken_at=2026-06-09", made().bytes("like.jpg")).status, 201);
    EXPECT_EQ(content_of(get(report))["photos"]["comparison"]["verdict"], "partly_judged");
    std::filesystem::remove_all(book().string() + ".photos");
    std::filesystem::remove_all(book().string() + ".previews");
    EXPECT_EQ(content_of(get(report + "?language=ar"))["photos"]["first"]["image"], nullptr);
}

// The list of exits is that of all routes that read, and so of those to come.
TEST_F(Photos, GoOutByNoRouteOnceTheConsentIsWithdrawn) {
    agree();
    made().skin("first.jpg", "0 0 0 0 0 0");
    made().skin("second.jpg", "0.05 0 0 0 0 0");
    ASSERT_EQ(upload(taken(), made().bytes("first.jpg")).status, 201);
    const auto whole = kept();
    const auto small = get("/api/v1/photo/1/image?size=small").body;
    const auto screen = get("/api/v1/photo/1/image?size=screen").body;
    ASSERT_EQ(upload("?view=front&taken_at=2026-06-08", made().bytes("second.jpg")).status, 201);
    const auto shows = [&](const Reply& reply) {
        constexpr std::size_t enough = 64;
        for (const auto& bytes : {whole, small, screen}) {
            if (reply.body.find(bytes.substr(bytes.size() / 2, enough)) != std::string::npos) {
                return true;
            }
        }
        return reply.body.find("\"data:image/jpeg") != std::string::npos ||
               (reply.header("content-type").starts_with("image/") && reply.status == 200);
    };
    const auto fill = [](std::string path) {
        for (const auto& [name, value] : Pairs{{"{chart}", "C-001"},
                                               {"{id}", "1"},
                                               {"{key}", "arm"},
                                               {"{lot}", "L1"},
                                               {"{code}", "gags"},
                                               {"{name}", "acne.C-001"},
                                               {"{seq}", "1"}}) {
            if (const auto at = path.find(name); at != std::string::npos) {
                path.replace(at, name.size(), value);
            }
        }
        return path;
    };
    const auto exits = [&] {
        std::vector<std::string> giving;
        int asked = 0;
        for (const auto& route : routes()) {
            if (route.method != "GET") {
                continue;
            }
            auto targets = std::vector{fill(route.path)};
            if (route.path.ends_with("/image")) {
                for (const auto* size : {"small", "screen", "whole"}) {
                    targets.push_back(targets[0] + "?size=" + size);
                }
            }
            for (const auto& target : targets) {
                ++asked;
                if (shows(get(target))) {
                    giving.push_back(target);
                }
            }
        }
        EXPECT_GT(asked, 60);
        return giving;
    };
    EXPECT_EQ(exits().size(), 5U) << "as long as the patient agrees";
    ASSERT_EQ(post("/api/v1/consent/1/withdraw", "{}").status, 200);
    EXPECT_THAT(exits(), testing::IsEmpty());
    EXPECT_THAT(get("/api/v1/photo/1/image").body, HasSubstr("error.photo_withdrawn"));
    EXPECT_EQ(get("/api/v1/photo/1/image").status, 403);
    EXPECT_EQ(Json::parse(get("/api/v1/patients/C-001/photos").body)[0]["showing"], "withdrawn");
}

TEST_F(Photos, AreTakenOnlyOfWhoAgreedWhereTheClinicAsks) {
    agree();
    post("/api/v1/consent/1/withdraw", "{}");
    EXPECT_THAT(upload(taken(), made().bytes("head.jpg")).body, HasSubstr("error.photo_withdrawn"));
    EXPECT_TRUE(db::PhotoStore(book()).files().photos.empty());
}

TEST_F(Photos, ConsentsSayWhatIsWrongWithThem) {
    agree();
    const auto sign = [&](const std::string& body) {
        return post("/api/v1/patients/C-001/consent", body);
    };
    EXPECT_EQ(sign(R"({"form":1,"language":"en","manner":"paper"})").status, 201);
    EXPECT_THAT(sign(R"({"language":"en","manner":"paper"})").body, HasSubstr("form"));
    EXPECT_EQ(sign(R"({"form":7,"language":"en","manner":"paper"})").status, 404);
    EXPECT_EQ(sign(R"({"form":1,"language":"fr","manner":"paper"})").status, 422);
    EXPECT_EQ(sign(R"({"form":1,"language":"en","manner":"paper","scope":"all"})").status, 422);
    EXPECT_THAT(sign(R"({"form":1,"language":"en","manner":"screen","signature":"[]"})").body,
                HasSubstr("error.signature_none"));
    EXPECT_THAT(post("/api/v1/consent/9/withdraw", "{}").body, HasSubstr("error.gone"));
}

}  // namespace
}  // namespace server::photos_test
