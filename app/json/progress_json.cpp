#include "app/json/progress_json.h"

#include <optional>

#include "app/json/aftercare_json.h"
#include "app/json/finding_json.h"
#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "app/json/scale_json.h"
#include "app/progress/words/series_remarks.h"
#include "app/progress/words/series_sentences.h"

namespace exchange {

namespace {

using Json = OrderedJson;

// Numbers, words, days and ids as in every other JSON.
template <class Value>
requires requires(const Value& value) {
    json_value(value);
}
Json to_json(const Value& value) {
    return json_value(value);
}

Json to_json(const clinical::Band& band) {
    return {{"name", band.name}, {"assigned", band.assigned}};
}

Json to_json(const progress::Origin& record) {
    return {{"kind", to_json(record.kind)}, {"id", record.id}};
}

Json to_json(const progress::Due& due) {
    return {{"next_on", to_json(due.next_on)}, {"overdue_days", due.overdue_days}};
}

Json to_json(const clinical::Departure& gone) {
    return {{"status", schema::word(gone.status)},
            {"on", gone.on ? Json(gone.on->text()) : Json(nullptr)},
            {"event", gone.event ? Json(gone.event->value) : Json(nullptr)}};
}

Json to_json(const clinical::Aftercare& care) {
    return aftercare_value(care);
}

Json to_json(const clinical::Adherence& kept) {
    return adherence_value(kept);
}

template <class Value>
Json or_null(const std::optional<Value>& value) {
    return value ? to_json(*value) : Json(nullptr);
}

Json person_json(const schema::Patient& patient, const std::vector<schema::Tag>& tags) {
    Json labels = Json::object();
    for (const auto& tag : tags) {
        labels[tag.key] = tag.value;
    }
    return {{"id", to_json(patient.id)},
            {"chart", patient.chart},
            {"name", or_null(patient.name)},
            {"name_ar", or_null(patient.name_ar)},
            {"born", or_null(patient.born)},
            {"sex", or_null(patient.sex)},
            {"fitzpatrick", or_null(patient.fitzpatrick)},
            {"monk", or_null(patient.monk)},
            {"language", or_null(patient.language)},
            {"tags", labels}};
}

Json course_json(const progress::CourseProgress& progress) {
    const auto& course = progress.course;
    return {{"id", to_json(course.id)},
            {"concern", to_json(course.concern)},
            {"planned", course.sessions},
            {"done", progress.done},
            {"every", course.every.text()},
            {"began", to_json(course.on)},
            {"ended", or_null(course.ended)},
            {"first_session", or_null(progress.first_session)},
            {"last_session", or_null(progress.last_session)}};
}

Json gap_json(const progress::Gap& gap) {
    Json json{{"kind", to_json(gap.kind)}, {"series", or_null(gap.series)}};
    json.update(said_json(gap.said));
    return json;
}

Json dated_value_json(const progress::DatedValue& value) {
    return {{"at", to_json(value.at)}, {"value", to_json(value.value)}};
}

Json rating_json(const progress::Rating& rating) {
    return {{"at", to_json(rating.at)},
            {"value", to_json(rating.value)},
            {"rater", or_null(rating.rater)},
            {"device", or_null(rating.device)},
            {"record", or_null(rating.record)},
            {"labels", rating.labels}};
}

Json rated_point_json(const progress::Point& point, const progress::Series& series) {
    return {{"at", to_json(point.at)},
            {"value", to_json(point.value)},
            {"label", label_json(series, point.value)},
            {"after_sessions", point.after_sessions},
            {"recorded_total", or_null(point.recorded_total)},
            {"places", places_json(point.places)},
            {"days_too_soon", or_null(point.days_too_soon)},
            {"record", or_null(point.ratings.front().record)},
            {"ratings", array_of(point.ratings, rating_json)}};
}

Json baseline_json(const progress::Baseline& baseline) {
    return {{"at", to_json(baseline.at)},
            {"value", to_json(baseline.value)},
            {"n", baseline.n},
            {"warning", or_null(baseline.warning)}};
}

Json since_last_json(const std::optional<progress::SinceLast>& since) {
    return since ? Json{{"change", to_json(since->change)},
                        {"verdict", to_json(since->verdict)},
                        {"words",
                         texts::english().text(
                             progress::verdict_phrase(since->verdict, std::nullopt))}}
                 : Json(nullptr);
}

Json relapse_json(const std::optional<progress::Relapse>& relapse) {
    return relapse ? Json{{"best", dated_value_json(relapse->best)},
                          {"change", to_json(relapse->change)}}
                   : Json(nullptr);
}

Json too_soon_json(const std::optional<progress::TooSoon>& too_soon) {
    if (!too_soon) {
        return nullptr;
    }
    auto json = dated_value_json(too_soon->value);
    json["days"] = too_soon->days;
    return json;
}

Json season_json(const std::optional<progress::SameSeason>& season) {
    return season ? Json{{"month", season->month},
                         {"values", array_of(season->values, dated_value_json)}}
                  : Json(nullptr);
}

Json trend_json(const progress::Trend& trend) {
    const auto& test = trend.mann_kendall;
    const auto& line = trend.least_squares;
    return {{"slope_per_day", to_json(trend.slope_per_day)},
            {"intercept", to_json(trend.intercept)},
            {"low95", or_null(trend.low95)},
            {"high95", or_null(trend.high95)},
            {"kendall_tau_b", or_null(trend.kendall_tau_b)},
            {"mann_kendall",
             {{"s", test.s},
              {"var", to_json(test.var)},
              {"z", to_json(test.z)},
              {"p", to_json(test.p)},
              {"exact", test.exact}}},
            {"ols",
             {{"slope_per_day", to_json(line.slope_per_day)},
              {"intercept", to_json(line.intercept)},
              {"r", to_json(line.r)},
              {"p", to_json(line.p)}}}};
}

Json judged_series_json(const progress::Series& series) {
    const auto& instrument = series.instrument;
    const auto remarks = remarks_of(series);
    const bool compares = series.verdict != progress::Verdict::not_enough_data &&
                          series.verdict != progress::Verdict::stated;
    return {{"instrument", series.code()},
            {"name", series.name()},
            {"concern", or_null(instrument.concern)},
            {"unit", instrument.unit},
            {"better", better_json(instrument)},
            {"range", range_json(instrument)},
            {"n", series.points.size()},
            {"verdict", to_json(series.verdict)},
            {"confirmed", or_null(series.confirmed)},
            {"words", progress::verdict_words(series, texts::english())},
            {"reason", or_null(series.why)},
            {"remarks", texts_json(remarks)},
            {"remark_phrases", phrases_json(remarks)},
            {"baseline", baseline_json(series.baseline)},
            {"latest", dated_value_json(series.latest)},
            {"best", series.best ? dated_value_json(*series.best) : Json(nullptr)},
            {"change", compares ? to_json(series.change) : Json(nullptr)},
            {"percent_change", or_null(series.percent_change)},
            {"places", places_json(series.places)},
            {"noise", noise_json(series.noise)},
            {"since_last_visit", since_last_json(series.since_last_visit)},
            {"relapse", relapse_json(series.relapse)},
            {"too_soon", too_soon_json(series.too_soon)},
            {"against_trend", series.against_trend},
            {"same_season", season_json(series.same_season)},
            {"at_best_end", series.is_at_best_end()},
            {"band", or_null(series.band)},
            {"responder", or_null(series.responder)},
            {"responder_rule", responder_rule_json(instrument)},
            {"trend", series.trend ? trend_json(*series.trend) : Json(nullptr)},
            {"points", array_of(series.points, [&](const auto& point) {
                 return rated_point_json(point, series);
             })}};
}

Json side_json(const progress::Judgement& judged, schema::Region place, double change) {
    return {{"region", to_json(place)},
            {"baseline", baseline_json(judged.baseline)},
            {"latest", dated_value_json(judged.latest)},
            {"change", to_json(change)},
            {"verdict", to_json(judged.verdict)},
            {"confirmed", or_null(judged.confirmed)}};
}

Json split_pair_json(const progress::SplitPair& pair, schema::Side side) {
    const bool compares = pair.verdict != progress::Verdict::not_enough_data;
    return {
        {"instrument", pair.instrument.code},
        {"name", pair.instrument.name},
        {"unit", pair.instrument.unit},
        {"treated", side_json(pair.treated, progress::place_of(side), pair.treated_change)},
        {"other",
         side_json(pair.other, progress::place_of(progress::opposite(side)), pair.other_change)},
        {"difference", compares ? to_json(pair.difference()) : Json(nullptr)},
        {"noise", noise_json(pair.noise)},
        {"verdict", to_json(pair.verdict)},
        {"confirmed", or_null(pair.confirmed)},
        {"reason", or_null(pair.why)}};
}

Json split_face_json(const std::optional<progress::SplitFace>& split) {
    if (!split) {
        return nullptr;
    }
    return {{"side", to_json(split->side)},
            {"other_side_sessions", split->other_sessions},
            {"pairs", array_of(split->pairs, [&](const auto& pair) {
                 return split_pair_json(pair, split->side);
             })}};
}

Json area_json(const schema::SessionArea& area) {
    return {{"region", to_json(area.region)},
            {"depth_mm", to_json(area.depth_mm)},
            {"passes", area.passes}};
}

Json kept_finding_json(const schema::SessionFinding& finding) {
    return {{"rule", finding.rule},
            {"level", to_json(finding.level)},
            {"because", finding.because},
            {"override", or_null(finding.override_reason)},
            {"region", or_null(finding.region)},
            {"not_asked", or_null(finding.not_asked)},
            {"signed_by", or_null(finding.signed_by)}};
}

Json session_json(const schema::Session& session,
                  const std::vector<schema::SessionFinding>& findings) {
    Json found = Json::array();
    for (const auto& finding : findings) {
        if (finding.session == session.id) {
            found.push_back(kept_finding_json(finding));
        }
    }
    return {{"id", to_json(session.id)},
            {"at", to_json(session.at)},
            {"device", to_json(session.device)},
            {"areas", array_of(session.areas, area_json)},
            {"endpoint", or_null(session.endpoint)},
            {"pain", or_null(session.pain)},
            {"downtime_days", or_null(session.downtime_days)},
            {"course", or_null(session.course)},
            {"findings", std::move(found)}};
}

Json event_json(const schema::AdverseEvent& event) {
    return {{"id", to_json(event.id)},
            {"kind", to_json(event.kind)},
            {"onset", or_null(event.onset)},
            {"severity", event.severity},
            {"resolved", or_null(event.resolved)},
            {"session", or_null(event.session)}};
}

Json watch_json(const progress::PihWatch& watch) {
    return {{"instrument", watch.series},
            {"session", {{"id", to_json(watch.session)}, {"at", to_json(watch.at)}}},
            {"before", dated_value_json(watch.before)},
            {"after", dated_value_json(watch.after)},
            {"change", to_json(watch.change)},
            {"days_after", watch.days_after},
            {"noise", or_null(watch.noise)},
            {"sure", watch.is_sure},
            {"fitzpatrick", or_null(watch.fitzpatrick)},
            {"depth_mm", or_null(watch.depth_mm)}};
}

Json evidence_json(const progress::Evidence& evidence) {
    Json json{{"series", or_null(evidence.series)},
              {"change", or_null(evidence.change)},
              {"verdict", to_json(evidence.verdict)},
              {"confirmed", or_null(evidence.confirmed)},
              {"counts", evidence.counts}};
    json.update(said_json(evidence.said));
    return json;
}

Json benefit_json(const progress::Benefit& benefit) {
    return {{"benefit", to_json(benefit.kind)},
            {"verdict", to_json(benefit.verdict)},
            {"because", array_of(benefit.because, evidence_json)},
            {"known", texts::english().text(benefit.known)}};
}

Json sentence_json(const progress::Sentence& sentence) {
    auto json = said_json(sentence.said);
    json["about"] = sentence.about;
    return json;
}

Json sentences_json(const progress::Sentences& sentences) {
    return {{"clinic", array_of(sentences.clinic, sentence_json)},
            {"patient", array_of(sentences.patient, sentence_json)}};
}

}  // namespace

OrderedJson progress_json(const progress::Summary& summary) {
    const Json json = {
        {"patient", person_json(summary.patient, summary.tags)},
        {"as_of", to_json(summary.as_of)},
        {"course", summary.course ? course_json(*summary.course) : Json(nullptr)},
        {"gaps", array_of(summary.gaps, gap_json)},
        {"series", array_of(summary.series, judged_series_json)},
        {"split_face", split_face_json(summary.split_face)},
        {"sessions",
         array_of(summary.sessions,
                  [&](const auto& session) { return session_json(session, summary.findings); })},
        {"events", array_of(summary.events, event_json)},
        {"due", or_null(summary.due)},
        {"departure", or_null(summary.gone)},
        {"pih_watch", array_of(summary.pih_watch, watch_json)},
        {"safety", array_of(summary.safety, &finding_json)},
        {"aftercare", or_null(summary.aftercare)},
        {"adherence", or_null(summary.adherence)},
        {"benefits", array_of(summary.benefits, benefit_json)},
        {"sentences", sentences_json(summary.sentences)}};
    return json;
}

}  // namespace exchange
