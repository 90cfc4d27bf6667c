#include "app/server/tls/authority.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <arpa/inet.h>
#include <fmt/format.h>

#include "app/server/http/socket_address.h"
#include "app/server/tls/x509.h"
#include "schema/types/error.h"

namespace server {

namespace {

using libraries::datum_of;
using libraries::gnutls;
using libraries::must_work;
using std::chrono::sys_seconds;

// Of a clock that is a little behind ours.
constexpr std::chrono::minutes earlier{10};

// A name of hosts: labels of letters, digits and hyphens (RFC 1123), of which the last is no
// number.
bool is_host_name(std::string_view name) {
    if (name.empty() || name.size() > 253) {
        return false;
    }
    std::size_t begin = 0;
    for (;;) {
        const auto dot = std::min(name.find('.', begin), name.size());
        const auto label = name.substr(begin, dot - begin);
        const bool is_label = !label.empty() && label.size() <= 63 && label.front() != '-' &&
                              label.back() != '-' &&
                              std::all_of(label.begin(), label.end(), [](unsigned char c) {
                                  return c < 0x80 && (std::isalnum(c) != 0 || c == '-');
                              });
        if (!is_label) {
            return false;
        }
        if (dot == name.size()) {
            return std::isdigit(static_cast<unsigned char>(label.front())) == 0;
        }
        begin = dot + 1;
    }
}

// The bytes of an address; with `mask` those of a range of this one address too.
std::string address_bytes(const std::string& address, bool mask) {
    std::array<char, 16> bytes{};
    const bool is_four = ::inet_pton(AF_INET, address.c_str(), bytes.data()) == 1;
    if (!is_four) {
        ::inet_pton(AF_INET6, address.c_str(), bytes.data());
    }
    const std::size_t size = is_four ? 4 : 16;
    return std::string(bytes.data(), size) + (mask ? std::string(size, '\xFF') : "");
}

bool is_address(const std::string& name) {
    return ip_address(name).has_value();
}

void set_text(gnutls_x509_crt_t certificate, const char* oid, const std::string& text) {
    must_work(gnutls().x509_crt_set_dn_by_oid(
        certificate, oid, 0, text.data(), static_cast<unsigned>(text.size())));
}

// Of X.520: an organization's name has 64 characters at most. No character is cut.
std::string short_name(const std::string& clinic) {
    std::string text;
    int count = 0;
    for (std::size_t i = 0; i < clinic.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(clinic[i]) & 0xC0U) != 0x80U;
        count += begins ? 1 : 0;
        if (count > 64) {
            break;
        }
        text += clinic[i];
    }
    return text;
}

// What is the same of both kinds.
void set_common(gnutls_x509_crt_t certificate,
                const PrivateKeyHandle& key,
                sys_seconds from,
                sys_seconds until) {
    std::array<unsigned char, 16> serial{};
    must_work(gnutls().rnd(GNUTLS_RND_NONCE, serial.data(), serial.size()));
    serial.front() = static_cast<unsigned char>((serial.front() & 0x7FU) | 0x40U);  // positive
    must_work(gnutls().x509_crt_set_version(certificate, 3));
    must_work(gnutls().x509_crt_set_serial(certificate, serial.data(), serial.size()));
    must_work(gnutls().x509_crt_set_activation_time(certificate, from.time_since_epoch().count()));
    must_work(gnutls().x509_crt_set_expiration_time(certificate, until.time_since_epoch().count()));
    must_work(gnutls().x509_crt_set_key(certificate, key.kept()));
    std::array<unsigned char, 20> id{};
    std::size_t size = id.size();
    must_work(gnutls().x509_crt_get_key_id(certificate, GNUTLS_KEYID_USE_SHA1, id.data(), &size));
    must_work(gnutls().x509_crt_set_subject_key_id(certificate, id.data(), size));
    must_work(gnutls().x509_crt_set_key_purpose_oid(certificate, GNUTLS_KP_TLS_WWW_SERVER, 0));
}

class Constraints {
  public:
    Constraints() { must_work(gnutls().x509_name_constraints_init(&all_)); }
    ~Constraints() { gnutls().x509_name_constraints_deinit(all_); }
    Constraints(const Constraints&) = delete;
    Constraints& operator=(const Constraints&) = delete;

