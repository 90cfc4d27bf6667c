#include "app/tracking/score.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/clinical/instruments/pahpi.h"
#include "app/tracking/commit.h"
#include "app/tracking/people/recorder.h"
#include "app/tracking/plausibility.h"
#include "app/tracking/possibility.h"
#include "app/tracking/twins.h"
#include "app/tracking/wall_clock.h"
#include "db/records/clinic.h"
#include "db/records/instruments.h"
#include "db/records/records.h"
#include "db/records/scores.h"
#include "schema/records/entered_score.h"
#include "schema/types/text_bounds.h"

namespace tracking {

using access_control::Right;

namespace {

using schema::Score;

std::string scale_text(const schema::Instrument& instrument) {
    auto text = instrument.high ? fmt::format("{} to {}", instrument.low, *instrument.high)
                                : fmt::format("{} or more", instrument.low);
    return instrument.step ? fmt::format("{} in steps of {}", text, *instrument.step) : text;
}

schema::Phrase told_scale(const schema::Instrument& instrument) {
    const schema::Argument low{"low", schema::exact(instrument.low)};
    return instrument.high ? schema::Phrase("error.form.number_within",
                                            {low, {"high", schema::exact(*instrument.high)}})
                           : schema::Phrase("error.form.number_from", {low});
}

schema::Instrument scale_of(const db::Book& book, const Score& score) {
    for (const auto& instrument : db::all_instruments(book)) {
        if (instrument.id == score.instrument) {
            return instrument;
        }
    }
    throw schema::refused(
        "score", "there is no such instrument", "`needlebook instrument list` shows the codes")
        .as("gone");
}

// That was entered directly, voided or not as it is asked for.
Score entered(const db::Book& book, schema::Id<Score> id, bool voided = false) {
    const auto score = db::find_score(book, id);
    const auto where = fmt::format("score {}", id.value);
    if (!score) {
        throw schema::missing(
            where, "there is none with this id", "`needlebook score list CHART` shows the ids")
            .as("gone");
    }
    if (score->origin) {
        throw schema::refused(
            where,
            fmt::format("is computed from {} {}", schema::word(*score->origin), *score->origin_id),
            "correct or void that record; its scores follow")
            .as("computed_score");
    }
    if (score->voided && !voided) {
        throw schema::changed(
            where,
            "was voided",
            fmt::format("bring it back: `needlebook score restore {} --reason …`", id.value))
            .as("voided");
    }
    if (!score->voided && voided) {
        throw schema::changed(where, "is not voided", "leave it: it counts").as("not_voided");
    }
    return *score;
}

void refuse_rater(const Score& score) {
    std::vector<schema::Problem> problems;
    schema::check_text("rater", score.rater.value_or(""), "rater", problems);
    schema::refuse_any(std::move(problems));
}

void refuse_labels(const Score& score) {
    std::vector<schema::Problem> problems;
    schema::check_labels(score.labels, "label", problems);
    schema::refuse_any(std::move(problems));
}

// As the kinds describe it; the rules of days and numbers read that.
schema::EnteredScore described(const schema::Instrument& scale, const Score& score) {
    return {.instrument = scale.code,
            .at = score.at,
            .value = score.value,
            .region = score.region,
            .rater = score.rater};
}

std::vector<schema::Problem> impossible_of(const db::Book& book,
                                           const schema::Instrument& scale,
                                           const Score& score) {
    return impossible(book, described(scale, score), score.patient);
}

std::vector<Question> questions_of_score(const db::Book& book,
                                         const schema::Instrument& scale,
                                         const Score& score) {
    auto questions =
        implausible(book, described(scale, score), today_in(db::read_clinic(book).time_zone));
    for (auto& twin : twins(book, score)) {
        questions.push_back(std::move(twin));
    }
    return questions;
}

}  // namespace

std::optional<schema::Problem> off_scale(const schema::Instrument& instrument,
                                         double value,
                                         std::string_view where) {
    const bool outside = value < instrument.low || (instrument.high && value > *instrument.high);
    const auto steps = instrument.step ? (value - instrument.low) / *instrument.step : 0;
    if (!outside && std::abs(steps - std::round(steps)) <= 1e-6 &&
        clinical::is_possible(instrument.code, value)) {
        return std::nullopt;
    }
    return schema::Problem{
        std::string(where),
        fmt::format("{} \"{}\" is not {}", instrument.code, value, scale_text(instrument)),
        fmt::format("give a value of {}: {}", instrument.name, scale_text(instrument))}
        .as("misfit_value", {{"value", schema::exact(value)}, {"form", told_scale(instrument)}});
}

void refuse_off_scale(const schema::Instrument& instrument, double value, std::string_view where) {
    if (auto problem = off_scale(instrument, value, where)) {
        throw schema::Error(schema::Fault::refused, {std::move(*problem)});
    }
}

db::Receipt record_score(db::Book& book, const db::Submission& submission, const Score& score) {
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        refuse_rater(score);
        refuse_labels(score);
        const auto scale = scale_of(write.book(), score);
        refuse_off_scale(scale, score.value, "score");
        schema::refuse_any(impossible_of(write.book(), scale, score));
        write.concerns(score.patient);
        auto rated = score;
        if (!rated.rater) {
            rated.rater = write.grant->actor();
        }
        ask_back(write, submission.confirm, questions_of_score(write.book(), scale, rated));
        return std::to_string(db::insert_score(write, rated).value);
    });
}

