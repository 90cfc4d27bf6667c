#include "app/cli/commands/made_up_patient.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace cli {

namespace {

using schema::CivilTime;
using schema::Date;

struct Person {
    const char* name;
    const char* name_ar;
    schema::Sex sex;
};

constexpr std::array<Person, 12> people{{
    {"Huda Saleh", "هدى صالح", schema::Sex::female},
    {"Omar Farouk", "عمر فاروق", schema::Sex::male},
    {"Mona Adel", "منى عادل", schema::Sex::female},
    {"Karim Nabil", "كريم نبيل", schema::Sex::male},
    {"Salma Youssef", "سلمى يوسف", schema::Sex::female},
    {"Rania Hassan", "رانيا حسن", schema::Sex::female},
    {"Tarek Samir", "طارق سمير", schema::Sex::male},
    {"Nour Ibrahim", "نور إبراهيم", schema::Sex::female},
    {"Laila Mansour", "ليلى منصور", schema::Sex::female},
    {"Ahmed Zaki", "أحمد زكي", schema::Sex::male},
    {"Dina Fouad", "دينا فؤاد", schema::Sex::female},
    {"Yasmin Lotfy", "ياسمين لطفي", schema::Sex::female},
}};

constexpr int visits = 6;
constexpr int days_between = 28;
constexpr const char* rater = "Nurse Amal";

// A treatment under way: whose, how bad it was at first, and what is left of it at a visit.
class Story {
  public:
    Story(db::Write& write,
          tracking::Scorer& scorer,
          RandomGenerator& random,
          const MadeUpDays& days,
          int number)
        : write_(write),
          scorer_(scorer),
          random_(random),
          until_(days.until),
          number_(number),
          is_going_on_(days.is_going_on && number % 3 == 2) {}

    int tell() {
        add_patient();
        severity_ = random_.between(60, 100);
        sessions_ = random_.between(3, visits);
        int days_since = random_.between(0, 20);
        if (is_going_on_) {
            sessions_ = std::min(sessions_, visits - 1);
            days_since = number_ % 2;
        }
        first_ = until_.plus_days(-sessions_ * days_between - days_since);
        add_course();
        for (int visit = 0; visit <= sessions_; ++visit) {
            see(visit);
            if (visit < sessions_ || is_going_on_) {
                treat(visit);
            }
        }
        return count_;
    }

  private:
    template <class Record>
    schema::Id<Record> keep(Record record) {
        if constexpr (!std::is_same_v<Record, schema::Patient>) {
            record.patient = patient_;
        }
        ++count_;
        return tracking::store(write_, scorer_, record);
    }

    Date day(int visit) const { return first_.plus_days(visit * days_between); }

    // A whole number that shrinks visit by visit to about a third, give or take.
    int left(int at_first, int visit) {
        const double share = std::pow(0.82, visit) * severity_ / 100.0;
        return std::max(0,
                        static_cast<int>(std::lround(at_first * share)) + random_.between(-1, 1));
    }

    void add_patient() {
        const auto& person = people[static_cast<std::size_t>(number_ - 1) % people.size()];
        schema::Patient patient;
        patient.chart = fmt::format("D-{:03}", number_);
        patient.name = person.name;
        patient.name_ar = person.name_ar;
        patient.sex = person.sex;
        patient.born =
            *Date::of(random_.between(1984, 2003), random_.between(1, 12), random_.between(1, 28));
        patient.telephone = fmt::format("045 555 {:04}", number_);
        patient.fitzpatrick = static_cast<schema::Fitzpatrick>(random_.between(2, 4));
        patient_ = keep(patient);
    }

    void add_course() {
        schema::Course course;
        course.concern = schema::Concern::acne_scars;
        course.sessions = visits;
        course.every = {.count = 4, .unit = 'w'};
        course.on = first_;
        course_ = keep(course);
        if (random_.one_in(4)) {
            schema::Condition condition;
            condition.kind = schema::ConditionKind::herpes_history;
            keep(condition);
        }
    }

    void see(int visit) {
        see_acne(visit);
        see_scars(visit);
        see_marks(visit);
        read_instruments(visit);
        if (visit == 0 || visit == sessions_) {
            ask(visit);
        }
    }

    void see_acne(int visit) {
        schema::AcneStatus acne;
        acne.on = CivilTime(day(visit));
        acne.rest = schema::Rest::clear;
        acne.regions.push_back({.region = schema::Region::forehead,
                                .open_comedones = left(9, visit),
                                .closed_comedones = left(6, visit),
                                .papules = left(4, visit)});
        acne.regions.push_back({.region = schema::Region::chin,
                                .closed_comedones = left(5, visit),
                                .papules = left(3, visit),
                                .pustules = left(2, visit)});
        acne.iga = grade_of(acne);
        acne.rater = rater;
        keep(acne);
    }

