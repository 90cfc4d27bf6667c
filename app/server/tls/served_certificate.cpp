#include "app/server/tls/served_certificate.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "app/server/tls/x509.h"
#include "db/file/wiped.h"
#include "schema/types/error.h"

namespace server {

namespace {

using libraries::gnutls;
using libraries::must_work;
using std::chrono::sys_seconds;

constexpr std::size_t most_in_chain = 16;

std::string content_of(const std::filesystem::path& file, const char* option) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream bytes;
    if (!stream || std::filesystem::is_directory(file) || !(bytes << stream.rdbuf())) {
        throw schema::refused(file.string(),
                              fmt::format("cannot be read: {}", std::strerror(errno)),
                              fmt::format("name the file in PEM: {} FILE", option));
    }
    return std::move(bytes).str();
}

// Links are followed: that is how the clients of ACME lay a renewed one in the place of the old.
std::string state_of(const std::filesystem::path& file) {
    struct stat found {};
    return ::stat(file.c_str(), &found) == 0 ? fmt::format("{} {} {} {}.{};",
                                                           found.st_dev,
                                                           found.st_ino,
                                                           found.st_size,
                                                           found.st_mtim.tv_sec,
                                                           found.st_mtim.tv_nsec)
                                             : "none;";
}

void refuse_key_for_everybody(const std::filesystem::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) == 0 && (found.st_mode & S_IRWXO) != 0) {
        throw schema::refused(
            file.string(),
            fmt::format("is a private key, and open to everybody on this machine: its mode is "
                        "{:04o}",
                        found.st_mode & 07777U),
            fmt::format("chmod 600 {}; then ask yourself who may have read it, and have another "
                        "certificate made if somebody may",
                        file.string()));
    }
}

thread_local const ServedCertificate* of_this_thread = nullptr;

}  // namespace

struct ServedCertificate::Loaded {
    ~Loaded() {
        for (auto& each : chain) {
            gnutls().pcert_deinit(&each);
        }
    }

    Certificate facts;
    PrivateKeyHandle key;
    std::vector<gnutls_pcert_st> chain;
};

ServedCertificate::ServedCertificate(CertificateFiles files, sys_seconds now)
    : files_(std::move(files)) {
    read_again(now);
}

ServedCertificate::~ServedCertificate() = default;

const Certificate& ServedCertificate::shown() const {
    return now_.load()->facts;
}

std::string ServedCertificate::state_of_files() const {
    return state_of(files_.certificate) + state_of(files_.key);
}

bool ServedCertificate::files_changed() const {
    const std::lock_guard lock(mutex_);
    return state_of_files() != read_state_;
}

void ServedCertificate::read_again(sys_seconds now) {
    const std::lock_guard lock(mutex_);
    read_state_ = state_of_files();
    loaded_.push_back(load(now));
    now_ = loaded_.back().get();
}

std::unique_ptr<const ServedCertificate::Loaded> ServedCertificate::load(sys_seconds now) const {
    const auto where = files_.certificate.string();
    const auto text = content_of(files_.certificate, "--certificate");
    auto loaded = std::make_unique<Loaded>();
    loaded->facts = read_certificates(text, where).front();
    const auto& facts = loaded->facts;
    if (facts.names.empty()) {
        throw schema::refused(where,
                              "is for no name and no address: no browser takes it",
                              "have one made with the names that people type into a browser");
    }
    if (now < facts.from || now >= facts.until) {
        throw schema::refused(where,
                              now < facts.from
                                  ? fmt::format("holds only from {} on", day_text(facts.from))
                                  : fmt::format("is over since {}", day_text(facts.until)),
                              "renew it, or look at this machine's clock",
                              "needlebook certificate renew");
    }
    refuse_key_for_everybody(files_.key);
    const db::Wiped key(content_of(files_.key, "--key"));
    if (!loaded->key.read(key.view())) {
        throw schema::refused(files_.key.string(),
                              "holds no private key that can be read, or one under a passphrase",
                              "name the certificate's key in PEM, not encrypted: --key FILE");
    }
    const auto datum = libraries::datum_of(text);
    gnutls_x509_crt_t* list = nullptr;
    unsigned count = 0;
    must_work(gnutls().x509_crt_list_import2(&list, &count, &datum, GNUTLS_X509_FMT_PEM, 0));
    const auto own_id = key_id(list[0]);
    std::vector<gnutls_pcert_st> chain(most_in_chain);
    auto taken = static_cast<unsigned>(std::min<std::size_t>(count, most_in_chain));
    const int result =
        gnutls().pcert_import_x509_list(chain.data(), list, &taken, GNUTLS_X509_CRT_LIST_SORT);
    for (unsigned i = 0; i < count; ++i) {
        gnutls().x509_crt_deinit(list[i]);
    }
    std::free(list);
    if (result < 0) {
        throw schema::refused(where,
                              "holds certificates that do not belong together",
                              "give the server's own first, then those who signed it");
    }
    chain.resize(taken);
    loaded->chain = std::move(chain);
    if (own_id != key_id(loaded->key.kept())) {
        throw schema::refused(files_.key.string(),
                              "is the key of another certificate",
                              "name the key that was made with the certificate: --key FILE");
    }
    return loaded;
}

void ServedCertificate::shown_on_this_thread() const {
    of_this_thread = this;
}

int ServedCertificate::on_handshake(gnutls_session_t,
                                    const gnutls_datum_t*,
                                    int,
                                    const gnutls_pk_algorithm_t*,
                                    int,
                                    gnutls_pcert_st** chain,
                                    unsigned* count,
                                    gnutls_privkey_t* key) {
    if (of_this_thread == nullptr) {
        return -1;
    }
    // GnuTLS reads these and does not write to them.
    auto* const shown = const_cast<Loaded*>(of_this_thread->now_.load());
    *chain = shown->chain.data();
    *count = static_cast<unsigned>(shown->chain.size());
    *key = shown->key.signing();
    return 0;
}

std::string day_text(sys_seconds moment) {
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(moment.time_since_epoch().count()));
}

}  // namespace server
