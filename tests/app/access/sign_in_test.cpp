#include "app/access/sign_in.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>

#include <fmt/format.h>

#include "app/access/codes.h"
#include "app/access/delay.h"
#include "app/access/random_token.h"
#include "app/access/second_factor.h"
#include "app/access/totp.h"
#include "app/access/turn.h"
#include "db/ledger/ledger.h"
#include "db/ledger/verify.h"
#include "db/secrets/totp_secrets.h"
#include "tests/app/access/people_book.h"
#include "tests/support/repetitions.h"

namespace access_control::sign_in_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

class SignIn : public PeopleBook {
  protected:
    Checked guess(const std::string& name,
                  const std::string& password,
                  const std::optional<std::string>& code = std::nullopt,
                  const std::string& address = "10.0.0.1") {
        return check(
            book_, {.name = name, .password = password, .code = code, .address = address}, now_);
    }
    std::string code_now(AccountId account) {
        return totp_code(db::totp_secret(book_, account)->secret, totp_step(now_));
    }
    std::string reset_code(AccountId account) {
        std::string code;
        db::change_secrets(
            book_, [&](db::SecretWrite& write) { code = new_reset_code(write, account, now_); });
        return code;
    }
    Checked reset(const std::string& name, const std::string& password, const std::string& code) {
        return reset_password(
            book_, {.name = name, .password = password, .code = code, .address = "here"}, now_);
    }
};

TEST_F(SignIn, LetsInWhoGivesTheirPasswordAndNobodyElse) {
    const auto huda = add("huda");
    add("omar", schema::AccountRole::owner, false);
    const auto passed = guess("HUDA", usual_password);
    EXPECT_EQ(passed.outcome, Outcome::passed);
    ASSERT_TRUE(passed.account);
    EXPECT_EQ(passed.account->id, huda);
    for (const auto& [name, password] : {std::pair("huda", "thistle kettle orbiT"),
                                         std::pair("huda", ""),
                                         std::pair("omar", usual_password),
                                         std::pair("nobody", usual_password)}) {
        const auto refused = guess(name, password);
        EXPECT_EQ(refused.outcome, Outcome::refused) << name;
        EXPECT_FALSE(refused.account);
    }
}

TEST_F(SignIn, LeavesTheLedgerAsItIsAndTheBookWhole) {
    add("huda");
    const auto before = db::ledger_end(book_);
    const auto content = db::content_of(book_).hash;
    guess("huda", "wrong");
    guess("huda", usual_password);
    EXPECT_EQ(db::ledger_end(book_), before);
    EXPECT_EQ(db::content_of(book_).hash, content);
    EXPECT_TRUE(db::quick_problems(book_, db::Depth::whole).empty());
}

TEST_F(SignIn, ComputesOneHashWhateverTheName) {
    add("huda");
    add("omar", schema::AccountRole::owner, false);
    for (const auto* name : {"huda", "omar", "nobody", ""}) {
        const auto before = evaluated();
        guess(name, "wrong");
        EXPECT_EQ(evaluated(), before + 1) << name;
    }
}

// Pairs of a known and an unknown name one after the other, so that what else the machine does
// falls on both alike; a quarter of an hour apart, so that none is delayed. At night only: by day
// a machine that does much else at once spreads more than what is looked for, and
// ComputesOneHashWhateverTheName holds without a clock.
TEST_F(SignIn, TakesAsLongForANameThatNobodyHas) {
    const int pairs = support::repetitions("NEEDLEBOOK_PAIRS", 0);
    if (pairs == 0) {
        GTEST_SKIP() << "measures time: at night, with NEEDLEBOOK_PAIRS";
    }
    add("huda");
    guess("huda", "wrong");
    std::vector<double> known;
    std::vector<double> unknown;
    const auto timed = [&](const std::string& name) {
        now_ += minutes(16);
        const auto began = std::chrono::steady_clock::now();
        EXPECT_EQ(guess(name, "wrong horse battery").outcome, Outcome::refused);
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
            .count();
    };
    for (int i = 0; i < pairs; ++i) {
        known.push_back(timed("huda"));
        unknown.push_back(timed("nobody"));
    }
    const auto quantile = [](std::vector<double> of, double part) {
        std::sort(of.begin(), of.end());
        return of[static_cast<std::size_t>(part * static_cast<double>(of.size() - 1))];
    };
    const double between = std::abs(quantile(known, 0.5) - quantile(unknown, 0.5));
    const double spread = quantile(known, 0.75) - quantile(known, 0.25) + quantile(unknown, 0.75) -
                          quantile(unknown, 0.25);
    RecordProperty("median_known_ms", std::to_string(quantile(known, 0.5)));
    RecordProperty("median_unknown_ms", std::to_string(quantile(unknown, 0.5)));
    RecordProperty("spread_ms", std::to_string(spread));
    EXPECT_LT(between, std::max(spread, 0.2 * quantile(known, 0.5)));
}

