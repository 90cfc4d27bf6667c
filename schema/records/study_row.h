#pragma once
// Studies of agreement and their ratings as rows of a file, which name their scale by code and
// their study by id.

#include <string>
#include <tuple>

#include "schema/records/agreement.h"

namespace schema {

struct StudyRow : Agreement {
    std::string code;
};

struct StudyRatingRow : AgreementRating {};

template <>
struct Description<StudyRow> : Description<Agreement> {
    static constexpr std::string_view table = "";  // it is stored as an Agreement
    static constexpr std::tuple fields =
        std::tuple_cat(std::tuple{Field{"instrument", &StudyRow::code, "the scale, by its code"}},
                       Description<Agreement>::fields);
};

template <>
struct Description<StudyRatingRow> : Description<AgreementRating> {
    static constexpr std::string_view table = "";  // it is stored as an AgreementRating
    static constexpr std::tuple fields = std::tuple_cat(
        std::tuple{Field{"agreement", &AgreementRating::agreement, "the study, by its id"}},
        Description<AgreementRating>::fields);
};

}  // namespace schema
