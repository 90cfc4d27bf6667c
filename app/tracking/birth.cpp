#include "app/tracking/birth.h"

#include "db/utc.h"

namespace tracking {

std::vector<schema::Problem> born_in_the_future(const schema::Patient& patient) {
    const auto today = schema::Date::read(db::utc_now().substr(0, 10));
    if (!patient.born || !today || *patient.born <= today->plus_days(1)) {
        return {};
    }
    return {{"patient", "born is in the future", "give the date of birth, YYYY-MM-DD"}};
}

}  // namespace tracking
