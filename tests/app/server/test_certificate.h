#pragma once
// An authority and certificates of the tests' own, made as `needlebook certificate make` makes
// them; and whether the tests of this process go over the network's port, encrypted, or over
// loopback: ctest runs those of who may ask and of hostile clients both ways.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/server/tls/authority.h"
#include "app/server/tls/certificate.h"
#include "db/key/signing_key.h"

namespace server {

inline bool over_tls() {
    const char* const way = std::getenv("NEEDLEBOOK_TEST_WAY");
    return way != nullptr && std::string_view(way) == "tls";
}

class TestCertificates {
  public:
    static constexpr std::chrono::sys_seconds made{std::chrono::seconds(1781000000)};  // June 2026

    TestCertificates()
        : key_(db::SigningKey::made()),
          authority_(authority_certificate(
              key_, "Clinic", {"127.0.0.1", "book.clinic.test", "new.clinic.test"}, made)) {}

    static std::vector<std::string> names() { return {"127.0.0.1", "book.clinic.test"}; }
    const std::string& authority() const { return authority_; }
    const db::SigningKey& key() const { return key_; }

    // Certificate and key in one file of mode 0600.
    std::filesystem::path put(const std::string& file,
                              std::chrono::sys_seconds now,
                              const std::vector<std::string>& of = names()) const {
        const auto leaf = issue(key_, read_certificates(authority_, "test").front(), of, now);
        const auto path = folder_ / file;
        const auto beside = folder_ / (file + ".new");
        {
            std::ofstream out(beside, std::ios::trunc);
            out << leaf.key.view() << leaf.certificate << authority_;
        }
        std::filesystem::permissions(
            beside, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        std::filesystem::rename(beside, path);
        return path;
    }

    ~TestCertificates() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    TestCertificates(const TestCertificates&) = delete;
    TestCertificates& operator=(const TestCertificates&) = delete;

  private:
    // Not a TemporaryFolder, which says where the keys of a test's books lie.
    static std::filesystem::path made_folder() {
        auto pattern =
            (std::filesystem::temp_directory_path() / "needlebook-test-tls-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }

    std::filesystem::path folder_ = made_folder();
    db::SigningKey key_;
    std::string authority_;
};

inline const TestCertificates& test_certificates() {
    static const TestCertificates all;
    return all;
}

}  // namespace server
