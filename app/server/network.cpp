#include "app/server/network.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/access/second_factor.h"
#include "app/server/tls/authority.h"
#include "db/records/accounts.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace server {

void refuse_unless_for_the_network(const db::Book& book) {
    if (!db::has_accounts(book)) {
        throw schema::refused("serve",
                              "opens a book to the network only when people have accounts in it: "
                              "in this one whoever comes may do everything",
                              "add the first account, an owner",
                              "needlebook account add NAME --role owner");
    }
    std::vector<schema::Problem> problems;
    for (const auto& name : access_control::owners_without_second_factor(book)) {
        problems.push_back(
            {fmt::format("the owner \"{}\"", name),
             "has no second factor: on the network a password alone does not let an owner in",
             "have them set up the codes of an app, here or under Settings, Your account",
             fmt::format("needlebook account totp {} --actor {}", name, name)});
    }
    schema::refuse_any(std::move(problems));
}

std::string checked_public_name(const std::string& text) {
    const auto colon = text.find(':');
    const auto port = colon == std::string::npos ? std::optional<int>(443)
                                                 : schema::Text<int>::read(text.substr(colon + 1));
    if (!port || *port < 1 || *port > 65535) {
        throw schema::refused("--behind",
                              fmt::format("\"{}\" has no port from 1 to 65535", text),
                              "give the name that people type: book.clinic.example");
    }
    const auto name = checked_names({text.substr(0, colon)}).front();
    return *port == 443 ? name : fmt::format("{}:{}", name, *port);
}

}  // namespace server
