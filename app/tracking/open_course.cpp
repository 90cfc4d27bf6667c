#include "app/tracking/open_course.h"

#include "db/records.h"

namespace tracking {

std::optional<schema::Id<schema::Course>> open_course(const db::Book& book,
                                                      schema::Id<schema::Patient> patient,
                                                      schema::Date day) {
    std::optional<schema::Id<schema::Course>> open;
    for (const auto& course : db::records_of<schema::Course>(book, patient)) {
        if (course.on <= day && (!course.ended || *course.ended >= day)) {
            open = course.id;
        }
    }
    return open;
}

}  // namespace tracking
