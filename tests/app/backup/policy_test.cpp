#include "app/backup/policy.h"

#include "tests/app/backup/kept_book.h"

namespace backup::policy_test {
namespace {

using testing::HasSubstr;

class BackupPolicy : public KeptBook {};

TEST_F(BackupPolicy, IsTheUsualOneWithoutAFileAndAfterThatWhatWasSaid) {
    EXPECT_EQ(read_policy(file_), Policy());
    EXPECT_EQ(folders_of({}, file_), std::vector{file_.string() + ".backups"});
    Policy policy{.automatic = false,
                  .folders = {disk_.string(), "label:CLINIC/backups"},
                  .keep = {.hourly = 1, .daily = 2, .weekly = 3, .monthly = 4},
                  .limit_hours = 5,
                  .recipient = new_key().recipient};
    write_policy(file_, policy);
    EXPECT_EQ(read_policy(file_), policy);
    policy.recipient->stretch = Stretch{.salt = {1, 2, 3}, .passes = 3, .memory = 1 << 28};
    write_policy(file_, policy);
    EXPECT_EQ(read_policy(file_), policy);
    EXPECT_EQ(folders_of(policy, file_), policy.folders);
}

TEST_F(BackupPolicy, RefusesWhatCannotBe) {
    for (const auto& policy : {Policy{.keep = {.hourly = -1}},
                               Policy{.keep = {.monthly = 1001}},
                               Policy{.limit_hours = 0},
                               Policy{.limit_hours = 10'000},
                               Policy{.folders = {"backups"}},
                               Policy{.folders = {"label:"}},
                               Policy{.folders = {""}}}) {
        EXPECT_EQ(error_of([&] { write_policy(file_, policy); }).fault(), schema::Fault::refused);
    }
    EXPECT_EQ(read_policy(file_), Policy()) << "nothing was written";
}

TEST_F(BackupPolicy, SaysOfABrokenFileThatItIsNoPolicy) {
    write_policy(file_, {});
    const auto whole = bytes_of(file_.string() + ".policy");
    for (const auto& text : {std::string(),
                             std::string("{}"),
                             whole.substr(0, whole.size() / 2),
                             std::string("not JSON")}) {
        put(file_.string() + ".policy", text);
        const auto error = error_of([&] { read_policy(file_); });
        EXPECT_EQ(error.fault(), schema::Fault::damaged) << text;
        EXPECT_THAT(error.problems().front().what, HasSubstr("is no policy of backups"));
    }
}

// A turned bit may leave a policy that can be read and says something else.
TEST_F(BackupPolicy, IsRefusedWithAnyBitThatTurned) {
    write_policy(file_, {.folders = {disk_.string()}, .recipient = new_key().recipient});
    const auto path = file_.string() + ".policy";
    const auto whole = bytes_of(path);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned bit : {0U, 5U}) {
            auto turned = whole;
            turned[at] = static_cast<char>(static_cast<unsigned char>(turned[at]) ^ (1U << bit));
            put(path, turned);
            EXPECT_EQ(error_of([&] { read_policy(file_); }).fault(), schema::Fault::damaged) << at;
        }
    }
}

TEST_F(BackupPolicy, OfAnEarlierVersionHasNoHashAndIsRead) {
    const Policy policy{.folders = {disk_.string()}, .limit_hours = 5};
    write_policy(file_, policy);
    const auto path = file_.string() + ".policy";
    const auto whole = bytes_of(path);
    put(path, whole.substr(0, whole.find("sha256 ")));
    EXPECT_EQ(read_policy(file_), policy);
}

}  // namespace
}  // namespace backup::policy_test
