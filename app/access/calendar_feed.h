#pragma once
// The address at which a calendar fetches a patient's next dates again and again, where nobody
// types a code. It rests on the link of the patient's page and on what is kept of its code: whoever
// has not both cannot make it, another code makes another address, and a link that is withdrawn or
// over ends it. It opens nothing else.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "db/records/patient_links.h"
#include "db/secrets/link_codes.h"
#include "schema/types/date.h"

namespace access_control {

// 32 hexadecimal digits, of HMAC-SHA-256 (RFC 2104).
std::string feed_token(const db::PatientLink& link, const db::LinkCode& code);

// The link whose feed has this token and still is open; nothing for any other.
std::optional<db::PatientLink> feed_link(const db::Book& book,
                                         std::int64_t link,
                                         std::string_view token,
                                         schema::Date today);

}  // namespace access_control