    // As the words of the grades have it, of a face without nodules.
    static int grade_of(const schema::AcneStatus& acne) {
        int inflamed = 0;
        int comedones = 0;
        for (const auto& region : acne.regions) {
            inflamed += region.papules + region.pustules;
            comedones += region.open_comedones + region.closed_comedones;
        }
        constexpr int few = 5;
        return inflamed > few ? 3 : inflamed > 1 ? 2 : inflamed == 1 || comedones > 0 ? 1 : 0;
    }

    void see_scars(int visit) {
        schema::ScarObservation scars;
        scars.on = CivilTime(day(visit));
        scars.goodman_baron_grade = std::clamp(4 - visit / 3 - random_.between(0, 1), 1, 4);
        scars.rater = rater;
        keep(scars);
    }

    void see_marks(int visit) {
        if (random_.one_in(6)) {
            return;  // not every visit looks at everything
        }
        schema::PigmentationObservation marks;
        marks.on = CivilTime(day(visit));
        marks.kind = schema::PigmentationKind::pih;
        marks.pahpi = schema::Pahpi{.size = visit < 3 ? 6 : 4,
                                    .intensity = visit < 2   ? 9
                                                 : visit < 4 ? 6
                                                             : 3,
                                    .number = std::clamp(left(4, visit), 1, 5)};
        for (const auto region : {schema::Region::forehead,
                                  schema::Region::right_cheek,
                                  schema::Region::left_cheek,
                                  schema::Region::chin}) {
            const int area = std::clamp(left(4, visit), 1, 6);
            marks.regions.push_back({.region = region,
                                     .area = area,
                                     .darkness = std::clamp(left(3, visit), 1, 4),
                                     .homogeneity = std::clamp(left(3, visit), 1, 4)});
        }
        marks.rater = rater;
        keep(marks);
    }

    void read_instruments(int visit) {
        for (const auto region : {schema::Region::left_cheek, schema::Region::forehead}) {
            schema::Reading tewl;
            tewl.on = CivilTime(day(visit));
            tewl.what = schema::Measure::tewl;
            tewl.region = region;
            tewl.device = "Tewameter 300, no. 1";
            tewl.rater = rater;
            tewl.value = (180 - 6 * visit + random_.between(-15, 15)) / 10.0;
            keep(tewl);
        }
    }

    void ask(int visit) {
        schema::Questionnaire dlqi;
        dlqi.on = CivilTime(day(visit));
        dlqi.which = schema::Form::dlqi;
        dlqi.answers.emplace();
        for (int item = 0; item < 10; ++item) {
            dlqi.answers->items.emplace_back(std::clamp(random_.between(0, 2) - visit / 3, 0, 3));
        }
        keep(dlqi);
    }

    void treat(int visit) {
        schema::Session session;
        session.at =
            *CivilTime::read(fmt::format("{}T{:02}:30", day(visit).text(), random_.between(9, 16)));
        session.course = course_;
        session.device = schema::Device::pen;
        session.model = "Demo pen";
        session.lot = fmt::format("L{}", 1000 + number_ * 10 + visit);
        session.endpoint = schema::Endpoint::pinpoint_bleeding;
        session.pain = random_.between(2, 6);
        session.areas = {{schema::Region::left_cheek, 1.5, 4},
                         {schema::Region::right_cheek, 1.5, 4},
                         {schema::Region::forehead, 0.75, 3}};
        const auto id = keep(session);
        schema::Application serum;
        serum.at = session.at;
        serum.session = id;
        serum.active = schema::Active::hyaluronic_acid;
        keep(serum);
        if (random_.one_in(5)) {
            schema::AdverseEvent redness;
            redness.session = id;
            redness.kind = schema::EventKind::erythema;
            redness.onset = schema::PartialDate::read(day(visit).text());
            redness.severity = 1;
            if (const auto over = day(visit).plus_days(2); over <= until_) {
                redness.resolved = schema::PartialDate::read(over.text());
            }
            keep(redness);
        }
    }

    db::Write& write_;
    tracking::Scorer& scorer_;
    RandomGenerator& random_;
    Date until_;
    int number_;
    bool is_going_on_;
    schema::Id<schema::Patient> patient_;
    schema::Id<schema::Course> course_;
    Date first_;
    int severity_ = 0;
    int sessions_ = 0;
    int count_ = 0;
};

}  // namespace

int make_up_patient(db::Write& write,
                    tracking::Scorer& scorer,
                    RandomGenerator& random,
                    const MadeUpDays& days,
                    int number) {
    return Story(write, scorer, random, days, number).tell();
}

}  // namespace cli
