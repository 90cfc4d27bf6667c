#include "app/tracking/profile.h"

#include <fmt/format.h>

#include "db/profile.h"
#include "schema/types/error.h"

namespace tracking {

namespace {

void refuse_empty_time(const schema::DepthLimit&) {}

void refuse_empty_time(const schema::CareAdvice& advice) {
    if (advice.until_hours <= advice.from_hours) {
        throw schema::refused(
            "advice",
            fmt::format(
                "until_hours {} is not after from_hours {}", advice.until_hours, advice.from_hours),
            "give the hours after a session at which it begins and ends");
    }
    if (advice.cautious_until_hours && *advice.cautious_until_hours <= advice.until_hours) {
        throw schema::refused("advice",
                              fmt::format("cautious_until_hours {} is not after until_hours {}",
                                          *advice.cautious_until_hours,
                                          advice.until_hours),
                              "leave it out, or give the longest time that a source says");
    }
}

}  // namespace

template <class Row>
db::Receipt set_profile_row(db::Book& book, const db::Submission& submission, const Row& row) {
    refuse_empty_time(row);
    return db::transact(book, submission, [&](db::Write& write) {
        db::put_profile_row(write, row);
        return std::string();
    });
}

template <class Row>
db::Receipt remove_profile_row(db::Book& book, const db::Submission& submission, const Row& row) {
    return db::transact(book, submission, [&](db::Write& write) {
        if (!db::remove_profile_row(write, row)) {
            throw schema::refused(
                std::string(schema::Description<Row>::noun),
                "the clinic has no row of its own there",
                fmt::format("`needlebook {} list` shows the rows and whose they are",
                            schema::Description<Row>::noun));
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
