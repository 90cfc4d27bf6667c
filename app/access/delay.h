#pragma once
// How long whoever guesses waits. The first 5 failures cost nothing; after that a guess is not
// looked at before its time, on the account, on the address it comes from, and on all names
// together that nobody has. The bounds are ours: 20 addresses get less than 200 guesses looked at
// in ten minutes, however many they send and whomever they try.

#include <chrono>
#include <string>

#include "app/access/grant.h"
#include "db/secrets/delays.h"

namespace access_control {

inline constexpr int free_failures = 5;
inline constexpr std::chrono::minutes longest_pause{15};

// Of an account, and of names that nobody has: after the fifth failure 1 s, doubled by each one
// more, at most 15 min.
std::chrono::seconds pause_of_account(int failures);
// Of an address, from which many accounts can be tried: after the fifth 2 s, four times as much
// after each one more, at most 15 min.
std::chrono::seconds pause_of_address(int failures);

// Whose failures count for a guess.
struct Guesser {
    std::string who;    // "account 3", "nobody"
    std::string where;  // "address 10.0.0.7"

    // How long until the next guess is looked at; 0: now.
    std::chrono::seconds wait(const db::Book& book, Moment now) const;
    // One failure more.
    void failed(db::SecretWrite write, Moment now) const;
    // The last failure was none.
    void take_back(db::SecretWrite write, Moment now) const;
    // All of them are forgotten.
    void passed(db::SecretWrite write) const;
};

}  // namespace access_control