TEST_F(SignIn, LetsInByAPasswordOfLongAgo) {
    add("huda");
    now_ += hours(24 * 365 * 3);
    EXPECT_EQ(guess("huda", usual_password).outcome, Outcome::passed);
}

TEST_F(SignIn, DelaysAfterFiveFailuresAndLooksAtNothingMeanwhile) {
    add("huda");
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(guess("huda", "wrong", {}, fmt::format("10.0.0.{}", i)).outcome,
                  Outcome::refused);
    }
    const auto before = evaluated();
    const auto delayed = guess("huda", usual_password, {}, "10.0.0.9");
    EXPECT_EQ(delayed.outcome, Outcome::delayed);
    EXPECT_EQ(delayed.wait, seconds(1));
    EXPECT_EQ(evaluated(), before);
    open_again();
    EXPECT_EQ(guess("huda", usual_password, {}, "10.0.0.9").outcome, Outcome::delayed)
        << "kept over a restart";
    now_ += seconds(1);
    EXPECT_EQ(guess("huda", usual_password, {}, "10.0.0.9").outcome, Outcome::passed);
    EXPECT_EQ(guess("huda", "wrong", {}, "10.0.0.9").outcome, Outcome::refused)
        << "and who passed begins anew";
}

TEST(Delay, DoublesFromOneSecondToFifteenMinutes) {
    EXPECT_EQ(pause_of_account(4), seconds(0));
    EXPECT_EQ(pause_of_account(5), seconds(1));
    EXPECT_EQ(pause_of_account(6), seconds(2));
    EXPECT_EQ(pause_of_account(14), seconds(512));
    EXPECT_EQ(pause_of_account(15), minutes(15));
    EXPECT_EQ(pause_of_account(1'000'000), minutes(15));
    EXPECT_EQ(pause_of_address(4), seconds(0));
    EXPECT_EQ(pause_of_address(5), seconds(2));
    EXPECT_EQ(pause_of_address(6), seconds(8));
    EXPECT_EQ(pause_of_address(1'000'000), minutes(15));
}

TEST_F(SignIn, DelaysAnAddressThatTriesManyNames) {
    for (int i = 0; i < 5; ++i) {
        add(fmt::format("person {}", i));
    }
    for (int i = 0; i < 5; ++i) {
        guess(fmt::format("person {}", i), "wrong");
    }
    EXPECT_EQ(guess("person 0", usual_password).outcome, Outcome::delayed);
    EXPECT_EQ(guess("person 0", usual_password, {}, "10.0.0.2").outcome, Outcome::passed)
        << "from elsewhere it is let in";
}

