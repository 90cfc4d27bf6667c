#include "app/tracking/open_course.h"

#include "db/records/records.h"

namespace tracking {

void join_open_course(const db::Book& book, schema::Session& session) {
    if (session.course) {
        return;
    }
    const auto day = session.at.day();
    for (const auto& course : db::records_of<schema::Course>(book, session.patient)) {
        if (course.on <= day && (!course.ended || *course.ended >= day)) {
            session.course = course.id;
        }
    }
}

}  // namespace tracking
