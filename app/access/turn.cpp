#include "app/access/turn.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "app/access/password.h"
#include "app/access/random_token.h"
#include "db/records/accounts.h"
#include "db/records/aggregates.h"
#include "db/records/clinic.h"
#include "db/secrets/pins.h"
#include "db/secrets/turns.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace access_control {

namespace {

using AccountId = schema::Id<schema::Account>;
using DeviceId = schema::Id<schema::SignInDevice>;
using std::chrono::seconds;

constexpr seconds between_notes{30};

bool is_over(std::int64_t password_at, Moment now) {
    return now >= moment_of(password_at) + longest_turn;
}

std::optional<schema::Account> active_one(const db::Book& book, AccountId id) {
    auto account = db::find_account(book, id);
    return account && account->active ? account : std::nullopt;
}

// Of a device that was not revoked.
std::optional<db::Turn> turn_of(const db::Book& book, std::string_view token) {
    auto turn = db::find_turn(book, token_hash(token));
    const auto device = turn ? db::find_device(book, turn->device) : std::nullopt;
    return device && !device->revoked ? turn : std::nullopt;
}

schema::Error nobodys_turn() {
    return schema::forbidden("device", "nobody is signed in there", "sign in by password")
        .as("not_signed_in");
}

// What a new turn by password leaves: the PIN that the person had there goes on, tried or not.
void begin(db::SecretWrite write,
           DeviceId device,
           AccountId account,
           const std::string& token,
           Moment now) {
    db::put_turn(write,
                 {.device = device,
                  .hash = token_hash(token),
                  .account = account,
                  .password_at = kept(now),
                  .seen_at = kept(now)});
    const auto before = db::find_pin(write.book(), device, account);
    db::put_pin(write,
                {.device = device,
                 .account = account,
                 .password_at = kept(now),
                 .hash = before ? before->hash : std::nullopt});
}

schema::SignInDevice add_device(db::Book& book,
                                const schema::Account& account,
                                const std::string& label,
                                const std::string& token,
                                Moment now) {
    schema::SignInDevice device{.label = label, .account = account.id};
    const db::Submission submission{.actor = account.name, .action = "device add"};
    db::transact(book, submission, [&](db::Write& write) {
        device.id = db::insert_device(write, device);
        begin(db::SecretWrite(write), device.id, account.id, token, now);
        db::carry_aggregates(write);
        return std::to_string(device.id.value);
    });
    return device;
}

bool is_easy(const std::string& pin) {
    bool same = true;
    bool up = true;
    bool down = true;
    for (std::size_t i = 1; i < pin.size(); ++i) {
        const int step = pin[i] - pin[i - 1];
        same = same && step == 0;
        up = up && step == 1;
        down = down && step == -1;
    }
    return same || up || down;
}

void refuse_pin(const std::string& pin) {
    const bool is_six = pin.size() == 6 && std::all_of(pin.begin(), pin.end(), [](char c) {
                            return c >= '0' && c <= '9';
                        });
    if (!is_six || is_easy(pin)) {
        throw schema::refused("PIN",
                              is_six ? "is one that anybody tries first" : "is not six digits",
                              "choose six digits, neither all the same nor one after the other")
            .as("pin_choice");
    }
}

// What of a PIN can be used now; nothing where the password is wanted.
std::optional<db::Pin> usable_pin(const db::Book& book,
                                  DeviceId device,
                                  AccountId account,
                                  Moment now) {
    auto pin = db::find_pin(book, device, account);
    const bool usable =
        pin && pin->hash && pin->failures < pin_tries && !is_over(pin->password_at, now);
    return usable && active_one(book, account) ? pin : std::nullopt;
}

}  // namespace

SignedIn sign_in_device(db::Book& book,
                        AccountId id,
                        const std::optional<std::string>& known_token,
                        const std::string& label,
                        Moment now) {
    std::vector<schema::Problem> problems;
    schema::check_text("name", label, "label", problems);
    if (schema::without_ends(label).empty()) {
        problems.push_back(
            schema::Problem{"label", "is empty", "say where the device stands: desk in room 2"}.as(
                "blank_name"));
    }
    schema::refuse_any(std::move(problems));
    const auto account = active_one(book, id);
    if (!account) {
        throw schema::forbidden(
            "account", "is disabled", "ask an owner to enable it", "needlebook account enable NAME")
            .as("disabled");
    }
    SignedIn signed_in{.token = random_token()};
    const auto known = known_token ? db::find_turn(book, token_hash(*known_token)) : std::nullopt;
    if (!known) {
        signed_in.device = add_device(book, *account, label, signed_in.token, now);
        return signed_in;
    }
    db::change_secrets(book, [&](db::SecretWrite& write) {
        const auto device = db::find_device(write.book(), known->device);
        if (!device || device->revoked) {
            throw schema::forbidden(
                "device", "was revoked", "begin with another: without what this browser remembers")
                .as("device_revoked");
        }
        signed_in.device = *device;
        begin(write, device->id, account->id, signed_in.token, now);
    });
    return signed_in;
}

std::optional<Person> person_of(const db::Book& book, std::string_view token, Moment now) {
    const auto turn = turn_of(book, token);
    if (!turn || !turn->account || is_over(turn->password_at, now)) {
        return std::nullopt;
    }
    auto account = active_one(book, *turn->account);
    if (!account) {
        return std::nullopt;
    }
    const std::chrono::minutes idle(db::read_clinic(book).lock_minutes);
    return Person{.account = std::move(*account),
                  .device = *db::find_device(book, turn->device),
                  .locked = turn->locked || now >= moment_of(turn->seen_at) + idle,
                  .password_at = moment_of(turn->password_at),
                  .seen_at = moment_of(turn->seen_at)};
}