// Of whoever guesses: one account, all accounts, names that nobody has.
TEST_F(SignIn, LooksAtFewerThan200GuessesFrom20AddressesInTenMinutesHoweverMany) {
    constexpr int people = 30;
    for (int i = 0; i < people; ++i) {
        add(fmt::format("person {}", i));
    }
    const int guesses = support::repetitions("NEEDLEBOOK_GUESSES", 2'000);
    const auto begun = now_;
    for (const int names : {1, people, 1000}) {
        now_ += hours(48);
        const auto from = now_;
        const auto before = evaluated();
        for (int i = 0; i < guesses; ++i) {
            now_ = from + seconds(i * 600 / guesses);
            guess(fmt::format("person {}", i / 20 % names), "wrong", {}, fmt::format("{}", i % 20));
        }
        const auto looked_at = evaluated() - before;
        EXPECT_LT(looked_at, 200) << names;
        EXPECT_GT(looked_at, 5) << names;
    }
    EXPECT_GT(now_, begun);
}

TEST_F(SignIn, AsksForACodeOnceTheAccountHasAnApp) {
    const auto huda = add("huda");
    begin_second_factor(book_, huda);
    EXPECT_EQ(guess("huda", usual_password).outcome, Outcome::passed) << "not confirmed yet";
    EXPECT_EQ(refusal([&] { confirm_second_factor(book_, huda, "000000", now_); }),
              "code: is not the one that the app shows now");
    const auto first = code_now(huda);
    const auto codes = confirm_second_factor(book_, huda, first, now_);
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_THAT(refusal([&] { begin_second_factor(book_, huda); }),
                testing::HasSubstr("set up already"));

    EXPECT_EQ(guess("huda", usual_password).outcome, Outcome::code_wanted);
    EXPECT_EQ(guess("huda", "wrong", first).outcome, Outcome::refused);
    EXPECT_EQ(guess("huda", usual_password, first).outcome, Outcome::refused)
        << "no step is taken twice";
    now_ += seconds(30);
    EXPECT_EQ(guess("huda", usual_password, code_now(huda)).outcome, Outcome::passed);
    EXPECT_EQ(guess("huda", usual_password, code_now(huda)).outcome, Outcome::refused);

    EXPECT_EQ(guess("huda", usual_password, codes[3]).outcome, Outcome::passed);
    EXPECT_EQ(guess("huda", usual_password, codes[3]).outcome, Outcome::refused) << "taken once";
    remove_second_factor(book_, huda);
    EXPECT_EQ(guess("huda", usual_password).outcome, Outcome::passed);
    EXPECT_EQ(db::count_recovery_codes(book_, huda), 0);
}

TEST_F(SignIn, CountsWrongCodesAsFailuresAndAMissingOneNot) {
    const auto huda = add("huda");
    begin_second_factor(book_, huda);
    confirm_second_factor(book_, huda, code_now(huda), now_);
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(guess("huda", usual_password).outcome, Outcome::code_wanted);
    }
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(guess("huda", usual_password, "000000").outcome, Outcome::refused);
    }
    EXPECT_EQ(guess("huda", usual_password, "000000").outcome, Outcome::delayed);
}

TEST_F(SignIn, TakesANewPasswordForAOneTimeCodeWithin24Hours) {
    const auto huda = add("huda");
    const auto code = reset_code(huda);
    const auto device = sign_in_device(book_, huda, std::nullopt, "desk", now_).token;
    EXPECT_EQ(reset("huda", "harbour lantern pine", "abcd-abcd-abcd-abcd").outcome,
              Outcome::refused);
    EXPECT_EQ(refusal([&] { reset("huda", "password", code); }),
              "password: is one of the 10,000 most common");
    EXPECT_EQ(reset("huda", "harbour lantern pine", code).outcome, Outcome::passed);
    EXPECT_EQ(reset("huda", "harbour lantern pine", code).outcome, Outcome::refused)
        << "taken once";
    EXPECT_FALSE(person_of(book_, device, now_)) << "signed out everywhere";
    EXPECT_EQ(guess("huda", usual_password).outcome, Outcome::refused);
    EXPECT_EQ(guess("huda", "harbour lantern pine").outcome, Outcome::passed);

    const auto late = reset_code(huda);
    now_ += hours(24);
    EXPECT_EQ(reset("huda", "violet anchor stone", late).outcome, Outcome::refused);
}

TEST_F(SignIn, DelaysGuessesOfAOneTimeCodeToo) {
    const auto huda = add("huda");
    const auto code = reset_code(huda);
    for (int i = 0; i < 5; ++i) {
        reset("huda", "harbour lantern pine", "abcd-abcd-abcd-abcd");
    }
    EXPECT_EQ(reset("huda", "harbour lantern pine", code).outcome, Outcome::delayed);
}

TEST_F(SignIn, IsRefusedToAnAccountThatCameWithoutAPassword) {
    db::transact(book_, {.actor = "test", .action = "import"}, [](db::Write& write) {
        db::insert_account(write, {.name = "huda", .role = schema::AccountRole::owner});
        return std::string();
    });
    EXPECT_EQ(guess("huda", "").outcome, Outcome::refused);
}

}  // namespace
}  // namespace access_control::sign_in_test
