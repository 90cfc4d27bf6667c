#include "app/exchange/progress_json.h"

#include <optional>

#include "app/exchange/aftercare_json.h"
#include "app/exchange/finding_json.h"
#include "app/exchange/json_value.h"
#include "app/exchange/scale_json.h"

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

template <class List, class Make>
Json array_of(const List& list, Make make) {
    Json array = Json::array();
    for (const auto& each : list) {
        array.push_back(make(each));
    }
    return array;
}

Json patient_json(const schema::Patient& patient, const std::vector<schema::Tag>& tags) {
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
    return {{"kind", to_json(gap.kind)}, {"series", or_null(gap.series)}, {"text", gap.text}};
}

Json value_json(const progress::Point& point) {
    return {{"at", to_json(point.at)}, {"value", to_json(point.value)}};
}

Json point_json(const progress::Point& point) {
    Json json = value_json(point);
    json["after_sessions"] = point.after_sessions;
    json["recorded_total"] = or_null(point.recorded_total);
    json["record"] = or_null(point.record);
    return json;
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
              {"p", to_json(test.p)}}},
            {"ols",
             {{"slope_per_day", to_json(line.slope_per_day)},
              {"intercept", to_json(line.intercept)},
              {"r", to_json(line.r)},
              {"p", to_json(line.p)}}}};
}

Json series_json(const progress::Series& series) {
    const auto& instrument = series.instrument;
    return {{"instrument", series.code()},
            {"name", series.name()},
            {"concern", or_null(instrument.concern)},
            {"unit", instrument.unit},
            {"better", to_json(instrument.better)},
            {"range", range_json(instrument)},
            {"n", series.points.size()},
            {"baseline", value_json(series.baseline)},
            {"latest", value_json(series.latest)},
            {"best", series.best ? value_json(*series.best) : Json(nullptr)},
            {"change", to_json(series.change)},
            {"percent_change", or_null(series.percent_change)},
            {"since_last_visit", or_null(series.since_last_visit)},
            {"verdict", to_json(series.verdict)},
            {"noise", noise_json(instrument)},
            {"band", or_null(series.band)},
            {"responder", or_null(series.responder)},
            {"responder_rule", responder_rule_json(instrument)},
            {"trend", series.trend ? trend_json(*series.trend) : Json(nullptr)},
            {"points", array_of(series.points, point_json)}};
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
            {"override", or_null(finding.override_reason)}};
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
            {"before", value_json(watch.before)},
            {"after", value_json(watch.after)},
            {"change", to_json(watch.change)},
            {"days_after", watch.days_after},
            {"noise", or_null(watch.noise)},
            {"fitzpatrick", or_null(watch.fitzpatrick)},
            {"depth_mm", or_null(watch.depth_mm)}};
}

Json evidence_json(const progress::Evidence& evidence) {
    return {{"series", or_null(evidence.series)},
            {"change", or_null(evidence.change)},
            {"verdict", to_json(evidence.verdict)},
            {"counts", evidence.counts},
            {"text", evidence.text}};
}

Json benefit_json(const progress::Benefit& benefit) {
    return {{"benefit", to_json(benefit.kind)},
            {"verdict", to_json(benefit.verdict)},
            {"because", array_of(benefit.because, evidence_json)},
            {"known", benefit.known}};
}

Json sentence_json(const progress::Sentence& sentence) {
    return {{"text", sentence.text}, {"about", sentence.about}};
}

Json sentences_json(const progress::Sentences& sentences) {
    return {{"clinic", array_of(sentences.clinic, sentence_json)},
            {"patient", array_of(sentences.patient, sentence_json)}};
}

}  // namespace

std::string progress_json(const progress::Summary& summary) {
    const Json json = {
        {"patient", patient_json(summary.patient, summary.tags)},
        {"as_of", to_json(summary.as_of)},
        {"course", summary.course ? course_json(*summary.course) : Json(nullptr)},
        {"gaps", array_of(summary.gaps, gap_json)},
        {"series", array_of(summary.series, series_json)},
        {"sessions",
         array_of(summary.sessions,
                  [&](const auto& session) { return session_json(session, summary.findings); })},
        {"events", array_of(summary.events, event_json)},
        {"due", or_null(summary.due)},
        {"pih_watch", array_of(summary.pih_watch, watch_json)},
        {"safety", array_of(summary.safety, &finding_json)},
        {"aftercare", or_null(summary.aftercare)},
        {"adherence", or_null(summary.adherence)},
        {"benefits", array_of(summary.benefits, benefit_json)},
        {"sentences", sentences_json(summary.sentences)}};
    return json_text(json);
}

}  // namespace exchange