    void permit(gnutls_x509_subject_alt_name_t kind, std::string_view bytes) {
        const auto name = datum_of(bytes);
        must_work(gnutls().x509_name_constraints_add_permitted(all_, kind, &name));
    }
    void exclude(gnutls_x509_subject_alt_name_t kind, std::string_view bytes) {
        const auto name = datum_of(bytes);
        must_work(gnutls().x509_name_constraints_add_excluded(all_, kind, &name));
    }
    gnutls_x509_name_constraints_t get() const { return all_; }

  private:
    gnutls_x509_name_constraints_t all_ = nullptr;
};

// A kind of name of which none is permitted is not constrained at all: so all of it is excluded.
void constrain(gnutls_x509_crt_t certificate, const std::vector<std::string>& names) {
    Constraints constraints;
    bool has_names = false;
    bool has_addresses = false;
    for (const auto& name : names) {
        if (is_address(name)) {
            has_addresses = true;
            constraints.permit(GNUTLS_SAN_IPADDRESS, address_bytes(name, true));
        } else {
            has_names = true;
            constraints.permit(GNUTLS_SAN_DNSNAME, name);
        }
    }
    if (!has_names) {
        constraints.exclude(GNUTLS_SAN_DNSNAME, "");
    }
    if (!has_addresses) {
        constraints.exclude(GNUTLS_SAN_IPADDRESS, std::string(8, '\0'));
        constraints.exclude(GNUTLS_SAN_IPADDRESS, std::string(32, '\0'));
    }
    must_work(gnutls().x509_crt_set_name_constraints(certificate, constraints.get(), 1));
}

std::string signed_text(gnutls_x509_crt_t certificate,
                        gnutls_x509_crt_t issuer,
                        const PrivateKeyHandle& key) {
    must_work(
        gnutls().x509_crt_privkey_sign(certificate, issuer, key.signing(), GNUTLS_DIG_SHA256, 0));
    gnutls_datum_t pem{};
    must_work(gnutls().x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &pem));
    return libraries::taken(pem);
}

void read_own(PrivateKeyHandle& handle, const db::SigningKey& key) {
    if (!handle.read(key.pem().view())) {
        must_work(GNUTLS_E_MEMORY_ERROR);
    }
}

void refuse_unless_permitted(gnutls_x509_crt_t authority, const std::vector<std::string>& names) {
    const Constraints constraints;
    if (gnutls().x509_crt_get_name_constraints(authority, constraints.get(), 0, nullptr) < 0) {
        return;  // an authority that was made elsewhere, without any
    }
    for (const auto& name : names) {
        const auto bytes = is_address(name) ? address_bytes(name, false) : name;
        const auto datum = datum_of(bytes);
        const auto kind = is_address(name) ? GNUTLS_SAN_IPADDRESS : GNUTLS_SAN_DNSNAME;
        if (gnutls().x509_name_constraints_check(constraints.get(), kind, &datum) == 0) {
            throw schema::refused(
                "--name",
                fmt::format("\"{}\" is not among those that the authority may sign for", name),
                "leave it out, or make a new authority, which every device has to be told anew",
                "needlebook certificate make --anew");
        }
    }
}

}  // namespace

