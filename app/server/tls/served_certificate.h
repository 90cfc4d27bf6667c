#pragma once
// The certificate that is shown to whoever connects. It is read from its files, and again when they
// are others: from the next connection on the new one is shown.

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/libraries/gnutls.h"
#include "app/server/tls/certificate.h"

namespace server {

// Both in PEM; they may be one file. The certificate is followed by those who signed it.
struct CertificateFiles {
    std::filesystem::path certificate;
    std::filesystem::path key;
};

class ServedCertificate {
  public:
    // Throws schema::Error (refused): a file that cannot be read, a key that is not the
    // certificate's, is encrypted or may be read by everybody on this machine; a certificate
    // without a name, or whose time is over or has not begun at `now`.
    ServedCertificate(CertificateFiles files, std::chrono::sys_seconds now);
    ~ServedCertificate();
    ServedCertificate(const ServedCertificate&) = delete;
    ServedCertificate& operator=(const ServedCertificate&) = delete;

    // What is shown now, of the server itself. Stays while this lives.
    const Certificate& shown() const;

    // Whether the files are others than those that were read last, whatever came of it.
    bool files_changed() const;
    // Reads them again. Throws as the constructor; then what was shown stays.
    void read_again(std::chrono::sys_seconds now);

    // Connections whose handshake is done by the calling thread are shown this one.
    void shown_on_this_thread() const;
    // What GnuTLS calls in a handshake (gnutls_certificate_retrieve_function2).
    static int on_handshake(gnutls_session_t,
                            const gnutls_datum_t*,
                            int,
                            const gnutls_pk_algorithm_t*,
                            int,
                            gnutls_pcert_st** chain,
                            unsigned* count,
                            gnutls_privkey_t* key);

  private:
    struct Loaded;
    std::unique_ptr<const Loaded> load(std::chrono::sys_seconds now) const;
    std::string state_of_files() const;

    const CertificateFiles files_;
    mutable std::mutex mutex_;
    std::string read_state_;
    // The last one is shown. A handshake may still be using one before it, and who asked for what
    // is shown may too: they stay, a few in the life of a server.
    std::vector<std::unique_ptr<const Loaded>> loaded_;
    std::atomic<const Loaded*> now_ = nullptr;
};

// "2027-12-31", of UTC.
std::string day_text(std::chrono::sys_seconds moment);

}  // namespace server
