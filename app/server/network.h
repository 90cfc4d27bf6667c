#pragma once
// How a server is reached from other machines.

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/server/http/socket_address.h"
#include "app/server/tls/certificate_watch.h"
#include "db/book.h"

namespace server {

struct NetworkOptions {
    std::vector<SocketAddress> listen{};            // encrypted
    std::optional<CertificateFiles> certificate{};  // must be there with `listen`
    // The clinic's own authority, which is handed out unencrypted to be compared with its
    // fingerprint on paper.
    std::filesystem::path authority{};
    std::optional<RenewalKey> renewal{};
    std::chrono::milliseconds between_looks{10'000};  // at the certificate's files
    // Under which a proxy of this machine passes on what comes to it encrypted:
    // "book.clinic.example", with its port where that is not 443.
    std::vector<std::string> behind{};

    bool is_open() const { return !listen.empty() || !behind.empty(); }
};

// Throws schema::Error (refused) unless this book may be served to the network: people have
// accounts, and every owner has a second factor.
void refuse_unless_for_the_network(const db::Book& book);

// As it stands in `behind`. Throws schema::Error (refused) for what is no name with or without a
// port.
std::string checked_public_name(const std::string& text);

}  // namespace server
