#include "app/tracking/settings.h"

#include <fmt/format.h>

#include "app/tracking/commit.h"
#include "app/tracking/scoring.h"
#include "db/records/clinic.h"
#include "db/records/tags.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;

db::Receipt set_clinic(db::Book& book,
                       const db::Submission& submission,
                       const schema::Clinic& clinic) {
    return commit(book, submission, Right::change_settings, [&](db::Write& write) {
        const auto before = db::read_clinic(write.book());
        db::write_clinic(write, clinic);
        if (before.questionnaire_score != clinic.questionnaire_score) {
            Scorer(write).renew_all();
        }
        return std::string();
    });
}

db::Receipt tag(db::Book& book, const db::Submission& submission, const schema::Tag& tag) {
    if (tag.key.empty() || tag.value.empty()) {
        throw schema::refused("tag", "a label needs a key and a value", "write it arm=placebo")
            .as("label_form");
    }
    std::vector<schema::Problem> problems;
    schema::check_text("key", tag.key, "tag", problems);
    schema::check_text("value", tag.value, "tag", problems);
    schema::refuse_any(std::move(problems));
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        db::set_tag(write, tag);
        write.concerns(tag.patient);
        return std::string();
    });
}

db::Receipt untag(db::Book& book,
                  const db::Submission& submission,
                  schema::Id<schema::Patient> patient,
                  const std::string& key) {
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        if (!db::remove_tag(write, patient, key)) {
            throw schema::missing("tag",
                                  fmt::format("the patient has no label \"{}\"", key),
                                  "`needlebook patient show CHART` shows the labels")
                .as("gone");
        }
        write.concerns(patient);
        return std::string();
    });
}

}  // namespace tracking
