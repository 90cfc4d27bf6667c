// Where no book is yet, the pages begin one, over real HTTP: who was let in, in the file that was
// named, whole or not at all.

#include "app/server/first_start.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/tracking/catalogue.h"
#include "db/records/clinic.h"
#include "db/records/records.h"
#include "schema/types/error.h"
#include "tests/app/server/http/client.h"
#include "tests/support/temporary_folder.h"

namespace server::first_start_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* clinic_alone =
    R"({"clinic":{"name":"Skin clinic","time_zone":"Africa/Cairo","telephone":"04 555 0100"}})";

class FirstStart : public testing::Test {
  protected:
    FirstStart() {
        const auto in = ask("GET", address().substr(address().find("/start")), {});
        cookie_ = in.header("set-cookie").substr(0, in.header("set-cookie").find(';'));
    }
    std::string address() const { return server_.address(); }
    std::string origin() const { return fmt::format("http://127.0.0.1:{}", server_.port()); }
    Reply ask(const std::string& method,
              const std::string& target,
              const Pairs& headers,
              std::string_view body = "") {
        return read_reply(
            exchange(server_.port(), method + " " + target + " HTTP/1.1", headers, body));
    }
    Reply get(const std::string& target) { return ask("GET", target, {{"Cookie", cookie_}}); }
    Json place() { return Json::parse(get("/api/v1/first-start").body); }
    Reply begin(std::string_view body) {
        const auto key = key_.empty() ? place()["key"].get<std::string>() : key_;
        key_ = key;
        return ask("POST",
                   "/api/v1/first-start",
                   {{"Cookie", cookie_},
                    {"Origin", origin()},
                    {"X-Needlebook-Key", key},
                    {"Content-Type", "application/json"}},
                   body);
    }
    // What lies in the folder, but for locks.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& each : fs::directory_iterator(folder_ / "")) {
            if (each.path().extension() != ".lock") {
                names.push_back(each.path().filename().string());
            }
        }
        std::sort(names.begin(), names.end());
        return names;
    }
    fs::path book() const { return folder_ / "new.needlebook"; }

    support::TemporaryFolder folder_;
    std::string messages_;
    std::string cookie_;
    std::string key_;

  private:
    Server server_{
        {.book = book(),
         .port = 0,
         .actor = "nurse",
         .version = "test",
         .now = [](const std::string&) { return *schema::CivilTime::read("2026-06-15T12:00"); },
         .log = [](const std::string& line) { ADD_FAILURE() << line; },
         .on_message = [this](const std::string& line) { messages_ += line + "\n"; }}};
};

TEST_F(FirstStart, ShowsThePagesAndSaysThatThereIsNoBook) {
    EXPECT_EQ(ask("GET", "/", {}).status, 200);
    const auto asked = ask("GET", "/api/v1/sign-in", {});
    EXPECT_EQ(asked.status, 404);
    EXPECT_EQ(Json::parse(asked.body)["code"], "no_book");
    EXPECT_EQ(get("/api/v1/patients").status, 404);
    EXPECT_TRUE(files().empty());
}

TEST_F(FirstStart, NamesTheFileItsFolderAndTheOtherBooksThere) {
    tracking::create_book(
        folder_ / "real.needlebook", {.name = "Real", .time_zone = "Etc/UTC"}, "test");
    std::ofstream(folder_ / "notes.txt") << "no book";
    const auto said = place();
    EXPECT_EQ(said["file"], "new.needlebook");
    EXPECT_EQ(said["folder"], book().parent_path().string());
    EXPECT_EQ(said["others"], Json::array({"real.needlebook"}));
}

TEST_F(FirstStart, BeginsNothingForABrowserThatWasNotLetInOrAnotherPage) {
    const auto key = place()["key"].get<std::string>();
    const Pairs ours{{"Cookie", cookie_},
                     {"Origin", origin()},
                     {"X-Needlebook-Key", key},
                     {"Content-Type", "application/json"}};
    const auto without = [&](std::string_view name) {
        auto headers = ours;
        std::erase_if(headers, [&](const auto& pair) { return pair.first == name; });
        return ask("POST", "/api/v1/first-start", headers, clinic_alone).status;
    };
    EXPECT_EQ(ask("GET", "/api/v1/first-start", {}).status, 401) << "the name of the file";
    EXPECT_EQ(without("Cookie"), 401);
    EXPECT_EQ(without("Origin"), 403);
    EXPECT_EQ(without("X-Needlebook-Key"), 403);
    EXPECT_EQ(without("Content-Type"), 415);
    auto strange = ours;
    strange[1].second = "http://127.0.0.1:1";
    EXPECT_EQ(ask("POST", "/api/v1/first-start", strange, clinic_alone).status, 403);
    strange = ours;
    strange.emplace_back("Host", "localhost");
    EXPECT_EQ(ask("POST", "/api/v1/first-start", strange, clinic_alone).status, 421);
    EXPECT_TRUE(files().empty());
    EXPECT_EQ(without("nothing"), 201);
}

