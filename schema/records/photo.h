#pragma once
// A photograph of a patient: what is said of it, and which bytes it is. The bytes lie beside the
// book (db/photos), never in it; what is said of them the program measures when they come in.

#include <array>
#include <optional>
#include <string>

#include "schema/records/description.h"
#include "schema/records/kept.h"
#include "schema/records/photo_figures.h"
#include "schema/records/session.h"
#include "schema/types/civil_time.h"
#include "schema/types/region.h"
#include "schema/types/word.h"

namespace schema {

// Left and right are the patient's; a half or full turn away from the front. `document` is a sheet
// of paper and shows no patient.
enum class PhotoView {
    front,
    left_45,
    right_45,
    left_90,
    right_90,
    close_up,
    chest,
    back,
    document
};

template <>
struct Words<PhotoView> {
    static constexpr std::string_view table = "word_photo_view";
    static constexpr std::array<std::string_view, 9> all{"front",
                                                         "left_45",
                                                         "right_45",
                                                         "left_90",
                                                         "right_90",
                                                         "close_up",
                                                         "chest",
                                                         "back",
                                                         "document"};
};

enum class BodySide { left, right, both };

template <>
struct Words<BodySide> {
    static constexpr std::string_view table = "word_body_side";
    static constexpr std::array<std::string_view, 3> all{"left", "right", "both"};
};

// As which the bytes are kept. What came as WebP or HEIC is kept as JPEG.
enum class PhotoFormat { jpeg, png };

template <>
struct Words<PhotoFormat> {
    static constexpr std::string_view table = "word_photo_format";
    static constexpr std::array<std::string_view, 2> all{"jpeg", "png"};
};

struct Photo : Kept<Photo> {
    CivilTime taken_at;
    PhotoView view{};
    std::optional<Region> region;
    std::optional<BodySide> side;
    std::optional<Id<Session>> session;
    std::optional<std::string> device;
    std::optional<std::string> light;
    std::optional<bool> make_up;
    std::string sha256;
    int bytes = 0;
    int width = 0;
    int height = 0;
    PhotoFormat format{};
    int orientation = 1;
    std::optional<PhotoFigures> figures;
    std::optional<HeadPose> pose;

    bool operator==(const Photo&) const = default;
};

template <>
struct Description<Photo> {
    static constexpr std::string_view noun = "photo";
    static constexpr std::string_view table = "photo";
    static constexpr std::string_view plural = "photos";
    static constexpr std::string_view summary = "a photograph of a patient";
    static constexpr std::string_view verb = "add";
    // It comes with its bytes, by a command and a route of its own.
    static constexpr bool has_own_entrance = true;
    static constexpr Example example{.summary = "Keep a photograph of a patient.",
                                     .options = "C-001 --file front.jpg --view front",
                                     .headers = "id  taken at          view   width  height",
                                     .row = "3   2026-01-05T10:30  front  3024   4032"};
    static constexpr std::tuple fields{
        Field{"taken_at",
              &Photo::taken_at,
              "when it was taken, on the clinic's wall clock",
              {.role = Role::when}},
        Field{"view", &Photo::view, "from where it was taken", {.identity = true}},
        Field{"region", &Photo::region, "the region that it shows alone", {.identity = true}},
        Field{"side", &Photo::side, "the patient's side that it shows", {.identity = true}},
        Field{"session", &Photo::session, "the session that it was taken for"},
        Field{"device", &Photo::device, "what it was taken with"},
        Field{"light", &Photo::light, "the light that it was taken in"},
        Field{"make_up", &Photo::make_up, "whether make-up is on the skin"},
        Field{"sha256",
              &Photo::sha256,
              "the SHA-256 of its bytes, 64 hexadecimal digits: the name of its file",
              {.bulky = true, .identity = true}},
        Field{"bytes",
              &Photo::bytes,
              "how many bytes it has",
              {.range = {1, 1'000'000'000},
               .plausible = {.why = "none: the program counts them"},
               .unit = "By"}},
        Field{"width",
              &Photo::width,
              "pixels in a row, as its bytes have them",
              {.range = {1, 100'000},
               .plausible = {.why = "none: the program counts them"},
               .unit = "{pixels}"}},
        Field{"height",
              &Photo::height,
              "rows of pixels, as its bytes have them",
              {.range = {1, 100'000},
               .plausible = {.why = "none: the program counts them"},
               .unit = "{pixels}"}},
        Field{"format", &Photo::format, "as what it is kept"},
        Field{"orientation",
              &Photo::orientation,
              "how it is turned when it is shown, 1 to 8 as in EXIF; 1 as it is",
              {.range = {1, 8}, .plausible = {.why = "none: each of them occurs"}}},
        Field{"figures",
              &Photo::figures,
              "light, colour cast, sharpness and clipping, as they were measured",
              {.bulky = true}},
        Field{"pose", &Photo::pose, "how the head is held, as it was measured", {.bulky = true}},
    };
};

}  // namespace schema
