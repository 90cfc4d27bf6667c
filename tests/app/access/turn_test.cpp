#include "app/access/turn.h"

#include "app/access/random_token.h"
#include "db/ledger/ledger.h"
#include "db/ledger/verify.h"
#include "db/records/aggregates.h"
#include "db/secrets/turns.h"
#include "tests/app/access/people_book.h"

namespace access_control::turn_test {
namespace {

using schema::AccountRole;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class Turns : public PeopleBook {
  protected:
    std::string sign_in(AccountId account, const std::optional<std::string>& known = {}) {
        return sign_in_device(book_, account, known, "desk", now_).token;
    }
    std::string who(const std::string& token) {
        const auto person = person_of(book_, token, now_);
        return person ? person->account.name + (person->locked ? ", locked" : "") : "nobody";
    }
    std::string pin(const std::string& token, AccountId account, const std::string& digits) {
        const auto to = switch_person(book_, token, account, digits, now_);
        switched_to_ = to.signed_in ? to.signed_in->token : token;
        switch (to.outcome) {
            case Switched::done:
                return "done";
            case Switched::wrong_pin:
                return std::to_string(to.tries_left) + " left";
            case Switched::password_wanted:
                break;
        }
        return "password";
    }

    AccountId huda_ = add("huda");
    AccountId omar_ = add("omar", AccountRole::assistant);
    std::string switched_to_;
};

TEST_F(Turns, BeginWithATokenThatOnlyTheBrowserHas) {
    const auto token = sign_in(huda_);
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(who(token), "huda");
    EXPECT_EQ(who(random_token()), "nobody");
    EXPECT_EQ(who(token_hash(token)), "nobody") << "what the book keeps lets nobody in";
    EXPECT_EQ(db::all_turns(book_).front().hash, token_hash(token));
}

TEST_F(Turns, MakeADeviceOfABrowserThatIsNotKnownAndALedgerEntry) {
    const auto before = db::last_entry(book_);
    const auto first = sign_in(huda_);
    EXPECT_EQ(db::last_entry(book_), before + 1);
    const auto second = sign_in(omar_, first);
    EXPECT_EQ(db::last_entry(book_), before + 1) << "known by its token";
    EXPECT_EQ(who(first), "nobody") << "the token is another one";
    EXPECT_EQ(who(second), "omar");
    ASSERT_EQ(db::all_devices(book_).size(), 1U);
    EXPECT_EQ(db::all_devices(book_).front().account, huda_);
    EXPECT_TRUE(db::quick_problems(book_, db::Depth::whole).empty());
}

TEST_F(Turns, LeaveTheResultsOfTheClinicAsCurrentAsTheyWere) {
    db::transact(book_, {.actor = "test", .action = "test"}, [](db::Write& write) {
        db::stamp_aggregates(write, 1);
        return std::string();
    });
    ASSERT_TRUE(db::aggregates_are_current(book_, 1));
    sign_in(huda_);
    EXPECT_TRUE(db::aggregates_are_current(book_, 1));
    db::transact(
        book_, {.actor = "test", .action = "test"}, [](db::Write&) { return std::string(); });
    sign_in(huda_);
    EXPECT_FALSE(db::aggregates_are_current(book_, 1));
}

TEST_F(Turns, OutlastARestart) {
    const auto token = sign_in(huda_);
    open_again();
    EXPECT_EQ(who(token), "huda");
}

TEST_F(Turns, AreRefusedToADisabledAccountAndABlankLabel) {
    change(omar_, [](auto& account) { account.active = false; });
    EXPECT_EQ(refusal([&] { sign_in(omar_); }), "forbidden: account: is disabled");
    EXPECT_EQ(refusal([&] { sign_in_device(book_, huda_, {}, " ", now_); }), "label: is empty");
}

TEST_F(Turns, EndForWhoIsDisabledMeanwhile) {
    const auto token = sign_in(omar_);
    change(omar_, [](auto& account) { account.active = false; });
    EXPECT_EQ(who(token), "nobody");
}

TEST_F(Turns, AreLockedAfterTheClinicsMinutesOfIdleness) {
    const auto token = sign_in(huda_);
    now_ += minutes(15) - seconds(1);
    EXPECT_EQ(who(token), "huda");
    note_use(book_, *person_of(book_, token, now_), now_);
    now_ += minutes(15) - seconds(1);
    EXPECT_EQ(who(token), "huda") << "used meanwhile";
    now_ += seconds(1);
    EXPECT_EQ(who(token), "huda, locked");
    note_use(book_, *person_of(book_, token, now_), now_);
    EXPECT_EQ(who(token), "huda, locked") << "a use does not open it";

    db::transact(book_, {.actor = "test", .action = "clinic"}, [](db::Write& write) {
        auto clinic = db::read_clinic(write.book());
        clinic.lock_minutes = 60;
        db::write_clinic(write, clinic);
        return std::string();
    });
    EXPECT_EQ(who(token), "huda");
}

TEST_F(Turns, NoteAUseAtMostTwiceAMinute) {
    const auto token = sign_in(huda_);
    const auto seen = [&] { return db::all_turns(book_).front().seen_at; };
    const auto begun = seen();
    now_ += seconds(29);
    note_use(book_, *person_of(book_, token, now_), now_);
    EXPECT_EQ(seen(), begun);
    now_ += seconds(1);
    note_use(book_, *person_of(book_, token, now_), now_);
    EXPECT_EQ(seen(), begun + 30);
}

TEST_F(Turns, EndTwelveHoursAfterThePasswordHoweverBusy) {
    const auto token = sign_in(huda_);
    for (int i = 0; i < 12 * 6 - 1; ++i) {
        now_ += minutes(10);
        const auto person = person_of(book_, token, now_);
        ASSERT_TRUE(person);
        note_use(book_, *person, now_);
    }
    EXPECT_EQ(who(token), "huda");
    now_ += minutes(10);
    EXPECT_EQ(who(token), "nobody");
}

TEST_F(Turns, AreLockedByHandAndOpenedByPin) {
    const auto token = sign_in(huda_);
    set_pin(book_, token, "482913", now_);
    lock_device(book_, token);
    EXPECT_EQ(who(token), "huda, locked");
    EXPECT_EQ(pin(token, huda_, "482914"), "4 left");
    EXPECT_EQ(pin(token, huda_, "482913"), "done");
    EXPECT_EQ(who(token), "nobody") << "the token is another one";
    EXPECT_EQ(who(switched_to_), "huda");
}

TEST_F(Turns, GoToSomebodyElseByTheirPinOnThisDeviceOnly) {
    const auto of_omar = sign_in(omar_);
    set_pin(book_, of_omar, "730158", now_);
    const auto desk = sign_in(huda_, of_omar);
    const auto elsewhere = sign_in(huda_);
    EXPECT_EQ(pin(elsewhere, omar_, "730158"), "password") << "never signed in there";
    EXPECT_EQ(pin(desk, huda_, "730158"), "password") << "set no PIN there";
    ASSERT_EQ(people_at(book_, desk, now_).size(), 1U);
    EXPECT_EQ(people_at(book_, desk, now_).front().name, "omar");
    EXPECT_EQ(pin(desk, omar_, "730158"), "done");
    EXPECT_EQ(who(switched_to_), "omar");
}

TEST_F(Turns, HaveAnotherTokenAfterEachPasswordAndPin) {
    const auto first = sign_in(huda_);
    set_pin(book_, first, "482913", now_);
    const auto second = sign_in(huda_, first);
    EXPECT_NE(second, first);
    EXPECT_EQ(who(first), "nobody");
    EXPECT_EQ(pin(second, huda_, "482913"), "done");
    EXPECT_NE(switched_to_, second);
    EXPECT_EQ(who(second), "nobody");
    EXPECT_EQ(who(switched_to_), "huda");
}

TEST_F(Turns, WantThePasswordAfterFiveWrongPins) {
    const auto token = sign_in(huda_);
    set_pin(book_, token, "482913", now_);
    for (const auto* left : {"4 left", "3 left", "2 left", "1 left"}) {
        EXPECT_EQ(pin(token, huda_, "111222"), left);
    }
    EXPECT_EQ(pin(token, huda_, "111222"), "password");
    EXPECT_EQ(pin(token, huda_, "482913"), "password") << "the right one too";
    open_again();
    EXPECT_EQ(pin(token, huda_, "482913"), "password") << "kept over a restart";
    EXPECT_EQ(pin(sign_in(huda_, token), huda_, "482913"), "done") << "until they sign in again";
}

TEST_F(Turns, WantThePasswordTwelveHoursAfterIt) {
    const auto token = sign_in(omar_);
    set_pin(book_, token, "730158", now_);
    now_ += hours(11);
    const auto desk = sign_in(huda_, token);
    EXPECT_EQ(pin(desk, omar_, "730158"), "done");
    now_ += hours(1);
    EXPECT_EQ(who(switched_to_), "nobody") << "a PIN makes no turn longer";
    EXPECT_EQ(pin(switched_to_, omar_, "730158"), "password");
}

TEST_F(Turns, TakeOnlyAPinThatIsNotTheFirstThatAnybodyTries) {
    const auto token = sign_in(huda_);
    for (const auto* easy : {"000000", "123456", "654321"}) {
        EXPECT_EQ(refusal([&] { set_pin(book_, token, easy, now_); }),
                  "PIN: is one that anybody tries first");
    }
    for (const auto* none : {"", "48291", "4829133", "48291a", "٤٨٢٩١٣"}) {
        EXPECT_EQ(refusal([&] { set_pin(book_, token, none, now_); }), "PIN: is not six digits");
    }
    lock_device(book_, token);
    EXPECT_THAT(refusal([&] { set_pin(book_, token, "482913", now_); }),
                testing::StartsWith("forbidden"));
}

TEST_F(Turns, EndBySigningOutAndTheBrowserIsTheSameDeviceNextTime) {
    const auto token = sign_in(huda_);
    set_pin(book_, token, "482913", now_);
    sign_out(book_, token);
    EXPECT_EQ(who(token), "nobody");
    EXPECT_EQ(pin(token, huda_, "482913"), "password");
    EXPECT_EQ(who(sign_in(omar_, token)), "omar");
    EXPECT_EQ(db::all_devices(book_).size(), 1U);
}

TEST_F(Turns, EndWhereTheDeviceIsRevoked) {
    const auto token = sign_in(huda_);
    set_pin(book_, token, "482913", now_);
    db::transact(book_, {.actor = "test", .action = "revoke"}, [&](db::Write& write) {
        auto device = db::all_devices(write.book()).front();
        device.revoked = true;
        db::update_device(write, device);
        return std::string();
    });
    EXPECT_EQ(who(token), "nobody");
    EXPECT_EQ(pin(token, huda_, "482913"), "password");
    EXPECT_EQ(refusal([&] { sign_in(huda_, token); }), "forbidden: device: was revoked");
    EXPECT_TRUE(people_at(book_, token, now_).empty());
}

TEST_F(Turns, AreToldForEveryDevice) {
    const auto first = sign_in(huda_);
    const auto second = sign_in(omar_);
    sign_out(book_, first);
    const auto known = known_devices(book_);
    ASSERT_EQ(known.size(), 2U);
    EXPECT_EQ(known[0].signed_in, std::nullopt);
    EXPECT_EQ(known[1].signed_in, omar_);
    EXPECT_EQ(known[1].seen_at, now_);
}

}  // namespace
}  // namespace access_control::turn_test
