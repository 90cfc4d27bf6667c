#include "db/key/signing_key.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/db/clinic_book.h"
#include "tests/support/program.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace db::signing_key_test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* passphrase = "seven grey herons wade";
// Of the curve P-384.
constexpr const char* other_curve =
    "-----BEGIN PUBLIC KEY-----\n"
    "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE4RCylDhpGTnshtsj1bboQWC5LcgOrI4T\n"
    "8svm6v4LYdLpoRvayKSKwUde/ckzWbAr0ZECHdQX0Uu+dvoxvih+54eWR1tkk1Jx\n"
    "BYe6ZU4uQNqIJpf3E2Lz+AnTal2tuJLD\n"
    "-----END PUBLIC KEY-----\n";

TEST(SigningKeys, SignWhatTheirPublicKeyVerifiesAndNothingElse) {
    const auto key = SigningKey::made();
    const auto signature = key.sign("entry 7");
    const auto& open = key.public_key();
    EXPECT_TRUE(open.verifies("entry 7", signature));
    EXPECT_FALSE(open.verifies("entry 8", signature)) << "another text";
    EXPECT_FALSE(SigningKey::made().public_key().verifies("entry 7", signature)) << "another key";
    auto altered = signature;
    altered.back() = static_cast<char>(altered.back() ^ 1);
    EXPECT_FALSE(open.verifies("entry 7", altered));
    EXPECT_FALSE(open.verifies("entry 7", ""));
}

TEST(SigningKeys, ReadAgainAreTheSame) {
    const auto key = SigningKey::made();
    const auto again = SigningKey::read(key.pem().view(), "file");
    EXPECT_EQ(again.public_key().fingerprint(), key.public_key().fingerprint());
    EXPECT_TRUE(key.public_key().verifies("x", again.sign("x")));
    const auto open = PublicKey::read(key.public_key().pem(), "file");
    EXPECT_EQ(open.fingerprint(), key.public_key().fingerprint());
    EXPECT_EQ(open.fingerprint().size(), 64U);
}

TEST(SigningKeys, AreOfTheCurveP256OrRefused) {
    const auto key = SigningKey::made();
    const auto secret = key.pem();
    for (const auto pem : {std::string_view(),
                           std::string_view("text"),
                           secret.view(),
                           std::string_view(other_curve)}) {
        EXPECT_THAT(said(error_of([&] { PublicKey::read(pem, "file"); })),
                    HasSubstr("file: is no key of the curve P-256"));
    }
    for (const auto& pem : {std::string(), std::string("text"), key.public_key().pem()}) {
        EXPECT_THAT(said(error_of([&] { SigningKey::read(pem, "file"); })),
                    HasSubstr("is no key of the curve P-256"));
    }
}

TEST(SigningKeys, SealedAreOpenedByTheirPassphraseOnly) {
    const auto key = SigningKey::made();
    const auto sealed = key.sealed(passphrase);
    EXPECT_THAT(sealed, StartsWith("-----BEGIN NEEDLEBOOK SEALED KEY-----\n"));
    EXPECT_EQ(SigningKey::unsealed(sealed, passphrase, "file").pem(), key.pem());
    EXPECT_THAT(said(error_of([&] { SigningKey::unsealed(sealed, "another one", "file"); })),
                HasSubstr("file: is not opened by this passphrase"));
    EXPECT_THAT(said(error_of([&] { SigningKey::unsealed("text", passphrase, "file"); })),
                HasSubstr("is no key"));
    EXPECT_THAT(said(error_of([&] { SigningKey::read(sealed, "file"); })), HasSubstr("is no key"));
    EXPECT_NE(key.sealed(passphrase), sealed) << "another salt each time";
}

TEST(SigningKeys, SealedTellAnyByteThatWasChangedOrIsMissing) {
    const auto key = SigningKey::made();
    const auto sealed = key.sealed(passphrase);
    const auto first = sealed.find('\n') + 1;
    const auto step = static_cast<std::size_t>(support::repetitions("NEEDLEBOOK_KEY_STEP", 61));
    const auto opens = [&](const std::string& text) {
        try {
            return SigningKey::unsealed(text, passphrase, "file").pem() == key.pem();
        } catch (const schema::Error&) {
            return false;
        }
    };
    EXPECT_TRUE(opens("From: the owner\r\n" + sealed));
    for (auto at = first; at < sealed.rfind("-----END") - 1; at += step) {
        auto changed = sealed;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(opens(changed)) << at;
    }
    for (const auto size : {first - 1, first, first + 8, sealed.size() / 2, sealed.size() - 3}) {
        EXPECT_FALSE(opens(sealed.substr(0, size))) << size;
    }
}

// However an é is typed.
TEST(SigningKeys, SealedTakeTheLettersOfAPassphraseHoweverTheyAreSpelled) {
    const auto key = SigningKey::made();
    EXPECT_EQ(
        SigningKey::unsealed(key.sealed("caf\u00e9 au lait, two"), "cafe\u0301 au lait, two", "f")
            .pem(),
        key.pem());
    EXPECT_THAT(said(error_of([&] { key.sealed("\xFF\xFE not a text"); })),
                HasSubstr("cannot be typed alike"));
}

class BesideOpenSsl : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists("/usr/bin/openssl")) {
            GTEST_SKIP() << "openssl is not there";
        }
    }
    std::string put(const char* name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return (folder_ / name).string();
    }
    static support::Ran openssl(std::vector<std::string> words) {
        words.insert(words.begin(), "/usr/bin/openssl");
        return support::Process(words).wait();
    }
    support::TemporaryFolder folder_;
    SigningKey key_ = SigningKey::made();
};

// As this program exported keys before.
TEST_F(BesideOpenSsl, WhatItEncryptedIsOpenedByItsPassphraseOnly) {
    const auto encrypted = openssl({"pkcs8",
                                    "-topk8",
                                    "-v2",
                                    "aes-256-cbc",
                                    "-in",
                                    put("key.pem", std::string(key_.pem().view())),
                                    "-passout",
                                    std::string("pass:") + passphrase});
    ASSERT_THAT(encrypted.out, StartsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    const auto again = SigningKey::unsealed(encrypted.out, passphrase, "file");
    EXPECT_EQ(again.public_key().fingerprint(), key_.public_key().fingerprint());
    EXPECT_THAT(said(error_of([&] { SigningKey::unsealed(encrypted.out, "another", "file"); })),
                HasSubstr("file: is not opened by this passphrase"));
}

TEST_F(BesideOpenSsl, SignaturesAreVerifiedByItsCommandLine) {
    const auto verified = [&](const std::string& text) {
        return openssl({"dgst",
                        "-sha256",
                        "-verify",
                        put("open.pem", key_.public_key().pem()),
                        "-signature",
                        put("signature", key_.sign("entry 7")),
                        put("text", text)})
            .out;
    };
    EXPECT_EQ(verified("entry 7"), "Verified OK\n");
    EXPECT_THAT(verified("entry 8"), Not(HasSubstr("OK")));
}

}  // namespace
}  // namespace db::signing_key_test
