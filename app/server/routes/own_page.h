#pragma once
// Who may read a patient's own page: whoever opened it in this browser with the code.

#include <optional>
#include <string>

#include "app/server/http/response.h"
#include "app/server/routes/call.h"
#include "db/records/patient_links.h"
#include "schema/records/patient.h"

namespace server {

// The cookie of a browser in which the page under this key was opened; another one for each page.
std::string own_page_cookie(std::string_view key);

// 404, late, whatever is wrong with the key: nobody has it, it is over, too many codes were wrong.
Response no_own_page(const Call& call);

// The link of the page that is asked for, opened in this browser; else nothing.
std::optional<db::PatientLink> opened_link(const Call& call, const db::Book& book);

// Where it is not opened: 401 with the code "link_code" where it can be, else `no_own_page`.
Response not_opened(const Call& call, const db::Book& book);

// An answer that shows records of this patient, for the log of who read what.
Response showing(Response response, const schema::Patient& patient);

}  // namespace server
