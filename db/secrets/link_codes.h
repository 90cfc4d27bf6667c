#pragma once
// The codes that open patients' pages, and the browsers in which they were opened
// (app/access/patient_door.h). Of a link that is withdrawn nothing opens any more.

#include <cstdint>
#include <optional>
#include <string>

#include "db/secrets/secret_write.h"

namespace db {

struct LinkCode {
    std::int64_t link = 0;
    std::string hash;
    int failures = 0;  // since it was last right
    int openings = 0;
    std::optional<std::int64_t> opened_at{};  // the last time

    bool operator==(const LinkCode&) const = default;
};

// Nothing for a link that no code opens.
std::optional<LinkCode> find_link_code(const Book& book, std::int64_t link);
// In the place of the one that the link had.
void put_link_code(SecretWrite write, const LinkCode& code);

// The link of the browser that shows the token with this hash; nothing once `now` has come to its
// end.
std::optional<std::int64_t> link_of_browser(const Book& book,
                                            const std::string& hash,
                                            std::int64_t now);
// One more; those whose end has come go.
void add_link_browser(SecretWrite write,
                      const std::string& hash,
                      std::int64_t link,
                      std::int64_t until,
                      std::int64_t now);
// All of a link.
void remove_link_browsers(SecretWrite write, std::int64_t link);

}  // namespace db
