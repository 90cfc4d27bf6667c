#pragma once
// Whether two photographs may be compared: a score for each thing in which they can differ without
// the skin having changed, and the least of them as the score of the pair. Pure functions of what
// the records say.

#include <array>
#include <optional>
#include <vector>

#include "schema/records/photo.h"
#include "schema/types/phrase.h"
#include "schema/types/word.h"

namespace clinical {

// Another number as soon as the same two records can get another score.
inline constexpr int version_of_comparing = 1;

enum class ComparedPart {
    view,  // from where, which region, which side
    yaw,
    pitch,
    roll,
    distance,
    place,  // in the picture
    light,
    colour,
    sharpness,
    clipping
};

// From the first threshold down a part has 100 points, from the second up 0; between them the
// points fall linearly.
struct Thresholds {
    ComparedPart part;
    double alike;
    double apart;
};

// All of them are ours: the accuracy of what measures them, and what we saw in rendered heads and
// pictures; no publication gives any. `view` is alike or not.
//   yaw, pitch, roll  degrees between the two. Landmarks tell yaw to about 3 and pitch to about 6
//   distance          percent by which the face is larger in one of them
//   place             percent of the picture's width between the points between the eyes
//   light             stops between the medians
//   colour            stops, the larger one of red and blue against green
//   sharpness         octaves between the two
//   clipping          percent of the pixels, of the picture that has more
inline constexpr std::array<Thresholds, 9> thresholds{{{ComparedPart::yaw, 3, 15},
                                                       {ComparedPart::pitch, 6, 18},
                                                       {ComparedPart::roll, 3, 15},
                                                       {ComparedPart::distance, 5, 30},
                                                       {ComparedPart::place, 6, 30},
                                                       {ComparedPart::light, 0.25, 1.5},
                                                       {ComparedPart::colour, 0.15, 0.75},
                                                       {ComparedPart::sharpness, 0.5, 2},
                                                       {ComparedPart::clipping, 1, 15}}};

struct PartScore {
    ComparedPart part{};
    std::optional<double> score{};  // 0 to 100; nothing: not judged
    // By how much they differ, as in `thresholds`, never negative; nothing where it is not judged,
    // and of `view`.
    std::optional<double> difference{};
    schema::Phrase
        words{};  // what to do at the second picture; that they are alike; why not judged
};

enum class ComparedVerdict {
    comparable,      // every part was judged, and none is below the limit
    partly_judged,   // none that was judged is below it; the others may be
    not_comparable,  // one is
    not_judged       // nothing that is measured was
};

struct Comparability {
    std::vector<PartScore> parts;  // each once, in the order of ComparedPart
    std::optional<int> score;      // the least, rounded down; nothing where nothing was measured
    int limit = 0;
    ComparedVerdict verdict{};
    schema::Phrase words;  // the verdict, with the reasons
};

// `first` is what `second` is held against. `limit`: from which score on they may be compared, 1 to
// 100. A part is not judged where one of the records lacks its figures, where different versions
// measured them, and, of the head, where the view shows no whole face.
Comparability compare(const schema::Photo& first, const schema::Photo& second, int limit);

}  // namespace clinical

template <>
struct schema::Words<clinical::ComparedPart> {
    static constexpr std::array<std::string_view, 10> all{"view",
                                                          "yaw",
                                                          "pitch",
                                                          "roll",
                                                          "distance",
                                                          "place",
                                                          "light",
                                                          "colour",
                                                          "sharpness",
                                                          "clipping"};
};

template <>
struct schema::Words<clinical::ComparedVerdict> {
    static constexpr std::array<std::string_view, 4> all{
        "comparable", "partly_judged", "not_comparable", "not_judged"};
};
