#include "app/server/tls/served_certificate.h"

#include <fstream>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/server/tls/certificate_watch.h"
#include "app/server/tls/own_certificate.h"
#include "schema/types/error.h"
#include "tests/app/server/test_certificate.h"
#include "tests/support/temporary_folder.h"

namespace server::served_certificate_test {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

constexpr auto made = TestCertificates::made;

std::string refusal_of(const std::function<void()>& work) {
    try {
        work();
        return "";
    } catch (const schema::Error& error) {
        return error.problems().front().what;
    }
}

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::trunc) << text;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
}

TEST(ServedCertificate, IsReadFromItsFilesWithItsKey) {
    const auto file = test_certificates().put("read.pem", made);
    const ServedCertificate served({file, file}, made);
    EXPECT_EQ(served.shown().names, TestCertificates::names());
    EXPECT_FALSE(served.files_changed());
}

TEST(ServedCertificate, IsRefusedWhereItCannotBeShown) {
    const support::TemporaryFolder folder;
    const auto file = test_certificates().put("refused.pem", made);
    const auto other = folder / "other.pem";
    write(other, std::string(db::SigningKey::made().pem().view()));
    const auto serve = [](const fs::path& certificate, const fs::path& key, auto now) {
        return refusal_of([&] { ServedCertificate({certificate, key}, now); });
    };
    EXPECT_EQ(serve(file, file, made), "");
    EXPECT_THAT(serve(folder / "none.pem", file, made), testing::HasSubstr("cannot be read"));
    EXPECT_THAT(serve(other, file, made), testing::HasSubstr("holds no certificate"));
    EXPECT_THAT(serve(file, folder / "none.pem", made), testing::HasSubstr("cannot be read"));
    EXPECT_THAT(serve(file, other, made), testing::HasSubstr("the key of another certificate"));
    write(other, db::SigningKey::made().sealed("a long passphrase"));
    EXPECT_THAT(serve(file, other, made), testing::HasSubstr("under a passphrase"));
    EXPECT_THAT(serve(file, file, made + days(397)), testing::HasSubstr("is over since"));
    EXPECT_THAT(serve(file, file, made - days(1)), testing::HasSubstr("holds only from"));
    fs::permissions(file, fs::perms::others_read, fs::perm_options::add);
    EXPECT_THAT(serve(file, file, made), testing::HasSubstr("open to everybody"));
}

TEST(ServedCertificate, StaysWhenWhatIsLaidInItsPlaceIsNone) {
    const auto file = test_certificates().put("stays.pem", made);
    ServedCertificate served({file, file}, made);
    const auto before = served.shown().fingerprint;
    write(file, "half of a certifi");
    EXPECT_TRUE(served.files_changed());
    EXPECT_THROW(served.read_again(made), schema::Error);
    EXPECT_EQ(served.shown().fingerprint, before);
    EXPECT_FALSE(served.files_changed()) << "it is not read again and again";
    test_certificates().put("stays.pem", made);
    EXPECT_TRUE(served.files_changed());
    served.read_again(made);
    EXPECT_NE(served.shown().fingerprint, before);
}

class Watched : public testing::Test {
  protected:
    Watched() {
        make_own_certificate("Clinic", {"10.0.0.5"}, key_, false, now_);
        write(folder_ / "passphrase", key_.passphrase + "\n");
    }
    CertificateWatch::Options options(bool with_key) {
        CertificateWatch::Options all{
            .between_looks = std::chrono::hours(1),
            .now = [this] { return now_; },
            .log = [this](const auto& line) { log_ += line + "\n"; },
            .message = [this](const auto& line) { messages_ += line + "\n"; }};
        if (with_key) {
            all.renewal = RenewalKey{key_.file, folder_ / "passphrase"};
        }
        return all;
    }
    fs::path file() const { return own_certificate_files().server; }

    support::TemporaryFolder folder_;
    AuthorityKey key_{own_certificate_files().authority_key, "a long passphrase"};
    std::chrono::sys_seconds now_ = made;
    std::string log_;
    std::string messages_;
};

TEST_F(Watched, IsRenewedThirtyDaysAheadWhereTheAuthoritysKeyIsAtHand) {
    ServedCertificate served({file(), file()}, now_);
    const auto before = served.shown();
    now_ = before.until - days(31);
    EXPECT_EQ(CertificateWatch(served, options(true)).problem(), std::nullopt);
    EXPECT_EQ(served.shown().fingerprint, before.fingerprint) << "not before its time";
    now_ = before.until - days(30);
    EXPECT_EQ(CertificateWatch(served, options(true)).problem(), std::nullopt);
    EXPECT_EQ(served.shown().names, before.names);
    EXPECT_GT(served.shown().until, before.until + days(360));
    EXPECT_THAT(messages_, testing::HasSubstr("another certificate is shown"));
    EXPECT_EQ(log_, "");
}

TEST_F(Watched, IsSaidLoudlyWhereTheKeyIsNot) {
    ServedCertificate served({file(), file()}, now_);
    now_ = served.shown().until - days(29);
    const CertificateWatch watch(served, options(false));
    ASSERT_NE(watch.problem(), std::nullopt);
    EXPECT_THAT(watch.problem()->what, testing::HasSubstr("ends on"));
    EXPECT_EQ(watch.problem()->told.id, "error.certificate_ends");
    EXPECT_THAT(log_, testing::HasSubstr("ends on"));
    now_ = served.shown().until;
    EXPECT_THAT(watch.problem()->what, testing::HasSubstr("is over since"));
}

TEST_F(Watched, IsSaidLoudlyWhereTheMediumOfTheKeyIsAway) {
    ServedCertificate served({file(), file()}, now_);
    now_ = served.shown().until - days(29);
    fs::rename(key_.file, folder_ / "away.pem");
    const CertificateWatch watch(served, options(true));
    EXPECT_NE(watch.problem(), std::nullopt);
    EXPECT_THAT(log_, testing::HasSubstr("the authority's key is not here"));
}

TEST_F(Watched, LiesWhereNobodyElseReadsIt) {
    for (const auto& each : {file(), own_certificate_files().authority_key}) {
        EXPECT_EQ(fs::status(each).permissions() & fs::perms::mask,
                  fs::perms::owner_read | fs::perms::owner_write);
    }
    std::ifstream in(own_certificate_files().authority_key);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_TRUE(text.starts_with("-----BEGIN NEEDLEBOOK SEALED KEY-----"));
}

TEST_F(Watched, IsMadeAnewOnlyWhereThatIsAskedFor) {
    const auto before = own_authority()->fingerprint;
    EXPECT_THROW(make_own_certificate("Clinic", {"10.0.0.5"}, key_, false, now_), schema::Error);
    EXPECT_EQ(own_authority()->fingerprint, before);
    make_own_certificate("Clinic", {"10.0.0.6"}, key_, true, now_);
    EXPECT_NE(own_authority()->fingerprint, before);
    EXPECT_THROW(renew_own_certificate({}, {key_.file, "another passphrase"}, now_), schema::Error);
    renew_own_certificate({}, key_, now_);
    EXPECT_EQ(own_certificate()->names, (std::vector<std::string>{"10.0.0.6"}));
}

}  // namespace
}  // namespace server::served_certificate_test
