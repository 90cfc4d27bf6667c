#include "app/report/patient_view_json.h"

#include <algorithm>

#include "app/json/aftercare_json.h"
#include "app/json/json_value.h"
#include "app/json/phrase_json.h"
#include "app/json/scale_json.h"
#include "app/progress/words/care_phrases.h"
#include "app/progress/words/event_sentences.h"
#include "app/progress/words/named.h"
#include "app/progress/words/plain_words.h"
#include "app/report/patient_parts.h"
#include "app/texts/language.h"

namespace exchange {

namespace {

using Json = OrderedJson;

Json part_json(const PatientPart& part) {
    const auto& english = texts::english();
    return {{"id", part.id},
            {"title", english.text(part.title())},
            {"lead", part.lead ? english.sentence(*part.lead) : ""},
            {"lines", texts_json(part.lines)},
            {"phrases",
             {{"title", phrase_json(part.title())},
              {"lead", part.lead ? phrase_json(*part.lead) : Json(nullptr)},
              {"lines", phrases_json(part.lines)}}}};
}

Json view_point_json(const progress::Point& point, const progress::Series& series) {
    return {{"at", json_value(point.at)},
            {"value", json_value(point.value)},
            {"label", label_json(series, point.value)},
            {"places", places_json(point.places)},
            {"days_too_soon", json_value(point.days_too_soon)}};
}

// Those that a sentence is about, in the order of the sentences.
std::vector<const progress::Series*> series_of(const progress::Summary& summary) {
    std::vector<const progress::Series*> all;
    for (const auto& sentence : summary.sentences.patient) {
        const auto found =
            std::find_if(summary.series.begin(), summary.series.end(), [&](const auto& each) {
                return each.code() == sentence.about;
            });
        if (found != summary.series.end() && (all.empty() || all.back() != &*found)) {
            all.push_back(&*found);
        }
    }
    return all;
}

Json view_series_json(const progress::Series* shown) {
    const auto& series = *shown;
    const auto& english = texts::english();
    const auto measure = progress::everyday_name_of(series.instrument);
    return {{"name", progress::capitalised(english.bare().written(measure))},
            {"measure", value_json(measure)},
            {"unit", progress::plain_unit(series.instrument.unit)},
            {"better", better_json(series.instrument)},
            {"verdict", json_value(series.verdict)},
            {"change", english.written(value_over_time(series))},
            {"value_over_time", value_json(value_over_time(series))},
            {"points", array_of(series.points, [&](const auto& point) {
                 return view_point_json(point, series);
             })}};
}

Json view_session_json(const schema::Session& session) {
    return {{"at", json_value(session.at)}, {"areas", array_of(session.areas, [](const auto& area) {
                                                 return progress::plain(area.region);
                                             })}};
}

Json items_json(const std::vector<clinical::CareItem>& items) {
    return array_of(items, [](const clinical::CareItem& item) {
        return Json{{"what", texts::english().text(progress::care_name(item.advice.subject))},
                    {"until", json_value(item.longest())}};
    });
}

Json care_json(const clinical::Aftercare& care, const progress::CareCard& card) {
    if (!care.session || !care.is_open()) {
        return nullptr;
    }
    Json phase = nullptr;
    if (care.phase) {
        phase = {{"name", care.phase->phase.name}, {"until", json_value(care.phase->until)}};
    }
    return {{"at", json_value(care.at)},
            {"session", json_value(care.session->at)},
            {"phase", std::move(phase)},
            {"use", items_json(care.advised)},
            {"avoid", items_json(care.avoid)},
            {"on_hold", care.on_hold},
            {"card", care_card_value(card)}};
}

}  // namespace

OrderedJson patient_view_json(const progress::Summary& summary,
                              const clinical::Aftercare& care,
                              const progress::CareCard& card,
                              const progress::CareContact& clinic) {
    return {
        {"clinic", clinic.clinic},
        {"as_of", json_value(summary.as_of)},
        {"names", names_of(summary.patient)},
        {"sections", array_of(patient_parts(summary), &part_json)},
        {"series", array_of(series_of(summary), &view_series_json)},
        {"sessions", array_of(summary.sessions, &view_session_json)},
        {"next_on",
         progress::is_due_for_patient(summary) ? json_value(summary.due->next_on) : Json(nullptr)},
        {"aftercare", care_json(care, card)},
        {"language", json_value(summary.patient.language)},
        {"digits", schema::word(clinic.digits)},
        {"umm_al_qura", clinic.umm_al_qura}};
}

}  // namespace exchange