db::Receipt correct_score(db::Book& book,
                          const db::Submission& submission,
                          const Score& corrected) {
    require_reason(submission);
    return commit(book, submission, Right::write_observations, [&](db::Write& write) {
        const auto before = entered(write.book(), corrected.id);
        if (before.version != corrected.version) {
            throw schema::changed(fmt::format("score {}", corrected.id.value),
                                  "was corrected meanwhile",
                                  "look at it again, then correct it")
                .as("changed");
        }
        if (corrected == before) {
            write.leave();
            return std::to_string(corrected.id.value);
        }
        if (corrected.rater != before.rater) {
            refuse_rater(corrected);
        }
        if (corrected.labels != before.labels) {
            refuse_labels(corrected);
        }
        const auto scale = scale_of(write.book(), corrected);
        refuse_off_scale(scale, corrected.value, "score");
        schema::refuse_any(brought(impossible_of(write.book(), scale, corrected),
                                   impossible_of(write.book(), scale, before)));
        ask_back(write,
                 submission.confirm,
                 brought(questions_of_score(write.book(), scale, corrected),
                         questions_of_score(write.book(), scale, before)));
        db::update_score(write, corrected);
        write.concerns(before.patient);
        return std::to_string(corrected.id.value);
    });
}

db::Receipt void_score(db::Book& book, const db::Submission& submission, schema::Id<Score> id) {
    require_reason(submission);
    return commit(book, submission, Right::void_own, [&](db::Write& write) {
        const auto before = entered(write.book(), id);
        require_own_row(write, "score", id.value, before.patient);
        db::set_score_voided(write, id, true);
        write.concerns(before.patient);
        return std::to_string(id.value);
    });
}

db::Receipt restore_score(db::Book& book, const db::Submission& submission, schema::Id<Score> id) {
    require_reason(submission);
    return commit(book, submission, Right::void_own, [&](db::Write& write) {
        const auto score = entered(write.book(), id, true);
        require_own_row(write, "score", id.value, score.patient);
        if (db::find(write.book(), score.patient)->voided) {
            throw schema::changed(fmt::format("score {}", id.value),
                                  "is of a patient who was entered in error",
                                  "restore the patient first")
                .as("patient_voided");
        }
        const auto scale = scale_of(write.book(), score);
        refuse_off_scale(scale, score.value, "score");
        schema::refuse_any(impossible_of(write.book(), scale, score));
        ask_back(write, submission.confirm, twins(write.book(), score));
        db::set_score_voided(write, id, false);
        write.concerns(score.patient);
        return std::to_string(id.value);
    });
}

}  // namespace tracking
