// Who is due is the same from what the book keeps as from every course and session, on every day.

#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/progress/cohort/due_list.h"
#include "app/tracking/catalogue.h"
#include "app/tracking/commit.h"
#include "app/tracking/today.h"
#include "app/tracking/write.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "tests/support/temporary_folder.h"

namespace tracking::kept_due_test {
namespace {

using schema::CivilTime;
using schema::Date;
using PatientId = schema::Id<schema::Patient>;

class KeptDue : public testing::Test {
  protected:
    static db::Submission nurse() {
        return {.actor = "nurse", .action = "test", .reason = "slip", .confirm = {"duplicate"}};
    }
    int upto(int n) { return static_cast<int>(chance_() % static_cast<unsigned>(n)); }
    Date some_day() { return Date::of(2026, 1, 1)->plus_days(upto(300)); }

    // What cannot be, such as a session after a death, is refused and changes nothing.
    template <class Work>
    void write(const Work& work) {
        const auto before = std::tuple(courses_, sessions_, events_);
        try {
            write_or_throw(work);
        } catch (const schema::Error&) {
            std::tie(courses_, sessions_, events_) = before;
        }
    }
    template <class Work>
    void write_or_throw(const Work& work) {
        commit(book_, nurse(), access_control::Right::write_observations, [&](db::Write& write) {
            Scorer scorer(write);
            work(write, scorer);
            scorer.finish();
            return std::string();
        });
    }

    // One thing of a patient, whatever chance gives.
    void write_something(db::Write& write, Scorer& scorer) {
        const PatientId patient{1 + upto(patients)};
        switch (upto(7)) {
            case 0: {
                schema::Course course;
                course.patient = patient;
                course.on = some_day();
                course.sessions = 1 + upto(4);
                course.every = *schema::Interval::read(upto(2) == 0 ? "4w" : "1m");
                if (upto(4) == 0) {
                    course.ended = course.on.plus_days(upto(100));
                }
                courses_.push_back(store(write, scorer, course));
                break;
            }
            case 1:
            case 2: {
                schema::Session session;
                session.patient = patient;
                session.at = CivilTime(some_day());
                session.device = schema::Device::pen;
                session.areas = {{schema::Region::left_cheek, 1.0, 4}};
                for (const auto& course : db::records_of<schema::Course>(book_, patient)) {
                    session.course = course.id;
                }
                sessions_.push_back(store(write, scorer, session));
                break;
            }
            case 3: {
                schema::Score score;
                score.patient = patient;
                score.instrument = db::find_instrument(book_, "dlqi")->id;
                score.at = CivilTime(some_day());
                score.value = upto(30);
                db::insert_score(write, score);
                break;
            }
            case 4: {
                schema::AdverseEvent event;
                event.patient = patient;
                event.kind = schema::EventKind::erythema;
                event.onset = some_day();
                event.severity = upto(3) == 0 ? 5 : 1;
                events_.push_back(store(write, scorer, event));
                break;
            }
            case 5: {
                auto known = *db::find(book_, patient);
                const bool left = upto(3) == 0;
                known.status = left ? std::optional(schema::PatientStatus::left) : std::nullopt;
                known.status_on = left ? std::optional(some_day()) : std::nullopt;
                db::update(write, known);
                break;
            }
            default:
                void_something(write);
        }
    }
    void void_something(db::Write& write) {
        const auto last = [&](auto& ids) {
            if (!ids.empty()) {
                db::set_voided(write, ids.back());
                ids.pop_back();
            }
        };
        switch (upto(3)) {
            case 0:
                return last(courses_);
            case 1:
                return last(sessions_);
            default:
                return last(events_);
        }
    }

    static std::string text(const std::vector<progress::DuePatient>& list) {
        std::string text;
        for (const auto& each : list) {
            const auto& course = each.course;
            text +=
                fmt::format("{} {} course {} done {} {} {} kept {}/{} next {} overdue {} seen {}\n",
                            each.chart,
                            schema::word(each.state),
                            course.course.id.value,
                            course.done,
                            course.first_session ? course.first_session->text() : "-",
                            course.last_session ? course.last_session->text() : "-",
                            course.intervals_kept,
                            course.intervals,
                            each.due.next_on.text(),
                            each.due.overdue_days,
                            each.last_visit.text());
        }
        return text;
    }

    static constexpr int patients = 12;

    std::mt19937 chance_{20261129};
    support::TemporaryFolder folder_;
    db::Book book_ = create_book(
        folder_.path() / "clinic.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "test");
    std::vector<schema::Id<schema::Course>> courses_;
    std::vector<schema::Id<schema::Session>> sessions_;
    std::vector<schema::Id<schema::AdverseEvent>> events_;
};

TEST_F(KeptDue, IsAsComputedFromTheRecordsWhateverWasWritten) {
    for (int i = 1; i <= patients; ++i) {
        record(book_, nurse(), schema::Patient{.chart = fmt::format("C-{:02}", i)});
    }
    int listed = 0;
    for (int round = 0; round < 40; ++round) {
        write([&](db::Write& write, Scorer& scorer) {
            for (int i = 0; i < 4; ++i) {
                write_something(write, scorer);
            }
        });
        const std::vector<Date> days{some_day(), some_day().plus_days(60), *Date::of(2027, 1, 1)};
        std::vector<std::string> kept;
        std::vector<std::string> first;
        for (const auto day : days) {
            const auto list = progress::load_due_list(book_, day);
            const auto some = progress::load_first_due(book_, day, 3);
            EXPECT_EQ(some.total, list.size());
            kept.push_back(text(list));
            first.push_back(text(some.first));
            listed += static_cast<int>(list.size());
        }
        // A write that leaves them behind: now everything is computed anew.
        db::transact(book_, nurse(), [](db::Write&) { return std::string(); });
        for (std::size_t i = 0; i < days.size(); ++i) {
            SCOPED_TRACE(days[i].text());
            EXPECT_EQ(kept[i], text(progress::load_due_list(book_, days[i])));
            EXPECT_EQ(first[i], text(progress::load_first_due(book_, days[i], 3).first));
        }
        EXPECT_TRUE(kept.back().starts_with(first.back()));
        commit(book_, nurse(), access_control::Right::write_observations, [](db::Write&) {
            return std::string();
        });
        EXPECT_TRUE(aggregate_problems(book_).empty());
    }
    EXPECT_GT(listed, 100) << "somebody was due";
}

}  // namespace
}  // namespace tracking::kept_due_test
