#pragma once
// A browser in which people of the clinic signed in; not the device that needles (session.h).

#include <string>

#include "schema/records/account.h"
#include "schema/records/description.h"
#include "schema/types/id.h"

namespace schema {

struct SignInDevice {
    Id<SignInDevice> id{};  // 0 until it is written

    std::string label;
    Id<Account> account{};
    bool revoked = false;

    int version = 1;

    bool operator==(const SignInDevice&) const = default;
};

template <>
struct Description<SignInDevice> {
    static constexpr std::string_view noun = "device";
    static constexpr std::string_view table = "sign_in_device";
    static constexpr std::string_view plural = "sign_in_devices";
    static constexpr std::string_view summary = "a browser in which people of the clinic signed in";
    static constexpr std::tuple fields{
        Field{"label", &SignInDevice::label, "what it is called: desk in room 2"},
        Field{"account", &SignInDevice::account, "who signed it in first"},
        Field{"revoked", &SignInDevice::revoked, "yes = withdrawn: nobody is signed in there"},
    };
};

}  // namespace schema
