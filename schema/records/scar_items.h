#pragma once
// The items of three gradings of scars.

#include <optional>

#include "schema/records/description.h"

namespace schema {

// What decides the Goodman-Baron grade. An answer that was not given is absent.
struct GoodmanBaron {
    std::optional<bool> contour;
    std::optional<bool> visible_at_50cm;
    std::optional<bool> coverable;
    std::optional<bool> flattens;

    bool operator==(const GoodmanBaron&) const = default;
};

template <>
struct Description<GoodmanBaron> {
    static constexpr std::string_view form =
        "contour=yes|no,visible_at_50cm=yes|no,coverable=yes|no,flattens=yes|no";
    static constexpr std::tuple fields{
        Field{"contour", &GoodmanBaron::contour, "is the contour changed"},
        Field{"visible_at_50cm",
              &GoodmanBaron::visible_at_50cm,
              "is it obvious from 50 cm or further away"},
        Field{"coverable",
              &GoodmanBaron::coverable,
              "do make-up, beard shadow or body hair cover it"},
        Field{"flattens", &GoodmanBaron::flattens, "does stretching the skin by hand flatten it"},
    };
};

// The categories of SCAR-S by site, 0 clear to 5 very severe. A site not examined is absent.
struct ScarS {
    std::optional<int> face;
    std::optional<int> chest;
    std::optional<int> back;

    bool operator==(const ScarS&) const = default;
};

template <>
struct Description<ScarS> {
    static constexpr std::string_view form = "face=0..5,chest=0..5,back=0..5";
    static constexpr Range category{0, 5};
    static constexpr std::tuple fields{
        Field{"face",
              &ScarS::face,
              "category of the face",
              {.range = category, .plausible = every_grade}},
        Field{"chest",
              &ScarS::chest,
              "category of the chest",
              {.range = category, .plausible = every_grade}},
        Field{"back",
              &ScarS::back,
              "category of the back",
              {.range = category, .plausible = every_grade}},
    };
};

// The items of the Vancouver Scar Scale for one raised scar.
struct Vancouver {
    int pigmentation = 0;
    int vascularity = 0;
    int pliability = 0;
    int height = 0;

    bool operator==(const Vancouver&) const = default;
};

template <>
struct Description<Vancouver> {
    static constexpr std::string_view form =
        "pigmentation=0..2,vascularity=0..3,pliability=0..5,height=0..3";
    static constexpr std::tuple fields{
        Field{"pigmentation",
              &Vancouver::pigmentation,
              "0 to 2",
              {.range = {0, 2}, .plausible = every_grade}},
        Field{"vascularity",
              &Vancouver::vascularity,
              "0 to 3",
              {.range = {0, 3}, .plausible = every_grade}},
        Field{"pliability",
              &Vancouver::pliability,
              "0 to 5",
              {.range = {0, 5}, .plausible = every_grade}},
        Field{"height",
              &Vancouver::height,
              "0 flat, 1 below 2 mm, 2 to 5 mm, 3 above",
              {.range = {0, 3}, .plausible = every_grade}},
    };
};

}  // namespace schema