namespace {

// Changes the turn that the token has by now; nothing if it has none.
void change_turn(db::Book& book,
                 const std::function<bool(const db::Turn&)>& is_it,
                 const std::function<void(db::Turn&)>& change) {
    db::change_secrets(book, [&](db::SecretWrite& write) {
        for (auto& turn : db::all_turns(write.book())) {
            if (is_it(turn)) {
                change(turn);
                db::put_turn(write, turn);
            }
        }
    });
}

}  // namespace

void note_use(db::Book& book, const Person& person, Moment now) {
    if (person.locked || now < person.seen_at + between_notes) {
        return;
    }
    change_turn(
        book,
        [&](const db::Turn& turn) {
            return turn.device == person.device.id && turn.account == person.account.id &&
                   !turn.locked && turn.seen_at < kept(now);
        },
        [&](db::Turn& turn) { turn.seen_at = kept(now); });
}

void lock_device(db::Book& book, std::string_view token) {
    const auto hash = token_hash(token);
    change_turn(
        book,
        [&](const db::Turn& turn) { return turn.hash == hash && turn.account; },
        [](db::Turn& turn) { turn.locked = true; });
}

void set_pin(db::Book& book, std::string_view token, const std::string& pin, Moment now) {
    refuse_pin(pin);
    const auto person = person_of(book, token, now);
    if (!person || person->locked) {
        throw nobodys_turn();
    }
    const auto hash = hash_secret(pin);
    db::change_secrets(book, [&](db::SecretWrite& write) {
        auto pin_there = db::find_pin(write.book(), person->device.id, person->account.id);
        if (!pin_there) {
            throw nobodys_turn();  // signed out meanwhile
        }
        pin_there->hash = hash;
        pin_there->failures = 0;
        db::put_pin(write, *pin_there);
    });
}

SwitchedTo switch_person(
    db::Book& book, std::string_view token, AccountId account, const std::string& pin, Moment now) {
    const auto turn = turn_of(book, token);
    if (!turn) {
        return {.outcome = Switched::password_wanted};
    }
    std::optional<db::Pin> tried;
    db::change_secrets(book, [&](db::SecretWrite& write) {
        tried = usable_pin(write.book(), turn->device, account, now);
        if (tried) {
            ++tried->failures;
            db::put_pin(write, *tried);
        }
    });
    if (!tried) {
        return {.outcome = Switched::password_wanted};
    }
    if (!is_hash_of(tried->hash, pin)) {
        const int left = pin_tries - tried->failures;
        return {.outcome = left > 0 ? Switched::wrong_pin : Switched::password_wanted,
                .tries_left = left};
    }
    SwitchedTo to{.outcome = Switched::password_wanted};
    db::change_secrets(book, [&](db::SecretWrite& write) {
        const auto now_there = turn_of(write.book(), token);
        auto right_pin = db::find_pin(write.book(), turn->device, account);
        if (!now_there || !right_pin || right_pin->hash != tried->hash) {
            return;  // revoked, signed out or changed meanwhile
        }
        right_pin->failures = 0;
        db::put_pin(write, *right_pin);
        to.outcome = Switched::done;
        to.signed_in = SignedIn{.token = random_token(),
                                .device = *db::find_device(write.book(), turn->device)};
        db::put_turn(write,
                     {.device = turn->device,
                      .hash = token_hash(to.signed_in->token),
                      .account = account,
                      .password_at = right_pin->password_at,
                      .seen_at = kept(now)});
    });
    return to;
}

std::vector<schema::Account> people_at(const db::Book& book, std::string_view token, Moment now) {
    std::vector<schema::Account> people;
    const auto turn = turn_of(book, token);
    if (!turn) {
        return people;
    }
    for (const auto& pin : db::pins_at(book, turn->device)) {
        if (usable_pin(book, turn->device, pin.account, now)) {
            people.push_back(*db::find_account(book, pin.account));
        }
    }
    std::sort(
        people.begin(), people.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return people;
}

void sign_out(db::Book& book, std::string_view token) {
    const auto hash = token_hash(token);
    db::change_secrets(book, [&](db::SecretWrite& write) {
        auto turn = db::find_turn(write.book(), hash);
        if (!turn || !turn->account) {
            return;
        }
        db::remove_pin(write, turn->device, *turn->account);
        turn->account.reset();
        db::put_turn(write, *turn);
    });
}

std::vector<schema::Id<schema::SignInDevice>> end_turns(
    db::Book& book,
    schema::Id<schema::Account> account,
    schema::Id<schema::SignInDevice> own,
    std::optional<schema::Id<schema::SignInDevice>> only) {
    std::vector<schema::Id<schema::SignInDevice>> ended;
    db::change_secrets(book, [&](db::SecretWrite& write) {
        for (auto& turn : db::all_turns(write.book())) {
            if (turn.device == own || turn.device != only.value_or(turn.device)) {
                continue;
            }
            db::remove_pin(write, turn.device, account);
            if (turn.account == account) {
                turn.account.reset();
                db::put_turn(write, turn);
                ended.push_back(turn.device);
            }
        }
    });
    return ended;
}

std::vector<KnownDevice> known_devices(const db::Book& book) {
    std::vector<KnownDevice> all;
    const auto turns = db::all_turns(book);
    for (auto& device : db::all_devices(book)) {
        KnownDevice known{.device = std::move(device)};
        for (const auto& turn : turns) {
            if (turn.device == known.device.id) {
                known.seen_at = moment_of(turn.seen_at);
                known.signed_in = turn.account;
            }
        }
        all.push_back(std::move(known));
    }
    return all;
}

}  // namespace access_control
