#include "app/access/delay.h"

#include <algorithm>

namespace access_control {

namespace {

using std::chrono::seconds;

constexpr std::chrono::hours forgotten_after{24};

std::chrono::seconds grown(int failures, seconds first, int factor) {
    seconds pause{};
    for (int i = free_failures; i <= failures && pause < longest_pause; ++i) {
        pause = pause == seconds(0) ? first : pause * factor;
    }
    return std::min<seconds>(pause, longest_pause);
}

}  // namespace

seconds pause_of_account(int failures) {
    return grown(failures, seconds(1), 2);
}

seconds pause_of_address(int failures) {
    return grown(failures, seconds(2), 4);
}

seconds Guesser::wait(const db::Book& book, Moment now) const {
    std::int64_t until = 0;
    for (const auto& of : {who, where}) {
        until = std::max(until, db::find_delay(book, of).until);
    }
    // A clock that was set back makes nobody wait longer than it could be.
    return std::clamp<seconds>(seconds(until - kept(now)), seconds(0), longest_pause);
}

void Guesser::failed(db::SecretWrite write, Moment now) const {
    db::remove_delays_before(write, kept(now - forgotten_after));
    const auto count = [&](const std::string& of, seconds (*pause)(int)) {
        const int failures = db::find_delay(write.book(), of).failures + 1;
        db::put_delay(
            write, of, {.failures = failures, .until = kept(now) + pause(failures).count()});
    };
    count(who, &pause_of_account);
    count(where, &pause_of_address);
}

void Guesser::take_back(db::SecretWrite write, Moment now) const {
    for (const auto& of : {who, where}) {
        const int failures = db::find_delay(write.book(), of).failures - 1;
        if (failures > 0) {
            db::put_delay(write, of, {.failures = failures, .until = kept(now)});
        } else {
            db::remove_delay(write, of);
        }
    }
}

void Guesser::passed(db::SecretWrite write) const {
    db::remove_delay(write, who);
    db::remove_delay(write, where);
}

}  // namespace access_control
