#include "app/progress/words/care_words_en.h"

#include <fmt/format.h>

#include "app/clinical/aftercare/care_profile.h"
#include "app/progress/words/plain_words.h"

namespace progress {

using schema::CareSubject;

std::string care_name(CareSubject subject) {
    switch (subject) {
        case CareSubject::vitamin_c:
            return "vitamin C";
        case CareSubject::alcohol_based_product:
            return "alcohol-based products";
        case CareSubject::perfume:
            return "perfumed products";
        case CareSubject::scrub:
            return "scrubs";
        case CareSubject::peel_or_laser:
            return "peels and lasers";
        case CareSubject::make_up:
            return "make-up";
        case CareSubject::other:
            return "other products";
        default:
            return spaced(schema::word(subject));
    }
}

std::string care_use_words(CareSubject subject) {
    switch (subject) {
        case CareSubject::cleanser:
            return "gentle cleanser";
        case CareSubject::moisturiser:
            return "bland moisturiser";
        case CareSubject::hyaluronic_acid:
            return "the hyaluronic acid gel that the clinic gave you";
        case CareSubject::petrolatum:
            return "a thin layer of plain petrolatum";
        case CareSubject::sunscreen:
            return fmt::format("mineral sunscreen of SPF {} or more", clinical::sunscreen_spf);
        default:
            return care_name(subject);
    }
}

// Empty where there is nothing to go back to.
std::string care_again_words(CareSubject subject) {
    switch (subject) {
        case CareSubject::cleanser:
            return "your normal cleanser again unless it has acids or grains";
        case CareSubject::moisturiser:
            return "your normal moisturiser again unless it has acids or retinol";
        case CareSubject::hyaluronic_acid:
        case CareSubject::petrolatum:
            return "";
        case CareSubject::sunscreen:
            return "your usual sunscreen, every day";
        case CareSubject::sun:
            return "daylight as usual, with sunscreen";
        case CareSubject::peel_or_laser:
            return "peels and lasers if the clinic agrees";
        case CareSubject::make_up:
        case CareSubject::exercise:
        case CareSubject::sauna_and_pool:
            return care_name(subject) + " again";
        default:
            return care_name(subject);
    }
}

}  // namespace progress
