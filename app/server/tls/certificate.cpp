#include "app/server/tls/certificate.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include <arpa/inet.h>
#include <fmt/format.h>

#include "app/server/tls/x509.h"
#include "schema/types/error.h"

namespace server {

namespace {

using libraries::gnutls;
using libraries::must_work;
using libraries::taken;

constexpr std::size_t longest_name = 1024;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return text;
}

std::string fingerprint_of(gnutls_x509_crt_t certificate) {
    std::array<unsigned char, 32> digest{};
    std::size_t size = digest.size();
    must_work(
        gnutls().x509_crt_get_fingerprint(certificate, GNUTLS_DIG_SHA256, digest.data(), &size));
    std::string text;
    for (const auto byte : digest) {
        text += fmt::format("{}{:02X}", text.empty() ? "" : ":", byte);
    }
    return text;
}

std::string address_text(std::string_view bytes) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = bytes.size() == 4 ? AF_INET : AF_INET6;
    const bool is_address = bytes.size() == 4 || bytes.size() == 16;
    return is_address && ::inet_ntop(family,
                                     bytes.data(),
                                     text.data(),
                                     static_cast<socklen_t>(text.size())) != nullptr
               ? text.data()
               : "";
}

std::vector<std::string> names_of(gnutls_x509_crt_t certificate) {
    std::vector<std::string> names;
    for (unsigned i = 0;; ++i) {
        std::string name(longest_name, '\0');
        std::size_t size = name.size();
        const int kind =
            gnutls().x509_crt_get_subject_alt_name(certificate, i, name.data(), &size, nullptr);
        if (kind == GNUTLS_E_REQUESTED_DATA_NOT_AVAILABLE) {
            return names;
        }
        name.resize(kind < 0 ? 0 : size);
        if (kind == GNUTLS_SAN_DNSNAME) {
            names.push_back(lower(name.c_str()));
        } else if (kind == GNUTLS_SAN_IPADDRESS && !address_text(name).empty()) {
            names.push_back(address_text(name));
        }
    }
}

std::string text_of(gnutls_x509_crt_t certificate) {
    gnutls_datum_t pem{};
    must_work(gnutls().x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &pem));
    return taken(pem);
}

std::string subject_of(gnutls_x509_crt_t certificate) {
    gnutls_datum_t subject{};
    return gnutls().x509_crt_get_dn3(certificate, &subject, 0) < 0 ? "" : taken(subject);
}

std::chrono::sys_seconds moment_of(time_t time) {
    return std::chrono::sys_seconds(std::chrono::seconds(time));
}

Certificate facts_of(gnutls_x509_crt_t certificate) {
    return {.pem = text_of(certificate),
            .subject = subject_of(certificate),
            .fingerprint = fingerprint_of(certificate),
            .names = names_of(certificate),
            .from = moment_of(gnutls().x509_crt_get_activation_time(certificate)),
            .until = moment_of(gnutls().x509_crt_get_expiration_time(certificate))};
}

bool stands_for(std::string_view own, std::string_view name) {
    if (own == name) {
        return true;
    }
    const auto dot = name.find('.');
    return own.starts_with("*.") && dot != std::string_view::npos && dot > 0 &&
           own.substr(1) == name.substr(dot);
}

}  // namespace

std::vector<Certificate> read_certificates(std::string_view pem, const std::string& where) {
    const auto text = libraries::datum_of(pem);
    gnutls_x509_crt_t* list = nullptr;
    unsigned count = 0;
    if (gnutls().x509_crt_list_import2(&list, &count, &text, GNUTLS_X509_FMT_PEM, 0) < 0) {
        throw schema::refused(where,
                              "holds no certificate",
                              "name the file in PEM, the server's own certificate first and then "
                              "those who signed it");
    }
    const auto end = [&] {
        for (unsigned i = 0; i < count; ++i) {
            gnutls().x509_crt_deinit(list[i]);
        }
        std::free(list);
    };
    std::vector<Certificate> all;
    try {
        for (unsigned i = 0; i < count; ++i) {
            all.push_back(facts_of(list[i]));
        }
    } catch (...) {
        end();
        throw;
    }
    end();
    return all;
}

bool is_for(const Certificate& certificate, std::string_view name) {
    return std::any_of(certificate.names.begin(), certificate.names.end(), [&](const auto& own) {
        return stands_for(own, name);
    });
}

}  // namespace server
