#pragma once
// What a program measured in the picture of a photograph, so that two of them can be compared
// (app/clinical/comparing). Figures of different versions are never compared.

#include "schema/records/description.h"

namespace schema {

// Of the pixels in the middle half of the width and of the height, at 1280 pixels on the longest
// side; needlebook-photos measures them (app/pictures/figures.h).
struct PhotoFigures {
    int version = 0;
    double light = 0;
    double red_cast = 0;
    double blue_cast = 0;
    double sharpness = 0;
    double clipped_bright = 0;
    double clipped_dark = 0;

    bool operator==(const PhotoFigures&) const = default;
};

inline constexpr Range figure_versions{1, 9};
inline constexpr Usual as_measured{.why = "none: a program measures it"};

template <>
struct Description<PhotoFigures> {
    static constexpr std::string_view form =
        "version=1,light=STOPS,red_cast=STOPS,blue_cast=STOPS,sharpness=OCTAVES,"
        "clipped_bright=PERCENT,clipped_dark=PERCENT";
    static constexpr Range stops{-20, 20};
    static constexpr Range percent{0, 100};
    static constexpr std::tuple fields{
        Field{"version",
              &PhotoFigures::version,
              "of what measured them",
              {.range = figure_versions, .plausible = as_measured}},
        Field{"light",
              &PhotoFigures::light,
              "the median luminance in stops; 0 is white, -1 half as much light",
              {.range = stops, .plausible = as_measured}},
        Field{"red_cast",
              &PhotoFigures::red_cast,
              "the median of red over that of green, in stops",
              {.range = stops, .plausible = as_measured}},
        Field{"blue_cast",
              &PhotoFigures::blue_cast,
              "the median of blue over that of green, in stops",
              {.range = stops, .plausible = as_measured}},
        Field{"sharpness",
              &PhotoFigures::sharpness,
              "the finest detail over the median luminance, in octaves; less is blurred",
              {.range = stops, .plausible = as_measured}},
        Field{"clipped_bright",
              &PhotoFigures::clipped_bright,
              "percent of the pixels of which a colour is at its upper end",
              {.range = percent, .plausible = as_measured}},
        Field{"clipped_dark",
              &PhotoFigures::clipped_dark,
              "percent of the pixels that are black",
              {.range = percent, .plausible = as_measured}},
    };
};

// How the head is held, from landmarks of the face; nothing of a picture without a face. Angles in
// degrees, of which only differences are meant: none is absolute.
struct HeadPose {
    int version = 0;
    double yaw = 0;
    double pitch = 0;
    double roll = 0;
    double eye_distance = 0;
    double centre_x = 0;
    double centre_y = 0;

    bool operator==(const HeadPose&) const = default;
};

template <>
struct Description<HeadPose> {
    static constexpr std::string_view form =
        "version=1,yaw=DEGREES,pitch=DEGREES,roll=DEGREES,eye_distance=PERCENT,centre_x=PERCENT,"
        "centre_y=PERCENT";
    static constexpr Range degrees{-180, 180};
    static constexpr Range percent{-100, 200};
    static constexpr std::tuple fields{
        Field{"version",
              &HeadPose::version,
              "of what found the landmarks",
              {.range = figure_versions, .plausible = as_measured}},
        Field{"yaw",
              &HeadPose::yaw,
              "more is turned to the patient's left",
              {.range = degrees, .plausible = as_measured}},
        Field{"pitch",
              &HeadPose::pitch,
              "more is the chin higher",
              {.range = degrees, .plausible = as_measured}},
        Field{"roll",
              &HeadPose::roll,
              "more is tilted to the patient's left shoulder",
              {.range = degrees, .plausible = as_measured}},
        Field{"eye_distance",
              &HeadPose::eye_distance,
              "between the middles of the eyes, in percent of the picture's width",
              {.range = {0.1, 100}, .plausible = as_measured}},
        Field{"centre_x",
              &HeadPose::centre_x,
              "the point between the eyes from the left edge, in percent of the width",
              {.range = percent, .plausible = as_measured}},
        Field{"centre_y",
              &HeadPose::centre_y,
              "the same from the upper edge, in percent of the height",
              {.range = percent, .plausible = as_measured}},
    };
};

}  // namespace schema
