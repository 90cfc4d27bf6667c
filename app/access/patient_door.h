#pragma once
// How a patient comes to their own page: by its address, which nobody can guess, and a code that
// the clinic tells them in person. Whoever finds the address alone has five tries.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "app/access/moment.h"
#include "db/records/patient_links.h"
#include "db/secrets/link_codes.h"

namespace access_control {

inline constexpr int link_code_tries = 5;  // the sixth wrong one closes the page
inline constexpr std::chrono::days link_browser_lasts{30};

// A new code of six digits in the place of the one before; browsers that were let in by that are
// not any more.
std::string new_link_code(db::SecretWrite write, std::int64_t link);

// Whether the page of the link still opens to who has the code.
bool is_open(const db::PatientLink& link,
             const std::optional<db::LinkCode>& code,
             schema::Date today);

enum class Opening { opened, wrong, closed };

struct OpenedPage {
    Opening outcome = Opening::closed;
    std::optional<db::PatientLink> link{};
    std::string token{};  // that the browser shows from now on, for `lasts`
    std::chrono::seconds lasts{};
    int tries_left = 0;  // after a wrong code
};

// What was typed at the page under this key: the code, or, where `born` is the patient's birth date
// and counts, that. Closed, without a look at the code, for a key that nobody has, a link that is
// over, and after the sixth wrong code; all of them alike.
OpenedPage open_page(db::Book& book,
                     const std::string& key,
                     std::string_view typed,
                     const std::optional<schema::Date>& born,
                     schema::Date today,
                     Moment now);

// The link of a page that was opened in the browser with this token, and still is.
std::optional<db::PatientLink> opened_page(const db::Book& book,
                                           const std::string& key,
                                           const std::optional<std::string>& token,
                                           schema::Date today,
                                           Moment now);

}  // namespace access_control
