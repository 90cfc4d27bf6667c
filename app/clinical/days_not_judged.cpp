#include "app/clinical/days_not_judged.h"

namespace clinical {

int days_not_judged_after_session(const schema::Instrument& instrument) {
    using schema::Concern;
    constexpr int until_the_skin_is_calm = 28;
    const auto concern = instrument.concern;
    const bool shows_needling = concern == Concern::acne_scars ||
                                concern == Concern::pigmentation || concern == Concern::pores ||
                                concern == Concern::barrier;
    return shows_needling ? until_the_skin_is_calm : 0;
}

}  // namespace clinical
