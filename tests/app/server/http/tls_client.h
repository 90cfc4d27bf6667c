#pragma once
// The encrypted side of a connection of the tests' client, by GnuTLS. It trusts one authority and
// checks the name, as a browser does.

#include <stdexcept>
#include <string>
#include <string_view>

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <poll.h>

namespace server {

class TlsClient {
  public:
    // Throws std::runtime_error with GnuTLS's words when the handshake fails.
    TlsClient(int socket,
              const std::string& authority,
              const std::string& name,
              const char* priorities = "NORMAL") {
        gnutls_certificate_allocate_credentials(&credentials_);
        const gnutls_datum_t pem{
            reinterpret_cast<unsigned char*>(const_cast<char*>(authority.data())),
            static_cast<unsigned>(authority.size())};
        gnutls_certificate_set_x509_trust_mem(credentials_, &pem, GNUTLS_X509_FMT_PEM);
        gnutls_init(&session_, GNUTLS_CLIENT | GNUTLS_NO_SIGNAL);
        gnutls_priority_set_direct(session_, priorities, nullptr);
        gnutls_credentials_set(session_, GNUTLS_CRD_CERTIFICATE, credentials_);
        gnutls_session_set_verify_cert(session_, name.c_str(), 0);
        gnutls_transport_set_int(session_, socket);
        gnutls_handshake_set_timeout(session_, 10'000);
        int result = 0;
        do {
            result = gnutls_handshake(session_);
        } while (result < 0 && gnutls_error_is_fatal(result) == 0);
        if (result < 0) {
            end();
            throw std::runtime_error(std::string("handshake: ") + gnutls_strerror(result));
        }
    }
    ~TlsClient() { end(); }
    TlsClient(const TlsClient&) = delete;
    TlsClient& operator=(const TlsClient&) = delete;

    // Whether all of it was taken.
    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto sent = gnutls_record_send(session_, bytes.data(), bytes.size());
            if (sent == GNUTLS_E_AGAIN || sent == GNUTLS_E_INTERRUPTED) {
                continue;
            }
            if (sent <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    // Bytes that have come: their number, 0 at the end, -1 when nothing comes for so long.
    int receive(char* into, std::size_t size, int socket, int milliseconds) const {
        for (;;) {
            pollfd waiting{socket, POLLIN, 0};
            if (gnutls_record_check_pending(session_) == 0 &&
                ::poll(&waiting, 1, milliseconds) != 1) {
                return -1;
            }
            gnutls_record_set_timeout(session_, static_cast<unsigned>(milliseconds));
            const auto count = gnutls_record_recv(session_, into, size);
            if (count != GNUTLS_E_AGAIN && count != GNUTLS_E_INTERRUPTED) {
                return count < 0 ? 0 : static_cast<int>(count);
            }
        }
    }
    std::string protocol() const {
        return gnutls_protocol_get_name(gnutls_protocol_get_version(session_));
    }
    // SHA-256 of the certificate that was shown, in bytes.
    std::string shown() const {
        unsigned count = 0;
        const auto* const chain = gnutls_certificate_get_peers(session_, &count);
        std::string digest(32, '\0');
        std::size_t size = digest.size();
        gnutls_fingerprint(GNUTLS_DIG_SHA256, &chain[0], digest.data(), &size);
        return digest;
    }

  private:
    void end() {
        gnutls_deinit(session_);
        gnutls_certificate_free_credentials(credentials_);
    }

    gnutls_certificate_credentials_t credentials_ = nullptr;
    gnutls_session_t session_ = nullptr;
};

}  // namespace server
