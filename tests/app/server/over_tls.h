#pragma once
// What the fixtures of this folder need when their tests go over TLS.

#include <optional>
#include <string>

#include "app/access/totp.h"
#include "app/server/server.h"
#include "db/records/accounts.h"
#include "db/secrets/totp_secrets.h"
#include "tests/app/server/http/client.h"
#include "tests/app/server/test_certificate.h"

namespace server {

inline constexpr const char* test_totp_secret = "3132333435363738393031323334353637383930";

inline std::optional<Trust> test_trust() {
    return over_tls() ? std::optional(Trust{test_certificates().authority()}) : std::nullopt;
}

// Where the tests go over TLS a port of the network, a free one by itself.
inline NetworkOptions test_network(int port = 0) {
    if (!over_tls()) {
        return {};
    }
    static const auto file = test_certificates().put("server.pem", TestCertificates::made);
    return {.listen = {SocketAddress::loopback(port)}, .certificate = CertificateFiles{file, file}};
}

// Of the first address that the network has.
inline int network_port(const Server& server) {
    const auto address = server.network_addresses().at(0);
    return std::stoi(address.substr(address.rfind(':') + 1));
}

// A second factor that is in use, of the secret above.
inline void give_second_factor(db::Book& book, schema::Id<schema::Account> account) {
    db::change_secrets(book, [&](db::SecretWrite& write) {
        db::put_totp_secret(write, account, {.secret = test_totp_secret, .confirmed = true});
    });
}

inline void add_owner(db::Book& book, const std::string& name) {
    const schema::Account owner{.name = name, .role = schema::AccountRole::owner, .active = true};
    db::transact(book, {.actor = "test", .action = "account add"}, [&](db::Write& write) {
        return std::to_string(db::insert_account(write, owner).value);
    });
    give_second_factor(book, db::find_account(book, name)->id);
}

}  // namespace server
