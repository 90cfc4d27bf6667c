#pragma once
// One made-up patient and the course of a treatment that mostly helps, with noise, missed values
// and a mishap or two.

#include <random>
#include <string>

#include "app/tracking/write.h"

namespace cli {

// Whole numbers from a fixed generator, so that a seed makes up the same clinic on every machine.
class Chance {
  public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int between(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<unsigned>(high - low + 1));
    }
    bool one_in(int count) { return between(1, count) == 1; }

  private:
    std::minstd_rand engine_;
};

// When the treatments of made-up patients end.
struct MadeUpDays {
    schema::Date until;        // nothing is recorded after this day
    bool is_going_on = false;  // every third patient was treated on it or the day before
};

// Stores patient `number` (chart D-001 for 1) with all records. Returns how many.
int make_up_patient(
    db::Write& write, tracking::Scorer& scorer, Chance& chance, const MadeUpDays& days, int number);

}  // namespace cli
