// Who keeps the book is told that what is recorded is not signed by the clinic's key.

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/tracking/people/clinic_key.h"
#include "db/key/key_files.h"
#include "db/records/clinic_keys.h"
#include "tests/app/server/served_people.h"
#include "tests/support/sqlite_shell.h"

namespace server::unsigned_test {
namespace {

namespace fs = std::filesystem;

class UnsignedBook : public ServedPeople {
  protected:
    PeopleJson told(const std::string& token) {
        return PeopleJson::parse(as(token, "GET", "/api/v1/health").body)["unsigned"];
    }
    std::string why(const std::string& token) { return told(token)["why"].get<std::string>(); }
};

TEST_F(UnsignedBook, IsToldToOwnersWithTheReasonAndToNobodyElse) {
    const auto huda = sign_in("huda");
    EXPECT_EQ(why(huda), "no_key");
    for (const auto* name : {"omar", "salma", "rami"}) {
        EXPECT_EQ(told(sign_in(name)), nullptr) << name;
    }

    auto in = open();
    tracking::renew_clinic_key(in, {.actor = "huda", .action = "key renew"});
    EXPECT_EQ(told(huda), nullptr) << "all is signed now";
    const auto file = db::key_file(db::clinic_key_in_use(in)->fingerprint);
    fs::rename(file, file.string() + ".away");
    EXPECT_EQ(why(huda), "key_missing");
    EXPECT_EQ(told(huda)["where"], file.string());
    std::ofstream(file) << "no key";
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(why(huda), "key_unusable");
    EXPECT_EQ(
        as(huda, "POST", "/api/v1/patients/C-001/acne", R"({"on":"2026-06-14","iga":2})").status,
        201)
        << "a clinic is not stopped";
    fs::rename(file.string() + ".away", file);
    EXPECT_EQ(why(huda), "not_signed") << "the key is back, and an entry is without it";
    EXPECT_EQ(told(sign_in("omar")), nullptr);
}

TEST_F(UnsignedBook, WhoseKeyOfRecordIsAnothersIsToldAndTheRestOfTheAnswerComes) {
    const auto huda = sign_in("huda");
    {
        auto in = open();
        tracking::renew_clinic_key(in, {.actor = "huda", .action = "key renew"});
    }
    const auto own = db::SigningKey::made().public_key().pem();
    ASSERT_TRUE(support::sqlite_shell(
        book(),
        "DROP TRIGGER clinic_key_is_only_retired; UPDATE clinic_key SET public_key = '" + own +
            "'"));
    EXPECT_EQ(why(huda), "forged");
    EXPECT_EQ(as(huda, "GET", "/api/v1/health").status, 200);
}

}  // namespace
}  // namespace server::unsigned_test
