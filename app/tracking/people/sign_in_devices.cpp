#include "app/tracking/people/sign_in_devices.h"

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "db/records/accounts.h"
#include "db/secrets/turns.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;
using schema::SignInDevice;

namespace {

void revoke(db::Write& write, SignInDevice device) {
    device.revoked = true;
    db::update_device(write, device);
    db::remove_turn(db::SecretWrite(write), device.id);
}

}  // namespace

db::Receipt revoke_device(db::Book& book,
                          const db::Submission& submission,
                          schema::Id<SignInDevice> id) {
    return commit(book, submission, Right::manage_people, [&](db::Write& write) {
        const auto device = db::find_device(write.book(), id);
        if (!device) {
            throw schema::missing(fmt::format("device {}", id.value),
                                  "there is none with this id",
                                  "`needlebook device list` shows the ids");
        }
        device->revoked ? write.leave() : revoke(write, *device);
        return std::to_string(id.value);
    });
}

db::Receipt revoke_all_devices(db::Book& book, const db::Submission& submission) {
    return commit(book, submission, Right::manage_people, [&](db::Write& write) {
        int count = 0;
        for (const auto& device : db::all_devices(write.book())) {
            if (!device.revoked) {
                revoke(write, device);
                ++count;
            }
        }
        if (count == 0) {
            write.leave();
        }
        return std::to_string(count);
    });
}

}  // namespace tracking
