#include "app/server/tls/authority.h"

#include <gmock/gmock.h>
#include <gnutls/abstract.h>
#include <gtest/gtest.h>

#include "schema/types/error.h"
#include "tests/app/server/test_certificate.h"

namespace server::authority_test {
namespace {

using testing::ElementsAre;

constexpr auto made = TestCertificates::made;

Certificate read(const std::string& pem) {
    return read_certificates(pem, "test").front();
}

class Chain {
  public:
    explicit Chain(const std::string& pem) {
        gnutls_x509_crt_init(&certificate_);
        const gnutls_datum_t text{reinterpret_cast<unsigned char*>(const_cast<char*>(pem.data())),
                                  static_cast<unsigned>(pem.size())};
        gnutls_x509_crt_import(certificate_, &text, GNUTLS_X509_FMT_PEM);
    }
    ~Chain() { gnutls_x509_crt_deinit(certificate_); }
    Chain(const Chain&) = delete;
    Chain& operator=(const Chain&) = delete;
    gnutls_x509_crt_t get() const { return certificate_; }

  private:
    gnutls_x509_crt_t certificate_ = nullptr;
};

// What a browser that trusts the authority says of the certificate for this name; 0: it takes it.
unsigned verdict(const std::string& authority, const std::string& leaf, const std::string& name) {
    const Chain root(authority);
    const Chain own(leaf);
    gnutls_x509_trust_list_t list = nullptr;
    gnutls_x509_trust_list_init(&list, 0);
    auto* const trusted = root.get();
    gnutls_x509_trust_list_add_cas(list, &trusted, 1, 0);
    auto* shown = own.get();
    unsigned status = 1;
    gnutls_typed_vdata_st what[2] = {};
    what[0].type = GNUTLS_DT_DNS_HOSTNAME;
    what[0].data = reinterpret_cast<unsigned char*>(const_cast<char*>(name.data()));
    what[0].size = static_cast<unsigned>(name.size());
    what[1].type = GNUTLS_DT_KEY_PURPOSE_OID;
    what[1].data = reinterpret_cast<unsigned char*>(const_cast<char*>(GNUTLS_KP_TLS_WWW_SERVER));
    gnutls_x509_trust_list_verify_crt2(
        list, &shown, 1, what, 2, GNUTLS_VERIFY_DISABLE_TIME_CHECKS, &status, nullptr);
    gnutls_x509_trust_list_deinit(list, 0);
    return status;
}

// Signed by the authority's key for another name, past all that the program refuses.
std::string forged(const db::SigningKey& key, const std::string& authority, const char* name) {
    const Chain issuer(authority);
    const auto fresh = db::SigningKey::made();
    const auto import = [](const db::SigningKey& from, gnutls_x509_privkey_t& into) {
        const auto pem = std::string(from.pem().view());
        const gnutls_datum_t text{reinterpret_cast<unsigned char*>(const_cast<char*>(pem.data())),
                                  static_cast<unsigned>(pem.size())};
        gnutls_x509_privkey_init(&into);
        gnutls_x509_privkey_import2(into, &text, GNUTLS_X509_FMT_PEM, nullptr, 0);
    };
    gnutls_x509_privkey_t own = nullptr;
    gnutls_x509_privkey_t signing = nullptr;
    import(fresh, own);
    import(key, signing);
    gnutls_x509_crt_t leaf = nullptr;
    gnutls_x509_crt_init(&leaf);
    gnutls_x509_crt_set_version(leaf, 3);
    gnutls_x509_crt_set_serial(leaf, "\x11\x22", 2);
    gnutls_x509_crt_set_activation_time(leaf, made.time_since_epoch().count());
    gnutls_x509_crt_set_expiration_time(leaf, made.time_since_epoch().count() + 86400);
    gnutls_x509_crt_set_key(leaf, own);
    gnutls_x509_crt_set_key_purpose_oid(leaf, GNUTLS_KP_TLS_WWW_SERVER, 0);
    const bool is_address =
        std::string_view(name).find_first_not_of("0123456789.") == std::string_view::npos;
    const char address[] = {10, 9, 8, 7};
    gnutls_x509_crt_set_subject_alt_name(
        leaf,
        is_address ? GNUTLS_SAN_IPADDRESS : GNUTLS_SAN_DNSNAME,
        is_address ? address : name,
        is_address ? 4U : static_cast<unsigned>(std::string_view(name).size()),
        GNUTLS_FSAN_SET);
    gnutls_x509_crt_sign2(leaf, issuer.get(), signing, GNUTLS_DIG_SHA256, 0);
    gnutls_datum_t pem{};
    gnutls_x509_crt_export2(leaf, GNUTLS_X509_FMT_PEM, &pem);
    const std::string text(reinterpret_cast<const char*>(pem.data), pem.size);
    gnutls_free(pem.data);
    gnutls_x509_crt_deinit(leaf);
    gnutls_x509_privkey_deinit(own);
    gnutls_x509_privkey_deinit(signing);
    return text;
}

TEST(Authority, SignsForItsNamesWhatABrowserTakesFor397Days) {
    const auto key = db::SigningKey::made();
    const std::vector<std::string> names{"book.clinic.test", "10.0.0.5", "fd00::5"};
    const auto authority = authority_certificate(key, "Dr Huda's clinic", names, made);
    EXPECT_EQ(read(authority).until, made + authority_time);
    EXPECT_THAT(read(authority).subject, testing::HasSubstr("O=Dr Huda's clinic"));
    const auto leaf = issue(key, read(authority), names, made);
    EXPECT_EQ(read(leaf.certificate).names, names);
    EXPECT_EQ(read(leaf.certificate).until - read(leaf.certificate).from, leaf_time);
    EXPECT_EQ(leaf_time, std::chrono::days(397));
    for (const auto& name : names) {
        EXPECT_EQ(verdict(authority, leaf.certificate, name), 0U) << name;
    }
    EXPECT_NE(verdict(authority, leaf.certificate, "other.clinic.test"), 0U);
    EXPECT_EQ(read(authority).fingerprint.size(), 95U);
}

TEST(Authority, ThatIsStolenVouchesForNoOtherName) {
    const auto& key = test_certificates().key();
    for (const auto& own : {std::vector<std::string>{"book.clinic.test", "10.0.0.5"},
                            std::vector<std::string>{"10.0.0.5"},
                            std::vector<std::string>{"book.clinic.test"}}) {
        const auto authority = authority_certificate(key, "Clinic", own, made);
        for (const auto* other : {"bank.example", "clinic.test", "10.9.8.7"}) {
            EXPECT_NE(verdict(authority, forged(key, authority, other), other), 0U) << other;
        }
    }
    const auto authority = authority_certificate(key, "Clinic", {"book.clinic.test"}, made);
    EXPECT_EQ(verdict(authority, forged(key, authority, "book.clinic.test"), "book.clinic.test"),
              0U)
        << "the way in which these are signed is right";
}

TEST(Authority, RefusesNamesThatItMayNotSignForAndAnotherKey) {
    const auto key = db::SigningKey::made();
    const auto authority = read(authority_certificate(key, "Clinic", {"10.0.0.5"}, made));
    EXPECT_THROW(issue(key, authority, {"10.0.0.6"}, made), schema::Error);
    EXPECT_THROW(issue(key, authority, {"10.0.0.5", "book.clinic.test"}, made), schema::Error);
    EXPECT_THROW(issue(db::SigningKey::made(), authority, {"10.0.0.5"}, made), schema::Error);
    EXPECT_NO_THROW(issue(key, authority, {"10.0.0.5"}, made));
}

TEST(Authority, SignsForNoLongerThanItLives) {
    const auto key = db::SigningKey::made();
    const auto authority = read(authority_certificate(key, "Clinic", {"10.0.0.5"}, made));
    const auto late = authority.until - std::chrono::days(10);
    EXPECT_EQ(read(issue(key, authority, {"10.0.0.5"}, late).certificate).until, authority.until);
    EXPECT_THROW(issue(key, authority, {"10.0.0.5"}, authority.until), schema::Error);
}

TEST(Names, AreTakenAsBrowsersWriteThem) {
    EXPECT_THAT(checked_names({"Book.Clinic.Example", "192.168.1.10", "FD00:0::5", "fd00::5"}),
                ElementsAre("book.clinic.example", "192.168.1.10", "fd00::5"));
    EXPECT_THAT(checked_names({"desk"}), ElementsAre("desk"));
}

TEST(Names, ThatAreNoneAreRefused) {
    for (const auto* wrong : {"",
                              "https://book.clinic.example",
                              "book.clinic.example:8443",
                              "*.clinic.example",
                              "-book.example",
                              "book..example",
                              "book_1.example",
                              "192.168.1",
                              "192.168.1.256",
                              "book.clinic.example."}) {
        EXPECT_THROW(checked_names({wrong}), schema::Error) << wrong;
    }
    EXPECT_THROW(checked_names({}), schema::Error);
}

TEST(Names, OfACertificateStandForWhoIsAskedFor) {
    const Certificate one{
        .pem = "", .subject = "", .fingerprint = "", .names = {"*.clinic.example", "10.0.0.5"}};
    EXPECT_TRUE(is_for(one, "book.clinic.example"));
    EXPECT_TRUE(is_for(one, "10.0.0.5"));
    for (const auto* other : {"clinic.example",
                              "a.b.clinic.example",
                              ".clinic.example",
                              "10.0.0.6",
                              "bookclinic.example",
                              ""}) {
        EXPECT_FALSE(is_for(one, other)) << other;
    }
}

}  // namespace
}  // namespace server::authority_test
