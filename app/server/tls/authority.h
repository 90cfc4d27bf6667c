#pragma once
// A certificate authority of the clinic's own: it can sign for the clinic's names and addresses and
// for nothing else (name constraints, RFC 5280 4.2.1.10), and only certificates of servers.

#include <chrono>
#include <string>
#include <vector>

#include "app/server/tls/certificate.h"
#include "db/file/wiped.h"
#include "db/key/signing_key.h"

namespace server {

inline constexpr std::chrono::days authority_time{3650};
inline constexpr std::chrono::days leaf_time{397};  // what browsers bear is 398
inline constexpr std::chrono::days renewed_before{30};

// Throws schema::Error (refused) unless each is a name of DNS ("book.clinic.example", no
// wildcard, not one label of a whole country) or an address, and there is one. Names in lower
// case, addresses in their one form, each once.
std::vector<std::string> checked_names(const std::vector<std::string>& given);

// The authority's certificate in PEM, valid for authority_time. Throws schema::Error (unavailable).
std::string authority_certificate(const db::SigningKey& key,
                                  const std::string& clinic,
                                  const std::vector<std::string>& names,
                                  std::chrono::sys_seconds now);

struct Leaf {
    std::string certificate;  // PEM
    db::Wiped key;            // PKCS#8 in PEM, a new one
};

// A certificate for a server of these names, valid for leaf_time but not longer than the
// authority's. Throws schema::Error: refused where a name is not one that the authority may sign
// for, where the key is not the authority's, or where the authority's own time is over.
Leaf issue(const db::SigningKey& key,
           const Certificate& authority,
           const std::vector<std::string>& names,
           std::chrono::sys_seconds now);

}  // namespace server
