#include "app/cli/commands/made_up_day.h"

#include <array>

#include <fmt/format.h>

#include "app/progress/cohort/due_list.h"
#include "app/tracking/clinic/clinic_records.h"
#include "db/records/patients.h"

namespace cli {

namespace {

using schema::AppointmentStatus;
using schema::CivilTime;
using schema::Date;

struct Coming {
    int patient;
    const char* clock;
    AppointmentStatus status;
    const char* note;  // none: null
};

// The first patient of the demo has none: what is printed of her is about her progress.
constexpr std::array<Coming, 7> comings{{
    {7, "09:00", AppointmentStatus::done, nullptr},
    {3, "09:30", AppointmentStatus::done, nullptr},
    {2, "10:00", AppointmentStatus::arrived, "room 2"},
    {4, "10:30", AppointmentStatus::arrived, nullptr},
    {5, "12:00", AppointmentStatus::planned, "first look at the marks"},
    {11, "16:30", AppointmentStatus::planned, nullptr},
    {8, "17:15", AppointmentStatus::planned, nullptr},
}};

class Day {
  public:
    Day(db::Write& write, tracking::Scorer& scorer, Date day)
        : write_(write), scorer_(scorer), day_(day) {}

    int tell() {
        comes();
        allergies();
        calls();
        protocols();
        boxes();
        return count_;
    }

  private:
    template <class Record>
    void keep(Record record) {
        ++count_;
        tracking::store(write_, scorer_, std::move(record));
    }
    CivilTime at(Date day, const char* clock) const {
        return *CivilTime::read(fmt::format("{}T{}", day.text(), clock));
    }
    // Nothing for a number beyond the made-up patients.
    std::optional<schema::Patient> patient(int number) {
        return db::find_patient(write_.book(), fmt::format("D-{:03}", number));
    }

    void comes() {
        for (const auto& each : comings) {
            if (const auto who = patient(each.patient)) {
                schema::Appointment appointment;
                appointment.patient = who->id;
                appointment.at = at(day_, each.clock);
                appointment.minutes = 45;
                appointment.status = each.status;
                if (each.note != nullptr) {
                    appointment.note = each.note;
                }
                keep(appointment);
            }
        }
    }

    void allergies() {
        const auto keep_of = [&](int number, schema::ConditionKind kind, const char* substance) {
            if (const auto who = patient(number)) {
                schema::Condition allergy;
                allergy.patient = who->id;
                allergy.kind = kind;
                if (substance != nullptr) {
                    allergy.substance = substance;
                }
                keep(allergy);
            }
        };
        keep_of(2, schema::ConditionKind::allergy, "lidocaine");
        keep_of(5, schema::ConditionKind::metal_allergy, nullptr);
        keep_of(11, schema::ConditionKind::allergy, "vitamin C");
    }

    // The first of those who are overdue were called.
    void calls() {
        int called = 0;
        for (const auto& due : progress::load_due_list(write_.book(), day_)) {
            if (due.state != progress::DueState::overdue || called == 2) {
                continue;
            }
            for (int before = 2 + called; before > 1; --before) {
                schema::ContactAttempt call;
                call.patient = due.patient;
                call.at = at(day_.plus_days(-before), "13:00");
                call.channel = schema::ContactChannel::telephone;
                call.outcome = before > 2 ? schema::ContactOutcome::no_answer
                                          : schema::ContactOutcome::left_message;
                keep(call);
            }
            ++called;
        }
    }

    void protocols() {
        schema::Protocol scars;
        scars.name = "Scars, cheeks and forehead";
        scars.device = schema::Device::pen;
        scars.model = "Demo pen";
        scars.needles = 12;
        scars.products = "hyaluronic_acid=Demo serum";
        scars.areas = {{schema::Region::left_cheek, 1.5, 4},
                       {schema::Region::right_cheek, 1.5, 4},
                       {schema::Region::forehead, 0.75, 3}};
        keep(scars);
        schema::Protocol marks;
        marks.name = "Dark marks, gently";
        marks.device = schema::Device::pen;
        marks.model = "Demo pen";
        marks.needles = 12;
        marks.areas = {{schema::Region::left_cheek, 0.5, 2}, {schema::Region::right_cheek, 0.5, 2}};
        keep(marks);
    }

    void boxes() {
        const auto keep_of = [&](schema::StockKind kind,
                                 const char* product,
                                 const char* lot,
                                 int received,
                                 int days_left) {
            schema::Stock stock;
            stock.kind = kind;
            stock.product = product;
            stock.lot = lot;
            stock.received = received;
            stock.received_on = day_.plus_days(-60);
            stock.expiry = schema::PartialDate::read(day_.plus_days(days_left).text());
            keep(stock);
        };
        using schema::StockKind;
        keep_of(StockKind::cartridge, "Demo pen, 12 needles", "K2207", 50, 540);
        keep_of(StockKind::cartridge, "Demo pen, 12 needles", "K2188", 20, 25);
        keep_of(StockKind::cartridge, "Demo pen, 36 needles", "K1904", 10, -12);
        keep_of(StockKind::product, "Demo serum", "S0311", 6, 200);
    }

    db::Write& write_;
    tracking::Scorer& scorer_;
    Date day_;
    int count_ = 0;
};

}  // namespace

int make_up_day(db::Write& write, tracking::Scorer& scorer, schema::Date day) {
    return Day(write, scorer, day).tell();
}

}  // namespace cli
