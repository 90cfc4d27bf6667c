#include "app/tracking/people/sign_in_devices.h"

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "db/records/accounts.h"
#include "db/secrets/turns.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;
using schema::SignInDevice;

namespace {

void revoke(db::Write& write, SignInDevice device) {
    device.revoked = true;
    db::update_device(write, device);
    db::remove_turn(db::SecretWrite(write), device.id);
}

SignInDevice device_with(const db::Book& book, schema::Id<SignInDevice> id) {
    auto device = db::find_device(book, id);
    if (!device) {
        throw schema::missing(fmt::format("device {}", id.value),
                              "there is none with this id",
                              "look at the list of devices",
                              "needlebook device list")
            .as("gone");
    }
    return std::move(*device);
}

}  // namespace

db::Receipt revoke_device(db::Book& book,
                          const db::Submission& submission,
                          schema::Id<SignInDevice> id) {
    return commit(book, submission, Right::manage_people, [&](db::Write& write) {
        const auto device = device_with(write.book(), id);
        device.revoked ? write.leave() : revoke(write, device);
        return std::to_string(id.value);
    });
}

db::Receipt revoke_all_devices(db::Book& book,
                               const db::Submission& submission,
                               std::optional<schema::Id<SignInDevice>> but) {
    return commit(book, submission, Right::manage_people, [&](db::Write& write) {
        int count = 0;
        for (const auto& device : db::all_devices(write.book())) {
            if (!device.revoked && device.id != but) {
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

db::Receipt label_device(db::Book& book,
                         const db::Submission& submission,
                         schema::Id<SignInDevice> id,
                         const std::string& label) {
    std::vector<schema::Problem> problems;
    schema::check_text("name", label, "label", problems);
    if (schema::without_ends(label).empty()) {
        problems.push_back(
            schema::Problem{"label", "is empty", "say where the device stands: desk in room 2"}.as(
                "blank_name"));
    }
    schema::refuse_any(std::move(problems));
    return commit(book, submission, Right::manage_people, [&](db::Write& write) {
        auto device = device_with(write.book(), id);
        if (device.label == label) {
            write.leave();
            return std::to_string(id.value);
        }
        device.label = label;
        db::update_device(write, device);
        return std::to_string(id.value);
    });
}

}  // namespace tracking
