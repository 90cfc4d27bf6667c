#include "app/access/patient_door.h"

#include <gtest/gtest.h>

#include "app/access/random_token.h"
#include "db/records/records.h"
#include "tests/app/access/people_book.h"

namespace access_control::patient_door_test {
namespace {

using schema::Date;

class PatientDoor : public PeopleBook {
  protected:
    PatientDoor() {
        db::transact(book_, {.actor = "test", .action = "patient link"}, [&](db::Write& write) {
            schema::Patient patient;
            patient.chart = "C-001";
            link_.patient = db::insert(write, patient);
            link_.key = db::unguessable_key();
            link_.expires = Date::of(2026, 3, 31);
            link_.entries = true;
            link_.id = db::insert_link(write, link_);
            code_ = new_link_code(db::SecretWrite(write), link_.id);
            return std::string();
        });
    }
    OpenedPage open(std::string_view typed, std::optional<Date> born = {}) {
        return open_page(book_, link_.key, typed, born, today_, at_);
    }
    std::string wrong() const { return code_ == "000000" ? "000001" : "000000"; }
    db::LinkCode kept() const { return *db::find_link_code(book_, link_.id); }

    db::PatientLink link_;
    std::string code_;
    Date today_ = *Date::of(2026, 1, 5);
    Moment at_ = Moment(std::chrono::seconds(1'767'600'000));
};

TEST_F(PatientDoor, OpensByTheCodeHoweverItIsWritten) {
    const auto spaced = code_.substr(0, 3) + " " + code_.substr(3);
    std::string arabic;
    for (const char digit : code_) {
        arabic += std::string("\xd9") + static_cast<char>(0xa0 + (digit - '0'));
    }
    for (const auto& typed : {code_, spaced, arabic}) {
        const auto page = open(typed);
        EXPECT_EQ(page.outcome, Opening::opened) << typed;
        EXPECT_EQ(page.link->id, link_.id);
        EXPECT_TRUE(opened_page(book_, link_.key, page.token, today_, at_));
    }
    EXPECT_EQ(kept().openings, 3);
    EXPECT_EQ(kept().opened_at, at_.time_since_epoch().count());
}

TEST_F(PatientDoor, OpensToNobodyAfterTheSixthWrongCodeWhateverIsTypedThen) {
    for (int left = link_code_tries; left > 0; --left) {
        const auto page = open(wrong());
        EXPECT_EQ(page.outcome, Opening::wrong);
        EXPECT_EQ(page.tries_left, left);
    }
    EXPECT_EQ(open(wrong()).outcome, Opening::closed) << "the sixth";
    const auto compared = hashes_compared();
    EXPECT_EQ(open(code_).outcome, Opening::closed);
    EXPECT_EQ(hashes_compared(), compared) << "it is not even looked at";
    EXPECT_EQ(kept().openings, 0);
    const auto code = [&] {
        std::string made;
        db::change_secrets(book_,
                           [&](db::SecretWrite& write) { made = new_link_code(write, link_.id); });
        return made;
    }();
    EXPECT_EQ(open(code).outcome, Opening::opened) << "a new code";
}

TEST_F(PatientDoor, CountsWrongCodesSinceTheLastRightOne) {
    for (int i = 0; i < link_code_tries; ++i) {
        open(wrong());
    }
    EXPECT_EQ(open(code_).outcome, Opening::opened);
    EXPECT_EQ(kept().failures, 0);
    EXPECT_EQ(open(wrong()).outcome, Opening::wrong);
}

TEST_F(PatientDoor, OpensByTheBirthDateOnlyWhereItCounts) {
    const auto born = Date::of(1996, 4, 2);
    EXPECT_EQ(open("1996-04-02").outcome, Opening::wrong);
    EXPECT_EQ(open("1996-04-03", born).outcome, Opening::wrong);
    EXPECT_EQ(open("1996-04-02", born).outcome, Opening::opened);
}

TEST_F(PatientDoor, IsClosedAfterItsLastDayAndWithoutACodeAndUnderAnotherKey) {
    today_ = *link_.expires;
    const auto page = open(code_);
    EXPECT_EQ(page.outcome, Opening::opened) << "on its last day";
    today_ = today_.plus_days(1);
    EXPECT_EQ(open(code_).outcome, Opening::closed);
    EXPECT_FALSE(opened_page(book_, link_.key, page.token, today_, at_));
    EXPECT_FALSE(is_open(link_, kept(), today_));
    today_ = *Date::of(2026, 1, 5);
    EXPECT_TRUE(is_open(link_, kept(), today_));
    EXPECT_FALSE(is_open(link_, std::nullopt, today_));
    EXPECT_EQ(open_page(book_, std::string(22, 'A'), code_, {}, today_, at_).outcome,
              Opening::closed);
}

TEST_F(PatientDoor, StaysOpenInItsBrowserForThirtyDaysAndUnderItsOwnKeyOnly) {
    const auto page = open(code_);
    EXPECT_EQ(page.lasts, link_browser_lasts);
    EXPECT_TRUE(opened_page(
        book_, link_.key, page.token, today_, at_ + page.lasts - std::chrono::seconds(1)));
    EXPECT_FALSE(opened_page(book_, link_.key, page.token, today_, at_ + page.lasts));
    EXPECT_FALSE(opened_page(book_, std::string(22, 'A'), page.token, today_, at_));
    EXPECT_FALSE(opened_page(book_, link_.key, random_token(), today_, at_));
    EXPECT_FALSE(opened_page(book_, link_.key, std::nullopt, today_, at_));
}

TEST_F(PatientDoor, IsClosedInEveryBrowserOnceTheLinkIsWithdrawnOrHasAnotherCode) {
    const auto page = open(code_);
    db::change_secrets(book_,
                       [&](db::SecretWrite& write) { code_ = new_link_code(write, link_.id); });
    EXPECT_FALSE(opened_page(book_, link_.key, page.token, today_, at_));
    const auto again = open(code_);
    db::transact(book_, {.actor = "test", .action = "patient unlink"}, [&](db::Write& write) {
        db::withdraw_link(write, link_.patient);
        return std::string();
    });
    EXPECT_FALSE(opened_page(book_, link_.key, again.token, today_, at_));
    EXPECT_EQ(open(code_).outcome, Opening::closed);
}

TEST_F(PatientDoor, KeepsNoCodeThatCouldBeRead) {
    EXPECT_EQ(kept().hash.find(code_), std::string::npos);
    EXPECT_TRUE(kept().hash.starts_with("$argon2id$"));
}

}  // namespace
}  // namespace access_control::patient_door_test
