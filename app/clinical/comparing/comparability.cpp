#include "app/clinical/comparing/comparability.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

#include "app/clinical/comparing/instructions.h"

namespace clinical {

namespace {

using schema::HeadPose;
using schema::Photo;
using schema::PhotoFigures;
using schema::PhotoView;
using schema::Phrase;

constexpr double full = 100;

std::vector<PartScore> left_out(std::span<const ComparedPart> parts, const char* why) {
    std::vector<PartScore> all;
    for (const auto part : parts) {
        all.push_back({.part = part, .words = Phrase(std::string("comparing.not_judged.") + why)});
    }
    return all;
}

// `offset`: the second less the first, in the unit of the part.
PartScore judged(ComparedPart part, double offset, Phrase to_do) {
    const auto* found = std::find_if(thresholds.begin(),
                                     thresholds.end(),
                                     [&](const Thresholds& each) { return each.part == part; });
    const double difference = std::abs(offset);
    const double score =
        std::clamp(full * (found->apart - difference) / (found->apart - found->alike), 0.0, full);
    return {.part = part,
            .score = score,
            .difference = difference,
            .words = score >= full ? Phrase("comparing.alike") : std::move(to_do)};
}

PartScore of_view(const Photo& first, const Photo& second) {
    const bool is_same =
        first.view == second.view && first.region == second.region && first.side == second.side;
    return {.part = ComparedPart::view,
            .score = is_same ? full : 0.0,
            .words = Phrase(is_same ? "comparing.alike" : "comparing.view.other")};
}

bool shows_whole_face(PhotoView view) {
    return view == PhotoView::front || view == PhotoView::left_45 || view == PhotoView::right_45 ||
           view == PhotoView::left_90 || view == PhotoView::right_90;
}

// Seen from the side the eyes are nearer to each other without being further away.
double size_of(const HeadPose& pose) {
    constexpr double most_turned = 60;  // beyond it the cosine says more than the landmarks do
    const double turned = std::min(std::abs(pose.yaw), most_turned) * std::numbers::pi / 180;
    return pose.eye_distance / std::cos(turned);
}

// As it is shown.
double height_over_width(const Photo& photo) {
    constexpr int first_on_its_side = 5;  // of the orientations of EXIF
    const double ratio = static_cast<double>(photo.height) / photo.width;
    return photo.orientation >= first_on_its_side ? 1 / ratio : ratio;
}

PartScore of_place(const Photo& first, const Photo& second) {
    const auto& a = *first.pose;
    const auto& b = *second.pose;
    const double right = b.centre_x - a.centre_x;
    const double down =
        b.centre_y * height_over_width(second) - a.centre_y * height_over_width(first);
    return judged(ComparedPart::place, std::hypot(right, down), instructions::move(right, down));
}

std::vector<PartScore> of_head(const Photo& first, const Photo& second) {
    constexpr std::array parts{ComparedPart::yaw,
                               ComparedPart::pitch,
                               ComparedPart::roll,
                               ComparedPart::distance,
                               ComparedPart::place};
    const auto* why_not = !shows_whole_face(first.view) || !shows_whole_face(second.view)
                              ? "no_landmarks"
                          : !first.pose || !second.pose                 ? "no_pose"
                          : first.pose->version != second.pose->version ? "other_version"
                                                                        : nullptr;
    if (why_not != nullptr) {
        return left_out(parts, why_not);
    }
    const auto& a = *first.pose;
    const auto& b = *second.pose;
    const double yaw = b.yaw - a.yaw;
    const double pitch = b.pitch - a.pitch;
    const double roll = b.roll - a.roll;
    const double larger = size_of(b) / size_of(a);
    const double percent = full * (std::max(larger, 1 / larger) - 1);
    return {judged(ComparedPart::yaw, yaw, instructions::turn(yaw)),
            judged(ComparedPart::pitch, pitch, instructions::nod(pitch)),
            judged(ComparedPart::roll, roll, instructions::tilt(roll)),
            judged(ComparedPart::distance, percent, instructions::approach(percent, larger < 1)),
            of_place(first, second)};
}

std::vector<PartScore> of_picture(const Photo& first, const Photo& second) {
    constexpr std::array parts{
        ComparedPart::light, ComparedPart::colour, ComparedPart::sharpness, ComparedPart::clipping};
    const auto* why_not = !first.figures || !second.figures                   ? "no_figures"
                          : first.figures->version != second.figures->version ? "other_version"
                                                                              : nullptr;
    if (why_not != nullptr) {
        return left_out(parts, why_not);
    }
    const auto& a = *first.figures;
    const auto& b = *second.figures;
    const double light = b.light - a.light;
    const double red = b.red_cast - a.red_cast;
    const double blue = b.blue_cast - a.blue_cast;
    const double cast = std::max(std::abs(red), std::abs(blue));
    const double sharpness = b.sharpness - a.sharpness;
    const auto clipped = [](const PhotoFigures& figures) {
        return std::max(figures.clipped_bright, figures.clipped_dark);
    };
    const bool is_second = clipped(b) >= clipped(a);
    const auto& worse = is_second ? b : a;
    return {
        judged(ComparedPart::light, light, instructions::expose(light)),
        judged(ComparedPart::colour, cast, instructions::balance(red, blue)),
        judged(ComparedPart::sharpness, sharpness, instructions::focus(sharpness)),
        judged(
            ComparedPart::clipping, clipped(worse), instructions::keep_drawing(worse, is_second))};
}

ComparedVerdict verdict_of(const Comparability& pair) {
    const auto& parts = pair.parts;
    if (std::any_of(parts.begin(), parts.end(), [&](const PartScore& each) {
            return each.score && *each.score < pair.limit;
        })) {
        return ComparedVerdict::not_comparable;
    }
    if (!pair.score) {
        return ComparedVerdict::not_judged;
    }
    return std::all_of(parts.begin(),
                       parts.end(),
                       [](const PartScore& each) { return each.score.has_value(); })
               ? ComparedVerdict::comparable
               : ComparedVerdict::partly_judged;
}

Phrase verdict_words(const Comparability& pair) {
    schema::Value::List names;
    const auto name_where = [&](const auto& fits) {
        for (const auto& each : pair.parts) {
            if (fits(each)) {
                names.emplace_back(
                    Phrase("comparing.part." + std::string(schema::word(each.part))));
            }
        }
        return names;
    };
    const auto is_missing = [](const PartScore& each) { return !each.score; };
    const auto is_low = [&](const PartScore& each) {
        return each.score && *each.score < pair.limit;
    };
    switch (pair.verdict) {
        case ComparedVerdict::comparable:
            return Phrase("comparing.verdict.comparable", {{"score", *pair.score}});
        case ComparedVerdict::partly_judged:
            return Phrase("comparing.verdict.partly_judged",
                          {{"score", *pair.score}, {"parts", name_where(is_missing)}});
        case ComparedVerdict::not_comparable:
            return Phrase(
                "comparing.verdict.not_comparable",
                {{"score", *pair.score}, {"limit", pair.limit}, {"parts", name_where(is_low)}});
        case ComparedVerdict::not_judged:
            break;
    }
    return Phrase("comparing.verdict.not_judged");
}

// That both show the same is no measure of how they were taken: alone it makes no score.
std::optional<int> score_of(const std::vector<PartScore>& parts) {
    double least = full;
    bool is_measured = false;
    for (const auto& each : parts) {
        least = std::min(least, each.score.value_or(full));
        is_measured = is_measured || (each.score && each.part != ComparedPart::view);
    }
    return is_measured || least < full ? std::optional(static_cast<int>(std::floor(least)))
                                       : std::nullopt;
}

}  // namespace

Comparability compare(const Photo& first, const Photo& second, int limit) {
    Comparability pair{.parts = {of_view(first, second)}, .limit = limit};
    for (auto& each : of_head(first, second)) {
        pair.parts.push_back(std::move(each));
    }
    for (auto& each : of_picture(first, second)) {
        pair.parts.push_back(std::move(each));
    }
    pair.score = score_of(pair.parts);
    pair.verdict = verdict_of(pair);
    pair.words = verdict_words(pair);
    return pair;
}

}  // namespace clinical
