#pragma once
// Who is signed in on which device. A device is a browser that holds a token of 256 bits, of which
// the book keeps the SHA-256; several people take turns there. All of it outlasts a restart.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/access/grant.h"
#include "db/book.h"
#include "schema/records/sign_in_device.h"

namespace access_control {

inline constexpr std::chrono::hours longest_turn{12};  // since the password, however busy
inline constexpr int pin_tries = 5;

// Whose turn it is on a device.
struct Person {
    schema::Account account;  // active
    schema::SignInDevice device;
    bool locked = false;  // by hand or after clinic.lock_minutes: the PIN or the password opens it
    Moment password_at{};
    Moment seen_at{};

    bool operator==(const Person&) const = default;
};

struct SignedIn {
    std::string token;  // 43 characters of base64url; told this once
    schema::SignInDevice device;
};

// Begins a turn of who has just passed `check` (sign_in.h) with their password. On a device that is
// known by its token, of whoever was signed in there or nobody, the token is another one from now
// on; else the device is new, with this label, which is a ledger entry "device add" of the account.
// Throws schema::Error: forbidden for an account that is disabled and a device that was revoked,
// refused for a label that is no line.
SignedIn sign_in_device(db::Book& book,
                        schema::Id<schema::Account> account,
                        const std::optional<std::string>& known_token,
                        const std::string& label,
                        Moment now);

// Nothing for a token that nobody has, of a revoked device, of a disabled account, and once 12 h
// have passed since the password. Reads only.
std::optional<Person> person_of(const db::Book& book, std::string_view token, Moment now);

// Keeps that the person has just done something, so that the device is not locked for idleness;
// written at most twice a minute. Nothing of who is locked.
void note_use(db::Book& book, const Person& person, Moment now);

// Locks the device by hand. Nothing if nobody is signed in there.
void lock_device(db::Book& book, std::string_view token);

// Sets the PIN, six digits, of the person whose turn it is, for this device and until 12 h after
// their password. Throws schema::Error: forbidden where the turn is over or locked, refused for
// what is not six digits, or six that anybody tries first (the same, or one after the other).
void set_pin(db::Book& book, std::string_view token, const std::string& pin, Moment now);

enum class Switched {
    done,
    wrong_pin,
    password_wanted,  // no PIN here, 5 wrong ones, or 12 h since their password
};

struct SwitchedTo {
    Switched outcome{};
    std::optional<SignedIn> signed_in{};  // once done, with another token
    int tries_left = 0;
};

// Gives the turn to somebody who signed in on this device by password within 12 h, or opens the
// lock for the same person, by their PIN. A try is kept before the PIN is looked at.
SwitchedTo switch_person(db::Book& book,
                         std::string_view token,
                         schema::Id<schema::Account> account,
                         const std::string& pin,
                         Moment now);

// Who can be switched to by PIN, by name.
std::vector<schema::Account> people_at(const db::Book& book, std::string_view token, Moment now);

// Ends the turn: the person needs their password again; others who signed in there do not. The
// token lets nobody in any more, but tells the device when somebody signs in next. Nothing if
// nobody is signed in.
void sign_out(db::Book& book, std::string_view token);

// Ends the turn of the account on the device `only`, or on all of its devices, but not on `own`:
// the account comes back there by its password alone. Returns on which it was signed in.
std::vector<schema::Id<schema::SignInDevice>> end_turns(
    db::Book& book,
    schema::Id<schema::Account> account,
    schema::Id<schema::SignInDevice> own,
    std::optional<schema::Id<schema::SignInDevice>> only = {});

// A device and when somebody did something there; nothing where nobody is signed in.
struct KnownDevice {
    schema::SignInDevice device;
    std::optional<Moment> seen_at{};
    std::optional<schema::Id<schema::Account>> signed_in{};
};
std::vector<KnownDevice> known_devices(const db::Book& book);  // by id

}  // namespace access_control
