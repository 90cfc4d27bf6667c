#pragma once
// Who is signed in on the device that asks, as a page is told it.

#include "app/access/right.h"
#include "app/json/json_value.h"
#include "app/server/routes/call.h"
#include "schema/records/account.h"

namespace server {

// ["read_records", …]
exchange::OrderedJson rights_json(const access_control::Rights& rights);

// {"id","name","display_name"}
exchange::OrderedJson person_json(const schema::Account& account);

// The same of whoever is signed in, for themselves: and "role", "second_factor", "language",
// "rights".
exchange::OrderedJson own_json(const db::Book& book, const schema::Account& account);

// {"accounts","clinic","signed_in","locked","people","lock_minutes","digits","umm_al_qura","key"},
// of a device with this token or none.
exchange::OrderedJson sign_in_state(const Call& call,
                                    const db::Book& book,
                                    const std::optional<std::string>& token);

// What the body calls the device that signs in, "browser" by itself. Throws schema::Error (refused)
// for what is no label.
std::string device_label(const nlohmann::ordered_json& body);

}  // namespace server
