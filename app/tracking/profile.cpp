#include "app/tracking/profile.h"

#include <fmt/format.h>

#include "app/clinical/contradictions.h"
#include "app/tracking/commit.h"
#include "db/records/profile.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;

template <class Row>
db::Receipt set_profile_row(db::Book& book, const db::Submission& submission, const Row& row) {
    schema::refuse_any(clinical::contradictions(row));
    return commit(book, submission, Right::change_settings, [&](db::Write& write) {
        db::put_profile_row(write, row);
        return std::string();
    });
}

template <class Row>
db::Receipt remove_profile_row(db::Book& book, const db::Submission& submission, const Row& row) {
    return commit(book, submission, Right::change_settings, [&](db::Write& write) {
        if (!db::remove_profile_row(write, row)) {
            throw schema::missing(
                std::string(schema::Description<Row>::noun),
                "the clinic has no row of its own there",
                fmt::format("`needlebook {} list` shows the rows and whose they are",
                            schema::Description<Row>::noun))
                .as("gone");
        }
        return std::string();
    });
}

template db::Receipt set_profile_row(db::Book&, const db::Submission&, const schema::DepthLimit&);
template db::Receipt set_profile_row(db::Book&, const db::Submission&, const schema::CareAdvice&);
template db::Receipt remove_profile_row(db::Book&,
                                        const db::Submission&,
                                        const schema::DepthLimit&);
template db::Receipt remove_profile_row(db::Book&,
                                        const db::Submission&,
                                        const schema::CareAdvice&);

}  // namespace tracking
