#include "app/progress/words/sentences_en.h"

#include <algorithm>
#include <array>

#include "app/progress/words/care_words_en.h"
#include "app/progress/words/patterns_en.h"
#include "app/progress/words/plain_words.h"

namespace progress {

namespace {

std::string_view gap_text(GapKind kind, bool has_series) {
    switch (kind) {
        case GapKind::no_course:
            return "Sessions are recorded without a course, so nothing can be due.";
        case GapKind::no_session:
            return "The course has no session yet.";
        case GapKind::no_observation:
            return "Nothing is recorded yet on what the course is for.";
        case GapKind::no_baseline:
            return "{measure}: there is no value from before the first session.";
        case GapKind::single_value:
            return "{measure}: one value cannot show a change.";
        case GapKind::stale:
            return "{measure}: two sessions or more have passed without a value.";
        case GapKind::no_result:
            return "{measure}: there is no value from after the last session.";
        case GapKind::long_hole:
            return has_series ? "{measure}: there is a long time without a value."
                              : "Several measures have a long time without a value.";
        case GapKind::other_device:
            return "{measure}: values of different devices do not compare.";
        case GapKind::other_rater:
            return "{measure}: another person rated it from then on.";
        case GapKind::other_scale:
            return "{measure}: earlier values are on another scale and do not compare.";
        case GapKind::no_skin_type:
            break;
    }
    return "The Fitzpatrick skin type is not recorded.";
}

struct Ends {
    std::string_view code;
    std::string_view low;
    std::string_view high;
};

// Where neither end has a name of its own, one is the best and the other the worst.
constexpr auto ends = std::to_array<Ends>({
    {"iga", "clear", "severe"},
    {"gags", "clear", "the most severe"},
    {"sga", "clear", "severe"},
    {"gea", "clear", "very severe"},
    {"goodman_baron_grade", "no scars", "severe"},
    {"goodman_baron_score", "no scars", "the most"},
    {"ecca", "no scars", "the most"},
    {"scar_s", "clear", "very severe"},
    {"pahpi", "no marks", "the most"},
    {"masi", "none", "the most"},
    {"mmasi", "none", "the most"},
    {"dlqi", "no effect", "the greatest effect"},
    {"cadi", "no effect", "the greatest effect"},
    {"pain_nrs", "no pain", "the worst pain"},
    {"pain_vas", "no pain", "the worst pain"},
});

std::string_view end_name(std::string_view code, bool highest, bool best) {
    const auto found =
        std::find_if(ends.begin(), ends.end(), [&](const Ends& each) { return each.code == code; });
    if (found == ends.end()) {
        return best ? "the best" : "the worst";
    }
    return highest ? found->high : found->low;
}

std::string_view verdict_name(Verdict verdict, std::optional<bool> confirmed) {
    switch (verdict) {
        case Verdict::improved:
            return confirmed.value_or(false) ? "better" : "looks better";
        case Verdict::worsened:
            return confirmed.value_or(false) ? "worse" : "looks worse";
        case Verdict::unchanged:
            return "about the same";
        case Verdict::changed:
            return "changed";
        case Verdict::stated:
            return "stated";
        case Verdict::not_sure:
            return "not sure";
        case Verdict::not_enough_data:
            break;
    }
    return "not enough data";
}

std::string_view month_name(int month) {
    constexpr std::array<std::string_view, 12> names{"January",
                                                     "February",
                                                     "March",
                                                     "April",
                                                     "May",
                                                     "June",
                                                     "July",
                                                     "August",
                                                     "September",
                                                     "October",
                                                     "November",
                                                     "December"};
    return names.at(static_cast<std::size_t>(month - 1));
}

std::string date_text(const schema::PartialDate& date, int this_year) {
    const auto day = date.first_day();
    const auto year = std::to_string(day.year());
    if (date.text().size() == year.size()) {
        return year;
    }
    auto text = std::string(month_name(day.month()));
    if (date.is_full()) {
        text = std::to_string(day.day()) + " " + text;
    }
    return day.year() == this_year ? text : text + " " + year;
}

struct Named {
    std::string_view code;
    std::string_view name;
};

constexpr auto measures = std::to_array<Named>({
    {"lesions_total", "Spots of the face, all kinds"},
    {"trunk_lesions", "Spots of chest, back and shoulders"},
    {"lesions_inflammatory", "Inflamed spots of the face"},
    {"lesions_noninflammatory", "Blackheads and whiteheads"},
    {"iga", "Acne, the doctor's rating"},
    {"gags", "Acne, rated place by place"},
    {"hayashi", "Acne, rated by half of the face"},
    {"gea", "Acne, rated over the whole face"},
    {"leeds", "Acne, rated against photographs"},
    {"sga", "Acne, your own rating"},
    {"goodman_baron_grade", "Scars, grade"},
    {"goodman_baron_score", "Scars, points"},
    {"ecca", "Scars, rated by their types"},
    {"scar_s", "Scars of face, chest and back"},
    {"scar_vas", "Scars, rated on a line"},
    {"scar_global", "Scars, the doctor's rating"},
    {"scar_count", "Scars, counted"},
    {"scars", "How much scars affect your life"},
    {"acne_q", "Acne, your own answers"},
    {"vancouver", "Raised scars"},
    {"pahpi", "Dark marks after acne"},
    {"masi", "Dark patches, with their evenness"},
    {"mmasi", "Dark patches"},
    {"msi", "Dark patches, by a severity index"},
    {"cea", "Redness of the face, the doctor's rating"},
    {"melanin_index", "Darkness of a mark"},
    {"erythema_index", "Redness of a mark"},
    {"tewl", "Water lost through the skin"},
    {"hydration", "Moisture of the skin"},
    {"sebum", "Oil on the skin"},
    {"pores", "Pores, counted"},
    {"dlqi", "How much the skin affects your life"},
    {"cadi", "How much acne affects your life"},
    {"compaq", "Acne and your life, your own answers"},
    {"fasqol", "How much scars of the face affect your life"},
    {"melasqol", "How much dark patches affect your life"},
    {"pain_nrs", "Pain, from 0 to 10"},
    {"pain_vas", "Pain, marked on a line"},
    {"gais", "Overall improvement"},
    {"pgic", "Change, in your own view"},
    {"fitzpatrick", "Skin type"},
    {"monk", "Skin tone"},
});

std::string_view measure_name(std::string_view code) {
    const auto found = std::find_if(
        measures.begin(), measures.end(), [&](const auto& each) { return each.code == code; });
    return found == measures.end() ? std::string_view() : found->name;
}

std::string_view weekday_name(int days_after_monday) {
    constexpr std::array<std::string_view, 7> names{
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return names.at(static_cast<std::size_t>(days_after_monday));
}

}  // namespace

namespace {

std::string everyday_event(schema::EventKind kind) {
    switch (kind) {
        case schema::EventKind::pih:
            return "dark marks";
        case schema::EventKind::herpes_reactivation:
            return "herpes (cold sores)";
        case schema::EventKind::spreading_redness:
            return "redness that spreads";
        case schema::EventKind::contact_dermatitis:
            return "a rash from a product";
        case schema::EventKind::milia:
            return "small white spots (milia)";
        case schema::EventKind::granuloma:
            return "lumps in the skin (granuloma)";
        default:
            return plain(kind);
    }
}

}  // namespace

const Language& english() {
    static const Language language{
        .code = "en",
        .direction = "ltr",
        .list_comma = ", ",
        .plural = [](int count) { return count == 1 ? Plural::one : Plural::other; },
        .pattern = &english_pattern,
        .gap = &gap_text,
        .measure = &measure_name,
        .region = [](schema::Region region) { return spaced(schema::word(region)); },
        .date = &date_text,
        .month = [](int month) { return month_name(month); },
        .end_name = &end_name,
        .verdict = &verdict_name,
        .event = [](const schema::AdverseEvent& event) { return plain(event); },
        .everyday_event = &everyday_event,
        .severity = &plain_severity,
        .weekday = &weekday_name,
        .care = &care_name,
        .care_use = &care_use_words,
        .care_again = &care_again_words,
    };
    return language;
}

}  // namespace progress
