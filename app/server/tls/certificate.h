#pragma once
// Certificates (X.509, RFC 5280), read by GnuTLS.

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace server {

struct Certificate {
    std::string pem;
    std::string subject;      // "CN=Needlebook at book.clinic.example,O=Skin clinic" (RFC 4514)
    std::string fingerprint;  // SHA-256 of the DER, as systems show it: "3F:1C:…"
    // Whom it is for: names of DNS in lower case, addresses as inet_ntop writes them.
    std::vector<std::string> names{};
    std::chrono::sys_seconds from{};   // valid from
    std::chrono::sys_seconds until{};  // and to
};

// Of PEM, in the order of the text: that of the server first, then those who signed it. Throws
// schema::Error (refused) for what is none; `where` says whose text it is.
std::vector<Certificate> read_certificates(std::string_view pem, const std::string& where);

// Whether it is for the name or address; a name "*.clinic.example" in it is for one label in that
// place (RFC 9525).
bool is_for(const Certificate& certificate, std::string_view name);

}  // namespace server
