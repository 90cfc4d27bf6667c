#include "app/tracking/link.h"

#include <fmt/format.h>

#include "app/access/patient_door.h"
#include "app/tracking/commit.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;

MadeLink link_patient(db::Book& book,
                      const db::Submission& submission,
                      schema::Id<schema::Patient> patient,
                      LinkTerms terms,
                      schema::Date today) {
    if (terms.days < 1 || terms.days > longest_link_days) {
        throw schema::refused("days",
                              fmt::format("{} is not from 1 to {}", terms.days, longest_link_days),
                              "say for how many days the page is to open",
                              "--days 90")
            .as("link_days", {{"days", longest_link_days}});
    }
    std::optional<std::string> code;
    const auto receipt = commit(book, submission, Right::write_observations, [&](db::Write& write) {
        db::withdraw_link(write, patient);
        const auto id = db::insert_link(write,
                                        {.patient = patient,
                                         .key = db::unguessable_key(),
                                         .expires = today.plus_days(terms.days),
                                         .entries = terms.entries});
        code = access_control::new_link_code(db::SecretWrite(write), id);
        write.concerns(patient);
        return std::string();
    });
    return {*db::link_of(book, patient), receipt.repeated ? std::nullopt : code};
}

db::Receipt unlink_patient(db::Book& book,
                           const db::Submission& submission,
                           schema::Id<schema::Patient> patient) {
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        if (!db::withdraw_link(write, patient)) {
            throw schema::missing("link",
                                  "the patient has no page of their own",
                                  "`needlebook patient link CHART` makes one")
                .as("no_link");
        }
        write.concerns(patient);
        return std::string();
    });
}

}  // namespace tracking
