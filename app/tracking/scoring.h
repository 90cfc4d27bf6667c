#pragma once
// Keeps the series in step with the records: what an observation scores is computed when it is
// written.

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/clinical/scoring.h"
#include "app/tracking/score.h"
#include "db/ledger/transact.h"
#include "db/records/scores.h"
#include "schema/records/any_record.h"

namespace tracking {

// The origin of scores of this kind of record, for those that have scores: it is named like the
// table.
template <class Record>
constexpr auto origin_of =
    schema::read_word<schema::ScoreOrigin>(schema::Description<Record>::table);

template <class Record>
concept Scored = origin_of<Record>
.has_value();

// The scales of the book by code and by id.
class Scales {
  public:
    explicit Scales(const db::Book& book);
    schema::Id<schema::Instrument> of(std::string_view code) const;
    const schema::Instrument& scale(schema::Id<schema::Instrument> id) const;
    // What counts where a questionnaire's own total differs from its answers.
    schema::QuestionnaireScore questionnaire_score() const { return questionnaire_score_; }

  private:
    std::unordered_map<std::string, schema::Id<schema::Instrument>> ids_;
    std::unordered_map<std::int64_t, schema::Instrument> scales_;
    schema::QuestionnaireScore questionnaire_score_{};
};

// What the record scores; `counts` is a setting of the clinic.
template <class Record>
std::vector<clinical::Scored> found_by(const Record& record, schema::QuestionnaireScore counts) {
    if constexpr (std::is_same_v<Record, schema::Questionnaire>) {
        return clinical::scores_of(record, counts);
    } else {
        return clinical::scores_of(record);
    }
}

// What the record's scores must be: none if it is voided. Ids are 0.
template <Scored Record>
std::vector<schema::Score> due_scores(const Scales& scales, const Record& record) {
    std::vector<schema::Score> scores;
    if (record.voided) {
        return scores;
    }
    for (const auto& scored : found_by(record, scales.questionnaire_score())) {
        auto& score = scores.emplace_back();
        score.patient = record.patient;
        score.instrument = scales.of(scored.instrument);
        score.region = scored.region;
        score.at = record.on;
        score.value = scored.value;
        score.origin = *origin_of<Record>;
        score.origin_id = record.id.value;
        score.places = scored.places;
        if constexpr (requires { record.rater; }) {
            score.rater = record.rater;
        }
        if constexpr (requires { record.device; }) {
            score.device = scored.by_device ? record.device : std::nullopt;
        }
    }
    return scores;
}

// Whether two scores say the same of the same patient, scale, place and time, by the same rater and
// device, whatever their ids.
bool same_score(const schema::Score& a, const schema::Score& b);

// Whether the kept scores are those that are due, in any order.
bool same_scores(const std::vector<schema::Score>& kept, const std::vector<schema::Score>& due);

// The mean over regions of each moment's readings of one measure with one device, as scores. Of
// readings of one patient.
std::vector<schema::Score> due_means(const Scales& scales,
                                     const std::vector<schema::Reading>& readings);

// The means over regions that the book keeps of the patient.
std::vector<schema::Score> kept_means(const db::Book& book, schema::Id<schema::Patient> patient);

// Renews the scores of records within one transaction. Call `finish` once at its end: means over
// regions are computed then, once for each moment however many readings it has.
class Scorer {
  public:
    explicit Scorer(db::Write& write) : write_(write), scales_(write.book()) {}

    template <class Record>
    void renew(const Record& record) {
        if constexpr (Scored<Record>) {
            db::remove_scores_from(write_, {*origin_of<Record>, record.id.value});
            store(record);
        }
    }
    // The same for a record that is new, so that nothing needs to be removed.
    template <class Record>
    void store(const Record& record) {
        if constexpr (Scored<Record>) {
            for (const auto& score : due_scores(scales_, record)) {
                refuse_off_scale(scales_.scale(score.instrument),
                                 score.value,
                                 schema::Description<Record>::noun);
                keep(score);
            }
        }
        if constexpr (std::is_same_v<Record, schema::Reading>) {
            touched_.insert({record.patient, record.what, record.on});
        }
    }
    void finish();
    // Scores get the ids that this gives them (0: the next one), as they had in another book.
    using KnownId =
        std::function<schema::Id<schema::Score>(const schema::Score&, const std::string& code)>;
    void give_ids(KnownId known) { known_ = std::move(known); }
    // The clinic's settings were written: what a questionnaire scores may be another number now.
    void read_settings() { scales_ = Scales(write_.book()); }
    // Renews every score of the book that is not as it is due: the scales that it was made with
    // may have learned to score more. Reads the whole book.
    void renew_all();

  private:
    template <class Record>
    void renew_stale();
    void keep(schema::Score score);
    using Moment = std::tuple<schema::Id<schema::Patient>, schema::Measure, schema::CivilTime>;

    db::Write& write_;
    Scales scales_;
    std::set<Moment> touched_;
    KnownId known_;
};

}  // namespace tracking
