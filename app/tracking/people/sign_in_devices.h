#pragma once
// Withdrawing the browsers in which people signed in; each is a ledger entry by somebody with the
// right manage_people.

#include <optional>
#include <string>

#include "db/ledger/transact.h"
#include "schema/records/sign_in_device.h"

namespace tracking {

// Nobody is signed in there any more, and the browser is a new one if somebody signs in again. The
// answer is the id. Where it is so already, nothing is written. Throws schema::Error (missing).
db::Receipt revoke_device(db::Book& book,
                          const db::Submission& submission,
                          schema::Id<schema::SignInDevice> device);

// The same of all but one; the answer is how many.
db::Receipt revoke_all_devices(db::Book& book,
                               const db::Submission& submission,
                               std::optional<schema::Id<schema::SignInDevice>> but = {});

// What the device is called from now on; the answer is the id. Throws schema::Error: missing,
// refused for a label that is no line.
db::Receipt label_device(db::Book& book,
                         const db::Submission& submission,
                         schema::Id<schema::SignInDevice> device,
                         const std::string& label);

}  // namespace tracking