TEST_F(FirstStart, BeginsTheBookAndServesItToTheSameBrowserOnTheSamePort) {
    const auto made = begin(clinic_alone);
    ASSERT_EQ(made.status, 201) << made.body;
    const auto clinic = Json::parse(get("/api/v1/clinic").body);
    EXPECT_EQ(clinic["name"], "Skin clinic");
    EXPECT_EQ(clinic["time_zone"], "Africa/Cairo");
    EXPECT_EQ(clinic["telephone"], "04 555 0100");
    EXPECT_EQ(Json::parse(get("/api/v1/me").body)["key"], key_);
    EXPECT_EQ(Json::parse(get("/api/v1/sign-in").body)["accounts"], false);
    EXPECT_EQ(ask("GET", "/api/v1/clinic", {}).status, 401) << "who was not let in still is not";
    EXPECT_NE(messages_.find("a book was begun: " + book().string()), std::string::npos);
    EXPECT_EQ(begin(clinic_alone).status, 404) << "there is one now";
}

TEST_F(FirstStart, TakesWhatTheClinicNeedlesWith) {
    const auto made = begin(
        R"({"clinic":{"name":"Skin clinic","time_zone":"Etc/UTC"},
            "protocols":[{"name":"Pen, cheeks","device":"pen","needles":12,
                          "areas":[{"region":"left_cheek","depth_mm":1.5,"passes":4}]}],
            "stock":[{"kind":"cartridge","product":"Pen 12","lot":"L1","received":50,
                      "received_on":"2026-06-15"}]})");
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(Json::parse(get("/api/v1/protocols").body)[0]["name"], "Pen, cheeks");
    EXPECT_EQ(Json::parse(get("/api/v1/stock").body)[0]["left"], 50);
}

TEST_F(FirstStart, LeavesNoBookWhereAnythingOfItIsRefused) {
    const std::string clinic = R"({"clinic":{"name":"Skin clinic","time_zone":"Etc/UTC"},)";
    for (const auto& [body, field] : std::vector<std::pair<std::string, std::string>>{
             {R"({})", "clinic"},
             {R"({"clinic":{"name":" ","time_zone":"Etc/UTC"}})", "name"},
             {R"({"clinic":{"name":"A","time_zone":"Africa/Kairo"}})", "Africa/Kairo"},
             {R"({"clinic":{"name":"A","time_zone":"Etc/UTC"},"patients":[]})", "patients"},
             {clinic + R"("protocols":[{"name":"Pen","device":"pen","areas":[]}]})", "protocols/0"},
             {clinic + R"("protocols":[{"name":"Pen"}]})", "protocols/0/device"},
             {clinic + R"("protocols":[{"name":"Pen","device":"pen","areas":[
                {"region":"nose","depth_mm":6,"passes":2}]}]})",
              "protocols/0"},
             {clinic + R"("stock":[{"kind":"cartridge","product":"Pen","lot":"L1"}]})",
              "stock/0/received"},
             {clinic + R"("stock":7})", "stock"}}) {
        const auto reply = begin(body);
        EXPECT_EQ(reply.status, 422) << body << reply.body;
        EXPECT_NE(reply.body.find(field), std::string::npos) << reply.body;
        EXPECT_TRUE(files().empty()) << body;
    }
    EXPECT_EQ(begin(clinic_alone).status, 201) << "nothing of it is in the way";
}

TEST_F(FirstStart, IsRefusedWhereAFileCameThereMeanwhile) {
    EXPECT_EQ(get("/api/v1/first-start").status, 200);
    key_ = place()["key"].get<std::string>();
    {
        const auto other =
            tracking::create_book(book(), {.name = "Other", .time_zone = "Etc/UTC"}, "test");
    }
    const auto reply = begin(clinic_alone);
    EXPECT_EQ(reply.status, 409) << reply.body;
    EXPECT_EQ(db::read_clinic(db::Book::open(book())).name, "Other");
    EXPECT_EQ(get("/api/v1/first-start").status, 409);
}

TEST(PlaceOfBook, IsNoneWhereAnythingHasTheName) {
    const support::TemporaryFolder folder;
    EXPECT_TRUE(place_of_book(folder / "a.needlebook"));
    std::ofstream(folder / "a.needlebook") << "anything";
    EXPECT_FALSE(place_of_book(folder / "a.needlebook"));
    fs::create_symlink(folder / "nowhere", folder / "b.needlebook");
    EXPECT_FALSE(place_of_book(folder / "b.needlebook"));
}

TEST(PlaceOfBook, IsRefusedInAFolderThatIsNotThereAndBesideWhatABookLeft) {
    const support::TemporaryFolder folder;
    EXPECT_THROW(place_of_book(folder / "mistyped" / "a.needlebook"), schema::Error);
    std::ofstream(folder / "a.needlebook.head") << "its head";
    EXPECT_THROW(place_of_book(folder / "a.needlebook"), schema::Error);
    EXPECT_TRUE(place_of_book(folder / "b.needlebook"));
}

}  // namespace
}  // namespace server::first_start_test
