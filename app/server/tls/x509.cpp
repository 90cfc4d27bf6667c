#include "app/server/tls/x509.h"

#include <array>

namespace server {

using libraries::gnutls;
using libraries::must_work;

std::string key_id(gnutls_x509_crt_t certificate) {
    std::array<unsigned char, 32> id{};
    std::size_t size = id.size();
    must_work(gnutls().x509_crt_get_key_id(certificate, GNUTLS_KEYID_USE_SHA256, id.data(), &size));
    return {reinterpret_cast<const char*>(id.data()), size};
}

std::string key_id(gnutls_x509_privkey_t key) {
    std::array<unsigned char, 32> id{};
    std::size_t size = id.size();
    must_work(gnutls().x509_privkey_get_key_id(key, GNUTLS_KEYID_USE_SHA256, id.data(), &size));
    return {reinterpret_cast<const char*>(id.data()), size};
}

}  // namespace server
