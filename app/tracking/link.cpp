#include "app/tracking/link.h"

#include "app/tracking/commit.h"
#include "db/records/patient_links.h"
#include "schema/types/error.h"

namespace tracking {

using access_control::Right;

std::string link_patient(db::Book& book,
                         const db::Submission& submission,
                         schema::Id<schema::Patient> patient) {
    const auto right = Right::write_observations;
    access_control::require(grant_of(book, submission), right);
    if (auto key = db::link_of(book, patient)) {
        return std::move(*key);
    }
    return commit(book,
                  submission,
                  right,
                  [&](db::Write& write) {
                      auto key = db::unguessable_key();
                      db::insert_link(write, patient, key);
                      write.concerns(patient);
                      return key;
                  })
        .answer;
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