std::vector<std::string> checked_names(const std::vector<std::string>& given) {
    std::vector<std::string> names;
    for (const auto& text : given) {
        auto name = ip_address(text).value_or(text);
        std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        if (!is_address(name) && !is_host_name(name)) {
            throw schema::refused("--name",
                                  fmt::format("\"{}\" is neither a name of a machine nor an "
                                              "address",
                                              text),
                                  "give what people type into a browser, without https:// and "
                                  "port: book.clinic.example, 192.168.1.10");
        }
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name));
        }
    }
    if (names.empty()) {
        throw schema::refused("--name",
                              "is missing: a certificate is for names or addresses",
                              "give each that people type into a browser: --name "
                              "book.clinic.example --name 192.168.1.10");
    }
    return names;
}

std::string authority_certificate(const db::SigningKey& key,
                                  const std::string& clinic,
                                  const std::vector<std::string>& names,
                                  sys_seconds now) {
    PrivateKeyHandle own;
    read_own(own, key);
    const X509Handle certificate;
    set_common(certificate.get(), own, now - earlier, now + authority_time);
    set_text(certificate.get(), GNUTLS_OID_X520_ORGANIZATION_NAME, short_name(clinic));
    set_text(certificate.get(), GNUTLS_OID_X520_COMMON_NAME, "Needlebook of the clinic");
    must_work(gnutls().x509_crt_set_basic_constraints(certificate.get(), 1, 0));
    must_work(gnutls().x509_crt_set_key_usage(certificate.get(), GNUTLS_KEY_KEY_CERT_SIGN));
    constrain(certificate.get(), names);
    return signed_text(certificate.get(), certificate.get(), own);
}

Leaf issue(const db::SigningKey& key,
           const Certificate& authority,
           const std::vector<std::string>& names,
           sys_seconds now) {
    PrivateKeyHandle signing;
    read_own(signing, key);
    const X509Handle issuer;
    const auto text = datum_of(authority.pem);
    must_work(gnutls().x509_crt_import(issuer.get(), &text, GNUTLS_X509_FMT_PEM));
    if (key_id(issuer.get()) != key_id(signing.kept())) {
        throw schema::refused("the authority's key",
                              "belongs to another certificate",
                              "give the key that was made with this certificate: --ca-key FILE");
    }
    const auto until = std::min(now - earlier + leaf_time, authority.until);
    if (until <= now) {
        throw schema::refused("the authority's certificate",
                              "is over: it signs nothing any more",
                              "make a new one, which every device has to be told anew",
                              "needlebook certificate make --anew");
    }
    refuse_unless_permitted(issuer.get(), names);
    const auto fresh = db::SigningKey::made();
    PrivateKeyHandle own;
    read_own(own, fresh);
    const X509Handle certificate;
    set_common(certificate.get(), own, now - earlier, until);
    set_text(certificate.get(), GNUTLS_OID_X520_ORGANIZATION_NAME, "Needlebook");
    must_work(gnutls().x509_crt_set_basic_constraints(certificate.get(), 0, -1));
    must_work(gnutls().x509_crt_set_key_usage(certificate.get(), GNUTLS_KEY_DIGITAL_SIGNATURE));
    for (const auto& name : names) {
        const auto bytes = is_address(name) ? address_bytes(name, false) : name;
        must_work(gnutls().x509_crt_set_subject_alt_name(
            certificate.get(),
            is_address(name) ? GNUTLS_SAN_IPADDRESS : GNUTLS_SAN_DNSNAME,
            bytes.data(),
            static_cast<unsigned>(bytes.size()),
            GNUTLS_FSAN_APPEND));
    }
    const auto issuer_id = [&] {
        std::array<unsigned char, 64> id{};
        std::size_t size = id.size();
        must_work(gnutls().x509_crt_get_subject_key_id(issuer.get(), id.data(), &size, nullptr));
        return std::string(reinterpret_cast<const char*>(id.data()), size);
    }();
    must_work(gnutls().x509_crt_set_authority_key_id(
        certificate.get(), issuer_id.data(), issuer_id.size()));
    return {signed_text(certificate.get(), issuer.get(), signing), fresh.pem()};
}

}  // namespace server
