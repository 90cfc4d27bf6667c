#include "app/tracking/agreement.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/progress/agreement/load_study.h"
#include "app/tracking/commit.h"
#include "app/tracking/people/recorder.h"
#include "app/tracking/score.h"
#include "db/records/agreements.h"
#include "db/records/instruments.h"
#include "schema/kinds/kinds.h"
#include "schema/types/error.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;

namespace {

using schema::Agreement;
using schema::AgreementRating;

std::string name_of(schema::Id<Agreement> id) {
    return fmt::format("agreement {}", id.value);
}

// Voided or not, as it is asked for.
Agreement study_given(const db::Book& book, schema::Id<Agreement> id, bool voided = false) {
    auto study = db::find_agreement(book, id);
    if (!study) {
        throw schema::missing(
            name_of(id), "there is none with this id", "`needlebook agreement list` shows the ids");
    }
    if (study->voided && !voided) {
        throw schema::changed(
            name_of(id),
            "was voided",
            fmt::format("bring it back: `needlebook agreement restore {} --reason …`", id.value));
    }
    if (!study->voided && voided) {
        throw schema::changed(name_of(id), "is not voided", "leave it: it counts");
    }
    return std::move(*study);
}

AgreementRating rating_given(const db::Book& book, schema::Id<AgreementRating> id) {
    auto rating = db::find_agreement_rating(book, id);
    const auto where = fmt::format("rating {}", id.value);
    if (!rating) {
        throw schema::missing(where,
                              "there is none with this id",
                              "`needlebook agreement ratings ID` shows the ids of a study's");
    }
    if (rating->voided) {
        throw schema::changed(where, "was taken back", "rate anew");
    }
    return std::move(*rating);
}

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t") == std::string::npos;
}

void refuse_unusable(const progress::StudyView& view) {
    std::vector<schema::Problem> problems;
    if (!view.adoption.is_possible()) {
        for (const auto& lack : view.adoption.lacks) {
            problems.push_back({name_of(view.study.id),
                                lack,
                                fmt::format("rate more; `needlebook agreement show {}` says what "
                                            "is missing",
                                            view.study.id.value)});
        }
    }
    schema::refuse_any(std::move(problems));
}

// Of what a study was adopted with, nothing is left in its row; the ledger has it.
Agreement without_adoption(Agreement study) {
    study.adopted.reset();
    study.reason.reset();
    study.sdc_same_rater.reset();
    study.sdc_other_rater.reset();
    study.summary.reset();
    return study;
}

}  // namespace

db::Receipt start_agreement(db::Book& book,
                            const db::Submission& submission,
                            const Agreement& study) {
    if (study.patients < 2 || study.patients > 999) {
        throw schema::refused("patients",
                              fmt::format("\"{}\" is not 2 to 999", study.patients),
                              "plan 10 patients at least: of fewer, nothing can be adopted");
    }
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        db::instrument_among(db::all_instruments(write.book()), study.instrument);
        return std::to_string(db::insert_agreement(write, without_adoption(study)).value);
    });
}

db::Receipt rate_agreement(db::Book& book,
                           const db::Submission& submission,
                           const AgreementRating& rating) {
    if (is_blank(rating.rater)) {
        throw schema::refused("rater", "is empty", "say who rated: a study compares raters");
    }
    std::vector<schema::Problem> problems;
    schema::check_text("rater", rating.rater, "rater", problems);
    schema::refuse_any(std::move(problems));
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        const auto study = study_given(write.book(), rating.agreement);
        const auto instruments = db::all_instruments(write.book());
        refuse_off_scale(
            db::instrument_among(instruments, study.instrument), rating.value, "rating");
        write.concerns(rating.patient);
        return std::to_string(db::insert_agreement_rating(write, rating).value);
    });
}

db::Receipt unrate_agreement(db::Book& book,
                             const db::Submission& submission,
                             schema::Id<AgreementRating> id) {
    require_reason(submission);
    return commit(book, submission, Right::void_own, [&](db::Write& write) {
        const auto rating = rating_given(write.book(), id);
        study_given(write.book(), rating.agreement);
        require_own_row(write, kinds::of<AgreementRating>().table, id.value, rating.patient);
        db::void_agreement_rating(write, id);
        write.concerns(rating.patient);
        return std::to_string(id.value);
    });
}

db::Receipt adopt_agreement(db::Book& book,
                            const db::Submission& submission,
                            schema::Id<Agreement> id,
                            schema::Date today) {
    if (!submission.reason || is_blank(*submission.reason)) {
        throw schema::refused("reason",
                              "is missing",
                              "say why this study may judge your patients: who rated, and how");
    }
    return commit(book, submission, Right::change_settings, [&](db::Write& write) {
        const auto view = progress::load_study(write.book(), study_given(write.book(), id));
        refuse_unusable(view);
        if (view.in_force) {
            db::update_agreement(write, without_adoption(*view.in_force));
        }
        auto study = view.study;
        study.adopted = today;
        study.reason = submission.reason;
        study.sdc_same_rater = view.adoption.sdc_same_rater;
        study.sdc_other_rater = view.adoption.sdc_other_rater;
        study.summary = view.summary;
        db::update_agreement(write, study);
        return std::to_string(id.value);
    });
}

db::Receipt void_agreement(db::Book& book,
                           const db::Submission& submission,
                           schema::Id<Agreement> id) {
    require_reason(submission);
    return commit(book, submission, Right::change_settings, [&](db::Write& write) {
        study_given(write.book(), id);
        db::void_agreement(write, id);
        return std::to_string(id.value);
    });
}

db::Receipt restore_agreement(db::Book& book,
                              const db::Submission& submission,
                              schema::Id<Agreement> id) {
    require_reason(submission);
    return commit(book, submission, Right::change_settings, [&](db::Write& write) {
        const auto study = study_given(write.book(), id, true);
        const auto adopted = db::adopted_agreements(write.book());
        const bool gave_way =
            std::any_of(adopted.begin(), adopted.end(), [&](const Agreement& other) {
                return other.instrument == study.instrument && other.medium == study.medium;
            });
        if (study.adopted && gave_way) {
            db::update_agreement(write, without_adoption(study));
        }
        db::restore_agreement(write, id);
        return std::to_string(id.value);
    });
}

}  // namespace tracking
